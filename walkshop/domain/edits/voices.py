"""One more voice for a note that was given already: counted, with its own words kept."""

from __future__ import annotations

from dataclasses import replace

from walkshop.domain.edits.notes import standing
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.notes import leading
from walkshop.domain.records import NoteId, Stamp, Voice, Walk, touched
from walkshop.i18n import msg


def add_voice(walk: Walk, note: NoteId, voice: Voice, stamp: Stamp) -> Walk:
    """The walk with one more voice for a note, or for the one that it was merged into.

    The voice's `at` is set to now; its words are kept with it, never in the note's own.
    """
    lead = leading(walk, standing(walk, note))
    heard = replace(voice, at=stamp.now)
    return walk.having(touched(replace(lead, voices=(*lead.voices, heard)), stamp))


def drop_voice(walk: Walk, note: NoteId, place: int, stamp: Stamp) -> Walk:
    """The walk without one voice of a note, by its place among the voices, the first 0.

    Raises:
        WalkshopError: there is no such voice.
    """
    found = standing(walk, note)
    if not 0 <= place < len(found.voices):
        raise WalkshopError(msg("This voice is not there any more."))
    kept = (*found.voices[:place], *found.voices[place + 1 :])
    return walk.having(touched(replace(found, voices=kept), stamp))
