"""Who said it, as far as anybody may know: through which lens, in which duo, by which code."""

from __future__ import annotations

from dataclasses import replace

from walkshop.domain.edits.notes import standing
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import LensId, Note, NoteId, ParticipantId, Stamp, Walk, touched
from walkshop.i18n import msg

LONGEST_DUO = 12
"""Characters of the code of a duo."""


def look_through(walk: Walk, note: NoteId, lens: LensId | None, stamp: Stamp) -> Walk:
    """The walk with a note seen through this lens; None for no lens."""
    return _with(walk, note, stamp, lens=lens if lens in walk.lenses else None)


def name_duo(walk: Walk, note: NoteId, duo: str, stamp: Stamp) -> Walk:
    """The walk with the code of the duo that said a note; "" for none.

    Raises:
        WalkshopError: it is too long to be a code.
    """
    code = duo.strip()
    if len(code) > LONGEST_DUO:
        raise WalkshopError(
            msg("A duo has a short code, such as d2."), msg("Names do not go into the walk.")
        )
    return _with(walk, note, stamp, duo=code)


def name_participant(
    walk: Walk, note: NoteId, participant: ParticipantId | None, stamp: Stamp
) -> Walk:
    """The walk with the code of who said a note; None for nobody in particular."""
    known = participant if participant in walk.participants else None
    return _with(walk, note, stamp, participant=known)


def _with(walk: Walk, note: NoteId, stamp: Stamp, **fields: str | None) -> Walk:
    found = standing(walk, note)
    said: Note = replace(found, **fields)  # type: ignore[arg-type]  # checked by replace
    return walk if said == found else walk.having(touched(said, stamp))
