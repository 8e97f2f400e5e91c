"""What of a walk stands on its map."""

from __future__ import annotations

import pytest

from tests.domain.builders import a_note, a_walk
from walkshop.domain.geo import LonLat
from walkshop.domain.records import WHOLE, Point, Route, RouteId, Stop, StopId
from walkshop.i18n import language
from walkshop.ui.map.of_walk import pins_of, scene_of

HERE = LonLat(4.49, 51.93)


def test_a_guessed_place_is_marked_on_the_map():
    guessed = a_note(1, "Bench", place=Point(HERE, assumed=True))
    sure = a_note(2, "Tree", place=Point(HERE))
    walk = a_walk(guessed, sure)
    assert [pin.look.number for pin in pins_of(walk, (guessed, sure), language("nl"))] == [
        "~1",
        "2",
    ]


@pytest.mark.parametrize("place", [WHOLE, a_note(1, "x").place])
def test_a_note_without_a_point_has_no_pin(place):
    note = a_note(1, "Bench", place=place)
    assert pins_of(a_walk(note), (note,), language("nl")) == []


def test_stops_stand_in_walking_order_and_lost_ones_do_not():
    first = Stop(id=StopId("a"), nr=2, at=HERE, order=1)
    second = Stop(id=StopId("b"), nr=1, at=HERE, order=2)
    nowhere = Stop(id=StopId("c"), nr=3, order=3)
    route = Route(id=RouteId("r"), along=(HERE, HERE))
    scene = scene_of(a_walk(second, first, nowhere, route), language("nl"))
    assert [stop.nr for stop in scene.stops] == [2, 1]
    assert scene.routes == ((HERE, HERE),)
