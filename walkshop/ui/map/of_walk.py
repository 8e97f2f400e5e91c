"""What of a walk stands on its map, for screen and paper alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from walkshop.domain.geo import LonLat
from walkshop.domain.queries.notes import pin_at, standing_notes
from walkshop.domain.records import Area, Line, Note, Place, Walk, Whole
from walkshop.domain.words import area_of
from walkshop.i18n import Language, msg
from walkshop.services.geometry.hotspots import Band, hot_spots
from walkshop.ui.map.figures import Figure
from walkshop.ui.map.pinset import Pin, PinSet
from walkshop.ui.map.scene import Aside, Scene, StopMark, WholeNotes
from walkshop.ui.widgets.notes import look_of, name_of


def pins_of(walk: Walk, notes: Iterable[Note], language: Language | None) -> list[Pin]:
    """A pin for each of `notes` that has a place on the map.

    Its name is for screen readers, in `language`; None for paper, where it has none.
    """
    return [
        Pin(
            note.id,
            at,
            look_of(walk, note, with_place=True),
            name_of(walk, note, language) if language else "",
            figure_of(note.place),
        )
        for note in notes
        if (at := pin_at(walk, note.place)) is not None
    ]


def figure_of(place: Place) -> Figure | None:
    """The line or area of a place, where it is one."""
    if isinstance(place, Line):
        return Figure(place.along)
    if isinstance(place, Area):
        return Figure(place.outline, closed=True)
    return None


def stops_of(walk: Walk) -> tuple[StopMark, ...]:
    """The stops in walking order; nobody looked around at one that was skipped."""
    ordered = sorted(walk.stops.values(), key=lambda stop: (stop.order, stop.nr))
    return tuple(
        StopMark(stop.nr, stop.at, 0.0 if stop.skipped else stop.radius_m)
        for stop in ordered
        if stop.at is not None
    )


def routes_of(walk: Walk) -> tuple[tuple[LonLat, ...], ...]:
    """Every line that was walked, in walking direction."""
    return tuple(route.along for route in walk.routes.values())


def whole_of(walk: Walk, notes: Iterable[Note], language: Language) -> WholeNotes:
    """Those of `notes` that are about the whole area, under the walk's own word for it."""
    found = [note for note in notes if isinstance(note.place, Whole)]
    title = language.say(msg("Whole {area}", area=area_of(walk)))
    return WholeNotes(title, tuple(Aside(note.id, look_of(walk, note)) for note in found))


def hot_of(walk: Walk, notes: Iterable[Note]) -> tuple[Band, ...]:
    """Where much of `notes` stands; masked notes are not told by where they are."""
    places = (pin_at(walk, note.place) for note in notes if not note.masked)
    return hot_spots([at for at in places if at is not None])


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a walk a picture shows besides its area.

    Args:
        whole: the box of notes about the whole area; off where the page lists them.
        hot: the bands of how much was said where.
    """

    notes: bool = True
    stops: bool = True
    whole: bool = True
    hot: bool = False


def scene_of(walk: Walk, language: Language, wanted: Wanted = Wanted()) -> Scene:
    """Everything that stands on a picture of a walk's map; it says nothing to screen readers."""
    notes = standing_notes(walk)
    return Scene(
        pins=PinSet(pins_of(walk, notes, None) if wanted.notes else ()),
        stops=stops_of(walk) if wanted.stops else (),
        routes=routes_of(walk) if wanted.stops else (),
        outline=walk.area.outlines,
        whole=whole_of(walk, notes, language) if wanted.notes and wanted.whole else WholeNotes(),
        hot=hot_of(walk, notes) if wanted.hot else (),
    )
