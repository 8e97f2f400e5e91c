"""A journal in memory that a test can hold back, and change as another program would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from walkshop.domain.diff import Diff
from walkshop.domain.errors import WalkshopError
from walkshop.domain.history import Commit, Entry
from walkshop.domain.records import (
    About,
    AboutId,
    AreaId,
    Neighbourhood,
    Note,
    NoteId,
    Stamp,
    Walk,
)
from walkshop.i18n import msg
from walkshop.store.store import Store

EMPTY = Walk(about=About(id=AboutId("about")), area=Neighbourhood(id=AreaId("area")))
LABEL = msg("Move note")

_seconds = count()


def clock() -> Stamp:
    """A clock that ticks once a look."""
    start = datetime(2027, 3, 8, 20, 0, tzinfo=UTC)
    return Stamp(start + timedelta(seconds=next(_seconds)), "table 1")


def redone(walk: Walk, changes: Diff) -> Walk:
    """The walk with the records of `changes` as they were after them."""
    gone = [one.before for one in changes if one.after is None and one.before]
    return walk.lacking(*gone).having(*(one.after for one in changes if one.after))


class Shelf:
    """Keeps edits when told to, and answers at once."""

    def __init__(self, walk: Walk = EMPTY) -> None:
        self.walk = walk
        self.entries: list[Entry] = []
        self.waiting: list[Commit] = []
        self.store = Store(walk, clock, self)

    def write(self, commit: Commit) -> None:
        """Take an edit in line."""
        self.waiting.append(commit)

    def save(self, most: int = 1_000) -> None:
        """Keep the first edits in line; the file only ever sees their changes."""
        kept, self.waiting = self.waiting[:most], self.waiting[most:]
        for commit in kept:
            entry = commit.entry
            self.walk = redone(self.walk, entry.changes)
            self.walk = replace(self.walk, marks=self.walk.marks.highest(commit.after.marks))
            self.entries.append(entry)
            assert self.walk == commit.after
            self.store.saved(entry.n)

    def refuse(self, why: WalkshopError) -> None:
        """Say that the first edit in line is not kept yet."""
        self.store.failed(self.waiting[0].entry.n, why)

    def meddle(self, edit: Callable[[Walk], Walk]) -> None:
        """Change the file as another program would, unsaved edits aside."""
        self.walk = edit(self.walk)
        self.waiting = []
        last = self.entries[-1].n if self.entries else 0
        self.store.foreign(self.walk, last)


def note(nr: int, text: str = "said") -> Note:
    """A note with this number."""
    return Note(id=NoteId(f"note {nr}"), nr=nr, text=text)


def adding(key: str, text: str = "said") -> Callable[[Walk], Walk]:
    """An edit that adds a note with the next number, and the id that it was given."""

    def edit(walk: Walk) -> Walk:
        made = Note(id=NoteId(key), nr=walk.marks.note, text=text)
        return replace(walk.having(made), marks=replace(walk.marks, note=made.nr + 1))

    return edit


def saying(key: str, text: str) -> Callable[[Walk], Walk]:
    """An edit that changes the words of a note; it refuses when the note is gone."""
    return lambda walk: walk.having(replace(walk.note(NoteId(key)), text=text))


def removing(key: str) -> Callable[[Walk], Walk]:
    """An edit that takes a note out; it refuses when the note is gone."""
    return lambda walk: walk.lacking(walk.note(NoteId(key)))


__all__ = ["EMPTY", "LABEL", "Shelf", "adding", "clock", "note", "removing", "saying"]
