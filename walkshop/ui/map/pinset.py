"""The pins of a map and where they stand: arrays that answer for ten thousand at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from walkshop.domain.geo import MERCATOR_MAX_LAT, MERCATOR_RADIUS_M, LonLat
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.figures import Figure, FigureSet
from walkshop.ui.map.looks import PinLook

Floats = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.intp]

_KEY = attrgetter("key")
_AT = (attrgetter("at.lon"), attrgetter("at.lat"))


@dataclass(frozen=True, slots=True)
class Pin:
    """One note on the map.

    Args:
        key: names it in signals; the same note keeps the same key.
        at: where it stands, WGS84.
        look: how it looks.
        name: what a screen reader says; empty: its number.
        figure: the line or area that the pin stands on, if its place is one.
    """

    key: str
    at: LonLat
    look: PinLook
    name: str = ""
    figure: Figure | None = None


class PinSet:
    """Pins with their places in EPSG:3857; a new set for every change, unchanged pins shared."""

    def __init__(self, pins: Sequence[Pin] = ()) -> None:
        self.pins = tuple(pins)
        self._faces: list[PinLook | None] = [None] * len(self.pins)
        self._alike: dict[tuple[object, ...], PinLook] = {}
        lon, lat = (np.fromiter(map(of, self.pins), float, len(self.pins)) for of in _AT)
        lat = np.radians(np.clip(lat, -MERCATOR_MAX_LAT, MERCATOR_MAX_LAT))
        self.x: Floats = MERCATOR_RADIUS_M * np.radians(lon)
        self.y: Floats = MERCATOR_RADIUS_M * np.log(np.tan(np.pi / 4 + lat / 2))

    def face(self, index: int) -> PinLook:
        """A pin's look without its number; alike pins share one object."""
        known = self._faces[index]
        if known is None:
            look = self.pins[index].look
            key = (
                look.kind, look.colour, look.glyph, look.letter,
                look.assumed, look.masked, look.selected, look.hover,
            )  # fmt: skip
            known = self._alike.get(key)
            if known is None:
                known = self._alike[key] = replace(look, nr=None)
            self._faces[index] = known
        return known

    @cached_property
    def figures(self) -> FigureSet:
        """The lines and areas of these pins."""
        return FigureSet([(n, pin.figure) for n, pin in enumerate(self.pins) if pin.figure])

    @cached_property
    def _order(self) -> dict[str, int]:
        # Made when first asked for: of a hundred thousand it takes as long as two frames.
        return dict(zip(map(_KEY, self.pins), count(), strict=False))

    def __len__(self) -> int:
        return len(self.pins)

    def __contains__(self, key: object) -> bool:
        return key in self._order

    def get(self, key: str) -> Pin | None:
        """The pin with this key, if there is one."""
        number = self._order.get(key)
        return None if number is None else self.pins[number]

    def index(self, key: str) -> int:
        """Where the pin stands in `pins`; KeyError when there is none."""
        return self._order[key]

    def corners(self, among: Iterable[int]) -> list[LonLat]:
        """The corners of these pins' lines and areas, and the places of those without one."""
        pins = [self.pins[index] for index in among]
        return [at for pin in pins for at in (pin.figure.along if pin.figure else (pin.at,))]

    def same_places(self, other: PinSet) -> bool:
        """Whether the same pins stand on the same places with the same looks but for the state.

        Selection and hover change how a pin is drawn, not how pins give way to one another.
        """
        return len(self) == len(other) and all(
            a is b or (a.key == b.key and a.at == b.at and a.look.number == b.look.number)
            for a, b in zip(self.pins, other.pins, strict=True)
        )

    def screen(self, camera: Camera, among: Indexes | None = None) -> tuple[Floats, Floats]:
        """The true places of all pins (or of `among`) in px of the viewport."""
        x, y = (self.x, self.y) if among is None else (self.x[among], self.y[among])
        scale = 1 / camera.resolution
        return (
            camera.width / 2 + (x - camera.centre.x) * scale,
            camera.height / 2 - (y - camera.centre.y) * scale,
        )

    def in_view(self, camera: Camera, margin: float = 0.0) -> Indexes:
        """The pins whose place is in the viewport or at most `margin` px outside it."""
        x, y = self.screen(camera)
        seen = (x >= -margin) & (x <= camera.width + margin)
        seen &= (y >= -margin) & (y <= camera.height + margin)
        return np.flatnonzero(seen)


def nearest(x: Floats, y: Floats, to: tuple[float, float], within: float) -> int | None:
    """Which of the places (px) is nearest to `to`, if any is within `within` px.

    The last of equals wins: it is drawn on top.
    """
    if len(x) == 0:
        return None
    distance = np.hypot(x - to[0], y - to[1])
    best = len(x) - 1 - int(np.argmin(distance[::-1]))
    return best if distance[best] <= within else None


def inside(x: Floats, y: Floats, ring: Sequence[tuple[float, float]]) -> Indexes:
    """Which of the places (px) lie in a ring that may cross itself, by the even-odd rule.

    Source: the crossing count of W. R. Franklin's PNPOLY, for all places at once.
    """
    if len(ring) < 3:
        return np.array([], dtype=np.intp)
    corners = np.array(ring, dtype=np.float64)
    low, high = corners.min(axis=0), corners.max(axis=0)
    near = np.flatnonzero((x >= low[0]) & (x <= high[0]) & (y >= low[1]) & (y <= high[1]))
    x, y = x[near], y[near]
    odd = np.zeros(len(near), dtype=bool)
    for (ax, ay), (bx, by) in zip(corners, np.roll(corners, 1, axis=0), strict=True):
        if ay != by:
            crossed = (ay > y) != (by > y)
            odd ^= crossed & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
    return near[odd]
