"""GeoPackage geometry blobs, and the five functions that a spatial index of others calls.

A blob is the "GP" header of the GeoPackage standard (clause 2.1.3) and well-known binary behind
it. Points, by far the most, are packed and read by hand; all else goes through shapely.
"""

from __future__ import annotations

import math
import sqlite3
import struct
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from walkshop.domain.geo import LonLat

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

SRS = 4326
"""All places in the file are WGS84, longitude first."""

_POINT = struct.Struct("<2sBBiBIdd")  # header without envelope, then a little-endian WKB point
_HEADER = struct.Struct("<2sBBi")
_ENVELOPE = struct.Struct("<4d")  # min x, max x, min y, max y
_ENVELOPE_DOUBLES = (0, 4, 6, 6, 8)
_LITTLE, _WITH_ENVELOPE, _EMPTY = 0x01, 0x02, 0x10

Ring = tuple[LonLat, ...]
Box = tuple[float, float, float, float]


def pack_point(at: LonLat) -> bytes:
    """The blob of a point."""
    return _POINT.pack(b"GP", 0, _LITTLE, SRS, 1, 1, at.lon, at.lat)


def pack_line(along: Sequence[LonLat]) -> bytes:
    """The blob of a line; a single point is doubled, for a line of one point is no geometry."""
    from shapely import LineString

    return _pack(LineString(along if len(along) > 1 else [*along, *along]), along)


def pack_area(outline: Sequence[LonLat]) -> bytes:
    """The blob of an area within one ring."""
    from shapely import Polygon

    return _pack(Polygon(_padded(outline)), outline)


def pack_areas(outlines: Iterable[Sequence[LonLat]]) -> bytes:
    """The blob of several areas, each within one ring."""
    from shapely import MultiPolygon, Polygon

    rings = [ring for ring in outlines if ring]
    areas = MultiPolygon([Polygon(_padded(ring)) for ring in rings])
    return _pack(areas, [corner for ring in rings for corner in ring])


def point_of(blob: object) -> LonLat | None:
    """Where a blob lies: its point, or a point on what it draws; None for nothing usable."""
    if not isinstance(blob, bytes):
        return None
    if len(blob) == _POINT.size and blob[:4] == b"GP\0\x01" and blob[8:13] == b"\1\1\0\0\0":
        return _usable(*_POINT.unpack(blob)[-2:])
    drawn = _unpack(blob)
    if drawn is None or drawn.is_empty:
        return None
    spot = drawn.representative_point()
    return _usable(spot.x, spot.y)


def line_of(blob: object) -> Ring:
    """The points along a line; of several lines the first; empty for nothing usable."""
    drawn = _unpack(blob)
    parts = getattr(drawn, "geoms", [drawn])
    for part in parts:
        if part is not None and part.geom_type in ("LineString", "LinearRing"):
            return _single(_corners(part.coords))
    return ()


def rings_of(blob: object) -> tuple[Ring, ...]:
    """The outer rings of all areas, their closing corner left off; holes are not kept."""
    drawn = _unpack(blob)
    parts = getattr(drawn, "geoms", [drawn])
    return tuple(
        _single(_corners(part.exterior.coords)[:-1])
        for part in parts
        if part is not None and part.geom_type == "Polygon" and not part.is_empty
    )


def register(connection: sqlite3.Connection) -> None:
    """Give `connection` the functions that triggers of a spatial index call (clause F.3)."""
    for name, place in (("ST_MinX", 0), ("ST_MaxX", 1), ("ST_MinY", 2), ("ST_MaxY", 3)):
        connection.create_function(name, 1, _edge(place), deterministic=True)
    connection.create_function("ST_IsEmpty", 1, _is_empty, deterministic=True)


def box_of(blob: object) -> Box | None:
    """West, east, south and north of a blob; None when it is empty or no geometry."""
    if not isinstance(blob, bytes) or len(blob) < _HEADER.size or blob[:2] != b"GP":
        return None
    if blob[3] & _EMPTY:
        return None
    if len(blob) == _POINT.size and blob[3] == _LITTLE:
        lon, lat = _POINT.unpack(blob)[-2:]
        return None if math.isnan(lon) else (lon, lon, lat, lat)
    drawn = _unpack(blob)
    if drawn is None or drawn.is_empty:
        return None
    west, south, east, north = drawn.bounds
    return (west, east, south, north)


def _edge(place: int) -> Callable[[object], float | None]:
    def edge(blob: object) -> float | None:
        box = box_of(blob)
        return None if box is None else box[place]

    return edge


def _is_empty(blob: object) -> int | None:
    return None if blob is None else int(box_of(blob) is None)


def _pack(drawn: BaseGeometry, corners: Sequence[LonLat]) -> bytes:
    from shapely import to_wkb

    if not corners:
        return _HEADER.pack(b"GP", 0, _LITTLE | _EMPTY, SRS) + to_wkb(drawn, byte_order=1)
    lons, lats = [at.lon for at in corners], [at.lat for at in corners]
    envelope = _ENVELOPE.pack(min(lons), max(lons), min(lats), max(lats))
    header = _HEADER.pack(b"GP", 0, _LITTLE | _WITH_ENVELOPE, SRS)
    return header + envelope + to_wkb(drawn, byte_order=1)


def _unpack(blob: object) -> BaseGeometry | None:
    """What a blob draws; None when it is no geometry."""
    from shapely import from_wkb
    from shapely.errors import GEOSException

    if not isinstance(blob, bytes) or len(blob) < _HEADER.size or blob[:2] != b"GP":
        return None
    kind = blob[3] >> 1 & 7
    if kind >= len(_ENVELOPE_DOUBLES):
        return None
    try:
        return from_wkb(blob[_HEADER.size + 8 * _ENVELOPE_DOUBLES[kind] :])
    except GEOSException:
        return None


def _usable(lon: float, lat: float) -> LonLat | None:
    finite = math.isfinite(lon) and math.isfinite(lat)
    return LonLat(lon, lat) if finite and abs(lon) <= 180 and abs(lat) <= 90 else None


def _corners(coords: Iterable[Sequence[float]]) -> Ring:
    return tuple(LonLat(at[0], at[1]) for at in coords)


def _padded(ring: Sequence[LonLat]) -> list[LonLat]:
    """At least three corners, for fewer are no ring."""
    return [*ring, *([ring[-1]] * (3 - len(ring)))]


def _single(ring: Ring) -> Ring:
    """The ring without the corners that only padded it."""
    while len(ring) > 1 and ring[-1] == ring[-2]:
        ring = ring[:-1]
    return ring


__all__ = [
    "SRS",
    "Box",
    "Ring",
    "box_of",
    "line_of",
    "pack_area",
    "pack_areas",
    "pack_line",
    "pack_point",
    "point_of",
    "register",
    "rings_of",
]
