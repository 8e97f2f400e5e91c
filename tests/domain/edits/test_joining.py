"""Split and merge: two statements apart, one thing together, and no word lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits.joining import (
    in_one_breath,
    merge_notes,
    split_note,
    unmerge_all,
    unmerge_note,
)
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.notes import note_by_nr, standing_notes
from walkshop.domain.records import Kind, NoteId, PhotoId, ThemeId, Voice

ONE, TWO, THREE, NEW = (NoteId(name) for name in ("note 1", "note 2", "note 3", "new"))
BOX = "Serviceflat te duur. Nieuwe woonconcepten"


def test_a_split_keeps_the_number_of_the_first_half_and_gives_the_second_the_next():
    walk = a_walk(a_note(23, BOX, source_ref="box 23", theme=ThemeId("wonen")), a_note(62))
    walk = split_note(walk, NoteId("note 23"), BOX.index("Nieuwe"), NEW, LATER)
    first, second = walk.note(NoteId("note 23")), walk.note(NEW)
    assert (first.nr, first.text) == (23, "Serviceflat te duur.")
    assert (second.nr, second.text, second.split_from) == (63, "Nieuwe woonconcepten", first.id)
    assert (second.theme, second.source_ref) == (first.theme, "box 23")


def test_the_second_half_has_what_was_said_and_not_what_was_added_to_the_first():
    note = a_note(
        1, BOX, kind=Kind.CONCERN, photos=(PhotoId("p"),), voices=(Voice(),), report_ref="12",
        quotes=("te duur", "Nieuwe woonconcepten"), checked=("place",), public_text="Iets",
    )  # fmt: skip
    walk = split_note(a_walk(note), ONE, 20, NEW, LATER)
    first, second = walk.note(ONE), walk.note(NEW)
    assert (first.quotes, second.quotes) == (("te duur",), ("Nieuwe woonconcepten",))
    assert (second.photos, second.voices, second.report_ref, second.checked) == ((), (), "", ())
    assert (first.public_text, second.public_text) == ("", "")
    assert second.kind is Kind.CONCERN
    assert first.photos


@pytest.mark.parametrize("at", [0, 1, len(BOX)])
def test_a_half_without_words_is_refused(at):
    walk = a_walk(a_note(1, " " + BOX))
    with pytest.raises(WalkshopError, match="Both halves need words"):
        split_note(walk, ONE, at if at < 2 else at + 1, NEW, STAMP)


@given(st.text(min_size=1), st.integers(0, 40))
def test_no_character_but_blanks_is_lost_by_a_split(text, at):
    walk = a_walk(a_note(1, text + "x"))
    try:
        after = split_note(walk, ONE, at, NEW, STAMP)
    except WalkshopError:
        return
    joined = after.note(ONE).text + after.note(NEW).text
    assert "".join(joined.split()) == "".join((text + "x").split())


def test_the_lowest_number_leads_and_all_words_stay():
    before = a_walk(a_note(14, "Banken"), a_note(22, "Meer banken", duo="d2"), a_note(30))
    walk = merge_notes(before, [NoteId("note 22"), NoteId("note 14")], LATER)
    assert [note.nr for note in standing_notes(walk)] == [14, 30]
    merged = walk.note(NoteId("note 22"))
    assert (merged.text, merged.duo, merged.nr) == ("Meer banken", "d2", 22)
    found = note_by_nr(walk, 22)
    assert found is not None
    assert found.nr == 14


def test_merging_what_leads_already_gathers_all_under_the_lowest():
    walk = merge_notes(a_walk(a_note(1), a_note(2), a_note(3)), [TWO, THREE], STAMP)
    walk = merge_notes(walk, [THREE, ONE], LATER)
    assert [note.nr for note in standing_notes(walk)] == [1]


def test_one_note_alone_is_not_merged():
    walk = merge_notes(a_walk(a_note(1), a_note(2)), [ONE, TWO], STAMP)
    for notes in ([ONE], [ONE, ONE], [ONE, TWO]):
        with pytest.raises(WalkshopError, match="two notes or more"):
            merge_notes(walk, notes, STAMP)


def test_a_merged_note_stands_again_exactly_as_it_was():
    before = a_walk(a_note(1), a_note(2, duo="d2", theme=ThemeId("werk")))
    merged = merge_notes(before, [ONE, TWO], STAMP)
    for walk in (unmerge_note(merged, TWO, LATER), unmerge_all(merged, ONE, LATER)):
        again = walk.note(TWO)
        assert replace(again, changed=None, station="") == before.note(TWO)


def test_what_was_not_merged_is_not_taken_apart():
    walk = a_walk(a_note(1), a_note(2))
    with pytest.raises(WalkshopError, match="was not merged"):
        unmerge_note(walk, ONE, STAMP)
    with pytest.raises(WalkshopError, match="Nothing was merged"):
        unmerge_all(walk, ONE, STAMP)


def test_two_halves_of_one_breath_remember_each_other():
    walk = in_one_breath(a_walk(a_note(1), a_note(2)), ONE, TWO, LATER)
    assert (walk.note(ONE).same_breath, walk.note(TWO).same_breath) == (TWO, ONE)
