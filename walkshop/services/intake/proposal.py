"""What a file would bring into a walk, said before anything happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypedDict

from walkshop.domain.edits.bringing import AllIn
from walkshop.domain.edits.intake import BroughtIn
from walkshop.domain.geo import LonLat
from walkshop.domain.queries.notes import count_notes
from walkshop.domain.records import Note, NoteId, Photo, Stop
from walkshop.i18n import Language, Text, msg
from walkshop.services.intake.chat.seen import Chat

SHOWN_ROWS = 8
"""Row numbers named in one sentence; the rest is dots."""

SHOWN_CHARACTERS = 60
"""Characters of a cell quoted in one sentence; the rest is dots."""


@dataclass(frozen=True, slots=True)
class Guessed:
    """One thing that was read into the file, and as what."""

    what: Text
    taken_as: Text


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One row that brings no note.

    `row` counts as a spreadsheet does, the header is row 1; in a map file the first place is 1.
    """

    row: int
    why: Text


@dataclass(frozen=True, slots=True)
class Track:
    """A line that was walked.

    Args:
        along: places in walking order (WGS84).
        times: the aware moment of each place, None where it is not known; empty for none at all.
    """

    name: str
    along: tuple[LonLat, ...]
    times: tuple[datetime | None, ...] = ()


@dataclass(frozen=True, slots=True)
class NewPhoto:
    """A photo as it would be kept.

    Args:
        photo: its record; `sha256` is that of `data`.
        data: the bytes that are kept: upright, downscaled, without EXIF.
        note: the row that shows it.
    """

    photo: Photo
    data: bytes
    note: NoteId | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a file would bring; reading it changed nothing.

    Args:
        rows: notes in the order of the file; `nr` is the number asked for, 0 for none.
        columns: the columns that were seen, for a table.
        tracks: lines that may become the route, or place photos by their time.
        stops: places that may become stops; `nr` 0 where the file gives none.
        photos: pictures, each with its row where it has one.
        fields: the field that each column was read as, for a table; others are kept or left out.
        kept_as: what history calls the file where its own name may tell who somebody is.
        chat: what can be chosen of an exported chat.
    """

    rows: tuple[Note, ...]
    guessed: tuple[Guessed, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    columns: tuple[str, ...] = ()
    tracks: tuple[Track, ...] = ()
    stops: tuple[Stop, ...] = ()
    photos: tuple[NewPhoto, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    kept_as: Text | None = None
    chat: Chat | None = None


@dataclass(slots=True)
class Notices:
    """Collects what is guessed while rows are read: the same guess in many rows is said once."""

    _rows: dict[Guessed, list[int]] = field(default_factory=dict)

    def add(self, what: Text, taken_as: Text, row: int | None = None) -> None:
        """Note down one guess, about a row or about the whole file."""
        rows = self._rows.setdefault(Guessed(what, taken_as), [])
        if row is not None and (not rows or rows[-1] != row):
            rows.append(row)

    def all(self) -> tuple[Guessed, ...]:
        """The guesses, those about the whole file first."""
        whole = [guess for guess, rows in self._rows.items() if not rows]
        parts = [_with_rows(guess, rows) for guess, rows in self._rows.items() if rows]
        return (*whole, *parts)


class Reported(TypedDict):
    """What `walkshop import --json` prints."""

    notes: int
    changed: int
    placed: int
    whole: int
    not_placed: int
    duplicates: int
    left_out: list[dict[str, int | str]]
    guessed: list[dict[str, str]]
    tracks: int
    photos: int


Part = tuple[Proposal, AllIn]
"""One file: what it would bring, and what came of it."""


def report(proposal: Proposal, brought_in: BroughtIn, language: Language) -> Reported:
    """What came of the rows of one file; see `report_all`."""
    return report_all([(proposal, AllIn(brought_in))], language)


def report_all(parts: Sequence[Part], language: Language) -> Reported:
    """What came of one file or more, brought in one after the other, in words of `language`.

    `notes`, `changed`, `duplicates` and `left_out` account for every row of every file. `placed`,
    `whole` and `not_placed` count the notes that are new or changed, each once, as they stand at
    the end. `row` counts as a spreadsheet does: the header is row 1. `tracks` counts the lines
    that were walked in the files, `photos` the pictures that are new.

    Raises:
        ValueError: there is no part.
    """
    if not parts:
        raise ValueError("a report needs a file")
    walk = parts[-1][1].walk
    rows = [part.done for _, part in parts]
    met = {note.id for done in rows for note in (*done.added, *done.changed)}
    counts = count_notes(walk, [walk.notes[key] for key in met])
    out = [out for proposal, _ in parts for out in proposal.left_out]
    guessed = [guess for part in parts for guess in _guesses(part)]
    return {
        "notes": sum(len(done.added) for done in rows),
        "changed": sum(len(done.changed) for done in rows),
        "placed": counts.placed,
        "whole": counts.whole,
        "not_placed": counts.not_placed,
        "duplicates": sum(part.done.duplicates + part.known for _, part in parts),
        "left_out": [{"row": left.row, "why": language.say(left.why)} for left in out],
        "guessed": [
            {"what": language.say(guess.what), "as": language.say(guess.taken_as)}
            for guess in guessed
        ],
        "tracks": sum(len(proposal.tracks) for proposal, _ in parts),
        "photos": sum(len(part.photos) for _, part in parts),
    }


def _guesses(part: Part) -> Iterator[Guessed]:
    proposal, came = part
    yield from proposal.guessed
    for asked, given in came.done.renumbered:
        yield Guessed(msg("Number {nr} in the file", nr=asked), msg("number {nr}", nr=given))


def shown(cell: str) -> str:
    """`cell` on one line, short enough to be quoted in a sentence."""
    line = " ".join(cell.split())
    return line if len(line) <= SHOWN_CHARACTERS else f"{line[: SHOWN_CHARACTERS - 1]}…"


def _with_rows(guess: Guessed, rows: list[int]) -> Guessed:
    named = ", ".join(map(str, rows[:SHOWN_ROWS])) + (", …" if len(rows) > SHOWN_ROWS else "")
    return Guessed(msg("{what} (row {rows})", what=guess.what, rows=named), guess.taken_as)
