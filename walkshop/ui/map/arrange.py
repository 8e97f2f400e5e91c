"""Where every pin, number and plate is drawn at one zoom; panning moves the whole along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from walkshop.ui import tokens
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.pinset import Floats, Indexes, PinSet
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.spread import (
    FAN_LIMIT,
    HEAP_SHARE,
    Box,
    fan,
    heaps,
    number_box,
    number_sides,
    pin_box,
    plate_box,
    plate_offset,
    step_aside,
)

CROWD = 400
"""With more pins in view they stand where they are, without numbers: no room to give way."""

NumberWidth = Callable[[str, float], float]
"""Width in px of a number beside a pin of a size."""


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """How the signs of a scene give way at one zoom.

    Args:
        zoom: the camera's zoom it was made for.
        size: of the pins in px.
        dx, dy: from each pin's true place to where it is drawn, px.
        sides: of the numbers, by index of the pin; without an entry a pin shows none.
        heaps: pins that hide each other, as indexes.
        plates: from each stop's place to the middle of its plate, px.
        open: the pins that are fanned out now, with a line to their place.
        taken: what names keep clear of, px of the camera it was made for.
    """

    zoom: float
    size: float
    dx: Floats
    dy: Floats
    sides: dict[int, str] = field(default_factory=dict)
    heaps: tuple[tuple[int, ...], ...] = ()
    plates: tuple[tuple[float, float], ...] = ()
    open: frozenset[int] = frozenset()
    taken: tuple[Box, ...] = ()

    @property
    def crowded(self) -> bool:
        """Whether there were too many pins in view to give way."""
        return not self.sides and len(self.dx) > CROWD

    def heap_of(self, index: int) -> tuple[int, ...]:
        """The heap this pin is in; empty when it stands free."""
        return next((heap for heap in self.heaps if index in heap), ())

    def between(self, goal: Arrangement, part: float) -> Arrangement:
        """`part` (0 to 1) of the way to `goal`, for the movement of a fan."""
        dx = self.dx + (goal.dx - self.dx) * part
        dy = self.dy + (goal.dy - self.dy) * part
        return replace(goal, dx=dx, dy=dy, open=self.open | goal.open)


def pin_size(in_view: int) -> float:
    """The size in px of pins on a map with this many in view."""
    return float(tokens.PIN_MAP if in_view < tokens.PIN_CROWD else tokens.PIN_LIST)


def arrange(
    scene: Scene, camera: Camera, width: NumberWidth, size: float | None = None
) -> Arrangement:
    """Let the signs of a scene give way to one another, as seen by `camera`.

    Pins outside the viewport are arranged as far as half a viewport around it, so that panning
    brings nothing new at once. `size` in px fixes the pins' size.
    """
    pins = scene.pins
    size = size or pin_size(len(pins.in_view(camera)))
    among = pins.in_view(camera, max(camera.width, camera.height) / 2)
    none = np.zeros(len(pins))
    if len(among) > CROWD:
        plates = _plates(scene, camera, [], size)
        return Arrangement(camera.zoom, size, none, none, plates=plates)
    x, y = pins.screen(camera, among)
    step_x, step_y = step_aside(x, y, size)
    dx, dy = none, none.copy()
    dx[among], dy[among] = step_x, step_y
    x, y = x + step_x, y + step_y
    boxes = [pin_box(a, b, size) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
    plates = _plates(scene, camera, boxes, size)
    boxes += _plate_boxes(scene, camera, plates)
    wide = [width(pins.pins[i].look.number, size) for i in among.tolist()]
    sides = number_sides(x, y, wide, size, boxes[len(among) :])
    sides = [side if room else "" for side, room in zip(sides, wide, strict=True)]
    boxes += [number_box(x[n], y[n], size, wide[n], side) for n, side in enumerate(sides) if side]
    return Arrangement(
        camera.zoom,
        size,
        dx,
        dy,
        {int(i): side for i, side in zip(among, sides, strict=True) if side},
        _heaps(among, x, y, size),
        plates,
        taken=tuple(boxes),
    )


def opened(
    arrangement: Arrangement, pins: PinSet, camera: Camera, heap: Sequence[int], held: int | None
) -> Arrangement:
    """The arrangement with `heap` fanned out around its middle, or around the pin `held`."""
    among = np.array(heap, dtype=np.intp)
    x, y = pins.screen(camera, among)
    true = list(zip(x.tolist(), y.tolist(), strict=True))
    stays = heap.index(held) if held in heap else None
    size = arrangement.size
    moved = np.array(fan(true, size, stays))
    dx, dy = arrangement.dx.copy(), arrangement.dy.copy()
    dx[among], dy[among] = moved[:, 0] - x, moved[:, 1] - y
    middle = moved[:, 0].mean()
    sides = dict(arrangement.sides)
    for index, at in zip(heap, moved[:, 0].tolist(), strict=True):
        if pins.pins[index].look.number:
            sides[index] = "right" if at >= middle - size / 4 else "left"
    moving = frozenset(heap) - ({held} if held is not None else set())
    return replace(arrangement, dx=dx, dy=dy, sides=sides, open=moving)


def local_heap(pins: PinSet, camera: Camera, index: int, size: float) -> tuple[int, ...]:
    """The pins that hide this one in a crowd; empty when it stands free or they are too many."""
    x, y = pins.screen(camera)
    near = np.flatnonzero(np.hypot(x - x[index], y - y[index]) < size * HEAP_SHARE)
    return tuple(near.tolist()) if 1 < len(near) <= FAN_LIMIT else ()


def _heaps(among: Indexes, x: Floats, y: Floats, size: float) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple(int(among[n]) for n in heap) for heap in heaps(x, y, size) if len(heap) <= FAN_LIMIT
    )


def _plates(
    scene: Scene, camera: Camera, boxes: Sequence[Box], size: float
) -> tuple[tuple[float, float], ...]:
    taken = list(boxes)
    offsets = []
    for stop in scene.stops:
        at = camera.to_screen(stop.at)
        offset = plate_offset(at, taken, size)
        taken.append(plate_box(at.x + offset[0], at.y + offset[1]))
        offsets.append(offset)
    return tuple(offsets)


def _plate_boxes(scene: Scene, camera: Camera, plates: Sequence[tuple[float, float]]) -> list[Box]:
    at = [camera.to_screen(stop.at) for stop in scene.stops]
    return [plate_box(p.x + dx, p.y + dy) for p, (dx, dy) in zip(at, plates, strict=True)]
