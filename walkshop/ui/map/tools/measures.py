"""How long a drawn line and how large a drawn area is, in words people say."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from walkshop.domain.geo import EARTH_RADIUS_M, LonLat, haversine_m

_HECTARE_M2 = 10_000


def length_m(along: Sequence[LonLat]) -> float:
    """Metres along a line (WGS84), by great circles."""
    return sum(haversine_m(a, b) for a, b in pairwise(along))


def area_m2(ring: Sequence[LonLat]) -> float:
    """Square metres within a ring (WGS84; not closed by a repeated corner).

    By the shoelace formula on an equirectangular plane about the ring's own middle: within 0.5 %
    for anything of the size of a town.
    """
    if len(ring) < 3:
        return 0.0
    middle = sum(at.lat for at in ring) / len(ring)
    east = EARTH_RADIUS_M * math.cos(math.radians(middle))
    origin = ring[0]
    plane = [
        (
            math.radians(at.lon - origin.lon) * east,
            math.radians(at.lat - origin.lat) * EARTH_RADIUS_M,
        )
        for at in ring
    ]
    doubled = sum(
        ax * by - bx * ay for (ax, ay), (bx, by) in zip(plane, [*plane[1:], plane[0]], strict=True)
    )
    return abs(doubled) / 2


def rounded_length(metres: float) -> tuple[float, str]:
    """A length as a rounded number and its unit, m or km."""
    return (round(metres), "m") if metres < 1000 else (round(metres / 1000, 1), "km")


def rounded_area(square_metres: float) -> tuple[float, str]:
    """An area as a rounded number and its unit, m² or ha."""
    if square_metres < _HECTARE_M2:
        return round(square_metres), "m²"
    return round(square_metres / _HECTARE_M2, 1), "ha"
