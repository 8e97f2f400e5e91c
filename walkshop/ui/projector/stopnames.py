"""Where the names of the stops stand on the overview: clear of each other, of pins, of the edge.

Pure functions of px. Each stop takes the spot that costs least; then all are asked again, knowing
the others.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from walkshop.ui.map.spread import Box

HIGH = 56.0
"""Height in px of a name with its plate, on a screen 720 high."""

NUMBER_ONLY = 66.0
"""Width in px of a plate without a name."""

NAMED_AT_MOST = 14
"""More stops than this are numbered and not named: their names would hide the map."""

_RINGS = (52.0, 80.0, 115.0, 160.0, 220.0, 290.0)
_TURNS = 16
_ROUNDS = 2
_APART = 6.0
_ON_NAME, _ON_STOP, _ON_PIN, _CROSSING, _FAR = 4000.0, 900.0, 150.0, 1500.0, 1.0
"""What a spot costs: per name, stop or pin that it hides, per line crossed, per px away."""


class Place(NamedTuple):
    """A stop as it is seen: where it is (px), and how wide its name is with the plate (px)."""

    x: float
    y: float
    wide: float


@dataclass(frozen=True, slots=True)
class NameSpot:
    """Where a name stands.

    Args:
        box: of plate and name together, px.
        named: False where only the number found room.
    """

    box: Box
    named: bool = True

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the box."""
        return (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2


def lay_names(
    places: Sequence[Place], frame: Box, pins: Sequence[tuple[float, float]], shut: Sequence[Box]
) -> list[NameSpot | None]:
    """A spot inside `frame` for each stop in it; None for a stop that is out of sight.

    Args:
        pins: where pins are drawn.
        shut: boxes in which no name may stand.
    """
    spots: list[NameSpot | None] = [None] * len(places)
    seen = [n for n, at in enumerate(places) if _holds(frame, at.x, at.y)]
    if not seen:
        return spots
    named = len(seen) <= NAMED_AT_MOST
    middle = sum(places[n].x for n in seen) / len(seen), sum(places[n].y for n in seen) / len(seen)
    # The outer ones first: they have the room that the inner ones do not need.
    seen.sort(key=lambda n: -math.hypot(places[n].x - middle[0], places[n].y - middle[1]))
    for _ in range(_ROUNDS):
        for n in seen:
            others = [(places[m], s) for m, s in enumerate(spots) if s is not None and m != n]
            spots[n] = _best(places, n, named, _Taken(frame, pins, shut, others))
    return spots


class _Taken(NamedTuple):
    """What a name gives way to."""

    frame: Box
    pins: Sequence[tuple[float, float]]
    shut: Sequence[Box]
    others: Sequence[tuple[Place, NameSpot]]


def _best(places: Sequence[Place], n: int, named: bool, taken: _Taken) -> NameSpot:
    wide, frame = places[n].wide, taken.frame
    if named and wide <= frame.right - frame.left:
        cost, box = _cheapest(places, n, wide, taken)
        if cost < _ON_NAME:
            return NameSpot(box)
    return NameSpot(_cheapest(places, n, NUMBER_ONLY, taken)[1], named=False)


def _cheapest(places: Sequence[Place], n: int, wide: float, taken: _Taken) -> tuple[float, Box]:
    boxes = (_kept_in(box, taken.frame) for box in _boxes(places[n], wide))
    return min(((_cost(places, n, box, taken), box) for box in boxes), key=lambda pair: pair[0])


def _boxes(at: Place, wide: float) -> list[Box]:
    """Boxes around a stop, ring by ring; beside it they begin or end where the ring does."""
    found = []
    for ring in _RINGS:
        for turn in range(_TURNS):
            angle = 2 * math.pi * turn / _TURNS
            across, down = math.cos(angle), math.sin(angle)
            x = at.x + ring * across + across * wide / 2
            y = at.y + ring * down
            found.append(Box(x - wide / 2, y - HIGH / 2, x + wide / 2, y + HIGH / 2))
    return found


def _cost(places: Sequence[Place], n: int, box: Box, taken: _Taken) -> float:
    at = places[n]
    near = _grown(box, _APART)
    line = (at.x, at.y), ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    cost = _FAR * _away(box, at.x, at.y)
    cost += _ON_NAME * sum(_overlap(near, other) for other in taken.shut)
    cost += _ON_NAME * sum(_overlap(near, spot.box) for _, spot in taken.others)
    cost += _ON_STOP * sum(_holds(_grown(box, 14), place.x, place.y) for place in places)
    cost += _ON_PIN * sum(_holds(_grown(box, 12), x, y) for x, y in taken.pins)
    return cost + _CROSSING * sum(
        _cross(line, ((place.x, place.y), spot.middle)) for place, spot in taken.others
    )


def _kept_in(box: Box, frame: Box) -> Box:
    dx = max(frame.left - box.left, 0) - max(box.right - frame.right, 0)
    dy = max(frame.top - box.top, 0) - max(box.bottom - frame.bottom, 0)
    return Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)


def _grown(box: Box, by: float) -> Box:
    return Box(box.left - by, box.top - by, box.right + by, box.bottom + by)


def _overlap(a: Box, b: Box) -> bool:
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom


def _holds(box: Box, x: float, y: float) -> bool:
    return box.left <= x <= box.right and box.top <= y <= box.bottom


def _away(box: Box, x: float, y: float) -> float:
    dx = max(box.left - x, 0, x - box.right)
    dy = max(box.top - y, 0, y - box.bottom)
    return math.hypot(dx, dy)


Line = tuple[tuple[float, float], tuple[float, float]]


def _cross(a: Line, b: Line) -> bool:
    return _turn(*a, b[0]) != _turn(*a, b[1]) and _turn(*b, a[0]) != _turn(*b, a[1])


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])
