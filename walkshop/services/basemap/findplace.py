"""Finding a street, square or stop by what people type of its name, in the map that is open."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import islice, pairwise
from typing import TypeVar

from walkshop.domain.geo import Bounds, LonLat, Mercator, from_mercator
from walkshop.services.basemap.data import Box, MapData, Ring, Shape

T = TypeVar("T")

_SHORT = re.compile(r"str(?:\.|\b)")
_APART = re.compile(r"[^0-9a-z]+")


class PlaceKind(IntEnum):
    """What a place is; the order in which equally good matches are told."""

    STOP = 0
    STREET = 1
    SQUARE = 2
    OTHER = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A place with a name: its middle (of a street: on the street) and its box (WGS84)."""

    name: str
    kind: PlaceKind
    place: LonLat
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by rank, each behind its folded name and a space: made once, searched per letter."""

    rows: tuple[tuple[str, Found], ...]


def gazetteer_of(places: Iterable[Found]) -> Gazetteer:
    """The index over `places`; those without a name are left out."""
    return _last(_index(places))


def places_of_map(data: MapData) -> list[Found]:
    """Every name of the map once per kind, with one box around all its pieces."""
    return _last(_places(data))


def gazetteer_in_steps(data: MapData) -> Iterator[Gazetteer | None]:
    """The index over every name of a map, in many short steps that give None; it comes last.

    Of a town it takes a quarter of a second in all: a window does a few milliseconds at a time.
    """
    places: list[Found] = []
    for found in _places(data):
        places = found or places
        yield None
    yield from _index(places)


def stop_place(name: str, at: LonLat) -> Found:
    """A stop as a place to find."""
    return Found(name, PlaceKind.STOP, at, Bounds(at.lon, at.lat, at.lon, at.lat))


def find_places(index: Gazetteer, typed: str, most: int = 8) -> Sequence[Found]:
    """Places whose name, or a word in it, begins with what is typed.

    The start of a name goes before a word in it, then stops, streets, squares and the rest, then
    the shorter name. Nothing typed finds nothing.
    """
    # Who types "str" may be on the way to "Strevelsweg" as well as to a street.
    forms = {" " + form for form in (folded(typed), _plain(typed)) if form}
    if not forms:
        return ()
    starts = tuple(forms)
    at_start = (place for key, place in index.rows if key.startswith(starts))
    found = dict.fromkeys(islice(at_start, most))
    if len(found) < most:
        inner = (place for key, place in index.rows if any(form in key for form in starts))
        found |= dict.fromkeys(islice(inner, 2 * most))
    return tuple(found)[:most]


@lru_cache(maxsize=32768)
def folded(name: str) -> str:
    """A name without case, accents and signs; "str." and "str" at a word's end are "straat"."""
    return _APART.sub(" ", _SHORT.sub("straat ", _bare(name))).strip()


def _plain(name: str) -> str:
    return _APART.sub(" ", _bare(name)).strip()


def _bare(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _kind(layer: str, grade: str) -> PlaceKind:
    shown = grade if layer == "label" else layer
    if shown in ("street", "path"):
        return PlaceKind.STREET
    return PlaceKind.SQUARE if shown == "square" else PlaceKind.OTHER


def _places(data: MapData) -> Iterator[list[Found] | None]:
    boxes: dict[tuple[str, PlaceKind], Box] = {}
    lines: dict[tuple[str, PlaceKind], list[Ring]] = {}
    for feature in data.features:
        if feature.name:
            key = (feature.name, _kind(feature.layer, feature.grade))
            known = boxes.get(key)
            boxes[key] = _around(known, feature.box) if known else feature.box
            if feature.shape is Shape.LINE:
                lines.setdefault(key, []).extend(feature.parts)
            yield None
    places = []
    for key, box in boxes.items():
        places.append(_found(*key, box, lines.get(key, ())))
        yield None
    yield places


def _index(places: Iterable[Found]) -> Iterator[Gazetteer | None]:
    ranked = sorted(places, key=lambda place: (place.kind, len(place.name), place.name))
    rows = []
    for place in ranked:
        row = (" " + folded(place.name), place)
        if row[0].strip():
            rows.append(row)
        yield None
    yield Gazetteer(tuple(rows))


def _last(steps: Iterable[T | None]) -> T:
    return [step for step in steps if step is not None][-1]


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _found(name: str, kind: PlaceKind, box: Box, lines: Sequence[Ring]) -> Found:
    low, high = (from_mercator(Mercator(*corner)) for corner in (box[:2], box[2:]))
    bounds = Bounds(low.lon, low.lat, high.lon, high.lat)
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    # The middle of the box around a bent street lies in somebody's garden.
    on_line = from_mercator(Mercator(*_nearest(lines, middle))) if lines else bounds.centre
    return Found(name, kind, on_line, bounds)


def _nearest(lines: Sequence[Ring], to: tuple[float, float]) -> tuple[float, float]:
    """The point on the lines nearest to `to` (all EPSG:3857)."""
    points = [_foot(start, end, to) for line in lines for start, end in pairwise(line)] or [
        line[0] for line in lines if line
    ]
    return min(points, key=lambda at: (at[0] - to[0]) ** 2 + (at[1] - to[1]) ** 2, default=to)


def _foot(
    start: tuple[float, float], end: tuple[float, float], to: tuple[float, float]
) -> tuple[float, float]:
    east, north = end[0] - start[0], end[1] - start[1]
    long = east * east + north * north
    part = ((to[0] - start[0]) * east + (to[1] - start[1]) * north) / long if long else 0.0
    part = min(1.0, max(0.0, part))
    return (start[0] + part * east, start[1] + part * north)
