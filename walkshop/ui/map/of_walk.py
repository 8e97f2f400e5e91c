"""What of a walk stands on its map: pins, stops, route and outline, for screen and paper alike."""

from __future__ import annotations

from collections.abc import Iterable

from walkshop.domain.queries.notes import pin_at, standing_notes
from walkshop.domain.records import Note, Walk
from walkshop.i18n import Language
from walkshop.ui.map.pinset import Pin, PinSet
from walkshop.ui.map.scene import Scene, StopMark
from walkshop.ui.widgets.notes import look_of, name_of


def pins_of(walk: Walk, notes: Iterable[Note], language: Language) -> list[Pin]:
    """A pin for each of `notes` that has a place on the map."""
    return [
        Pin(note.id, at, look_of(walk, note, with_place=True), name_of(walk, note, language))
        for note in notes
        if (at := pin_at(walk, note.place)) is not None
    ]


def stops_of(walk: Walk) -> tuple[StopMark, ...]:
    """The stops in walking order."""
    ordered = sorted(walk.stops.values(), key=lambda stop: (stop.order, stop.nr))
    return tuple(StopMark(stop.nr, stop.at) for stop in ordered if stop.at is not None)


def scene_of(
    walk: Walk, language: Language, with_notes: bool = True, with_stops: bool = True
) -> Scene:
    """Everything that stands on the map of a walk."""
    routes = list(walk.routes.values()) if with_stops else []
    return Scene(
        pins=PinSet(pins_of(walk, standing_notes(walk), language) if with_notes else ()),
        stops=stops_of(walk) if with_stops else (),
        route=routes[0].along if routes else (),
        outline=walk.area.outlines,
    )
