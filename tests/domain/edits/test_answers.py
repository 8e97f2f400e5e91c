"""Answering what people said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits.answers import give_answers, take_answer_back, tell_answers
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    Action,
    ActionId,
    Answer,
    AnswerId,
    AnswerKind,
    ReasonKind,
    Subject,
    Value,
    ValueId,
)

DAY = date(2027, 5, 1)
KEEP = Answer(id=AnswerId("keep"), about=Subject.NOTE, about_id="note 1", answer=AnswerKind.KEEP)


def test_an_answer_is_given_and_the_notes_stay_as_they_are():
    before = a_walk(a_note(1))
    after = give_answers(before, [KEEP], STAMP)
    assert after.answers[KEEP.id].created == STAMP.now
    assert after.notes is before.notes


def test_a_new_answer_takes_the_place_of_the_one_before():
    walk = give_answers(a_walk(a_note(1)), [KEEP], STAMP)
    again = replace(KEEP, id=AnswerId("again"), answer=AnswerKind.EXPLAINED)
    after = give_answers(walk, [again], LATER).answers
    assert list(after) == ["keep"]
    given = after[KEEP.id]
    assert (given.answer, given.created, given.changed) == (
        AnswerKind.EXPLAINED,
        STAMP.now,
        LATER.now,
    )


def test_two_answers_to_one_thing_at_once_leave_the_last_one():
    second = replace(KEEP, id=AnswerId("second"), answer=AnswerKind.EXPLAINED)
    after = give_answers(a_walk(a_note(1)), [KEEP, second], STAMP).answers
    assert [answer.answer for answer in after.values()] == [AnswerKind.EXPLAINED]


def test_values_and_actions_are_answered_as_notes_are():
    value = replace(KEEP, id=AnswerId("v"), about=Subject.VALUE, about_id="value")
    action = replace(KEEP, id=AnswerId("a"), about=Subject.ACTION, about_id="action")
    walk = a_walk(
        Value(id=ValueId("value"), name="Rest"), Action(id=ActionId("action"), nr=1, what="Sit")
    )
    assert list(give_answers(walk, [value, action], STAMP).answers) == ["v", "a"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (replace(KEEP, answer=AnswerKind.CANNOT), "Why not"),
        (replace(KEEP, answer=AnswerKind.CANNOT, because="No room"), "What kind of reason"),
        (replace(KEEP, answer=AnswerKind.LATER), "On which date"),
        (replace(KEEP, answer=AnswerKind.PENDING), "On which date"),
        (replace(KEEP, answer=AnswerKind.PENDING, due=DAY), "Who will give the answer"),
        (replace(KEEP, answer=AnswerKind.OTHER_PARTY), "Who does it lie with"),
        (replace(KEEP, answer=AnswerKind.REPORTED), "Which number did the report get"),
        (replace(KEEP, about_id="gone"), "no longer in the walk"),
        (replace(KEEP, about_id="note 2"), "Note 2 is set aside"),
    ],
)
def test_an_answer_that_is_none_is_refused(answer, said):
    with pytest.raises(WalkshopError, match=said):
        give_answers(a_walk(a_note(1), a_note(2, set_apart=True)), [answer], STAMP)


@pytest.mark.parametrize(
    "answer",
    [
        replace(
            KEEP,
            answer=AnswerKind.CANNOT,
            because="No room",
            reason=ReasonKind.NOT_CHOSEN,
        ),
        replace(KEEP, answer=AnswerKind.LATER, due=DAY),
        replace(KEEP, answer=AnswerKind.PENDING, due=DAY, answered_by="district manager"),
        replace(KEEP, answer=AnswerKind.OTHER_PARTY, with_whom="housing association"),
        replace(KEEP, answer=AnswerKind.REPORTED, report_nr="2027-113"),
    ],
)
def test_an_answer_that_says_enough_is_given(answer):
    assert give_answers(a_walk(a_note(1)), [answer], STAMP).answers


def test_an_answer_is_taken_back_and_one_that_is_gone_changes_nothing():
    walk = a_walk(a_note(1), KEEP)
    after = take_answer_back(walk, KEEP.id)
    assert dict(after.answers) == {}
    assert after.notes is walk.notes
    assert take_answer_back(after, KEEP.id) is after


def test_answers_are_told_on_a_day_and_those_that_are_gone_are_passed_over():
    walk = a_walk(a_note(1), KEEP)
    after = tell_answers(walk, [KEEP.id, AnswerId("gone")], DAY, "letter", LATER)
    told = after.answers[KEEP.id]
    assert (told.told_on, told.channel, told.changed) == (DAY, "letter", LATER.now)
    assert list(after.answers) == ["keep"]
