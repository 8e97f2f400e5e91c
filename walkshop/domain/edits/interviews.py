"""A conversation on the way becomes a few notes, and its consent goes with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from walkshop.domain.edits.notes import add_notes
from walkshop.domain.edits.place import check_place
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    Interview,
    InterviewId,
    Kind,
    Note,
    NoteId,
    Source,
    Stamp,
    Walk,
    born,
    touched,
)
from walkshop.i18n import msg

_QUESTIONS = (("good", Kind.ASSET), ("better", Kind.CONCERN), ("yourself", Kind.IDEA))
"""The three questions, and what an answer to each is."""


def add_interview(walk: Walk, interview: Interview, ids: Sequence[NoteId], stamp: Stamp) -> Walk:
    """The walk with a conversation and a note for each answered question.

    A quote is marked in the answer that holds it; one that stands apart is a note of its own.

    Args:
        ids: four new ids.

    Raises:
        WalkshopError: nothing was said, or nobody asked whether it may be written down.
    """
    if interview.consent is not True:
        raise WalkshopError(
            msg("First ask: may I write this down and use it?"),
            msg("Without a yes nothing is kept."),
        )
    check_place(walk, interview.place)
    answers = [(getattr(interview, name).strip(), kind) for name, kind in _QUESTIONS]
    said = [(words, kind) for words, kind in answers if words]
    quote = interview.quote.strip()
    if quote and not any(quote in words for words, _kind in said):
        said.append((quote, Kind.UNKNOWN))
    if not said:
        raise WalkshopError(msg("No text yet."), msg("Write down an answer or a quote."))
    notes = [_note(interview, *part, id=key) for part, key in zip(said, ids, strict=False)]
    return add_notes(walk.having(born(interview, stamp)), notes, stamp)


def change_interview(walk: Walk, interview: Interview, stamp: Stamp) -> Walk:
    """The walk with what is known of a conversation as it now reads; its notes stay as they are.

    A consent that was taken back hides its notes from public prints.
    """
    before = walk.interviews[InterviewId(interview.id)]
    if before == interview:
        return walk
    changed = walk.having(touched(interview, stamp))
    if interview.consent is before.consent:
        return changed
    of_it = [note for note in walk.notes.values() if note.interview == interview.id]
    return changed.having(
        *(touched(replace(note, quote_consent=interview.consent), stamp) for note in of_it)
    )


def _note(interview: Interview, words: str, kind: Kind, *, id: NoteId) -> Note:
    quote = interview.quote.strip()
    return Note(
        id=id,
        nr=0,
        text=words,
        quotes=(quote,) if quote and quote in words else (),
        kind=kind,
        kind_chosen=kind is not Kind.UNKNOWN,
        place=interview.place,
        source=Source.INTERVIEW,
        interview=InterviewId(interview.id),
        quote_consent=interview.consent,
    )
