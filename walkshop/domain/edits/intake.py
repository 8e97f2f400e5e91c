"""Bringing rows from elsewhere in: new notes are added, known ones complete each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from walkshop.domain.edits.notes import add_notes
from walkshop.domain.records import Kind, Note, NotYet, Stamp, Walk, touched
from walkshop.domain.themes import plain_words

_OWN = frozenset({"id", "nr", "text", "created", "changed", "minute", "station", "kind"})
"""Fields that a completing row never fills in: its identity, and what is decided apart."""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came of bringing rows in.

    Args:
        walk: the walk with them.
        added: notes that are new.
        changed: notes that the walk had and that learned something.
        duplicates: how many rows told nothing new.
        renumbered: rows whose number was in use for other words: (asked, given).
    """

    walk: Walk
    added: tuple[Note, ...]
    changed: tuple[Note, ...]
    duplicates: int
    renumbered: tuple[tuple[int, int], ...]


def bring_in(walk: Walk, rows: Sequence[Note], stamp: Stamp) -> BroughtIn:
    """The walk with the rows in it; `nr` is the number a row asks for, 0 for none.

    A row that has the words of a note that is there already, and its number where it asks for
    one, completes that note: empty fields are filled, nothing that is there is changed. Rows that
    are alike within `rows` are all kept. So the same table twice brings nothing twice.
    """
    known = _by_words(walk)
    free = walk.marks.note
    taken = {note.nr for note in walk.notes.values()}
    fresh: list[Note] = []
    changed: list[Note] = []
    renumbered: list[tuple[int, int]] = []
    duplicates = 0
    for row in rows:
        same = _take_match(known, row, renumbering=row.nr in taken)
        if same is not None:
            whole = completed(same, row)
            if whole == same:
                duplicates += 1
            else:
                changed.append(touched(whole, stamp))
            continue
        nr = row.nr if row.nr and row.nr not in taken else _next(free, taken)
        if row.nr and nr != row.nr:
            renumbered.append((row.nr, nr))
        taken.add(nr)
        fresh.append(replace(row, nr=nr))
    after = add_notes(walk.having(*changed) if changed else walk, fresh, stamp)
    added = tuple(after.notes[note.id] for note in fresh)
    return BroughtIn(after, added, tuple(changed), duplicates, tuple(renumbered))


def completed(note: Note, row: Note) -> Note:
    """`note` with what only `row` knows; what both know stays as the note has it."""
    learned: dict[str, object] = {}
    for field in fields(Note):
        if field.name in _OWN or field.name == "kind_chosen":
            continue
        has, brings = getattr(note, field.name), getattr(row, field.name)
        if has != brings and _says_nothing(has) and not _says_nothing(brings):
            learned[field.name] = brings
    if note.kind is Kind.UNKNOWN and not note.kind_chosen and row.kind is not Kind.UNKNOWN:
        learned["kind"], learned["kind_chosen"] = row.kind, row.kind_chosen
    extra = dict(note.extra)
    more = tuple((name, words) for name, words in row.extra if name not in extra)
    if more:
        learned["extra"] = (*note.extra, *more)
    return replace(note, **learned) if learned else note  # type: ignore[arg-type]


def _says_nothing(value: object) -> bool:
    return value is None or isinstance(value, NotYet) or value in ("", (), False)


def _by_words(walk: Walk) -> dict[str, list[Note]]:
    known: dict[str, list[Note]] = defaultdict(list)
    for note in sorted(walk.notes.values(), key=lambda note: note.nr):
        known[plain_words(note.text)].append(note)
    return known


def _take_match(known: dict[str, list[Note]], row: Note, renumbering: bool) -> Note | None:
    """The note that `row` is, taken out so that a second row alike finds another one.

    With `renumbering` the row's number belongs to other words: then it may have got another
    number when it was brought in before.
    """
    candidates = known.get(plain_words(row.text), [])
    same = [note for note in candidates if not row.nr or note.nr == row.nr]
    if not same and renumbering:
        same = candidates
    if not same:
        return None
    candidates.remove(same[0])
    return same[0]


def _next(free: int, taken: Iterable[int]) -> int:
    return max(free, 1 + max(taken, default=0))
