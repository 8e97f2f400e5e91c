"""Bringing another copy of the same walk in, by id: two typists, one walk, and nothing twice.

Records never go by merging: what one side removed and the other has comes back, and is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from walkshop.domain.diff import STAMPS
from walkshop.domain.edits.joining_records import Chosen, Conflict, join_records
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    TABLES,
    Action,
    Note,
    Photo,
    Record,
    Stamp,
    Stop,
    Walk,
    table_of,
    touched,
)
from walkshop.i18n import Text, msg, msgn

_NUMBERED = {"notes": "note", "actions": "action", "stops": "stop"}
Numbered = Note | Action | Stop


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A thing whose number was in use here: their `was` is `nr` in this walk."""

    record: Numbered
    was: int
    nr: int


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of merging.

    Args:
        walk: with everything; the very same walk where the other copy knows nothing more.
        added: records that only the other copy had, as they are in the walk now.
        changed: records that learned something, as they are now.
        conflicts: fields that both changed; ours stays, and notes and values keep both.
        renumbered: which numbers became others.
    """

    walk: Walk
    added: tuple[Record, ...] = ()
    changed: tuple[Record, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()

    @property
    def added_notes(self) -> tuple[Note, ...]:
        """Notes that are new here."""
        return tuple(one for one in self.added if isinstance(one, Note))

    @property
    def changed_notes(self) -> tuple[Note, ...]:
        """Notes of this walk that learned something."""
        return tuple(one for one in self.changed if isinstance(one, Note))

    @property
    def pictures(self) -> frozenset[str]:
        """Checksums of the pictures that come along."""
        photos = (one for one in (*self.added, *self.changed) if isinstance(one, Photo))
        return frozenset(photo.sha256 for photo in photos if photo.sha256)


def merge_walks(
    ours: Walk, theirs: Walk, base: Walk | None, stamp: Stamp, chosen: Chosen = frozenset()
) -> Merged:
    """Our walk with what another copy of it knows; merging it again changes nothing.

    Args:
        base: the version that both grew from, where it is known.
        chosen: conflicts, by key, in which the other copy is right.

    Raises:
        WalkshopError: the other file is of another walk.
    """
    if ours.about.id != theirs.about.id:
        raise WalkshopError(
            msg("This is another walk, not a copy of this one."),
            msg("Only copies of one walk can be merged."),
            f"{ours.about.id} and {theirs.about.id}",
        )
    added: list[Record] = []
    changed: list[Record] = []
    conflicts: list[Conflict] = []
    for name in TABLES.values():
        mine = ours.table(name)
        was = base.table(name) if base is not None else {}
        for key, record in theirs.table(name).items():
            if key not in mine:
                if name not in ("about", "area"):
                    added.append(record)
            elif mine[key] != record:
                joined, found = join_records(mine[key], record, was.get(key), chosen)
                conflicts += found
                if not _same(joined, mine[key]):
                    changed.append(touched(joined, stamp))
    numbers = _Numbers(ours, theirs, base)
    placed = [numbers.placed(record) for record in added]
    records = (*placed, *changed)
    walk = ours.having(*records) if records else ours
    walk = replace(walk, marks=numbers.marks) if records else walk
    return Merged(walk, tuple(placed), tuple(changed), tuple(conflicts), tuple(numbers.renumbered))


def both_changed(n: int) -> Text:
    """What is said of so many conflicts."""
    return msgn(
        "{n} point was changed in both. What stands here stays.",
        "{n} points were changed in both. What stands here stays.",
        n,
    )


class _Numbers:
    """Gives what is new the number that it had, or the next free one where that is in use."""

    def __init__(self, ours: Walk, theirs: Walk, base: Walk | None) -> None:
        self._base = base
        self._given = ours.marks
        self.marks = ours.marks.highest(theirs.marks)
        self._taken = {name: _in_use(ours.table(name).values()) for name in _NUMBERED}
        for name, mark in _NUMBERED.items():
            above = 1 + max(_in_use(theirs.table(name).values()), default=0)
            free = max(getattr(self.marks, mark), above)
            self.marks = replace(self.marks, **{mark: free})
        self.renumbered: list[Renumbered] = []

    def placed(self, record: Record) -> Record:
        """The record with a number that nobody else has, or ever had, in this walk."""
        if not isinstance(record, Note | Action | Stop):
            return record
        name = table_of(record)
        taken, mark = self._taken[name], _NUMBERED[name]
        was = record.nr
        old = self._base is not None and record.id in self._base.table(name)
        if was not in taken and (old or was >= getattr(self._given, mark)):
            taken.add(was)
            return record
        free = getattr(self.marks, mark)
        self.marks = replace(self.marks, **{mark: free + 1})
        taken.add(free)
        placed = replace(record, nr=free)
        self.renumbered.append(Renumbered(placed, was, free))
        return placed


def _in_use(records: Iterable[Record]) -> set[int]:
    return {one.nr for one in records if isinstance(one, Note | Action | Stop)}


def _same(one: Record, other: Record) -> bool:
    """Whether two forms of a record differ in their stamps at most."""
    return one == replace(other, **{name: getattr(one, name) for name in STAMPS})
