"""Taking down what people say."""

from __future__ import annotations

import pytest

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits.notes import (
    add_note,
    add_notes,
    next_marks,
    reword_note,
    set_kind,
    set_themes,
    standing,
)
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    Action,
    ActionId,
    Kind,
    Marks,
    NoteId,
    PhotoId,
    Stop,
    StopId,
    ThemeId,
)

ONE = NoteId("note 1")
SPORT, GREEN = ThemeId("sport"), ThemeId("natuur")


def test_a_note_without_a_number_gets_the_next_one_and_its_time_of_birth():
    walk = add_note(a_walk(a_note(7)), a_note(0, "New"), STAMP)
    made = walk.note(NoteId("note 0"))
    assert (made.nr, made.created, made.changed, made.station) == (
        8,
        STAMP.now,
        STAMP.now,
        "table 1",
    )
    assert walk.marks == Marks(note=9)


def test_a_note_may_ask_for_a_number_that_is_free():
    walk = add_note(a_walk(), a_note(12), STAMP)
    assert walk.marks.note == 13


def test_adding_a_note_leaves_the_rest_of_the_walk_untouched():
    before = a_walk(a_note(1), Stop(id=StopId("stop"), nr=1))
    after = add_note(before, a_note(2), STAMP)
    assert after.stops is before.stops
    assert after.about is before.about
    assert after.notes[ONE] is before.notes[ONE]


def test_several_notes_keep_their_order():
    walk = add_notes(a_walk(), [a_note(3), a_note(0, "b"), a_note(2)], STAMP)
    assert [note.nr for note in walk.notes.values()] == [3, 4, 2]


def test_a_number_in_use_is_refused():
    with pytest.raises(WalkshopError, match="Number 1 is in use already"):
        add_note(a_walk(a_note(1)), a_note(1, "Other", id=NoteId("other")), STAMP)


def test_a_note_without_words_and_photo_is_refused():
    with pytest.raises(WalkshopError, match="No text yet"):
        add_note(a_walk(), a_note(1, " \n "), STAMP)


def test_a_photo_alone_is_a_note():
    walk = add_note(a_walk(), a_note(1, " ", photos=(PhotoId("photo"),)), STAMP)
    assert len(walk.notes) == 1


def test_other_words_for_a_note_keep_its_number_and_birth():
    before = add_note(a_walk(), a_note(1), STAMP)
    after = reword_note(before, ONE, "In other words", LATER).note(ONE)
    assert (after.nr, after.text, after.created, after.changed) == (
        1,
        "In other words",
        STAMP.now,
        LATER.now,
    )


def test_a_note_cannot_lose_its_words():
    with pytest.raises(WalkshopError, match="A note keeps its words"):
        reword_note(a_walk(a_note(1)), ONE, "  ", STAMP)


def test_a_kind_set_by_a_person_is_chosen_even_when_it_is_a_question():
    note = set_kind(a_walk(a_note(1)), ONE, Kind.UNKNOWN, STAMP).note(ONE)
    assert (note.kind, note.kind_chosen) == (Kind.UNKNOWN, True)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ((SPORT, GREEN), (SPORT, GREEN)),
        ((None, GREEN), (GREEN, None)),
        ((SPORT, SPORT), (SPORT, None)),
        ((None, None), (None, None)),
    ],
)
def test_themes_are_two_that_differ_the_first_one_first(given, kept):
    note = set_themes(a_walk(a_note(1)), ONE, *given, STAMP).note(ONE)
    assert (note.theme, note.theme2) == kept


def test_marks_stand_above_every_number_and_never_go_down():
    walk = a_walk(a_note(4), Action(id=ActionId("action"), nr=2), Stop(id=StopId("stop"), nr=9))
    assert next_marks(walk) == Marks(note=5, action=3, stop=10)
    assert next_marks(a_walk()) == Marks()
    assert next_marks(walk.lacking(walk.note(NoteId("note 4")))) == Marks(5, 3, 10)


@pytest.mark.parametrize(
    "edit",
    [
        lambda walk: reword_note(walk, ONE, "Words", STAMP),
        lambda walk: set_kind(walk, ONE, Kind.IDEA, STAMP),
        lambda walk: set_themes(walk, ONE, SPORT, None, STAMP),
        lambda walk: standing(walk, ONE),
    ],
)
def test_a_withdrawn_note_is_not_changed(edit):
    with pytest.raises(WalkshopError, match="Note 1 was withdrawn"):
        edit(a_walk(a_note(1, withdrawn=True)))


def test_a_note_that_is_gone_is_said_so():
    with pytest.raises(WalkshopError, match="no longer in the walk"):
        set_kind(a_walk(), ONE, Kind.IDEA, STAMP)
