"""Which notes are in view: one filter for list, map and counts, by words and by what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from walkshop.domain.queries.answers import AnswerBook, Standing
from walkshop.domain.queries.notes import pin_at, standing_notes, stop_of
from walkshop.domain.queries.values import value_of
from walkshop.domain.records import Kind, Note, NoteId, Walk, Whole
from walkshop.domain.themes import ThemeSet, plain_words
from walkshop.services.themes import every_theme, themes_of
from walkshop.store.store import Change
from walkshop.ui.qt_store import QtStore


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked to see; empty fields ask nothing.

    Args:
        words: every word must be in the note, its theme or its stop; a number is a note's number.
        kind: only notes of this kind.
        without_place: only notes that have no place yet.
        whole: only notes for the whole area.
        without_value: only notes that stand in no value.
        standing: only notes of which the answer stands so.
    """

    words: str = ""
    kind: Kind | None = None
    without_place: bool = False
    whole: bool = False
    without_value: bool = False
    standing: Standing | None = None


class Filter(QObject):
    """Holds what is wanted and tells which notes that leaves, after every change of either."""

    changed = Signal()

    def __init__(self, store: QtStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._themes = themes_of(store.walk)
        self._wanted = Wanted()
        self._plain: dict[NoteId, tuple[Note, str]] = {}
        self.standing: tuple[Note, ...] = ()
        self.shown: tuple[Note, ...] = ()
        store.changed.connect(self._on_change)
        self._sieve()

    @property
    def wanted(self) -> Wanted:
        """What is asked for now."""
        return self._wanted

    @property
    def themes(self) -> ThemeSet:
        """The themes by which notes are looked for and shown."""
        return self._themes

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for at all."""
        return self._wanted != Wanted()

    def want(self, wanted: Wanted) -> None:
        """Ask for something else."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._sieve()
            self.changed.emit()

    def want_words(self, words: str) -> None:
        """Ask for notes with these words, beside what else is asked for."""
        self.want(replace(self._wanted, words=words.strip()))

    def clear(self) -> None:
        """Ask for nothing: all notes are in view."""
        self.want(Wanted())

    def _on_change(self, change: Change) -> None:
        themes = themes_of(change.after)
        if themes is not self._themes:
            self._themes = themes
            self._plain.clear()
        if change.before.notes is not change.after.notes or self.narrows:
            self._sieve()
        self.changed.emit()

    def _sieve(self) -> None:
        walk = self._store.walk
        self.standing = tuple(standing_notes(walk))
        today = self._store.stamp().now.astimezone().date()
        self.shown = self._matching(walk, today) if self.narrows else self.standing

    def _matching(self, walk: Walk, today: date) -> tuple[Note, ...]:
        wanted = self._wanted
        found = self.standing
        if wanted.kind is not None:
            found = tuple(note for note in found if note.kind is wanted.kind)
        if wanted.without_place:
            found = tuple(note for note in found if is_without_place(walk, note))
        if wanted.whole:
            found = tuple(note for note in found if isinstance(note.place, Whole))
        if wanted.without_value:
            found = tuple(note for note in found if value_of(walk, note) is None)
        if wanted.standing is not None:
            book = AnswerBook(walk)
            found = tuple(n for n in found if book.standing_of(n, today) is wanted.standing)
        terms = plain_words(wanted.words).split()
        return tuple(note for note in found if self._has(walk, note, terms)) if terms else found

    def _has(self, walk: Walk, note: Note, terms: list[str]) -> bool:
        text = self._plain_text(walk, note)
        return all(str(note.nr) == term if term.isdigit() else term in text for term in terms)

    def _plain_text(self, walk: Walk, note: Note) -> str:
        known = self._plain.get(note.id)
        if known is not None and known[0] is note:
            return known[1]
        labels = [
            label
            for theme in (note.theme, note.theme2)
            if theme
            for found in (self._themes.theme(theme), every_theme().get(theme))
            if found
            for label in found.labels.values()
        ]
        key = stop_of(walk, note)
        stop = walk.stops[key].name if key else ""
        plain = plain_words(" ".join((note.text, *labels, stop, note.place_words)))
        self._plain[note.id] = (note, plain)
        return plain


def is_without_place(walk: Walk, note: Note) -> bool:
    """Whether a note neither stands on the map nor holds for the whole area."""
    return not isinstance(note.place, Whole) and pin_at(walk, note.place) is None
