"""What shapes come to: a place, less than was drawn, or a reason."""

from __future__ import annotations

import math

import pytest

from tests.domain.builders import a_walk
from tests.services.intake.conftest import said
from walkshop.domain.geo import Bounds, LonLat
from walkshop.domain.records import Area, Line, NotYet, Point, Stop, StopId
from walkshop.i18n import language
from walkshop.services.intake.shapes import Form, Part, Shape, Surveyor

A, B, C = (4.49, 51.93), (4.5, 51.93), (4.5, 51.94)
NAN = (math.nan, math.nan)
ROTTERDAM = Bounds(4.4, 51.8, 4.6, 52.0)


def located(*parts: Part, near: Bounds | None = None, exchanged: bool = False):
    return Surveyor(near, exchanged).locate(Shape(parts))


@pytest.mark.parametrize(
    ("form", "pairs", "place"),
    [
        (Form.AREA, [A, B, C, A], Area((LonLat(*A), LonLat(*B), LonLat(*C)))),
        (Form.AREA, [A, B, A], Line((LonLat(*A), LonLat(*B), LonLat(*A)))),
        (Form.LINE, [A, A], Point(LonLat(*A))),
        (Form.LINE, [A, NAN, (0, 0), B], Line((LonLat(*A), LonLat(*B)))),
        (Form.AREA, [NAN, A], Point(LonLat(*A))),
    ],
)
def test_a_shape_of_too_few_corners_is_what_is_left_of_it(form, pairs, place):
    assert located(Part(form, pairs)).place == place


@pytest.mark.parametrize(
    ("pair", "near", "why"),
    [
        ((0.0, 0.0), None, "not placed yet: 0, 0 lies in the sea off Africa"),
        (NAN, None, "not placed yet: this is no pair of numbers"),
        ((math.inf, 3.0), None, "not placed yet: this is no pair of numbers"),
        ((400.0, 100.0), None, "not placed yet: neither degrees nor RD New"),
        ((13.4, 52.5), ROTTERDAM, "not placed yet: more than 50 km from this walk"),
        ((51.93, 4.49), ROTTERDAM, "not placed yet: north and east may be exchanged in this file"),
        ((51.93, 4.49), None, "not placed yet: north and east may be exchanged in this file"),
    ],
)
def test_a_point_that_is_no_place_says_why(pair, near, why):
    found = located(Part(Form.POINT, [pair]), near=near)
    assert found.place is None
    assert language("en").say(found.why_not) == why


def test_what_is_said_to_be_exchanged_is_turned():
    found = located(Part(Form.POINT, [(51.93, 4.49)]), near=ROTTERDAM, exchanged=True)
    assert found.place == Point(LonLat(4.49, 51.93))


def test_a_track_far_from_the_walk_is_kept_and_said(read):
    stop = Stop(id=StopId("s"), nr=1, at=LonLat(*A))
    far = '<rte><name>Berlijn</name><rtept lat="52.5" lon="13.4"/><rtept lat="52.6" lon="13.4"/>'
    proposal = read(f"<gpx>{far}</rte></gpx>", a_walk(stop), name="walk.gpx")
    assert len(proposal.tracks) == 1
    assert "Track “Berlijn”: more than 50 km from this walk" in said(proposal)


def test_a_place_far_from_the_walk_keeps_its_words(read):
    stop = Stop(id=StopId("s"), nr=1, at=LonLat(*A))
    far = '<wpt lat="52.5" lon="13.4"><name>Toren</name></wpt>'
    (row,) = read(f"<gpx>{far}</gpx>", a_walk(stop), name="walk.gpx").rows
    assert (row.text, type(row.place)) == ("Toren", NotYet)
