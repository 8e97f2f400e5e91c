"""The route's direction and the reach of stops: no window."""

import math
from itertools import pairwise

import pytest

from walkshop.domain.geo import LonLat, haversine_m
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.ways import ARROW_EVERY_PX, arrows, radius_px


def test_arrows_point_the_way_that_was_walked() -> None:
    there = arrows([(0, 0), (200, 0), (200, 300)])
    assert {round(math.degrees(arrow.angle)) for arrow in there} == {0, 90}
    back = arrows([(200, 300), (200, 0), (0, 0)])
    assert {round(math.degrees(arrow.angle)) for arrow in back} == {-90, 180}


def test_arrows_stand_on_the_line_and_evenly() -> None:
    found = arrows([(0, 50), (1000, 50)])
    assert len(found) == 1000 // ARROW_EVERY_PX
    assert all(arrow.y == 50 for arrow in found)
    steps = {round(b.x - a.x, 3) for a, b in pairwise(found)}
    assert len(steps) == 1


def test_a_short_line_has_one_arrow_and_a_dot_none() -> None:
    assert len(arrows([(0, 0), (60, 0)])) == 1
    assert arrows([(0, 0), (5, 0)]) == []
    assert arrows([(3, 3), (3, 3)]) == []
    assert arrows([(3, 3)]) == []


def test_a_place_given_twice_breaks_no_arrow() -> None:
    assert len(arrows([(0, 0), (0, 0), (300, 0), (300, 0)])) == 2


@pytest.mark.parametrize("lat", [0.0, 51.93, 65.0])
def test_a_reach_is_true_metres_at_every_latitude(lat: float) -> None:
    at = LonLat(4.49, lat)
    camera = Camera.over(at, 16, 900, 600)
    edge = camera.to_lonlat(450 + radius_px(camera, at, 75), 300)
    assert haversine_m(at, edge) == pytest.approx(75, rel=0.005)
