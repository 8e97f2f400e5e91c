"""The two builders of the domain tests: a walk that is good as it is, and a note in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from walkshop.domain.edits.notes import next_marks
from walkshop.domain.records import (
    About,
    AboutId,
    AreaId,
    Neighbourhood,
    Note,
    NoteId,
    Record,
    Stamp,
    Walk,
)

STAMP = Stamp(datetime(2027, 3, 8, 20, 41, tzinfo=UTC), "table 1")
LATER = Stamp(datetime(2027, 3, 9, 9, 0, tzinfo=UTC), "table 2")

_numbers = count(1)


def a_walk(*records: Record) -> Walk:
    """A walk with these records in it; its marks stand above every number in use."""
    about = About(id=AboutId("about"), title="Crooswijk")
    walk = Walk(about=about, area=Neighbourhood(id=AreaId("area"))).having(*records)
    return replace(walk, marks=next_marks(walk))


def a_note(nr: int = 1, text: str = "", **fields: object) -> Note:
    """A note with this number; its id is "note 1", its words are its own unless given."""
    words = text or f"What was said {nr}"
    made = Note(id=NoteId(f"note {nr}"), nr=nr, text=words)
    return replace(made, **fields)  # type: ignore[arg-type]  # fields are checked by the record


def new_id() -> str:
    """An id that no other record of this run has."""
    return f"new {next(_numbers)}"
