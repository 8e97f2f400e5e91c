"""Opens every heap of a still map, so that on paper each number is read without pointing.

Pure functions of px. A greedy search over rings of places, as map lettering does it (Christensen,
Marks and Shieber 1995, "An empirical study of algorithms for point-feature label placement"):
each pin takes the place that covers least and whose line crosses least, then all are asked again,
knowing the others.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from walkshop.ui.map.arrange import Arrangement, NumberWidth, opened
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.crossings import crossings, overlaps, passes, passes_own
from walkshop.ui.map.pinset import Floats, PinSet
from walkshop.ui.map.spread import SIDES, Box, heaps, number_box, pin_box, plate_box

SEARCH_LIMIT = 90
"""With more pins in heaps than this there is no room to search in: they stand on plain rings."""

_FIRST_RING, _NEXT_RING, _LEAST_RINGS = 1.5, 0.7, 6
"""Of the places to try, in sizes of a pin."""

_ROUNDS = 3
_DOT_PX = 4.0
_HIDDEN = 0.12
"""A number of which more than this part is covered is not read at a glance."""

_OUTSIDE, _ON_PIN, _ON_WORD, _CROSSING, _FAR = 60.0, 8.0, 10.0, 300.0, 0.8
"""What a place costs: per square px outside, on a pin, on a number; per crossing; per px away."""


class _Spot(NamedTuple):
    """A place for one pin: its middle in px, and the side of its number."""

    x: float
    y: float
    side: str


class _Task(NamedTuple):
    """One pin that needs a place: its true place in px, and where it may stand."""

    pin: int
    place: tuple[float, float]
    wide: float
    spots: tuple[_Spot, ...]
    home: _Spot | None


def all_opened(
    how: Arrangement, pins: PinSet, camera: Camera, width: NumberWidth, shut: Sequence[Box] = ()
) -> Arrangement:
    """The arrangement with every heap open and every number shown.

    Args:
        shut: boxes in px that pins and numbers keep clear of (scale bar, source, stops).

    A crowd stays as it is: there is no room for numbers at all.
    """
    if how.crowded or not len(pins):
        return how
    groups = _groups(how, pins, camera, width, shut)
    troubled = {index for group in groups for index in group}
    if not troubled:
        return how
    if len(troubled) > SEARCH_LIMIT:
        for group in groups:
            how = opened(how, pins, camera, group, None) if len(group) > 1 else how
        return replace(how, open=frozenset(i for group in groups if len(group) > 1 for i in group))
    tasks = _tasks(groups, how, pins, camera, width)
    standing = [i for i in pins.in_view(camera, how.size).tolist() if i not in troubled]
    page = _Page(how, camera, shut)
    for index in standing:
        page.stand(_placed(how, pins, camera, index), how.sides.get(index, ""), width, how.size)
    chosen = page.choose(tasks)
    return _with(how, tasks, chosen)


class _Page:
    """What is taken on the sheet so far."""

    def __init__(self, how: Arrangement, camera: Camera, shut: Sequence[Box]) -> None:
        self._size = how.size
        self._frame = np.array([[0.0, 0.0, camera.width, camera.height]])
        self._pins: list[Box] = []
        self._words: list[Box] = list(shut)

    def stand(
        self, pin: tuple[float, float, str], side: str, width: NumberWidth, size: float
    ) -> None:
        """A pin that stays where it is, with its number."""
        x, y, number = pin
        self._pins.append(pin_box(x, y, size))
        if side:
            self._words.append(number_box(x, y, size, width(number, size), side))

    def choose(self, tasks: Sequence[_Task]) -> dict[int, _Spot]:
        """A spot for each; asked again when all others are known."""
        chosen: dict[int, _Spot] = {}
        for _ in range(_ROUNDS):
            for task in tasks:
                others = [t for t in tasks if t.pin in chosen and t.pin != task.pin]
                cost = self._cost(task, others, chosen, tasks)
                chosen[task.pin] = task.spots[int(np.argmin(cost))]
        return chosen

    def _cost(
        self,
        task: _Task,
        others: Sequence[_Task],
        chosen: dict[int, _Spot],
        tasks: Sequence[_Task],
    ) -> Floats:
        spots, size = task.spots, self._size
        at = np.array([spot[:2] for spot in spots])
        mine = np.array([pin_box(x, y, size) for x, y, _ in spots])
        words = np.array([number_box(x, y, size, task.wide, side) for x, y, side in spots])
        pins = [*self._pins, *(pin_box(*chosen[t.pin][:2], size) for t in others)]
        taken = [*self._words]
        for other in others:
            x, y, side = chosen[other.pin]
            taken.append(number_box(x, y, size, other.wide, side))
        dots = [pin_box(*t.place, 2 * _DOT_PX) for t in tasks]
        area = size * size + task.wide * 18.0
        inside = overlaps(mine, self._frame) + overlaps(words, self._frame)
        cost = _OUTSIDE * np.maximum(0.0, area - inside)
        cost += _ON_PIN * (overlaps(mine, _boxes(pins)) + overlaps(words, _boxes(pins)))
        cost += _ON_WORD * (overlaps(mine, _boxes(taken)) + overlaps(words, _boxes(taken)))
        cost += _ON_PIN * (overlaps(mine, _boxes(dots)) + overlaps(words, _boxes(dots)))
        cost += _FAR * np.hypot(*(at - task.place).T)
        place = np.broadcast_to(np.array(task.place), at.shape)
        lines = np.hstack([place, at])
        led = [t for t in others if t.home is None or chosen[t.pin][:2] != t.home[:2]]
        drawn = np.array([(*t.place, *chosen[t.pin][:2]) for t in led]).reshape(-1, 4)
        cost += _CROSSING * (passes(lines, _boxes([*pins, *taken])) + crossings(lines, drawn))
        cost += _CROSSING * passes_own(lines, words)
        return cost + _CROSSING * (passes(drawn, mine, True) + passes(drawn, words, True))


def _groups(
    how: Arrangement, pins: PinSet, camera: Camera, width: NumberWidth, shut: Sequence[Box]
) -> list[tuple[int, ...]]:
    """The heaps, and alone each pin whose number cannot be read where it stands."""
    among = pins.in_view(camera)
    x, y = pins.screen(camera, among)
    x, y = x + how.dx[among], y + how.dy[among]
    found = [tuple(int(among[n]) for n in heap) for heap in heaps(x, y, how.size)]
    heaped = {index for heap in found for index in heap}
    signs = [pin_box(a, b, how.size) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
    words = {
        n: number_box(x[n], y[n], how.size, width(number, how.size), how.sides.get(i, "right"))
        for n, i in enumerate(among.tolist())
        if (number := pins.pins[i].look.number)
    }
    for n, index in enumerate(among.tolist()):
        if index in heaped or n not in words:
            continue
        others = [*shut, *signs[:n], *signs[n + 1 :], *(b for m, b in words.items() if m != n)]
        hidden = _covered(words[n], others) > _HIDDEN or _covered(signs[n], shut) > 0
        if index not in how.sides or hidden or not _inside(words[n], camera):
            found.append((index,))
    return found


def _covered(box: Box, others: Sequence[Box]) -> float:
    """What part of a box the others cover."""
    area = (box.right - box.left) * (box.bottom - box.top)
    return float(overlaps(_boxes([box]), _boxes(others))[0]) / area


def _inside(box: Box, camera: Camera) -> bool:
    inside = box.left >= 0 and box.top >= 0
    return inside and box.right <= camera.width and box.bottom <= camera.height


def _tasks(
    groups: Sequence[tuple[int, ...]],
    how: Arrangement,
    pins: PinSet,
    camera: Camera,
    width: NumberWidth,
) -> list[_Task]:
    tasks = []
    for group in groups:
        places = [camera.to_screen(pins.pins[index].at) for index in group]
        middle = (
            sum(p.x for p in places) / len(places),
            sum(p.y for p in places) / len(places),
        )
        spots = _rings(middle, how.size, len(group))
        for index, place in zip(group, places, strict=True):
            x, y, number = _placed(how, pins, camera, index)
            homes = tuple(_Spot(x, y, side) for side in SIDES) if len(group) == 1 else ()
            wide = width(number, how.size)
            home = homes[0] if homes else None
            tasks.append(_Task(index, (place.x, place.y), wide, (*homes, *spots), home))
    return tasks


def _rings(middle: tuple[float, float], size: float, count: int) -> tuple[_Spot, ...]:
    """Places around a middle on rings, the nearest first, until there is room to choose from."""
    spots: list[_Spot] = []
    number, room = 0, 0
    while number < _LEAST_RINGS or room < 3 * count:
        radius = size * (_FIRST_RING + _NEXT_RING * number)
        places = max(12, int(2 * math.pi * radius / (0.75 * size)))
        for step in range(places):
            angle = 2 * math.pi * (step + number % 2 / 2) / places - math.pi / 6
            x = middle[0] + radius * math.cos(angle)
            y = middle[1] + radius * math.sin(angle)
            spots += [_Spot(x, y, side) for side in ("right", "left")]
        room += places // 3
        number += 1
    return tuple(spots)


def _placed(how: Arrangement, pins: PinSet, camera: Camera, index: int) -> tuple[float, float, str]:
    """Where a pin is drawn, px, and its number."""
    pin = pins.pins[index]
    at = camera.to_screen(pin.at)
    return (at.x + float(how.dx[index]), at.y + float(how.dy[index]), pin.look.number)


def _with(how: Arrangement, tasks: Sequence[_Task], chosen: dict[int, _Spot]) -> Arrangement:
    dx, dy, sides = how.dx.copy(), how.dy.copy(), dict(how.sides)
    size, led, boxes = how.size, set(), list(how.taken)
    for task in tasks:
        x, y, side = chosen[task.pin]
        dx[task.pin], dy[task.pin] = x - task.place[0], y - task.place[1]
        boxes.append(pin_box(x, y, size))
        if task.wide:
            sides[task.pin] = side
            boxes.append(number_box(x, y, size, task.wide, side))
        if task.home is None or (x, y) != task.home[:2]:
            led.add(task.pin)
    return replace(how, dx=dx, dy=dy, sides=sides, open=frozenset(led), taken=tuple(boxes))


def plate_boxes(how: Arrangement, places: Sequence[tuple[float, float]]) -> list[Box]:
    """The boxes of the stops' plates for stops at these px."""
    moved = zip(places, how.plates, strict=True)
    return [plate_box(x + dx, y + dy) for (x, y), (dx, dy) in moved]


def _boxes(boxes: Sequence[Box]) -> Floats:
    return np.array(boxes, dtype=np.float64).reshape(-1, 4)
