"""Care for who spoke."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits import care
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.answers import AnswerBook, Standing
from walkshop.domain.records import AssetType, Kind, NoteId

ONE = NoteId("note 1")
DAY = date(2027, 3, 9)


def test_a_note_is_hidden_from_others_and_shown_again_with_its_words():
    before = a_walk(a_note(1, "Die man op nummer 12"))
    walk = care.mask_note(before, ONE, True, LATER)
    assert (walk.note(ONE).masked, walk.note(ONE).text) == (True, "Die man op nummer 12")
    assert not care.mask_note(walk, ONE, False, LATER).note(ONE).masked


def test_an_act_that_changes_nothing_gives_the_very_same_walk():
    walk = a_walk(a_note(1))
    assert care.mask_note(walk, ONE, False, LATER) is walk
    assert care.list_report(walk, ONE, False, LATER) is walk


def test_setting_apart_needs_a_reason_and_is_taken_back_whole():
    walk = a_walk(a_note(1))
    with pytest.raises(WalkshopError, match="say why"):
        care.set_note_apart(walk, ONE, "  ", STAMP)
    apart = care.set_note_apart(walk, ONE, " Gaat over een andere wijk ", LATER)
    assert apart.note(ONE).set_apart_because == "Gaat over een andere wijk"
    assert AnswerBook(apart).standing_of(apart.note(ONE), DAY) is Standing.WITHOUT
    back = care.take_note_back(apart, ONE, LATER).note(ONE)
    assert (back.set_apart, back.set_apart_because) == (False, "")


def test_a_report_with_its_number_is_answered_and_leaves_the_list_without_a_trace():
    walk = care.list_report(a_walk(a_note(1)), ONE, True, STAMP)
    assert walk.note(ONE).report
    told = care.note_reported(walk, ONE, " M-2027-14 ", DAY, LATER)
    assert (told.note(ONE).report_ref, told.note(ONE).reported_on) == ("M-2027-14", DAY)
    assert AnswerBook(told).standing_of(told.note(ONE), DAY) is Standing.ANSWERED
    off = care.list_report(told, ONE, False, LATER).note(ONE)
    assert (off.report, off.report_ref, off.reported_on) == (False, "", None)


@pytest.mark.parametrize("number", ["", " ", "x" * 31])
def test_a_report_needs_a_number_that_can_be_one(number):
    with pytest.raises(WalkshopError, match="number of the report"):
        care.note_reported(a_walk(a_note(1)), ONE, number, DAY, STAMP)


def test_general_words_stand_beside_the_speakers_own():
    walk = care.make_general(
        a_walk(a_note(1, "Mevrouw X is ziek")), ONE, " Een buur is ziek ", STAMP
    )
    assert (walk.note(ONE).text, walk.note(ONE).public_text) == (
        "Mevrouw X is ziek",
        "Een buur is ziek",
    )
    assert not care.make_general(walk, ONE, "", LATER).note(ONE).public_text


def test_consent_and_what_was_looked_at_are_kept():
    walk = care.consent_to_quote(a_walk(a_note(1)), ONE, True, STAMP)
    walk = care.find_good(care.find_good(walk, ONE, "place", STAMP), ONE, "kind", STAMP)
    assert walk.note(ONE).quote_consent is True
    assert care.find_good(walk, ONE, "place", LATER).note(ONE).checked == ("place", "kind")


def test_only_words_of_the_note_are_marked_as_said():
    walk = a_walk(a_note(1, "Zij zei: kom binnen"))
    marked = care.mark_quotes(walk, ONE, ("kom binnen", "kom binnen"), STAMP)
    assert marked.note(ONE).quotes == ("kom binnen",)
    for quotes in (("ga weg",), (" ",)):
        with pytest.raises(WalkshopError, match="do not stand in the note"):
            care.mark_quotes(walk, ONE, quotes, STAMP)


def test_only_a_good_thing_has_a_kind_of_strength():
    walk = a_walk(a_note(1, kind=Kind.CONCERN), a_note(2, kind=Kind.ASSET))
    good = care.name_asset(walk, NoteId("note 2"), AssetType.STORIES, STAMP)
    assert good.note(NoteId("note 2")).asset_type is AssetType.STORIES
    with pytest.raises(WalkshopError, match="Only what is good"):
        care.name_asset(walk, ONE, AssetType.PLACE, STAMP)
    assert care.name_asset(walk, ONE, None, STAMP) is walk
