"""Agreeing who does what, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.actions import long_term, now_and_short
from walkshop.domain.records import (
    BINDING,
    Action,
    ActionId,
    ActionStatus,
    Answer,
    Stamp,
    StatusRound,
    Subject,
    Term,
    Walk,
    born,
    touched,
)
from walkshop.domain.themes import plain_words
from walkshop.i18n import msg

EVERYONE = frozenset(
    {"iedereen", "allemaal", "wij allemaal", "alle bewoners", "everyone", "everybody", "all of us"}
)
"""Leaders that are nobody."""

BARE_MUNICIPALITY = frozenset({"gemeente", "de gemeente", "municipality", "the municipality"})
"""Leaders that need a department behind them."""


def add_action(walk: Walk, action: Action, stamp: Stamp) -> Walk:
    """The walk with one action more; it gets the next free number.

    Raises:
        WalkshopError: it says nothing to do, or its status asks for more than it has.
    """
    check_action(action)
    nr = walk.marks.action
    last = max((known.order for known in walk.actions.values()), default=0.0)
    numbered = born(replace(action, nr=nr, order=last + 1), stamp)
    return replace(walk.having(numbered), marks=replace(walk.marks, action=nr + 1))


def change_action(walk: Walk, action: Action, stamp: Stamp) -> Walk:
    """The walk with an action as it now reads; its number stays.

    Raises:
        WalkshopError: as `add_action`.
    """
    check_action(action)
    before = walk.action(action.id)
    changed = replace(action, nr=before.nr)
    return walk if changed == before else walk.having(touched(changed, stamp))


def remove_action(walk: Walk, action: ActionId) -> Walk:
    """The walk without an action that nobody agreed to yet, and without its answer.

    Raises:
        WalkshopError: it was agreed, begun or done; then it can only be stopped, with a reason.
    """
    found = walk.action(action)
    if found.status in BINDING:
        raise WalkshopError(
            msg("Action {nr} was agreed with people.", nr=found.nr),
            msg("Stop it, and say why."),
        )
    own = [
        answer
        for answer in walk.answers.values()
        if answer.about is Subject.ACTION and answer.about_id == action
    ]
    pointing = [
        replace(answer, action=None)
        for answer in walk.answers.values()
        if answer.action == action and answer not in own
    ]
    return _with_answers(walk, pointing).lacking(found, *own)


def move_action(
    walk: Walk, action: ActionId, before: ActionId | None, later: bool, stamp: Stamp
) -> Walk:
    """The walk with an action in another place of its agenda; no number changes.

    Args:
        before: the action that then follows it; None for the end of the part.
        later: whether it belongs in the part of one to four years. One that leaves that part is
            for within a year; one that comes into it gets its term.

    Raises:
        WalkshopError: one of the two is no longer there.
    """
    moved = walk.action(action)
    if (moved.term is Term.LONG) is not later:
        moved = replace(moved, term=Term.LONG if later else Term.SHORT)
    part = long_term(walk) if later else now_and_short(walk)
    part = [one for one in part if one.id != action]
    place = part.index(walk.action(before)) if before in {one.id for one in part} else len(part)
    other = now_and_short(walk) if later else long_term(walk)
    others = [one for one in other if one.id != action]
    shown = [*part[:place], moved, *part[place:]]
    order = _between(part, place)
    if order is None:
        return _ordered(walk, [*others, *shown] if later else [*shown, *others], stamp)
    changed = replace(moved, order=order)
    return walk if changed == walk.action(action) else walk.having(touched(changed, stamp))


def tell_round(
    walk: Walk, action: ActionId, told: StatusRound, next_check: date | None, stamp: Stamp
) -> Walk:
    """The walk with one round more of asking how far an action is; earlier rounds stay.

    The latest round says what its status is.

    Args:
        next_check: when somebody asks again.

    Raises:
        WalkshopError: begun or done without leader, date and yes; stopped without a reason.
    """
    before = walk.action(action)
    rounds = tuple(sorted((*before.rounds, told), key=lambda one: one.on))
    last = rounds[-1]
    stopped = last.status is ActionStatus.STOPPED
    changed = replace(
        before,
        rounds=rounds,
        status=last.status,
        stopped_because=last.words.strip() if stopped else before.stopped_because,
        next_check=next_check,
    )
    check_action(changed)
    return walk.having(touched(changed, stamp))


def check_action(action: Action) -> None:
    """Refuse an action that nobody could hold anyone to.

    Raises:
        WalkshopError: no words; "everyone" as a leader; agreed without leader, date or yes;
            stopped without a reason.
    """
    if not action.what.strip():
        raise WalkshopError(msg("What will we do?"), msg("Start with a verb."))
    leader = plain_words(action.leader)
    if leader in EVERYONE:
        raise WalkshopError(msg("“Everyone” is no one. Who starts?"))
    if action.status is ActionStatus.STOPPED and not action.stopped_because.strip():
        raise WalkshopError(msg("Why does it stop?"), msg("Say it as you would at the door."))
    if action.status not in BINDING:
        return
    if not leader:
        raise WalkshopError(
            msg("Who leads this? Fill in a group or department. Until then it stays an idea.")
        )
    if leader in BARE_MUNICIPALITY:
        raise WalkshopError(msg("Which department?"), msg("“Municipality” alone leads nothing."))
    if action.first_date is None:
        raise WalkshopError(
            msg("Choose a day or a week. “As soon as possible” cannot be checked later.")
        )
    if action.leader_yes_on is None:
        raise WalkshopError(
            msg("Did the leader say yes?"), msg("Fill in on which day. Until then it is asked.")
        )


def _with_answers(walk: Walk, answers: list[Answer]) -> Walk:
    return walk.having(*answers) if answers else walk


def _between(part: list[Action], place: int) -> float | None:
    """An order for a place in a part; None where its neighbours leave no room."""
    low = part[place - 1].order if place else None
    high = part[place].order if place < len(part) else None
    if low is None:
        return 1.0 if high is None else high - 1.0
    if high is None:
        return low + 1.0
    middle = (low + high) / 2
    return middle if low < middle < high else None


def _ordered(walk: Walk, actions: list[Action], stamp: Stamp) -> Walk:
    """The walk with these actions in this order; those that keep theirs are left alone."""
    counted = [replace(one, order=float(n)) for n, one in enumerate(actions, 1)]
    changed = [touched(one, stamp) for one in counted if one != walk.action(one.id)]
    return walk.having(*changed) if changed else walk
