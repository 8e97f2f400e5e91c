"""Agreeing who does what, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits.actions import (
    add_action,
    change_action,
    check_action,
    move_action,
    remove_action,
    tell_round,
)
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.actions import agenda, now_and_short
from walkshop.domain.records import (
    Action,
    ActionId,
    ActionStatus,
    Answer,
    AnswerId,
    AnswerKind,
    StatusRound,
    Subject,
    Term,
    Walk,
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
FIRST, SECOND, THIRD = (ActionId(f"action {nr}") for nr in (1, 2, 3))


def three(order: float = 1.0, term: Term | None = None) -> Walk:
    keys = (FIRST, SECOND, THIRD)
    return a_walk(
        *(
            Action(id=key, nr=nr, what="Walk", order=nr * order, term=term)
            for nr, key in enumerate(keys, 1)
        )
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


def test_an_action_moves_between_two_others_and_no_other_record_changes():
    walk = three()
    after = move_action(walk, THIRD, SECOND, later=False, stamp=LATER)
    assert [action.nr for action in agenda(after)] == [1, 3, 2]
    assert after.action(SECOND) is walk.action(SECOND)
    assert after.action(THIRD).changed == LATER.now


def test_an_action_moves_to_the_front_and_to_the_end():
    front = move_action(three(), THIRD, FIRST, later=False, stamp=STAMP)
    assert [action.nr for action in agenda(front)] == [3, 1, 2]
    end = move_action(front, THIRD, None, later=False, stamp=STAMP)
    assert [action.nr for action in agenda(end)] == [1, 2, 3]


def test_an_action_that_stays_where_it_is_leaves_the_walk_as_it_is():
    alone = a_walk(Action(id=FIRST, nr=1, what="Walk", order=1.0))
    assert move_action(alone, FIRST, None, later=False, stamp=STAMP) is alone


def test_actions_without_room_between_them_are_counted_anew():
    walk = three(order=0.0)
    after = move_action(walk, THIRD, SECOND, later=False, stamp=LATER)
    assert [action.nr for action in agenda(after)] == [1, 3, 2]
    assert [action.order for action in agenda(after)] == [1.0, 2.0, 3.0]
    later = move_action(three(0.0, Term.LONG), THIRD, SECOND, later=True, stamp=LATER)
    assert [action.nr for action in agenda(later)] == [1, 3, 2]


def test_an_action_that_goes_to_the_other_part_gets_its_term():
    later = move_action(three(), SECOND, None, later=True, stamp=STAMP)
    assert later.action(SECOND).term is Term.LONG
    back = move_action(later, SECOND, FIRST, later=False, stamp=STAMP)
    assert back.action(SECOND).term is Term.SHORT
    assert [action.nr for action in now_and_short(back)] == [2, 1, 3]


def test_a_round_says_how_far_it_is_and_earlier_rounds_stay():
    walk = a_walk(AGREED)
    begun = StatusRound(date(2027, 4, 21), ActionStatus.BEGUN, "Two of three stand")
    first = tell_round(walk, BENCHES, begun, date(2027, 6, 1), LATER).action(BENCHES)
    assert (first.status, first.rounds) == (ActionStatus.BEGUN, (begun,))
    assert (first.next_check, first.changed) == (date(2027, 6, 1), LATER.now)
    done = StatusRound(date(2027, 6, 1), ActionStatus.DONE)
    second = tell_round(a_walk(first), BENCHES, done, None, LATER).action(BENCHES)
    assert (second.status, second.rounds) == (ActionStatus.DONE, (begun, done))


def test_a_round_of_an_earlier_day_does_not_undo_a_later_one():
    done = StatusRound(date(2027, 6, 1), ActionStatus.DONE)
    walk = a_walk(replace(AGREED, status=ActionStatus.DONE, rounds=(done,)))
    begun = StatusRound(date(2027, 4, 21), ActionStatus.BEGUN)
    after = tell_round(walk, BENCHES, begun, None, LATER).action(BENCHES)
    assert (after.status, after.rounds) == (ActionStatus.DONE, (begun, done))


def test_a_round_that_stops_an_action_keeps_why():
    why = StatusRound(date(2027, 4, 21), ActionStatus.STOPPED, " The money is gone ")
    after = tell_round(a_walk(AGREED), BENCHES, why, None, LATER).action(BENCHES)
    assert after.stopped_because == "The money is gone"
    with pytest.raises(WalkshopError, match="Why does it stop"):
        tell_round(a_walk(AGREED), BENCHES, replace(why, words=""), None, LATER)


def test_nothing_begins_that_nobody_agreed_to():
    begun = StatusRound(date(2027, 4, 21), ActionStatus.BEGUN)
    with pytest.raises(WalkshopError, match="Who leads this"):
        tell_round(a_walk(IDEA), BENCHES, begun, None, LATER)
