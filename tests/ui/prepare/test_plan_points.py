"""The points of a plan: in turn, in either order, moved and taken back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkshop.domain.geo import Mercator
from walkshop.services.basemap.affine import Pair, PlanPx
from walkshop.ui.prepare.plan_points import MOST, Points, Side, Spot

HERE, THERE = PlanPx(10, 20), Mercator(500_000, 6_780_000)


@pytest.fixture
def points() -> Points:
    return Points()


def test_plan_and_map_take_turns(points: Points) -> None:
    turns = []
    for side, where in ((Side.PLAN, HERE), (Side.MAP, THERE)) * 2:
        turns.append(points.turn)
        points.place(side, where)
    assert turns == [(1, Side.PLAN), (1, Side.MAP), (2, Side.PLAN), (2, Side.MAP)]
    assert points.pairs == [Pair(HERE, THERE)] * 2
    assert points.missing == 1


def test_the_map_may_come_first(points: Points) -> None:
    points.place(Side.MAP, THERE)
    assert points.turn == (1, Side.PLAN)
    points.place(Side.PLAN, HERE)
    assert points.pairs == [Pair(HERE, THERE)]


def test_a_second_click_on_the_same_side_moves_the_point(points: Points) -> None:
    points.place(Side.PLAN, HERE)
    points.place(Side.PLAN, PlanPx(30, 40))
    assert points.spots == (Spot(PlanPx(30, 40)),)


def test_a_drag_is_taken_back_in_one_step(points: Points) -> None:
    points.place(Side.PLAN, HERE)
    points.hold()
    for x in range(5):
        points.move(0, Side.PLAN, PlanPx(x, x))
    points.step_back()
    assert points.spots == (Spot(HERE),)
    points.step_back()
    assert points.spots == ()
    assert not points.can_go_back
    points.step_back()  # there is nothing left, and nothing happens


def test_there_is_room_for_no_more_than_six_pairs(points: Points) -> None:
    for _ in range(MOST + 2):
        points.place(Side.PLAN, HERE)
        points.place(Side.MAP, THERE)
    assert len(points.pairs) == MOST
    assert points.turn is None


@given(st.lists(st.sampled_from(list(Side)), max_size=20))
def test_stepping_back_undoes_any_clicks(sides: list[Side]) -> None:
    points = Points()
    seen = [points.spots]
    for side in sides:
        points.place(side, HERE if side is Side.PLAN else THERE)
        if points.spots != seen[-1] or points.turn is not None:
            seen.append(points.spots)
    while points.can_go_back:
        points.step_back()
    assert points.spots == ()
