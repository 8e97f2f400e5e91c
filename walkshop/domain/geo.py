"""Small frozen values for places on the earth: WGS84 lon/lat and Web Mercator metres."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

EARTH_RADIUS_M = 6_371_008.8
"""Mean earth radius (IUGG), for haversine distances."""

MERCATOR_RADIUS_M = 6_378_137.0
"""Radius of the sphere of EPSG:3857."""

MERCATOR_MAX_LAT = 85.051_128_78
"""Latitude at which the EPSG:3857 world is square."""


class LonLat(NamedTuple):
    """A place in WGS84 degrees, longitude first (EPSG:4326 in x, y order)."""

    lon: float
    lat: float


class Mercator(NamedTuple):
    """A place in EPSG:3857 metres, x east and y north."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box in WGS84 degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def centre(self) -> LonLat:
        """The middle of the box."""
        return LonLat((self.west + self.east) / 2, (self.south + self.north) / 2)

    def contains(self, at: LonLat) -> bool:
        """Whether `at` lies in the box or on its edge."""
        return self.west <= at.lon <= self.east and self.south <= at.lat <= self.north

    def grown(self, metres: float) -> Bounds:
        """The box with `metres` added on each side."""
        dlat = math.degrees(metres / EARTH_RADIUS_M)
        dlon = dlat / max(math.cos(math.radians(self.centre.lat)), 0.01)
        return Bounds(self.west - dlon, self.south - dlat, self.east + dlon, self.north + dlat)


def bounds_of(points: Iterable[LonLat]) -> Bounds | None:
    """The smallest box around `points`; None when there are none."""
    all_points = list(points)
    if not all_points:
        return None
    lons = [p.lon for p in all_points]
    lats = [p.lat for p in all_points]
    return Bounds(min(lons), min(lats), max(lons), max(lats))


def to_mercator(at: LonLat) -> Mercator:
    """EPSG:4326 to EPSG:3857 (spherical Mercator; EPSG guidance note 7-2, method 1024)."""
    lat = max(-MERCATOR_MAX_LAT, min(MERCATOR_MAX_LAT, at.lat))
    x = MERCATOR_RADIUS_M * math.radians(at.lon)
    y = MERCATOR_RADIUS_M * math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))
    return Mercator(x, y)


def from_mercator(at: Mercator) -> LonLat:
    """EPSG:3857 to EPSG:4326."""
    lon = math.degrees(at.x / MERCATOR_RADIUS_M)
    lat = math.degrees(2 * math.atan(math.exp(at.y / MERCATOR_RADIUS_M)) - math.pi / 2)
    return LonLat(lon, lat)


def haversine_m(a: LonLat, b: LonLat) -> float:
    """Great-circle distance in metres (haversine on the mean sphere; within 0.5 %)."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    dlat, dlon = lat_b - lat_a, math.radians(b.lon - a.lon)
    h = math.sin(dlat / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(dlon / 2) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(min(1.0, h)))


def length_m(along: Sequence[LonLat]) -> float:
    """Metres along a line, by great circles."""
    return sum(haversine_m(a, b) for a, b in pairwise(along))


def is_on_earth(at: LonLat) -> bool:
    """Whether both are finite numbers within the degrees of the earth, and not 0/0."""
    if not (math.isfinite(at.lon) and math.isfinite(at.lat)):
        return False
    return abs(at.lon) <= 180 and abs(at.lat) <= 90 and (at.lon, at.lat) != (0.0, 0.0)
