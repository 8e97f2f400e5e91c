"""What to look at once more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import LATER, a_note, a_walk
from walkshop.domain.edits.care import find_good
from walkshop.domain.geo import LonLat
from walkshop.domain.queries.checking import ALIKE, Look, Reason, checking, to_check
from walkshop.domain.records import (
    Faces,
    Guess,
    Kind,
    NoteId,
    Photo,
    PhotoId,
    Point,
    ThemeId,
    Whole,
)

ONE, TWO = NoteId("note 1"), NoteId("note 2")
DONE = {"kind": Kind.IDEA, "kind_chosen": True, "theme": ThemeId("werk"), "place": Whole()}


def nobody(_text: str) -> tuple[str, ...]:
    return ()


def looks(walk, private=nobody):
    return [(reason.note, reason.look) for reason in to_check(walk, private)]


def test_a_note_that_says_all_needs_no_look():
    assert looks(a_walk(a_note(1, **DONE))) == []


def test_what_is_missing_is_said_by_number():
    walk = a_walk(a_note(2, "iets anders"), a_note(1, **DONE))
    assert looks(walk) == [(TWO, Look.KIND), (TWO, Look.THEME), (TWO, Look.PLACE)]


def test_a_question_that_was_chosen_is_a_kind():
    walk = a_walk(a_note(1, **{**DONE, "kind": Kind.UNKNOWN}))
    assert looks(walk) == []


def test_tags_that_were_not_understood_and_guesses_are_told_apart():
    place = Point(LonLat(4.49, 51.93), assumed=True)
    guesses = (Guess("#ge", ""), Guess("zorg", "gezondheid"))
    walk = a_walk(a_note(1, **{**DONE, "guesses": guesses, "place": place, "place_words": "Gouds"}))
    assert [(reason.look, reason.words) for reason in to_check(walk, nobody)] == [
        (Look.NOT_UNDERSTOOD, "#ge"),
        (Look.GUESS, "zorg"),
        (Look.GUESS, "Gouds"),
    ]


def test_consent_is_asked_for_quotes_and_photos():
    photo = Photo(id=PhotoId("photo"))
    note = a_note(1, "zij zei kom binnen", quotes=("kom binnen",), photos=(photo.id,), **DONE)
    assert looks(a_walk(note, photo)) == [(ONE, Look.QUOTE), (ONE, Look.PHOTO)]
    seen = Photo(id=PhotoId("photo"), faces=Faces.NONE)
    gone = a_note(1, photos=(seen.id, PhotoId("lost")), **DONE)
    assert looks(a_walk(gone, seen)) == []


def test_what_may_tell_who_somebody_is_is_named_once_each():
    walk = a_walk(a_note(1, "Jan en Jan", **DONE))
    found = to_check(walk, lambda _text: ("Jan", "Jan"))
    assert found == [Reason(ONE, Look.PRIVATE, "Jan")]


def test_general_words_are_looked_at_in_place_of_the_speakers_own():
    walk = a_walk(a_note(1, "Jan", public_text="een buur", **DONE))
    assert to_check(walk, lambda text: ("Jan",) if "Jan" in text else ()) == []


def test_a_probable_double_names_the_first_of_them():
    walk = a_walk(
        a_note(1, "Te weinig banken in het park", **DONE),
        a_note(2, "te weinig BANKEN in het park!", **DONE),
        a_note(3, "Te veel auto's in het park", **DONE),
        a_note(4, "Vies", **DONE),
        a_note(5, "Vies", **DONE),
    )
    assert to_check(walk, nobody) == [Reason(TWO, Look.DOUBLE, other=ONE)]


def test_what_was_found_good_does_not_come_back_until_it_is_something_else():
    walk = a_walk(a_note(1, "Jan", **DONE))
    (reason,) = to_check(walk, lambda text: (text,))
    walk = find_good(walk, ONE, reason.key, LATER)
    assert to_check(walk, lambda text: (text,)) == []
    assert to_check(walk, lambda _text: ("Piet",)) != []


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=3, max_size=8), max_size=12))
def test_every_double_is_found_that_comparing_all_would_find(texts):
    notes = [a_note(n, " ".join(words), **DONE) for n, words in enumerate(texts, 1)]
    bags = [frozenset(words) for words in texts]
    alike = {
        f"note {n + 1}"
        for n, bag in enumerate(bags)
        if len(bag) > 2
        and any(len(o) > 2 and len(bag & o) / len(bag | o) >= ALIKE for o in bags[:n])
    }
    assert {reason.note for reason in to_check(a_walk(*notes), nobody)} == alike


def test_the_same_is_found_in_small_steps():
    walk = a_walk(a_note(1, "Te weinig banken hier"), a_note(2, "Te weinig banken hier"))
    steps = list(checking(walk, nobody))
    assert steps[:2] == [(), ()]
    assert [reason for step in steps for reason in step] == to_check(walk, nobody)
    assert Reason(TWO, Look.DOUBLE, other=ONE) in steps[-1]
