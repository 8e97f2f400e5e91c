"""What stands on the map besides the map itself, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from walkshop.domain.geo import LonLat
from walkshop.ui.map.pinset import PinSet


class StopMark(NamedTuple):
    """A stop: its number on a plate beside its place (WGS84)."""

    nr: int
    at: LonLat


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Pins, stops and route of one map.

    Args:
        pins: the notes.
        stops: in walking order.
        route: the line that was walked; empty for none.
        outline: rings of the area where the map has no outline of its own.
    """

    pins: PinSet = field(default_factory=PinSet)
    stops: tuple[StopMark, ...] = ()
    route: tuple[LonLat, ...] = ()
    outline: tuple[tuple[LonLat, ...], ...] = ()
