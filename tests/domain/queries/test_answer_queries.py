"""What is answered, what waits, and what nobody answered yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.domain.builders import a_note, a_walk
from walkshop.domain.queries.answers import AnswerBook, Standing, standing_of_answer
from walkshop.domain.records import (
    Action,
    ActionId,
    ActionStatus,
    Answer,
    AnswerId,
    AnswerKind,
    NoteId,
    Subject,
    Value,
    ValueId,
)

TODAY = date(2027, 4, 12)
ONE = NoteId("note 1")
REST, OLD = ValueId("rest"), ValueId("old")
UNDER_REST = a_note(1, value=REST)
VALUE = Value(id=REST, name="Rest")


def answer(about: Subject, about_id: str, kind: AnswerKind = AnswerKind.KEEP, **more: object):
    made = Answer(id=AnswerId(f"{about} {about_id}"), about=about, about_id=about_id, answer=kind)
    return replace(made, **more)


def action(nr: int, status: ActionStatus = ActionStatus.AGREED, **more: object) -> Action:
    return replace(Action(id=ActionId(f"action {nr}"), nr=nr, status=status), **more)


def test_a_note_is_answered_by_its_own_answer_before_that_of_its_value():
    own, wide = answer(Subject.NOTE, ONE), answer(Subject.VALUE, REST)
    assert AnswerBook(a_walk(UNDER_REST, VALUE, own, wide)).for_note(UNDER_REST) == own
    assert AnswerBook(a_walk(UNDER_REST, VALUE, wide)).for_note(UNDER_REST) == wide
    assert AnswerBook(a_walk(UNDER_REST, VALUE)).for_note(UNDER_REST) is None


def test_an_agreed_action_answers_for_its_note_and_an_idea_does_not():
    given = answer(Subject.ACTION, "action 1", AnswerKind.TAKEN_UP)
    agreed = a_walk(a_note(1), action(1, notes=(ONE,)), given)
    idea = a_walk(a_note(1), action(1, ActionStatus.IDEA, notes=(ONE,)), given)
    assert AnswerBook(agreed).for_note(a_note(1)) == given
    assert AnswerBook(idea).for_note(a_note(1)) is None


def test_actions_of_a_note_go_before_those_of_its_value_and_each_stands_once():
    walk = a_walk(
        UNDER_REST,
        VALUE,
        Value(id=OLD, name="Old", merged_into=REST),
        action(3, values=(OLD,)),
        action(1, values=(REST, ValueId("gone"))),
        action(2, notes=(ONE,), values=(REST,)),
    )
    assert [found.nr for found in AnswerBook(walk).actions_for(UNDER_REST)] == [2, 1, 3]


def test_a_merged_note_is_answered_as_its_leader_is():
    second = a_note(2, merged_into=ONE)
    walk = a_walk(a_note(1), second, answer(Subject.NOTE, ONE))
    assert AnswerBook(walk).standing_of(second, TODAY) is Standing.ANSWERED


@pytest.mark.parametrize(
    ("fields", "standing"),
    [
        ({}, Standing.WITHOUT),
        ({"report": True, "report_ref": "2027-113"}, Standing.ANSWERED),
        ({"report": True, "report_ref": " "}, Standing.WITHOUT),
        ({"report_ref": "2027-113"}, Standing.WITHOUT),
        ({"report": True, "report_ref": "2027-113", "set_apart": True}, Standing.WITHOUT),
    ],
)
def test_a_report_with_its_number_is_answered_and_what_is_set_apart_is_not(fields, standing):
    note = a_note(1, **fields)
    assert AnswerBook(a_walk(note)).standing_of(note, TODAY) is standing


@pytest.mark.parametrize(
    ("due", "standing"),
    [
        (TODAY, Standing.WAITING),
        (TODAY + timedelta(days=1), Standing.WAITING),
        (TODAY - timedelta(days=1), Standing.WITHOUT),
        (None, Standing.WITHOUT),
    ],
)
def test_an_answer_that_follows_waits_until_its_date(due, standing):
    pending = answer(Subject.NOTE, ONE, AnswerKind.PENDING, due=due)
    assert standing_of_answer(pending, TODAY) is standing


def test_what_is_without_answer_and_what_waits_are_listed_by_number():
    pending = answer(Subject.NOTE, ONE, AnswerKind.PENDING, due=TODAY)
    walk = a_walk(
        a_note(4), a_note(3), pending, a_note(1), a_note(2), answer(Subject.NOTE, "note 2")
    )
    book = AnswerBook(walk)
    assert [note.nr for note in book.without(TODAY)] == [3, 4]
    assert [note.nr for note in book.waiting(TODAY)] == [1]
