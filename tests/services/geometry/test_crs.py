"""Metres on the ground."""

from __future__ import annotations

import math

import pytest

from walkshop.domain.geo import LonLat, haversine_m
from walkshop.services.geometry.crs import (
    RD_NEW,
    Metres,
    from_rd,
    is_rd,
    local_crs,
    metres,
    to_rd,
)

AMERSFOORT = LonLat(5.387_206_21, 52.155_174_40)
"""The origin of RD New (Onze Lieve Vrouwetoren), as the land registry publishes it."""


def test_the_origin_of_rd_new_lies_in_amersfoort_within_a_metre():
    (at,) = from_rd([Metres(155_000, 463_000)])
    assert haversine_m(at, AMERSFOORT) < 1


def test_rd_new_and_back_is_the_same_place():
    places = [LonLat(4.4897, 51.9329), LonLat(6.56, 53.21), AMERSFOORT]
    back = from_rd(to_rd(places))
    assert all(haversine_m(a, b) < 0.01 for a, b in zip(places, back, strict=True))


@pytest.mark.parametrize(
    ("x", "y", "rd"),
    [
        (92_345, 437_123, True),
        (437_123, 92_345, False),
        (4.4897, 51.9329, False),
        (500_000, 6_800_000, False),
        (math.nan, 437_123, False),
    ],
)
def test_rd_new_is_known_by_its_numbers(x, y, rd):
    assert is_rd(x, y) is rd


@pytest.mark.parametrize(
    ("at", "crs"),
    [
        (LonLat(4.49, 51.93), RD_NEW),
        (LonLat(3.2, 50.5), RD_NEW),
        (LonLat(13.4, 52.5), "EPSG:32633"),
        (LonLat(-58.4, -34.6), "EPSG:32721"),
        (LonLat(180, 10), "EPSG:32660"),
        (LonLat(-180, 10), "EPSG:32601"),
    ],
)
def test_metres_are_those_of_the_country_or_of_the_utm_zone(at, crs):
    assert local_crs(at) == crs


@pytest.mark.parametrize("east", [LonLat(4.50, 51.93), LonLat(13.41, 52.5), LonLat(-58.39, -34.6)])
def test_metres_agree_with_the_great_circle_within_half_a_percent(east):
    west = LonLat(east.lon - 0.01, east.lat)
    a, b = metres([west, east])
    assert math.dist(a, b) == pytest.approx(haversine_m(west, east), rel=5e-3)


def test_no_places_have_no_metres():
    assert metres([]) == []
    assert from_rd([]) == []
