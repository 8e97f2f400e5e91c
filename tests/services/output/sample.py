"""The sample walk that ships, on a day after its answers, and a walk of one note."""

from __future__ import annotations

from datetime import date
from typing import Any

from walkshop.domain.queries.notes import note_by_nr
from walkshop.domain.records import (
    About,
    AboutId,
    AreaId,
    Kind,
    Neighbourhood,
    Note,
    NoteId,
    ThemeId,
    Walk,
)
from walkshop.files import sample_map
from walkshop.services.gpkg import read_walk
from walkshop.services.sample import SAMPLE

TODAY = date(2027, 4, 13)


def crooswijk() -> Walk:
    """The walk through Crooswijk and Rubroek."""
    return read_walk(sample_map(SAMPLE))


def note_of(walk: Walk, nr: int) -> Note:
    """The note with this number."""
    found = note_by_nr(walk, nr)
    assert found is not None
    return found


def bare(text: str = "Een bank", **about: Any) -> Walk:
    """A walk of one area and one note."""
    note = Note(id=NoteId("note-1"), nr=1, text=text, theme=ThemeId("natuur"), kind=Kind.IDEA)
    walk = Walk(
        about=About(id=AboutId("about"), **{"title": "Wandeling", **about}),
        area=Neighbourhood(id=AreaId("area")),
    )
    return walk.having(note)
