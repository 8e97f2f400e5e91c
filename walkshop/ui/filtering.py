"""Which notes are in view: one filter for list, map and counts, by words and by what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QObject, Signal

from walkshop.domain.queries.answers import AnswerBook, Standing
from walkshop.domain.queries.merges import Merges
from walkshop.domain.queries.notes import pin_at, standing_notes, stop_of
from walkshop.domain.queries.searching import sought
from walkshop.domain.queries.values import value_of
from walkshop.domain.records import Kind, LensId, Note, NoteId, StopId, ThemeId, Walk, Whole
from walkshop.domain.themes import ThemeSet, plain_words
from walkshop.domain.words import KIND
from walkshop.i18n import LANGUAGES, language
from walkshop.services.themes import every_theme, themes_of
from walkshop.store.store import Change
from walkshop.ui.checking import Checks
from walkshop.ui.qt_store import QtStore


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked to see; empty fields ask nothing.

    Args:
        words: what they ask for, see `domain.queries.searching`; every word must be in the note,
            its kind, theme, stop or lens.
        kind: only notes of this kind.
        theme: only notes with this theme; "" for notes without one.
        stop: only notes given or standing at this stop.
        lens: only notes seen through this lens.
        duo: only notes of this duo.
        without_place: only notes that have no place yet.
        whole: only notes for the whole area.
        without_value: only notes that stand in no value.
        standing: only notes of which the answer stands so.
        to_check: only notes that are to be looked at before they are printed.
    """

    words: str = ""
    kind: Kind | None = None
    theme: ThemeId | None = None
    stop: StopId | None = None
    lens: LensId | None = None
    duo: str = ""
    without_place: bool = False
    whole: bool = False
    without_value: bool = False
    standing: Standing | None = None
    to_check: bool = False


Sieve = Callable[[Note], bool]


class Filter(QObject):
    """Holds what is wanted and tells which notes that leaves, after every change of either."""

    changed = Signal()

    def __init__(self, store: QtStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._themes = themes_of(store.walk)
        self._wanted = Wanted()
        self._plain: dict[NoteId, tuple[Note, str]] = {}
        self._sieved: Mapping[NoteId, Note] | None = None
        self.standing: tuple[Note, ...] = ()
        self.shown: tuple[Note, ...] = ()
        self.checks = Checks(store, self)
        self.checks.changed.connect(self._on_checks)
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
        before, after = change.before, change.after
        if any(getattr(before, name) is not getattr(after, name) for name in _NAMED):
            self._themes = themes_of(after)
            self._plain.clear()
        if before.notes is not after.notes or self.narrows:
            self._sieve()
        self.changed.emit()

    def _on_checks(self) -> None:
        if self._wanted.to_check:
            self._sieve()
            self.changed.emit()

    def _sieve(self) -> None:
        walk = self._store.walk
        if walk.notes is not self._sieved:
            self._sieved = walk.notes
            self.standing = tuple(standing_notes(walk))
        found = self.standing
        for sieve in self._sieves(walk) if self.narrows else ():
            found = tuple(note for note in found if sieve(note))
        self.shown = found

    def _sieves(self, walk: Walk) -> Iterator[Sieve]:
        """One sieve for each thing that is asked for, the quickest first."""
        wanted = self._wanted
        if wanted.to_check:
            checks = self.checks
            yield lambda note: bool(checks.of(note))
        if wanted.kind is not None:
            yield lambda note: note.kind is wanted.kind
        if wanted.theme is not None:
            as_shown = self._themes.shown_as
            yield lambda note: wanted.theme in (as_shown(note.theme) or "", as_shown(note.theme2))
        if wanted.stop is not None:
            yield lambda note: stop_of(walk, note) == wanted.stop
        if wanted.lens is not None:
            yield lambda note: note.lens == wanted.lens
        if wanted.duo:
            yield lambda note: note.duo == wanted.duo
        if wanted.without_place:
            yield lambda note: is_without_place(walk, note)
        if wanted.whole:
            yield lambda note: isinstance(note.place, Whole)
        if wanted.without_value:
            yield lambda note: value_of(walk, note) is None
        if wanted.standing is not None:
            yield self._standing(walk, wanted.standing)
        yield from self._sieves_of_words(walk, wanted.words)

    def _standing(self, walk: Walk, standing: Standing) -> Sieve:
        book = AnswerBook(walk)
        today: date = self._store.stamp().now.astimezone().date()
        return lambda note: book.standing_of(note, today) is standing

    def _sieves_of_words(self, walk: Walk, words: str) -> Iterator[Sieve]:
        asked = sought(words)
        for nr in asked.stops:
            keys = {stop.id for stop in walk.stops.values() if stop.nr == nr}
            yield lambda note, keys=keys: stop_of(walk, note) in keys  # type: ignore[misc]  # bound now
        for duo in asked.duos:
            yield lambda note, duo=duo: note.duo.casefold() == duo  # type: ignore[misc]  # bound now
        if asked.numbers:
            numbers = _numbered(walk, self.standing)
            for nr in asked.numbers:
                yield self._numbered(walk, numbers, nr)
        if asked.terms:
            yield lambda note: self._has(walk, note, asked.terms)

    def _numbered(self, walk: Walk, numbers: dict[int, NoteId], nr: int) -> Sieve:
        if nr in numbers:
            return lambda note: note.id == numbers[nr]
        return lambda note: self._has(walk, note, (str(nr),))

    def _has(self, walk: Walk, note: Note, terms: tuple[str, ...]) -> bool:
        text = self._plain_text(walk, note)
        return all(term in text for term in terms)

    def _plain_text(self, walk: Walk, note: Note) -> str:
        known = self._plain.get(note.id)
        if known is not None and known[0] is note:
            return known[1]
        labels = [
            label
            for key in (note.theme, note.theme2)
            if key and (theme := self._themes.theme(key) or every_theme().get(key))
            for label in theme.labels.values()
        ]
        at = stop_of(walk, note)
        stop = walk.stops[at].name if at else ""
        seen = walk.lenses.get(note.lens) if note.lens else None
        lens = seen.name if seen else ""
        kind = _kind_words(note.kind) if note.kind_chosen else ""
        known_of_it = (*labels, stop, lens, note.duo, kind, note.place_words, note.report_ref)
        plain = plain_words(" ".join((note.text, *known_of_it)))
        self._plain[note.id] = (note, plain)
        return plain


_NAMED = ("stops", "lenses", "about")
"""Tables whose names are looked for with the notes."""


@lru_cache(maxsize=8)
def _kind_words(kind: Kind) -> str:
    return " ".join(language(code).say(KIND[kind]) for code in LANGUAGES)


def _numbered(walk: Walk, notes: tuple[Note, ...]) -> dict[int, NoteId]:
    """The note that is found by each number: itself, or the one that leads it."""
    merges = Merges(walk)
    found = {other.nr: note.id for note in notes for other in merges.under(note.id)}
    return found | {note.nr: note.id for note in notes}


def is_without_place(walk: Walk, note: Note) -> bool:
    """Whether a note neither stands on the map nor holds for the whole area."""
    return not isinstance(note.place, Whole) and pin_at(walk, note.place) is None
