"""Where an action lands that is dragged or pushed, as people see the agenda: in two parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from walkshop.domain.records import ActionId
from walkshop.ui.agenda.rows import AgendaRow


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the agenda.

    Args:
        before: the action that will follow; None for the end of the part.
        later: whether it is in the part of one to four years.
        y: where that is, in px from the top of what is shown; 0 where nobody points.
    """

    before: ActionId | None
    later: bool
    y: int = 0


def spot_at(rows: Sequence[AgendaRow], tops: Sequence[int], y: int) -> Spot | None:
    """The place between two rows that is nearest to `y`.

    Args:
        tops: the top of each row in px, and the bottom of the last one.
    """
    places = [(top, _spot(rows, place, top)) for place, top in enumerate(tops) if place]
    if not places:
        return None
    return min(places, key=lambda one: abs(one[0] - y))[1]


def spot_after(rows: Sequence[AgendaRow], row: int, way: int) -> Spot | None:
    """The place one up (-1) or down (1) from a row; None where there is none."""
    if not 0 <= row < len(rows) or rows[row].action is None:
        return None
    part = [one for one in rows if one.action and one.later is rows[row].later]
    place = part.index(rows[row]) + way
    if place < 0:
        return Spot(None, False) if rows[row].later else None
    if place < len(part):
        after = place + 1 if way > 0 else place
        return Spot(part[after].action if after < len(part) else None, rows[row].later)
    if rows[row].later:
        return None
    first = next((one.action for one in rows if one.action and one.later), None)
    return Spot(first, True)


def _spot(rows: Sequence[AgendaRow], place: int, top: int) -> Spot:
    """The place above the row at `place`; above a title it is the end of the part before it."""
    above = rows[place - 1]
    below = rows[place] if place < len(rows) else None
    follows = below.action if below is not None and below.later is above.later else None
    return Spot(follows, above.later, top)
