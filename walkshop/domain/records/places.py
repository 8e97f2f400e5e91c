"""Where a note or action belongs: a closed set of six."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from walkshop.domain.geo import LonLat, haversine_m
from walkshop.domain.records.ids import StopId


@dataclass(frozen=True, slots=True)
class Point:
    """At a point (WGS84).

    Args:
        at: where.
        assumed: the place is a guess that nobody confirmed.
        accuracy_m: how far off it may be, in metres.
        word: what a table called the shape whose one point this is ("line", "route", "area").
    """

    at: LonLat
    assumed: bool = False
    accuracy_m: float | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Along a line of two points or more (WGS84)."""

    along: tuple[LonLat, ...]
    assumed: bool = False
    accuracy_m: float | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """In an area: a ring of three corners or more (WGS84), not closed by a repeated corner."""

    outline: tuple[LonLat, ...]
    assumed: bool = False
    accuracy_m: float | None = None


@dataclass(frozen=True, slots=True)
class AtStop:
    """At a stop of the walk; the pin stands where the stop is."""

    stop: StopId


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole neighbourhood."""


@dataclass(frozen=True, slots=True)
class NotYet:
    """Not placed yet."""


Place = Point | Line | Area | AtStop | Whole | NotYet

NOT_YET = NotYet()
WHOLE = Whole()


def halfway(along: tuple[LonLat, ...]) -> LonLat:
    """The point halfway a line by length; the pin of a line stands there."""
    lengths = [haversine_m(a, b) for a, b in pairwise(along)]
    left = sum(lengths) / 2
    for (a, b), length in zip(pairwise(along), lengths, strict=True):
        if length and left <= length:
            part = left / length
            return LonLat(a.lon + (b.lon - a.lon) * part, a.lat + (b.lat - a.lat) * part)
        left -= length
    return along[0]


def inside(outline: tuple[LonLat, ...]) -> LonLat:
    """A point inside a ring: the middle of its widest stretch halfway its height."""
    lats = [corner.lat for corner in outline]
    lat = (min(lats) + max(lats)) / 2
    crossings = sorted(
        a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)
        for a, b in zip(outline, (*outline[1:], outline[0]), strict=True)
        if (a.lat > lat) != (b.lat > lat)
    )
    stretches = list(zip(crossings[::2], crossings[1::2], strict=False))
    if not stretches:
        return outline[0]
    west, east = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    return LonLat((west + east) / 2, lat)
