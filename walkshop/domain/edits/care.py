"""Care for who spoke: hide a note from others, set it apart, report it, make its words general."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from walkshop.domain.edits.notes import standing
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import AssetType, Kind, Note, NoteId, Stamp, Walk, touched
from walkshop.i18n import msg

LONGEST_REFERENCE = 30
"""Characters of a report's number."""


def mask_note(walk: Walk, note: NoteId, masked: bool, stamp: Stamp) -> Walk:
    """The walk with a note hidden from others, or shown again; it keeps its number and words."""
    return _with(walk, replace(standing(walk, note), masked=masked), stamp)


def set_note_apart(walk: Walk, note: NoteId, because: str, stamp: Stamp) -> Walk:
    """The walk with a note out of the conversation, with the reason; it keeps needing an answer.

    Raises:
        WalkshopError: no reason was given.
    """
    if not because.strip():
        raise WalkshopError(
            msg("To set a note apart, say why."), msg("The reason stands in the account.")
        )
    found = standing(walk, note)
    return _with(walk, replace(found, set_apart=True, set_apart_because=because.strip()), stamp)


def take_note_back(walk: Walk, note: NoteId, stamp: Stamp) -> Walk:
    """The walk with a note that was set apart back in the conversation."""
    found = standing(walk, note)
    return _with(walk, replace(found, set_apart=False, set_apart_because=""), stamp)


def list_report(walk: Walk, note: NoteId, listed: bool, stamp: Stamp) -> Walk:
    """The walk with a note on the list of reports for the municipality, or off it."""
    found = standing(walk, note)
    if listed:
        return _with(walk, replace(found, report=True), stamp)
    return _with(walk, replace(found, report=False, report_ref="", reported_on=None), stamp)


def note_reported(walk: Walk, note: NoteId, reference: str, on: date, stamp: Stamp) -> Walk:
    """The walk with the number that the municipality gave to a report; the note is answered then.

    Raises:
        WalkshopError: there is no number, or it is too long to be one.
    """
    number = reference.strip()
    if not number or len(number) > LONGEST_REFERENCE:
        raise WalkshopError(
            msg("Give the number of the report, {n} signs at most.", n=LONGEST_REFERENCE)
        )
    found = standing(walk, note)
    return _with(walk, replace(found, report=True, report_ref=number, reported_on=on), stamp)


def make_general(walk: Walk, note: NoteId, words: str, stamp: Stamp) -> Walk:
    """The walk with a general wording that prints instead of a note's own; "" takes it away."""
    return _with(walk, replace(standing(walk, note), public_text=words.strip()), stamp)


def consent_to_quote(walk: Walk, note: NoteId, consent: bool | None, stamp: Stamp) -> Walk:
    """The walk with what the speaker said about printing these very words; None is not asked."""
    return _with(walk, replace(standing(walk, note), quote_consent=consent), stamp)


def mark_quotes(walk: Walk, note: NoteId, quotes: tuple[str, ...], stamp: Stamp) -> Walk:
    """The walk with parts of a note marked as said in these very words.

    Raises:
        WalkshopError: a quote does not stand in the note.
    """
    found = standing(walk, note)
    if any(not quote.strip() or quote not in found.text for quote in quotes):
        raise WalkshopError(msg("These words do not stand in the note."))
    return _with(walk, replace(found, quotes=tuple(dict.fromkeys(quotes))), stamp)


def name_asset(walk: Walk, note: NoteId, kind: AssetType | None, stamp: Stamp) -> Walk:
    """The walk with what kind of strength a good thing is.

    Raises:
        WalkshopError: the note is not about something good.
    """
    found = standing(walk, note)
    if kind is not None and found.kind is not Kind.ASSET:
        raise WalkshopError(
            msg("Only what is good has a kind of strength."), msg("Choose Good first.")
        )
    return _with(walk, replace(found, asset_type=kind), stamp)


def find_good(walk: Walk, note: NoteId, what: str, stamp: Stamp) -> Walk:
    """The walk with something about a note looked at and found good as it is."""
    found = standing(walk, note)
    return _with(walk, replace(found, checked=tuple(dict.fromkeys((*found.checked, what)))), stamp)


def _with(walk: Walk, note: Note, stamp: Stamp) -> Walk:
    """The walk with the note as it now is; the very same walk where nothing changed."""
    return walk if note == walk.notes.get(note.id) else walk.having(touched(note, stamp))
