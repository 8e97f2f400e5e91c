"""Which field sheets are in the walk, told by the origin of its notes."""

from __future__ import annotations

from tests.domain.builders import a_note, a_walk
from walkshop.domain.queries.paper import (
    last_of_sheet,
    notes_by_sheet,
    sheet_in_hand,
    sheet_of,
    sheet_ref,
)
from walkshop.domain.records import Source


def of_sheet(nr: int, sheet: int, **fields: object):
    return a_note(nr, source=Source.PAPER, source_ref=sheet_ref(sheet), **fields)


WALK = a_walk(
    of_sheet(1, 4), of_sheet(2, 4, duo="d2"), of_sheet(3, 7), a_note(4, source_ref=sheet_ref(9))
)


def test_notes_are_counted_by_sheet_and_other_origins_are_not():
    assert notes_by_sheet(WALK) == {4: 2, 7: 1}


def test_the_sheet_of_the_last_note_is_in_hand():
    assert sheet_in_hand(WALK) == 7
    assert sheet_in_hand(a_walk(a_note(1))) is None


def test_the_last_note_of_a_sheet_tells_whose_it_is():
    assert last_of_sheet(WALK, 4).duo == "d2"
    assert last_of_sheet(WALK, 5) is None


def test_a_sheet_that_a_table_names_in_dutch_is_known_too():
    assert sheet_of(a_note(1, source=Source.PAPER, source_ref="Blad 12")) == 12
    assert sheet_of(a_note(1, source=Source.PAPER, source_ref="vak 3")) is None


def test_withdrawn_notes_count_for_no_sheet():
    assert notes_by_sheet(a_walk(of_sheet(1, 4, withdrawn=True))) == {}
