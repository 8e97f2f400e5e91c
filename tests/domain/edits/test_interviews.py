"""Conversations on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.builders import LATER, STAMP, a_walk
from walkshop.domain.edits.interviews import add_interview, change_interview
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.queries.notes import standing_notes
from walkshop.domain.records import Interview, InterviewId, Kind, NoteId, Point, Source

TALK = InterviewId("talk")
IDS = [NoteId(f"new {n}") for n in range(4)]
HERE = Point(LonLat(4.49, 51.93))


def a_talk(**fields):
    return Interview(id=TALK, consent=True, place=HERE, **fields)


def test_each_answer_is_a_note_of_its_kind_at_the_place_of_the_talk():
    talk = a_talk(good="De markt", better="De stoep", yourself="Koffie schenken")
    notes = standing_notes(add_interview(a_walk(), talk, IDS, STAMP))
    assert [(note.text, note.kind) for note in notes] == [
        ("De markt", Kind.ASSET),
        ("De stoep", Kind.CONCERN),
        ("Koffie schenken", Kind.IDEA),
    ]
    assert {(note.source, note.interview, note.place) for note in notes} == {
        (Source.INTERVIEW, TALK, HERE)
    }


def test_a_quote_is_marked_in_the_answer_that_holds_it():
    talk = a_talk(
        better="Daar is niet tegenop te poetsen, elke dag", quote="niet tegenop te poetsen"
    )
    (note,) = standing_notes(add_interview(a_walk(), talk, IDS, STAMP))
    assert note.quotes == ("niet tegenop te poetsen",)


def test_a_quote_that_stands_apart_is_a_note_of_its_own_in_the_same_words():
    talk = a_talk(good="De markt", quote="Ik kom hier graag")
    notes = standing_notes(add_interview(a_walk(), talk, IDS, STAMP))
    assert [(note.text, note.quotes) for note in notes] == [
        ("De markt", ()),
        ("Ik kom hier graag", ("Ik kom hier graag",)),
    ]


@pytest.mark.parametrize("consent", [None, False])
def test_without_a_yes_nothing_is_kept(consent):
    with pytest.raises(WalkshopError, match="may I write this down"):
        add_interview(a_walk(), replace(a_talk(good="x"), consent=consent), IDS, STAMP)


def test_a_talk_without_words_makes_no_note():
    with pytest.raises(WalkshopError, match="No text yet"):
        add_interview(a_walk(), a_talk(good="  "), IDS, STAMP)


def test_a_consent_that_is_taken_back_goes_to_the_notes():
    walk = add_interview(a_walk(), a_talk(good="De markt"), IDS, STAMP)
    talk = walk.interviews[TALK]
    assert change_interview(walk, talk, LATER) is walk
    older = change_interview(walk, replace(talk, who="oudere man"), LATER)
    assert standing_notes(older)[0].quote_consent is True
    back = change_interview(walk, replace(talk, consent=False), LATER)
    assert standing_notes(back)[0].quote_consent is False
