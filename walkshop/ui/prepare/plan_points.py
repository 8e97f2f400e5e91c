"""The pairs of points with which a plan is laid: set in turn, moved, and taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from walkshop.domain.geo import Mercator
from walkshop.services.basemap.affine import NEEDED, Pair, PlanPx

MOST = 6
"""Pairs: each after the third shows how well the others fit."""


class Side(StrEnum):
    """Where a point stands."""

    PLAN = "plan"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Spot:
    """One pair, perhaps with one of its points only."""

    plan: PlanPx | None = None
    map: Mercator | None = None

    @property
    def whole(self) -> bool:
        """Whether both points stand."""
        return self.plan is not None and self.map is not None


class Points(QObject):
    """The pairs of one plan; the first is number 1.

    Signals:
        changed: a point was set, moved or taken back.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spots: tuple[Spot, ...] = ()
        self._earlier: list[tuple[Spot, ...]] = []

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All pairs; of the last one a point may be missing."""
        return self._spots

    @property
    def pairs(self) -> list[Pair]:
        """The pairs of which both points stand."""
        both = ((spot.plan, spot.map) for spot in self._spots)
        return [Pair(plan, at) for plan, at in both if plan is not None and at is not None]

    @property
    def missing(self) -> int:
        """How many pairs are still needed."""
        return max(0, NEEDED - len(self.pairs))

    @property
    def turn(self) -> tuple[int, Side] | None:
        """The number and the side of the point that comes next; None when there is no room."""
        last = self._spots[-1] if self._spots else Spot(PlanPx(0, 0), Mercator(0, 0))
        if not last.whole:
            return len(self._spots), Side.PLAN if last.plan is None else Side.MAP
        return (len(self._spots) + 1, Side.PLAN) if len(self._spots) < MOST else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._earlier)

    def place(self, side: Side, where: PlanPx | Mercator) -> None:
        """Set the next point of a side; where its half of the pair stands already, move that."""
        turn = self.turn
        if turn is None:
            return
        spots = self._spots if turn[0] == len(self._spots) else (*self._spots, Spot())
        self._remember()
        self._set((*spots[:-1], _with(spots[-1], side, where)))

    def hold(self) -> None:
        """A point is about to be moved: going back brings it here again."""
        self._remember()

    def move(self, index: int, side: Side, where: PlanPx | Mercator) -> None:
        """Let a point stand elsewhere."""
        spots = list(self._spots)
        spots[index] = _with(spots[index], side, where)
        self._set(tuple(spots))

    def step_back(self) -> None:
        """Let the points be as they were before the last one was set or moved."""
        if self._earlier:
            self._set(self._earlier.pop())

    def clear(self) -> None:
        """Another plan: no points."""
        self._earlier.clear()
        self._set(())

    def _remember(self) -> None:
        self._earlier.append(self._spots)

    def _set(self, spots: tuple[Spot, ...]) -> None:
        self._spots = spots
        self.changed.emit()


def _with(spot: Spot, side: Side, where: PlanPx | Mercator) -> Spot:
    x, y = where
    if side is Side.PLAN:
        return replace(spot, plan=PlanPx(x, y))
    return replace(spot, map=Mercator(x, y))
