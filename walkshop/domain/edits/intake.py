"""Bringing rows from elsewhere in: new notes are added, known ones complete each other."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from walkshop.domain.edits.notes import add_notes
from walkshop.domain.records import (
    Area,
    Kind,
    Line,
    Note,
    NoteId,
    NotYet,
    Place,
    Point,
    Source,
    Stamp,
    Walk,
    touched,
)
from walkshop.domain.themes import plain_words

_OWN = frozenset(
    {"id", "nr", "text", "created", "changed", "minute", "station", "extra"}
    | {"kind", "kind_chosen", "theme", "theme2", "theme_label", "theme_set"}
)
"""Fields that are not filled in one by one: its identity, and what is decided apart."""


BARE = "#"
"""How the `source_ref` of a place without words begins; the name of its map file follows."""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came of bringing rows in.

    Args:
        walk: the walk with them.
        added: notes that are new.
        changed: notes that the walk had and that learned something.
        duplicates: how many rows told nothing new.
        renumbered: rows whose number was in use for other words: (asked, given).
        became: the note that a row turned out to be, by the id of the row; others are new.
    """

    walk: Walk
    added: tuple[Note, ...]
    changed: tuple[Note, ...]
    duplicates: int
    renumbered: tuple[tuple[int, int], ...]
    became: Mapping[NoteId, NoteId] = field(default_factory=dict)


def bring_in(walk: Walk, rows: Sequence[Note], stamp: Stamp) -> BroughtIn:
    """The walk with the rows in it; `nr` is the number a row asks for, 0 for none.

    A row with the words of a note that is there, and its number where it asks for one, completes
    that note: empty fields are filled, nothing else is changed. Rows that are alike are all kept
    and find the note at their place first. One without words is known by its pictures, or `BARE`.
    """
    known = _Known(walk.notes.values())
    became: dict[NoteId, NoteId] = {}
    taken = {note.nr for note in walk.notes.values()}
    # A number that is asked for goes to who asks, also when rows before it have none.
    free = max(
        walk.marks.note, 1 + max(taken, default=0), 1 + max((row.nr for row in rows), default=0)
    )
    changed: dict[str, Note] = {}
    fresh: list[Note] = []
    renumbered: list[tuple[int, int]] = []
    duplicates = 0
    # Rows with the number of their note go first, so that a row without one cannot take it.
    for row, exact in [(row, known.exactly(row)) for row in rows]:
        same = exact or known.alike(row, renumbered=row.nr in taken)
        if same is not None:
            became[row.id] = same.id
            whole = completed(same, row)
            if whole == same:
                duplicates += 1
            else:
                changed[same.id] = touched(whole, stamp)
            continue
        nr = row.nr
        if not nr or nr in taken:
            nr, free = free, free + 1
        if row.nr and nr != row.nr:
            renumbered.append((row.nr, nr))
        taken.add(nr)
        fresh.append(replace(row, nr=nr))
    after = walk.having(*changed.values()) if changed else walk
    after = add_notes(after, fresh, stamp) if fresh else after
    added = tuple(after.notes[note.id] for note in fresh)
    return BroughtIn(after, added, tuple(changed.values()), duplicates, tuple(renumbered), became)


def completed(note: Note, row: Note) -> Note:
    """`note` with what only `row` knows; what both know stays as the note has it."""
    learned: dict[str, object] = {}
    for name in (one.name for one in fields(Note) if one.name not in _OWN):
        has, brings = getattr(note, name), getattr(row, name)
        if has != brings and _says_nothing(has) and not _says_nothing(brings):
            learned[name] = brings
    open_kind = note.kind is Kind.UNKNOWN and not note.kind_chosen
    if open_kind and (row.kind_chosen or row.kind is not Kind.UNKNOWN):
        learned["kind"], learned["kind_chosen"] = row.kind, row.kind_chosen
    if row.theme_label and not note.theme and not note.theme_label:
        learned["theme_label"], learned["theme_set"] = row.theme_label, row.theme_set
    if row.theme and not note.theme:
        learned["theme"], learned["theme2"] = row.theme, row.theme2
    elif row.theme2 and not note.theme2 and note.theme in (row.theme, row.theme2):
        learned["theme2"] = row.theme if note.theme == row.theme2 else row.theme2
    known = dict(note.extra)
    more = tuple((name, words) for name, words in row.extra if name not in known)
    if more:
        learned["extra"] = (*note.extra, *more)
    return replace(note, **learned) if learned else note  # type: ignore[arg-type]


def _says_nothing(value: object) -> bool:
    return value is None or isinstance(value, NotYet) or value in ("", (), False)


class _Known:
    """The notes of a walk by their words, each handed out once, the lowest number first."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self._by_words: dict[str, OrderedDict[int, Note]] = {}
        self._by_place: dict[tuple[str, Place], list[Note]] = {}
        standing = sorted((note for note in notes if not note.withdrawn), key=lambda one: one.nr)
        for note in standing:
            self._by_words.setdefault(_words(note), OrderedDict())[note.nr] = note
        self._by_message = {_message(note): note for note in standing if _message(note)}
        for note in reversed(standing):  # the lowest number is handed out first: it lies last
            for known_by in _places(note):
                self._by_place.setdefault(known_by, []).append(note)

    def exactly(self, row: Note) -> Note | None:
        """The note that a row is without a doubt."""
        return self.numbered(row) or self.placed(row) or self.sent(row)

    def sent(self, row: Note) -> Note | None:
        """The note of a message that was brought in before, whatever its words are now."""
        note = self._by_message.pop(_message(row), None) if _message(row) else None
        if note is None or note.nr not in self._by_words[_words(note)]:
            return None
        return self._by_words[_words(note)].pop(note.nr)

    def numbered(self, row: Note) -> Note | None:
        """The note with the words and the number of `row`."""
        return self._by_words.get(_words(row), OrderedDict()).pop(row.nr, None)

    def placed(self, row: Note) -> Note | None:
        """The first note with the words and the place of a row that asks for no number."""
        for known_by in _places(row) if not row.nr else ():
            notes = self._by_place.get(known_by, [])
            while notes:
                note = notes.pop()
                if self._by_words[_words(note)].pop(note.nr, None):
                    return note
        return None

    def alike(self, row: Note, renumbered: bool) -> Note | None:
        """The first note with the words of a row that asks for no number.

        With `renumbered` the row's number belongs to another note: then this row may have got
        another number when it was brought in before.
        """
        notes = self._by_words.get(_words(row))
        if not notes or (row.nr and not renumbered):
            return None
        return notes.popitem(last=False)[1]


def _places(note: Note) -> Iterator[tuple[str, Place]]:
    """By which words and place a note is known: its own words, and the file of a bare place."""
    if isinstance(note.place, Point | Line | Area):
        yield _words(note), note.place
        if note.source_ref.startswith(BARE):
            yield note.source_ref, note.place


def _message(note: Note) -> tuple[str, str] | None:
    """By which moment and words a message of an app group is known, once it is a note."""
    known = note.source is Source.APP_GROUP and note.source_ref and note.typed
    return (note.source_ref, note.typed) if known else None


def _words(note: Note) -> str:
    """What two notes that are the same have alike: words, else signs, else the same pictures."""
    return plain_words(note.text) or note.text.strip() or " ".join(note.photos)
