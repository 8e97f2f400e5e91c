"""Takes a list that somebody typed elsewhere apart: one note a line, list signs taken off."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Note, NoteId
from walkshop.i18n import msg, msgn
from walkshop.services.intake.proposal import Guessed, LeftOut, Proposal
from walkshop.services.intake.table import MAX_CELL, MAX_ROWS

_SIGN = re.compile(r"(?:[-–—•·▪◦‣*]|\(?\d{1,3}[.)])(?=\s)\s*")
"""A sign in front of a line of a list: a dash, a dot, a star, "1." or "(2)"; blanks must follow."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line with words.

    Args:
        number: of the line in the whole text, the first being 1.
        words: without blanks around them and without the sign.
        sign: of the list, as it stood in front; empty for none.
    """

    number: int
    words: str
    sign: str = ""


def lines_of(text: str) -> tuple[ListLine, ...]:
    """The lines of `text` that hold anything, their list signs taken off."""
    found = []
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        line = raw.replace("\t", " ").strip()
        sign = _SIGN.match(line)
        words = line[sign.end() :] if sign else line
        if words or sign:
            found.append(ListLine(number, words, sign.group().strip() if sign else ""))
    return tuple(found)


def propose_lines(
    text: str,
    new_id: Callable[[], str],
    as_note: Callable[[str, NoteId], Note] | None = None,
    guessed: tuple[Guessed, ...] = (),
) -> Proposal:
    """One note for each line of `text`; a line with a list sign alone is left out.

    Args:
        as_note: makes the note of a line whose marks are to be read; without, all of it is words.
        guessed: what was guessed to read the text.

    Raises:
        WalkshopError: there are more or longer lines than a list of a walk has.
    """
    lines = lines_of(text)
    if len(lines) > MAX_ROWS:
        raise WalkshopError(
            msg("This list has more than {n} lines.", n=MAX_ROWS),
            msg("Cut it into smaller lists."),
        )
    make = as_note or _plain
    rows, left_out = [], []
    for line in lines:
        if len(line.words) > MAX_CELL:
            raise WalkshopError(
                msg("Line {n} of this list is too long.", n=line.number),
                msg("Cut it into smaller lines."),
            )
        if line.words:
            rows.append(make(line.words, NoteId(new_id())))
        else:
            left_out.append(LeftOut(line.number, msg("There is no text in this row.")))
    signed = sum(bool(line.sign) for line in lines)
    signs = ", ".join(sorted({_shown(line.sign) for line in lines if line.sign}))
    if signed:
        what = msgn("A list sign ({signs})", "{n} list signs ({signs})", signed, signs=signs)
        guessed = (*guessed, Guessed(what, msg("taken off")))
    return Proposal(tuple(rows), guessed, tuple(left_out))


def _plain(words: str, note: NoteId) -> Note:
    return Note(id=note, nr=0, text=words)


def _shown(sign: str) -> str:
    """Numbers are one sort of sign, whatever they count."""
    return re.sub(r"\d+", "1", sign)
