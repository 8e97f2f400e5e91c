"""What stands on the map besides the map itself, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from walkshop.domain.geo import LonLat
from walkshop.services.geometry.hotspots import Band
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pinset import PinSet


class StopMark(NamedTuple):
    """A stop: its number on a plate beside its place (WGS84), and how far around it was looked."""

    nr: int
    at: LonLat
    radius_m: float = 0.0


class Aside(NamedTuple):
    """A note about the whole area: its key in signals, its look, and its name for a reader."""

    key: str
    look: PinLook
    name: str = ""


@dataclass(frozen=True, slots=True)
class WholeNotes:
    """The notes about the whole area.

    Args:
        title: the walk's own word for it: "Hele wijk".
    """

    title: str = ""
    notes: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Pins, stops and routes of one map.

    Args:
        pins: the notes, with their lines and areas.
        stops: in walking order.
        routes: the lines that were walked, each in walking direction.
        outline: rings of the area where the map has no outline of its own.
        whole: the notes about the whole area, which have no place.
        hot: bands of how much was said where, the widest first; empty while they are off.
    """

    pins: PinSet = field(default_factory=PinSet)
    stops: tuple[StopMark, ...] = ()
    routes: tuple[tuple[LonLat, ...], ...] = ()
    outline: tuple[tuple[LonLat, ...], ...] = ()
    whole: WholeNotes = WholeNotes()
    hot: tuple[Band, ...] = ()
