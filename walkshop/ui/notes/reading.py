"""Reads the entry line against what exists now: the walk's own things, and the names on its map."""

from __future__ import annotations

from walkshop.domain.entry import Entry, EntryBook, Street, read_line
from walkshop.domain.records import Walk
from walkshop.services.basemap.findplace import Gazetteer, PlaceKind
from walkshop.services.themes import DEFAULT_SET, themes_of
from walkshop.ui.desk import Desk

_NAMED = {PlaceKind.STREET, PlaceKind.SQUARE}


class LineReader:
    """Keeps the book of what exists, made anew only when something in it changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._walk: Walk | None = None
        self._names: Gazetteer | None = None
        self._book = EntryBook()

    def read(self, line: str) -> Entry:
        """What the line says now."""
        if "@" in line:
            # Names are looked for only once somebody types a place: they take a moment.
            self._desk.ground.places.want()
        return read_line(line, self.book)

    @property
    def book(self) -> EntryBook:
        """What the line may refer to."""
        walk, names = self._desk.store.walk, self._desk.ground.places.gazetteer
        if walk is not self._walk or names is not self._names:
            streets = self._book.streets if names is self._names else _streets(names)
            self._book = book_of(walk, self._desk.language.code, streets)
            self._walk, self._names = walk, names
        return self._book


def book_of(walk: Walk, language: str, streets: tuple[Street, ...] = ()) -> EntryBook:
    """What exists in `walk`; themes are called by their short names in `language`."""
    themes = themes_of(walk)
    # The ids of the usual set are its short Dutch names.
    short = language == "nl" and themes.id == DEFAULT_SET
    called = {theme.id: theme.label(language).lower() for theme in themes.themes}
    duos = {one.duo for one in walk.participants.values() if one.duo}
    return EntryBook(
        themes=themes,
        called={} if short else called,
        notes=frozenset(note.nr for note in walk.notes.values() if not note.withdrawn),
        stops={
            stop.nr: stop.name for stop in sorted(walk.stops.values(), key=lambda stop: stop.nr)
        },
        duos=tuple(sorted(duos, key=_by_number)),
        participants=tuple(sorted(one.code for one in walk.participants.values() if one.code)),
        streets=streets,
    )


def _streets(names: Gazetteer) -> tuple[Street, ...]:
    found = (place for _key, place in names.rows if place.kind in _NAMED)
    return tuple(Street(place.name, place.place) for place in found)


def _by_number(code: str) -> tuple[int, str]:
    digits = "".join(sign for sign in code if sign.isdigit())
    return (int(digits) if digits else 0, code)
