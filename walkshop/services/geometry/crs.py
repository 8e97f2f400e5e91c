"""Metres on the ground: the local CRS of a place, and RD New as Dutch tables give it.

RD New is EPSG:28992, metres; WGS84 is EPSG:4326, degrees, longitude first. Without the grid files
of the land registry, which are not shipped, RD New is right to within a metre.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from walkshop.domain.geo import Bounds, LonLat, bounds_of

if TYPE_CHECKING:
    from pyproj import Transformer

RD_NEW = "EPSG:28992"
WGS84 = "EPSG:4326"

NETHERLANDS = Bounds(3.2, 50.5, 7.3, 53.7)
"""Degrees within which metres are counted in RD New."""

_RD_X = (-7_000.0, 300_000.0)
_RD_Y = (289_000.0, 629_000.0)
"""Metres within which RD New is defined (EPSG area of use, rounded); the two do not overlap
where there is land, so that x and y cannot be taken for each other."""


class Metres(NamedTuple):
    """A place in metres of a local CRS, x east and y north."""

    x: float
    y: float


def is_rd(x: float, y: float) -> bool:
    """Whether two numbers can be RD New metres; degrees never are."""
    return _RD_X[0] <= x <= _RD_X[1] and _RD_Y[0] <= y <= _RD_Y[1]


def from_rd(points: Sequence[Metres]) -> list[LonLat]:
    """RD New metres to WGS84."""
    return from_local(RD_NEW, points)


def to_rd(points: Sequence[LonLat]) -> list[Metres]:
    """WGS84 to RD New metres."""
    return [Metres(*at) for at in _moved(WGS84, RD_NEW, points)]


def local_crs(at: LonLat) -> str:
    """The CRS in which metres around `at` are true: RD New in the Netherlands, else a UTM zone."""
    if NETHERLANDS.contains(at):
        return RD_NEW
    zone = min(int((at.lon + 180) // 6) + 1, 60)
    return f"EPSG:{326 if at.lat >= 0 else 327}{zone:02d}"


def metres(points: Iterable[LonLat]) -> list[Metres]:
    """WGS84 places in metres of the local CRS of their middle."""
    places = list(points)
    bounds = bounds_of(places)
    if bounds is None:
        return []
    return [Metres(*at) for at in _moved(WGS84, local_crs(bounds.centre), places)]


def from_local(crs: str, points: Sequence[Metres]) -> list[LonLat]:
    """Metres of a local CRS, as `local_crs` named it, to WGS84."""
    return [LonLat(*at) for at in _moved(crs, WGS84, points)]


def _moved(
    source: str, target: str, points: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    if not points:
        return []
    xs, ys = zip(*points, strict=True)
    moved_x, moved_y = _transformer(source, target).transform(xs, ys)
    return list(zip(moved_x, moved_y, strict=True))


@lru_cache(maxsize=16)
def _transformer(source: str, target: str) -> Transformer:
    from pyproj import Transformer

    return Transformer.from_crs(source, target, always_xy=True)
