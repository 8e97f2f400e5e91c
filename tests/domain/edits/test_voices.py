"""One more voice for a note."""

from __future__ import annotations

import pytest

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits.joining import merge_notes
from walkshop.domain.edits.voices import add_voice, drop_voice
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.merges import Merges
from walkshop.domain.records import LensId, NoteId, Voice

ONE, TWO = NoteId("note 1"), NoteId("note 2")


def test_five_more_voices_make_six_and_leave_the_words_alone():
    walk = a_walk(a_note(1, "Te weinig banken"))
    for lens in "abcde":
        walk = add_voice(walk, ONE, Voice(lens=LensId(lens)), LATER)
    note = walk.note(ONE)
    assert Merges(walk).mentions(note) == 6
    assert [voice.lens for voice in note.voices] == list("abcde")
    assert note.text == "Te weinig banken"
    assert {voice.at for voice in note.voices} == {LATER.now}


def test_a_voice_keeps_its_own_words():
    walk = add_voice(a_walk(a_note(1)), ONE, Voice(words="wij ook"), STAMP)
    assert walk.note(ONE).voices[0].words == "wij ook"


def test_a_voice_for_a_merged_note_goes_to_the_one_that_leads():
    walk = merge_notes(a_walk(a_note(1), a_note(2)), [ONE, TWO], STAMP)
    walk = add_voice(walk, TWO, Voice(), LATER)
    assert len(walk.note(ONE).voices) == 1
    assert not walk.note(TWO).voices


def test_a_voice_can_be_taken_back_and_only_that_one():
    walk = a_walk(a_note(1, voices=(Voice(words="a"), Voice(words="b"), Voice(words="c"))))
    left = drop_voice(walk, ONE, 1, LATER).note(ONE).voices
    assert [voice.words for voice in left] == ["a", "c"]


@pytest.mark.parametrize("place", [-1, 1])
def test_a_voice_that_is_not_there_cannot_be_taken_back(place):
    with pytest.raises(WalkshopError, match="not there any more"):
        drop_voice(a_walk(a_note(1, voices=(Voice(),))), ONE, place, STAMP)


def test_a_withdrawn_note_gets_no_voices():
    with pytest.raises(WalkshopError, match="withdrawn"):
        add_voice(a_walk(a_note(1, withdrawn=True)), ONE, Voice(), STAMP)
