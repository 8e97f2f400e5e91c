"""What of a walk and its map is meant by a few letters or a number: stops, names, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from walkshop.domain.geo import Bounds, LonLat
from walkshop.domain.queries.notes import pin_at
from walkshop.domain.records import Area, Line, Note, NoteId, Walk
from walkshop.i18n import Language, Text, msg
from walkshop.services.basemap.findplace import (
    Found,
    Gazetteer,
    PlaceKind,
    find_places,
    gazetteer_of,
    stop_place,
)

MOST = 8
"""More are not read: one letter more finds it sooner."""

_KINDS: dict[PlaceKind, Text] = {
    PlaceKind.STREET: msg("street"),
    PlaceKind.SQUARE: msg("square"),
    PlaceKind.OTHER: msg("place"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was meant, perhaps.

    Args:
        words: its name, or the words of a note.
        what: what it is, in the user's language.
        bounds: all of it (WGS84); None for a note without a place.
        at: its middle.
        note: the note it is.
    """

    words: str
    what: str
    bounds: Bounds | None = None
    at: LonLat | None = None
    note: NoteId | None = None


class Lookup:
    """The walk and its map as they are now, for one reader."""

    def __init__(self, walk: Walk, names: Gazetteer, language: Language) -> None:
        self._walk = walk
        self._say = language.say
        self._stops = self._stop_places()
        # Stops go before streets of the same match: they are the first rows of one index.
        stops = gazetteer_of(self._stops)
        self._index = Gazetteer((*stops.rows, *names.rows))

    def hits(self, typed: str) -> Sequence[Hit]:
        """At most eight: of a number the note and the stop, of letters the names."""
        number = typed.strip()
        found = [self._of_note(note) for note in self._numbered(number)]
        hits = [*found, *(self._of_place(place) for place in find_places(self._index, typed, 16))]
        # A stop is in the index by its name and by its number.
        return tuple(dict.fromkeys(hits))[:MOST]

    def _numbered(self, number: str) -> list[Note]:
        if not number.isdecimal():
            return []
        standing = (note for note in self._walk.notes.values() if not note.withdrawn)
        alike = [note for note in standing if str(note.nr).startswith(number)]
        return sorted(alike, key=lambda note: note.nr)[:MOST]

    def _of_note(self, note: Note) -> Hit:
        at = pin_at(self._walk, note.place)
        bounds = None
        if at is not None:
            along = _corners(note) or (at,)
            east, north = [c.lon for c in along], [c.lat for c in along]
            bounds = Bounds(min(east), min(north), max(east), max(north))
        return Hit(note.text, self._say(msg("note {nr}", nr=note.nr)), bounds, at, note.id)

    def _of_place(self, place: Found) -> Hit:
        stop = self._stops.get(place)
        if stop is None:
            return Hit(place.name, self._say(_KINDS[place.kind]), place.bounds, place.place)
        nr, name = stop
        return Hit(name, self._say(msg("stop {nr}", nr=nr)), place.bounds, place.place)

    def _stop_places(self) -> dict[Found, tuple[int, str]]:
        places: dict[Found, tuple[int, str]] = {}
        for stop in sorted(self._walk.stops.values(), key=lambda stop: stop.nr):
            if stop.at is not None:
                by_number = self._say(msg("Stop {nr}", nr=stop.nr))
                name = stop.name or by_number
                for key in (name, by_number, str(stop.nr)):
                    places[stop_place(key, stop.at)] = (stop.nr, name)
        return places


def _corners(note: Note) -> tuple[LonLat, ...]:
    if isinstance(note.place, Line):
        return note.place.along
    return note.place.outline if isinstance(note.place, Area) else ()
