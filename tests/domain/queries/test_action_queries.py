"""The actions in the order of the agenda."""

from __future__ import annotations

from tests.domain.builders import a_walk
from walkshop.domain.queries.actions import agenda, long_term, now_and_short, top_actions
from walkshop.domain.records import Action, ActionId, Term


def an_action(nr: int, order: float = 0, term: Term | None = None, top: int | None = None):
    return Action(id=ActionId(f"action {nr}"), nr=nr, order=order, term=term, top=top)


def numbers(actions: list[Action]) -> list[int]:
    return [action.nr for action in actions]


def test_actions_stand_as_people_ordered_them_then_by_number():
    walk = a_walk(an_action(3), an_action(1, order=2), an_action(2))
    assert numbers(agenda(walk)) == [2, 3, 1]


def test_the_first_three_are_those_that_were_chosen():
    walk = a_walk(*(an_action(nr, top=5 - nr) for nr in (1, 2, 3, 4)), an_action(9))
    assert numbers(top_actions(walk)) == [4, 3, 2]
    assert top_actions(a_walk(an_action(1))) == []


def test_an_action_without_a_term_stands_where_it_is_seen():
    walk = a_walk(an_action(1, term=Term.LONG), an_action(2), an_action(3, term=Term.NOW))
    assert numbers(now_and_short(walk)) == [2, 3]
    assert numbers(long_term(walk)) == [1]
