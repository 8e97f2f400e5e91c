"""The pins of a map and where they stand: arrays that answer for ten thousand at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from walkshop.domain.geo import MERCATOR_MAX_LAT, MERCATOR_RADIUS_M, LonLat
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.looks import PinLook

Floats = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Pin:
    """One note on the map.

    Args:
        key: names it in signals; the same note keeps the same key.
        at: where it stands, WGS84.
        look: how it looks.
        name: what a screen reader says; empty: its number.
    """

    key: str
    at: LonLat
    look: PinLook
    name: str = ""


class PinSet:
    """Pins with their places in EPSG:3857; a new set for every change, unchanged pins shared."""

    def __init__(self, pins: Sequence[Pin] = ()) -> None:
        self.pins = tuple(pins)
        self._order = {pin.key: number for number, pin in enumerate(self.pins)}
        self._faces: list[PinLook | None] = [None] * len(self.pins)
        self._alike: dict[tuple[object, ...], PinLook] = {}
        at = np.array([pin.at for pin in self.pins], dtype=np.float64).reshape(-1, 2)
        lat = np.radians(np.clip(at[:, 1], -MERCATOR_MAX_LAT, MERCATOR_MAX_LAT))
        self.x: Floats = MERCATOR_RADIUS_M * np.radians(at[:, 0])
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
