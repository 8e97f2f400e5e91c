"""Two things said in one breath become two notes; one thing said twice becomes one. No word goes.

After a split the first half keeps the number and the second gets the next one; after a merge the
lowest number leads. Both are taken apart and put together again exactly.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from walkshop.domain.edits.notes import add_note, standing
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.notes import leading
from walkshop.domain.records import Note, NoteId, Stamp, Walk, touched
from walkshop.i18n import msg


def split_note(walk: Walk, note: NoteId, at: int, new: NoteId, stamp: Stamp) -> Walk:
    """The walk with a note in two, its words cut before the character `at`.

    The second half has the kind, themes, place and speaker of the first and the quotes that stand
    in its words; voices, photos, answers and translations stay with the first.

    Raises:
        WalkshopError: a half would have no words.
    """
    found = standing(walk, note)
    first, second = found.text[:at].strip(), found.text[at:].strip()
    if not first or not second:
        raise WalkshopError(
            msg("Both halves need words."), msg("Put the cursor between the two statements.")
        )
    half = replace(
        found,
        id=new,
        nr=0,
        text=second,
        quotes=tuple(quote for quote in found.quotes if quote not in first),
        public_text="",
        photos=(),
        voices=(),
        dots=(),
        report=False,
        report_ref="",
        reported_on=None,
        split_from=found.id,
        same_breath=found.id,
        checked=(),
        translations=(),
    )
    kept = tuple(quote for quote in found.quotes if quote in first or quote not in second)
    lead = touched(replace(found, text=first, quotes=kept, public_text=""), stamp)
    return add_note(walk.having(lead), half, stamp)


def merge_notes(walk: Walk, notes: Iterable[NoteId], stamp: Stamp) -> Walk:
    """The walk with these notes as one: the lowest number leads, all words and authors stay.

    Raises:
        WalkshopError: there are not two different notes.
    """
    found: dict[NoteId, Note] = {}
    for note in notes:
        lead = leading(walk, standing(walk, note))
        found[lead.id] = lead
    if len(found) < 2:
        raise WalkshopError(msg("Choose two notes or more to merge."))
    lead, *others = sorted(found.values(), key=lambda note: note.nr)
    return walk.having(*(touched(replace(o, merged_into=lead.id), stamp) for o in others))


def unmerge_note(walk: Walk, note: NoteId, stamp: Stamp) -> Walk:
    """The walk with a merged note on its own feet again, exactly as it was.

    Raises:
        WalkshopError: it was not merged into another.
    """
    found = standing(walk, note)
    if not found.merged_into:
        raise WalkshopError(msg("Note {nr} was not merged.", nr=found.nr))
    return walk.having(touched(replace(found, merged_into=None), stamp))


def unmerge_all(walk: Walk, note: NoteId, stamp: Stamp) -> Walk:
    """The walk with every note that was merged into this one on its own feet again.

    Raises:
        WalkshopError: nothing was merged into it.
    """
    under = [other for other in walk.notes.values() if other.merged_into == note]
    if not under:
        raise WalkshopError(msg("Nothing was merged into note {nr}.", nr=walk.note(note).nr))
    return walk.having(*(touched(replace(o, merged_into=None), stamp) for o in under))


def in_one_breath(walk: Walk, first: NoteId, second: NoteId, stamp: Stamp) -> Walk:
    """The walk in which two notes remember that they were said in one breath."""
    one, other = standing(walk, first), standing(walk, second)
    return walk.having(
        touched(replace(one, same_breath=second), stamp),
        touched(replace(other, same_breath=first), stamp),
    )
