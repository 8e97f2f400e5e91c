"""A list that somebody typed elsewhere: one note a line, its list signs taken off and told."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from tests.services.intake.conftest import said
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Kind, Note, NoteId
from walkshop.services.intake import lines, propose_lines
from walkshop.services.intake.lines import lines_of

PASTED = "- Te weinig bankjes\n\n• Mooi groen\r\n1. Losse tegels\n(2) 2e halte weg\nGewoon\n*\n"


def test_each_line_is_a_note_and_its_sign_is_taken_off():
    assert [(line.number, line.words, line.sign) for line in lines_of(PASTED)] == [
        (1, "Te weinig bankjes", "-"),
        (3, "Mooi groen", "•"),
        (4, "Losse tegels", "1."),
        (5, "2e halte weg", "(2)"),
        (6, "Gewoon", ""),
        (7, "*", ""),
    ]


@pytest.mark.parametrize("line", ["-5 graden", "2.5 meter", "1900 huizen", "*ster", "1)x"])
def test_a_sign_is_only_one_with_a_blank_after_it(line):
    assert lines_of(line)[0].words == line


def test_signs_that_were_taken_off_are_told():
    proposal = propose_lines(PASTED, lambda: "id")
    assert said(proposal) == ["4 list signs ((1), -, 1., •): taken off"]
    assert len(proposal.rows) == 6


def test_marks_are_read_only_where_somebody_says_how():
    def as_note(words: str, note: NoteId) -> Note:
        return replace(Note(id=note, nr=0), text=words.lstrip("! "), kind=Kind.CONCERN)

    plain, read = (propose_lines("! Los", lambda: "id", how).rows[0] for how in (None, as_note))
    assert (plain.text, plain.kind) == ("! Los", Kind.UNKNOWN)
    assert (read.text, read.kind) == ("Los", Kind.CONCERN)


def test_a_text_file_without_columns_is_a_list_and_one_with_columns_a_table(read):
    assert [note.text for note in read("Banken, bomen\nGroen\n", name="a.txt").rows] == [
        "Banken, bomen", "Groen",
    ]  # fmt: skip
    assert [note.nr for note in read("nr,tekst\n7,Banken\n", name="b.txt").rows] == [7]


def test_lists_that_nobody_typed_are_refused(monkeypatch):
    numbers = count()
    monkeypatch.setattr(lines, "MAX_ROWS", 2)
    with pytest.raises(WalkshopError, match="more than 2 lines"):
        propose_lines("a\nb\nc", lambda: str(next(numbers)))
    monkeypatch.setattr(lines, "MAX_CELL", 2)
    with pytest.raises(WalkshopError, match="Line 1 of this list is too long"):
        propose_lines("abc", lambda: "id")
