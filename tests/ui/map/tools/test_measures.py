"""Lengths and areas of what is drawn, against squares whose size is known."""

import math

import pytest

from walkshop.domain.geo import EARTH_RADIUS_M, LonLat
from walkshop.ui.map.tools.measures import area_m2, length_m, rounded_area, rounded_length

NORTH = math.degrees(100 / EARTH_RADIUS_M)
EAST = NORTH / math.cos(math.radians(52))
SQUARE = [
    LonLat(4.5, 52.0),
    LonLat(4.5 + EAST, 52.0),
    LonLat(4.5 + EAST, 52.0 + NORTH),
    LonLat(4.5, 52.0 + NORTH),
]


def test_two_sides_of_a_hundred_metres_are_two_hundred() -> None:
    assert length_m(SQUARE[:3]) == pytest.approx(200, rel=1e-3)


def test_a_square_of_a_hundred_metres_is_a_hectare_either_way_round() -> None:
    assert area_m2(SQUARE) == pytest.approx(10_000, rel=1e-3)
    assert area_m2(SQUARE[::-1]) == pytest.approx(10_000, rel=1e-3)


def test_two_corners_have_no_area() -> None:
    assert area_m2(SQUARE[:2]) == 0.0


def test_small_sizes_are_in_metres_and_large_ones_in_kilometres_and_hectares() -> None:
    assert rounded_length(812.4) == (812, "m")
    assert rounded_length(1240) == (1.2, "km")
    assert rounded_area(950.2) == (950, "m²")
    assert rounded_area(25_000) == (2.5, "ha")
