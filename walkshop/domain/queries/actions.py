"""The actions in the order of the agenda."""

from __future__ import annotations

from walkshop.domain.records import Action, Term, Walk


def agenda(walk: Walk) -> list[Action]:
    """All actions as people ordered them."""
    return sorted(walk.actions.values(), key=lambda action: (action.order, action.nr))


def top_actions(walk: Walk) -> list[Action]:
    """The up to three that were chosen to stand first."""
    chosen = [action for action in walk.actions.values() if action.top]
    return sorted(chosen, key=lambda action: (action.top or 0, action.nr))[:3]


def now_and_short(walk: Walk) -> list[Action]:
    """The actions within a year; one without a term stands here, where it is seen."""
    return [action for action in agenda(walk) if action.term is not Term.LONG]


def long_term(walk: Walk) -> list[Action]:
    """The actions of one to four years."""
    return [action for action in agenda(walk) if action.term is Term.LONG]
