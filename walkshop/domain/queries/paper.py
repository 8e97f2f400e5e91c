"""Numbered field sheets that came back: which of them are in the walk, by what their notes say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from walkshop.domain.queries.notes import standing_notes
from walkshop.domain.records import Note, Source, Walk

_REF = re.compile(r"(?:sheet|blad) (\d{1,4})", re.IGNORECASE)


def sheet_ref(nr: int) -> str:
    """What the notes of a sheet keep as their origin."""
    return f"sheet {nr}"


def sheet_of(note: Note) -> int | None:
    """The number of the sheet that a note was typed over from; None for another origin."""
    found = _REF.fullmatch(note.source_ref.strip()) if note.source is Source.PAPER else None
    return int(found[1]) if found else None


def notes_by_sheet(walk: Walk) -> Mapping[int, int]:
    """How many notes there are of each sheet."""
    return Counter(nr for note in standing_notes(walk) if (nr := sheet_of(note)) is not None)


def sheet_in_hand(walk: Walk) -> int | None:
    """The sheet of the note that was typed over last: it may not be finished."""
    notes = [note for note in standing_notes(walk) if sheet_of(note) is not None]
    return sheet_of(max(notes, key=lambda note: note.nr)) if notes else None


def last_of_sheet(walk: Walk, nr: int) -> Note | None:
    """The latest note of a sheet: its duo and stop are likely those of the next."""
    notes = [note for note in standing_notes(walk) if sheet_of(note) == nr]
    return max(notes, key=lambda note: note.nr, default=None)
