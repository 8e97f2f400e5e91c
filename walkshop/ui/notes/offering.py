"""Enter in the line: what was typed becomes a note, a voice, a way to a note, or what stays set."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from walkshop.domain.edits.voices import add_voice
from walkshop.domain.entry import Entry
from walkshop.domain.geo import LonLat
from walkshop.domain.queries.notes import note_by_nr, pin_at
from walkshop.domain.records import Area, Kind, Line, Note, NoteId, ThemeId, Voice
from walkshop.i18n import Text, msg
from walkshop.services.suggesting import Suggestion, suggest
from walkshop.services.themes import themes_of
from walkshop.ui.desk import Desk
from walkshop.ui.notes.acts import NoteActs
from walkshop.ui.notes.entryparts import EntryParts
from walkshop.ui.notes.reading import LineReader
from walkshop.ui.notes.said import Around, lens_of

NOTHING = Suggestion()


@dataclass(frozen=True, slots=True)
class Typed:
    """The line as it is read now, with what was chosen for it by key."""

    entry: Entry
    kind: Kind | None = None
    theme: ThemeId | None = None
    suggestion: Suggestion = NOTHING


class Offering(QObject):
    """The line that is being typed, and what becomes of it."""

    def __init__(self, desk: Desk, acts: NoteActs, parts: EntryParts, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._acts = acts
        self._parts = parts
        self._reader = LineReader(desk)
        self._kind: Kind | None = None
        self._theme: ThemeId | None = None
        self._breath: NoteId | None = None

    def typed(self, text: str) -> Typed:
        """What the line says now, and what may be suggested for it."""
        entry = self._reader.read(text)
        found = NOTHING
        if entry.makes_note:
            found = suggest(entry.text, themes_of(self._desk.store.walk))
            theme = None if entry.themes or self._theme else found.theme
            kind = None if entry.kind or self._kind else found.kind
            found = Suggestion(theme, kind, found.because) if theme or kind else NOTHING
        return Typed(entry, self._kind, self._theme, found)

    def take_suggestion(self, text: str) -> bool:
        """Tab: take what is suggested; False where nothing is."""
        found = self.typed(text).suggestion
        self._theme = found.theme or self._theme
        self._kind = found.kind or self._kind
        return found != NOTHING

    def choose_kind(self, kind: Kind) -> None:
        """The kind of the line; the same again lets go of it."""
        self._kind = None if self._kind is kind else kind

    def forget(self) -> None:
        """The line is empty: nothing is chosen for it."""
        self._kind = self._theme = None

    def offer(
        self, text: str, at: LonLat | Line | Area | None, *, go_on: bool = False
    ) -> Text | None:
        """Do what the line says; why not, where it cannot be done.

        Args:
            at: the place that was pointed at or drawn.
            go_on: the next line is the other half of the same breath.
        """
        entry = self._reader.read(text)
        if entry.goes_to is not None:
            return self._go(entry.goes_to)
        if entry.voice_for is not None:
            return self._one_more(entry)
        if not entry.makes_note and not entry.only_sets:
            return entry.remarks[0] if entry.remarks else msg("No text yet.")
        self._set(entry)
        if not entry.makes_note:
            return None
        around = Around(
            self._parts.chips.stop, self._parts.chips.duo, at, self._kind, self._theme, self._breath
        )
        if not self._acts.take_down(entry, text, around):
            return msg("This could not be saved.")
        self.forget()
        self._breath = self._acts.last if go_on else None
        self._parts.chips.count_note()
        return None

    def _go(self, nr: int) -> Text | None:
        found = note_by_nr(self._desk.store.walk, nr)
        if found is None:
            return msg("there is no note {nr}", nr=nr)
        self._desk.selection.select_note(found.id)
        at = pin_at(self._desk.store.walk, found.place)
        if at is not None:
            self._parts.map.canvas.centre_on(at)
        return None

    def _one_more(self, entry: Entry) -> Text | None:
        found = note_by_nr(self._desk.store.walk, entry.voice_for or 0)
        if found is None:
            return msg("there is no note {nr}", nr=entry.voice_for)
        return None if self.add_voice(found, entry.text) else msg("This could not be saved.")

    def add_voice(self, note: Note, words: str = "") -> bool:
        """One more voice for a note, of the duo that is set, with its own words."""
        store, duo = self._desk.store, self._parts.chips.duo
        voice = Voice(words=words, lens=lens_of(store.walk, duo), duo=duo)
        stamp = store.stamp()
        self._acts.last = note.id
        return store.apply(
            msg("One more voice for {nr}", nr=note.nr),
            lambda walk: add_voice(walk, note.id, voice, stamp),
        )

    def _set(self, entry: Entry) -> None:
        """What stays set from now on."""
        chips = self._parts.chips
        if entry.stop is not None:
            stops = self._desk.store.walk.stops.values()
            chips.set_stop(next((stop.id for stop in stops if stop.nr == entry.stop), None))
        if entry.duo:
            chips.set_duo(entry.duo)
