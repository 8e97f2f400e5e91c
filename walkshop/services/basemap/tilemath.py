"""Which squares of the web's numbering cover a piece of the world, and how many they are.

Zoom 0 is the world in one square, each further zoom halves its side; column 0 in the west, row 0
in the north (XYZ numbering on EPSG:3857).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from walkshop.domain.geo import MERCATOR_RADIUS_M, Bounds, LonLat, to_mercator
from walkshop.services.basemap.data import Box

_WORLD_M = 2 * math.pi * MERCATOR_RADIUS_M
_IN_ONE_VIEW = 2


class TileId(NamedTuple):
    """One square."""

    zoom: int
    column: int
    row: int

    @property
    def box(self) -> Box:
        """What it shows, EPSG:3857 metres."""
        metres = _WORLD_M / 2**self.zoom
        west, north = self.column * metres - _WORLD_M / 2, _WORLD_M / 2 - self.row * metres
        return (west, north - metres, west + metres, north)


def tile_at(at: LonLat, zoom: int) -> TileId:
    """The square that a place (WGS84) lies in; the nearest for a place off the square world."""
    metres, last = _WORLD_M / 2**zoom, 2**zoom - 1
    there = to_mercator(at)
    column = math.floor((there.x + _WORLD_M / 2) / metres)
    row = math.floor((_WORLD_M / 2 - there.y) / metres)
    return TileId(zoom, max(0, min(last, column)), max(0, min(last, row)))


def tiles_over(bounds: Bounds, zoom: int) -> Iterator[TileId]:
    """The squares that show any of `bounds`, row by row from the north west."""
    columns, rows = _spans(bounds, zoom)
    return (TileId(zoom, column, row) for row in rows for column in columns)


def count_over(bounds: Bounds, zoom: int) -> int:
    """How many squares show any of `bounds`, without making them."""
    columns, rows = _spans(bounds, zoom)
    return len(columns) * len(rows)


def zooms_within(bounds: Bounds, least: int, most: int, cap: int) -> range:
    """The zooms from where `bounds` fit in one view up to `most`, as many as keep below `cap`.

    Args:
        least, most: zooms that there are.
        cap: squares of all zooms together; an area that already has more gives no zooms.
    """
    first = least
    while first < most and max(map(len, _spans(bounds, first + 1))) <= _IN_ONE_VIEW:
        first += 1
    end, total = first, 0
    while end <= most and total + count_over(bounds, end) <= cap:
        total += count_over(bounds, end)
        end += 1
    return range(first, end)


def overlap(one: Bounds, other: Bounds | None) -> Bounds | None:
    """What two boxes share; `one` where there is no other, None where they share nothing."""
    if other is None:
        return one
    west, east = max(one.west, other.west), min(one.east, other.east)
    south, north = max(one.south, other.south), min(one.north, other.north)
    return Bounds(west, south, east, north) if west <= east and south <= north else None


def _spans(bounds: Bounds, zoom: int) -> tuple[range, range]:
    first = tile_at(LonLat(bounds.west, bounds.north), zoom)
    last = tile_at(LonLat(bounds.east, bounds.south), zoom)
    return range(first.column, last.column + 1), range(first.row, last.row + 1)
