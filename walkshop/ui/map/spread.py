"""How signs on a map give way to one another: pure functions of px, tested without a window.

Pins that overlap step aside, at most 14 px and without a line. What then still lies on a heap
fans out when one of it is hovered or selected. Numbers stand right of their pin, else where
there is room.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from walkshop.ui.map.pinset import Floats, Indexes

STEP_PX = 14.0
"""The farthest a pin stands from its place without a line to it."""

HEAP_SHARE = 0.7
"""Pins nearer than this part of their size hide each other: they are one heap."""

FAN_LIMIT = 24
"""Larger heaps stay as they are; there one must zoom in."""

FAN_RADIUS = 2.5
"""Of the innermost ring of an open heap, in sizes of a pin."""

NUMBER_GAP_PX = 4.0
NUMBER_HEIGHT_PX = 18.0

PLATE_PX = (26.0, 20.0)
"""A stop's plate, wide and high."""

NUMBER_COVERED = 0.6
"""A number covered by more than this part says nothing: it waits until its pin is pointed at."""

_ROUNDS = 40


class Box(NamedTuple):
    """A box in px: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float


def step_aside(x: Floats, y: Floats, size: float) -> tuple[Floats, Floats]:
    """How far (px) each pin of `size` px steps from its place so that pins overlap least."""
    dx, dy = np.zeros_like(x), np.zeros_like(y)
    apart = size + 1
    first, second = _pairs(x, y, apart + 2 * STEP_PX)
    if len(first) == 0:
        return dx, dy
    for _ in range(_ROUNDS):
        gap_x = (x + dx)[second] - (x + dx)[first]
        gap_y = (y + dy)[second] - (y + dy)[first]
        distance = np.hypot(gap_x, gap_y)
        alike = distance < 1e-6
        # Pins on one place part in directions of their own, the same at every drawing.
        turn = (first * 7 + second) * 2.399963
        unit_x = np.where(alike, np.cos(turn), gap_x / np.where(alike, 1, distance))
        unit_y = np.where(alike, np.sin(turn), gap_y / np.where(alike, 1, distance))
        push = np.maximum(apart - distance, 0) * 0.35
        if not push.any():
            break
        for at, sign in ((first, -1), (second, 1)):
            np.add.at(dx, at, sign * push * unit_x)
            np.add.at(dy, at, sign * push * unit_y)
        far = np.maximum(np.hypot(dx, dy) / STEP_PX, 1.0)
        dx, dy = dx / far, dy / far
    return dx, dy


def heaps(x: Floats, y: Floats, size: float) -> list[list[int]]:
    """The groups of two or more pins that hide each other where they stand (px)."""
    first, second = _pairs(x, y, size * HEAP_SHARE)
    leader = list(range(len(x)))

    def root(at: int) -> int:
        while leader[at] != at:
            leader[at] = at = leader[leader[at]]
        return at

    for a, b in zip(first.tolist(), second.tolist(), strict=True):
        leader[root(b)] = root(a)
    groups: dict[int, list[int]] = {}
    for at in {int(i) for i in np.concatenate([first, second])}:
        groups.setdefault(root(at), []).append(at)
    return [sorted(group) for _, group in sorted(groups.items())]


def fan(
    places: Sequence[tuple[float, float]], size: float, held: int | None = None
) -> list[tuple[float, float]]:
    """Where the pins of a heap stand when it is open, in px.

    Args:
        places: their true places.
        size: of the pins.
        held: the one that stays on its place (the selected one), if any.
    """
    around = [at for at in range(len(places)) if at != held]
    if held is not None:
        middle = places[held]
    else:
        middle = (_mean(at[0] for at in places), _mean(at[1] for at in places))
    turned = sorted(
        around,
        key=lambda at: (math.atan2(places[at][1] - middle[1], places[at][0] - middle[0]), at),
    )
    result = list(places)
    start, radius = 0, FAN_RADIUS * size
    while start < len(turned):
        room = max(1, int(2 * math.pi * radius / (1.45 * size)))
        ring = turned[start : start + room]
        for number, at in enumerate(ring):
            angle = -math.pi / 6 + 2 * math.pi * number / len(ring)
            result[at] = (
                middle[0] + radius * math.cos(angle),
                middle[1] + radius * math.sin(angle),
            )
        start, radius = start + room, radius + 1.5 * size
    return result


def number_box(x: float, y: float, size: float, wide: float, side: str) -> Box:
    """Where a number of `wide` px stands beside a pin with its middle at x, y."""
    away = size / 2 + NUMBER_GAP_PX
    high = max(NUMBER_HEIGHT_PX, size / 2 if size >= 48 else 0)
    if side == "right":
        return Box(x + away, y - high / 2, x + away + wide, y + high / 2)
    if side == "left":
        return Box(x - away - wide, y - high / 2, x - away, y + high / 2)
    top = y + size / 2 if side == "below" else y - size / 2 - high
    return Box(x - wide / 2, top, x + wide / 2, top + high)


SIDES = ("right", "left", "below", "above")


def number_sides(
    x: Floats, y: Floats, wide: Sequence[float], size: float, taken: Sequence[Box] = ()
) -> list[str]:
    """For each pin the side for its number: the first that is free, else the least covered.

    Empty where every side is so covered that the number could not be read.

    Args:
        wide: of each number in px; 0 for none.
        taken: what else numbers keep clear of (stops).
    """
    pins = np.stack([x - size / 2, y - size / 2, x + size / 2, y + size / 2], axis=1)
    shut = np.concatenate([pins, np.array(taken, dtype=np.float64).reshape(-1, 4)])
    numbers = np.empty((0, 4))
    chosen: list[str] = []
    for at, room in enumerate(wide):
        best, least = SIDES[0], math.inf if room else 0.0
        for side in SIDES if room else ():
            box = number_box(float(x[at]), float(y[at]), size, room, side)
            cost = _covered(box, shut) + 2 * _covered(box, numbers)
            if cost < least - 1:
                best, least = side, cost
            if cost == 0:
                break
        if least > NUMBER_COVERED * room * NUMBER_HEIGHT_PX:
            best = ""
        chosen.append(best)
        if best and room:
            box = number_box(float(x[at]), float(y[at]), size, room, best)
            numbers = np.concatenate([numbers, [box]])
    return chosen


def plate_offset(
    place: tuple[float, float], taken: Sequence[Box], size: float
) -> tuple[float, float]:
    """From a stop's place to the middle of its plate: beside it, where least is covered (px)."""
    wide, high = PLATE_PX
    down, right = size / 2 + high / 2 + 1, size / 2 + wide / 2 + 1
    shut = np.array(taken, dtype=np.float64).reshape(-1, 4)
    best, least = (0.0, down), math.inf
    for dx, dy in (
        (0.0, down), (-right, 0.0), (0.0, -down), (right, 0.0),
        (-right * 0.8, down * 0.8), (right * 0.8, down * 0.8),
        (-right * 0.8, -down * 0.8), (right * 0.8, -down * 0.8),
        (0.0, down * 1.8), (-right * 1.6, 0.0), (0.0, -down * 1.8), (right * 1.6, 0.0),
    ):  # fmt: skip
        cost = _covered(plate_box(place[0] + dx, place[1] + dy), shut)
        if cost < least - 1:
            best, least = (dx, dy), cost
        if cost == 0:
            break
    return best


def plate_box(x: float, y: float) -> Box:
    """The box of a stop's plate with its middle at x, y."""
    wide, high = PLATE_PX
    return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def pin_box(x: float, y: float, size: float) -> Box:
    """The box of a pin with its middle at x, y."""
    return Box(x - size / 2, y - size / 2, x + size / 2, y + size / 2)


def _pairs(x: Floats, y: Floats, within: float) -> tuple[Indexes, Indexes]:
    """All pairs nearer than `within`; square in the number of pins, so for some hundreds."""
    close = np.hypot(x[:, None] - x[None, :], y[:, None] - y[None, :]) < within
    first, second = np.nonzero(np.triu(close, 1))
    return first, second


def _covered(box: Box, others: Floats) -> float:
    """How many square px of `box` the others cover."""
    if len(others) == 0:
        return 0.0
    wide = np.minimum(box.right, others[:, 2]) - np.maximum(box.left, others[:, 0])
    high = np.minimum(box.bottom, others[:, 3]) - np.maximum(box.top, others[:, 1])
    return float(np.sum(np.maximum(wide, 0) * np.maximum(high, 0)))


def _mean(values: Iterable[float]) -> float:
    known = list(values)
    return sum(known) / len(known)
