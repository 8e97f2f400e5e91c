"""Taking down what people say, word for word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    Kind,
    Marks,
    Note,
    NoteId,
    Stamp,
    ThemeId,
    Walk,
    born,
    touched,
)
from walkshop.i18n import msg


def add_note(walk: Walk, note: Note, stamp: Stamp) -> Walk:
    """The walk with one note more; with `nr` 0 it gets the next free number.

    Raises:
        WalkshopError: the note has no words and no photo, or its number is taken.
    """
    return add_notes(walk, (note,), stamp)


def add_notes(walk: Walk, notes: Iterable[Note], stamp: Stamp) -> Walk:
    """The walk with these notes added in their order; see `add_note`."""
    taken = {note.nr for note in walk.notes.values()}
    free = walk.marks.note
    fresh: list[Note] = []
    for note in notes:
        if not note.text.strip() and not note.photos:
            raise WalkshopError(msg("No text yet."), msg("Type what was said, then Enter."))
        nr = note.nr or free
        if nr in taken:
            raise WalkshopError(msg("Number {nr} is in use already.", nr=nr))
        taken.add(nr)
        free = max(free, nr + 1)
        fresh.append(born(replace(note, nr=nr), stamp))
    marks = replace(walk.marks, note=free)
    return replace(walk.having(*fresh), marks=marks)


def reword_note(walk: Walk, note: NoteId, text: str, stamp: Stamp) -> Walk:
    """The walk with other words for a note, as its speaker wants them; history keeps the old.

    Raises:
        WalkshopError: nothing would be left of the words.
    """
    if not text.strip():
        raise WalkshopError(
            msg("A note keeps its words."), msg("To take a note away, choose Withdraw.")
        )
    return walk.having(touched(replace(standing(walk, note), text=text), stamp))


def set_kind(walk: Walk, note: NoteId, kind: Kind, stamp: Stamp) -> Walk:
    """The walk with the note's kind chosen by a person."""
    return walk.having(touched(replace(standing(walk, note), kind=kind, kind_chosen=True), stamp))


def set_themes(
    walk: Walk, note: NoteId, theme: ThemeId | None, theme2: ThemeId | None, stamp: Stamp
) -> Walk:
    """The walk with the note's themes chosen; a second theme alone becomes the first.

    A first theme that is new is of the set that the walk uses now.
    """
    first, second = (theme, theme2) if theme else (theme2, None)
    if second == first:
        second = None
    before = standing(walk, note)
    of_set = before.theme_set if first == before.theme else walk.about.theme_set
    chosen = replace(before, theme=first, theme2=second, theme_set=of_set)
    return walk.having(touched(chosen, stamp))


def next_marks(walk: Walk) -> Marks:
    """The marks above every number in use, never lower than they were."""
    return walk.marks.highest(
        Marks(
            1 + max((note.nr for note in walk.notes.values()), default=0),
            1 + max((action.nr for action in walk.actions.values()), default=0),
            1 + max((stop.nr for stop in walk.stops.values()), default=0),
        )
    )


def standing(walk: Walk, note: NoteId) -> Note:
    """The note, if its speaker did not withdraw it."""
    found = walk.note(note)
    if found.withdrawn:
        raise WalkshopError(
            msg("Note {nr} was withdrawn by the person who gave it.", nr=found.nr),
            msg("It can no longer be changed."),
        )
    return found
