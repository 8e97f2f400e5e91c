"""Agreeing who does what, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits.actions import add_action, change_action, check_action, remove_action
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    Action,
    ActionId,
    ActionStatus,
    Answer,
    AnswerId,
    AnswerKind,
    Subject,
)

BENCHES = ActionId("benches")
IDEA = Action(id=BENCHES, nr=0, what="Place three benches")
AGREED = replace(
    IDEA,
    status=ActionStatus.AGREED,
    leader="Gemeente, stadsbeheer",
    first_date=date(2027, 4, 20),
    leader_yes_on=date(2027, 4, 1),
)


def an_answer(key: str, about: Subject, about_id: str, action: ActionId | None = None) -> Answer:
    return Answer(
        id=AnswerId(key), about=about, about_id=about_id, answer=AnswerKind.KEEP, action=action
    )


def test_an_action_gets_the_next_number_and_stands_last():
    before = a_walk(a_note(1), Action(id=ActionId("a"), nr=4, what="Walk", order=3))
    after = add_action(before, IDEA, STAMP)
    made = after.action(BENCHES)
    assert (made.nr, made.order, made.created) == (5, 4, STAMP.now)
    assert after.marks.action == 6
    assert after.notes is before.notes


def test_an_action_changes_and_keeps_its_number():
    walk = add_action(a_walk(), IDEA, STAMP)
    after = change_action(walk, replace(AGREED, nr=40), LATER).action(BENCHES)
    assert (after.nr, after.status, after.changed) == (1, ActionStatus.AGREED, LATER.now)


def test_an_action_that_does_not_change_leaves_the_walk_as_it_is():
    walk = a_walk(IDEA)
    assert change_action(walk, IDEA, STAMP) is walk


def test_an_action_that_is_gone_cannot_change():
    with pytest.raises(WalkshopError, match="no longer in the walk"):
        change_action(a_walk(), IDEA, STAMP)


def test_an_idea_goes_with_its_own_answer_and_others_no_longer_point_at_it():
    own = an_answer("own", Subject.ACTION, BENCHES, BENCHES)
    pointing = an_answer("pointing", Subject.NOTE, "note 1", BENCHES)
    other = an_answer("other", Subject.NOTE, "note 2")
    after = remove_action(a_walk(IDEA, a_note(1), a_note(2), own, pointing, other), BENCHES)
    assert dict(after.actions) == {}
    assert list(after.answers) == ["pointing", "other"]
    assert after.answers[AnswerId("pointing")].action is None
    assert after.answers[AnswerId("other")] is other


def test_an_idea_without_answers_leaves_the_answers_alone():
    walk = a_walk(IDEA, a_note(1))
    after = remove_action(walk, BENCHES)
    assert after.notes is walk.notes
    assert after.answers is walk.answers


@pytest.mark.parametrize("status", [ActionStatus.AGREED, ActionStatus.BEGUN, ActionStatus.DONE])
def test_what_was_agreed_is_not_taken_away(status):
    with pytest.raises(WalkshopError, match="Action 3 was agreed with people"):
        remove_action(a_walk(replace(AGREED, nr=3, status=status)), BENCHES)


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (replace(IDEA, what=" "), "What will we do"),
        (replace(IDEA, leader="Iedereen!"), "“Everyone” is no one"),
        (replace(IDEA, status=ActionStatus.STOPPED), "Why does it stop"),
        (replace(AGREED, leader=" "), "Who leads this"),
        (replace(AGREED, leader="De gemeente"), "Which department"),
        (replace(AGREED, first_date=None), "Choose a day or a week"),
        (replace(AGREED, leader_yes_on=None), "Did the leader say yes"),
    ],
)
def test_an_action_that_holds_nobody_to_anything_is_refused(action, said):
    with pytest.raises(WalkshopError, match=said):
        check_action(action)
    with pytest.raises(WalkshopError, match=said):
        add_action(a_walk(), action, STAMP)
    with pytest.raises(WalkshopError, match=said):
        change_action(a_walk(IDEA), action, STAMP)


@pytest.mark.parametrize(
    "action",
    [
        IDEA,
        AGREED,
        replace(IDEA, leader="gemeente"),
        replace(IDEA, status=ActionStatus.STOPPED, stopped_because="No room"),
    ],
)
def test_an_action_that_says_enough_is_good(action):
    check_action(action)
