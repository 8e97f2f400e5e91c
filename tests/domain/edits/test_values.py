"""From notes to values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits.values import (
    Suggested,
    accept_suggestions,
    add_value,
    change_value,
    group_notes,
    remove_value,
)
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    Action,
    ActionId,
    Answer,
    AnswerId,
    AnswerKind,
    Membership,
    NoteId,
    Round,
    RoundId,
    Subject,
    Value,
    ValueId,
    Wording,
)

REST = ValueId("rest")
ONE, TWO = NoteId("note 1"), NoteId("note 2")


def a_value(name: str = "Rest on the way", **fields: object) -> Value:
    return replace(Value(id=REST, name=name), **fields)  # type: ignore[arg-type]


def test_a_value_takes_its_notes_by_hand_and_stands_last():
    before = a_walk(a_note(1), a_note(2), replace(a_value(), id=ValueId("a"), order=4))
    after = add_value(before, a_value(), [ONE], STAMP)
    assert after.value(REST).order == 5
    assert (after.note(ONE).value, after.note(ONE).membership) == (REST, Membership.HAND)
    assert after.notes[TWO] is before.notes[TWO]
    assert after.stops is before.stops


@pytest.mark.parametrize(
    "edit",
    [
        lambda walk: add_value(walk, a_value(" "), [], STAMP),
        lambda walk: change_value(walk, a_value(" "), STAMP),
    ],
)
def test_a_value_without_a_name_is_refused(edit):
    with pytest.raises(WalkshopError, match="A value needs a name"):
        edit(a_walk(a_value()))


def test_accepted_suggestions_leave_what_people_placed_where_it_is():
    other = ValueId("other")
    by_hand = a_note(1, value=other, membership=Membership.HAND)
    locked = a_note(2, value=other, membership=Membership.LOCKED)
    walk = a_walk(by_hand, locked, a_note(3), Value(id=other, name="Other", order=1))
    suggestion = Suggested(a_value(), (ONE, TWO, NoteId("note 3")))
    after = accept_suggestions(walk, [suggestion], STAMP)
    assert [note.value for note in after.notes.values()] == [other, other, REST]
    assert after.note(NoteId("note 3")).membership is Membership.SUGGESTED
    assert (after.value(REST).by_people, after.value(REST).order) == (False, 2)
    assert after.notes[ONE] is by_hand


def test_notes_go_into_a_value_and_out_again():
    walk = a_walk(a_note(1), a_value())
    inside = group_notes(walk, [ONE], REST, STAMP)
    outside = group_notes(inside, [ONE], None, STAMP)
    assert inside.note(ONE).value == REST
    assert (outside.note(ONE).value, outside.note(ONE).membership) == (None, Membership.NONE)


def test_notes_that_are_there_already_change_nothing():
    walk = a_walk(a_note(1, value=REST, membership=Membership.SUGGESTED), a_value())
    assert group_notes(walk, [ONE], REST, STAMP) is walk


def test_a_locked_note_stays_until_it_is_unlocked():
    walk = a_walk(a_note(1, value=REST, membership=Membership.LOCKED), a_value())
    assert group_notes(walk, [ONE], REST, STAMP) is walk
    with pytest.raises(WalkshopError, match="Note 1 is locked"):
        group_notes(walk, [ONE], None, STAMP)


def test_a_value_that_is_gone_takes_no_notes():
    with pytest.raises(WalkshopError, match="no longer in the walk"):
        group_notes(a_walk(a_note(1)), [ONE], REST, STAMP)


def test_earlier_words_of_a_value_stay_in_its_history():
    walk = a_walk(a_value(statement="We find it important"), a_note(1))
    after = change_value(walk, a_value("Sit", statement="We find it good"), LATER, "table 3")
    assert after.value(REST).wordings == (
        Wording("name", "Rest on the way", "table 3", LATER.now),
        Wording("statement", "We find it important", "table 3", LATER.now),
    )
    assert after.notes is walk.notes


def test_words_that_were_empty_or_stay_make_no_history():
    walk = a_walk(a_value())
    after = change_value(walk, a_value(statement="We find it good"), LATER)
    assert after.value(REST).wordings == ()
    assert change_value(walk, a_value(), LATER) is walk


def test_a_form_that_was_opened_before_cannot_take_history_away():
    earlier = Wording("name", "Benches")
    walk = a_walk(a_value(wordings=(earlier,)))
    assert change_value(walk, a_value("Sit"), LATER).value(REST).wordings[0] == earlier


def test_a_value_goes_with_its_answer_and_its_notes_are_free():
    answer = Answer(
        id=AnswerId("a"), about=Subject.VALUE, about_id=REST, answer=AnswerKind.TAKEN_UP
    )
    walk = a_walk(a_note(1, value=REST, membership=Membership.HAND), a_note(2), a_value(), answer)
    after = remove_value(walk, REST, STAMP)
    assert (dict(after.values), dict(after.answers)) == ({}, {})
    assert (after.note(ONE).value, after.note(ONE).membership) == (None, Membership.NONE)
    assert after.notes[TWO] is walk.notes[TWO]


@pytest.mark.parametrize(
    ("holding", "said"),
    [
        (Action(id=ActionId("a"), nr=1, what="Place", values=(REST,)), "An action is done for"),
        (Round(id=RoundId("r"), value=REST), "People were asked about"),
    ],
)
def test_a_value_that_something_rests_on_stays(holding, said):
    with pytest.raises(WalkshopError, match=said):
        remove_value(a_walk(a_value(), holding), REST, STAMP)
