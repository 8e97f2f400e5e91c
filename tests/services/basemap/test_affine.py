"""How a plan lies by its points: exact on three, least squares on more, refused where it cannot."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.services.basemap.plans import HERE, level_affine, moved, pairs_of
from walkshop.domain.errors import WalkshopError
from walkshop.services.basemap.affine import Affine, Fit, Pair, PlanPx, fit_plan

DIAGONAL = 1000.0
CORNERS = ((100.0, 100.0), (700.0, 150.0), (300.0, 600.0))
GROUND = math.cos(math.radians(51.9282))
"""Metres on the ground to a metre of EPSG:3857, where the plans of these tests lie."""

px = st.floats(0, 800, allow_nan=False)
place = st.tuples(px, px)


def turned(metres: float, degrees: float, wider: float = 1.0) -> Affine:
    """A plan whose up points `degrees` clockwise from north, its breadth pulled `wider` times."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    across, down = metres * wider, metres
    return Affine(across * cos, -down * sin, HERE.x, -across * sin, -down * cos, HERE.y)


def fitted(affine: Affine) -> Fit:
    return fit_plan(pairs_of(affine, *CORNERS), DIAGONAL)


def said(pairs: list[Pair]) -> str:
    with pytest.raises(WalkshopError) as refused:
        fit_plan(pairs, DIAGONAL)
    assert refused.value.hint is not None
    return refused.value.message.id


@given(
    st.floats(0.05, 20),
    st.floats(-179, 179),
    st.floats(0.5, 2),
    st.tuples(place, place, place),
    place,
)
def test_three_points_are_met_exactly_and_every_place_comes_back(
    metres: float, degrees: float, wider: float, corners: tuple[tuple[float, float], ...],
    other: tuple[float, float],
) -> None:  # fmt: skip
    pairs = pairs_of(turned(metres, degrees, wider), *corners)
    try:
        affine = fit_plan(pairs, DIAGONAL).affine
    except WalkshopError:
        assume(False)
    for plan, at in pairs:
        assert affine.on_map(plan) == pytest.approx(at, abs=1e-6)
    assert affine.in_plan(affine.on_map(PlanPx(*other))) == pytest.approx(other, abs=1e-3)


@given(st.floats(-179, 179), st.floats(0.1, 10))
def test_scale_and_turn_are_said_as_they_are(degrees: float, metres: float) -> None:
    fit = fitted(turned(metres, degrees))
    assert fit.turn_deg == pytest.approx(degrees, abs=1e-6)
    assert fit.metres_per_px == pytest.approx(metres * GROUND, rel=1e-3)
    assert fit.stretch == pytest.approx(1)
    assert fit.skew_deg == pytest.approx(0, abs=1e-6)
    assert fit.miss_m == pytest.approx(0, abs=1e-6)


def test_a_plan_pulled_in_one_direction_says_by_how_much() -> None:
    assert fitted(turned(1.0, 30, wider=1.2)).stretch == pytest.approx(1.2)


def test_a_sheared_plan_says_how_far_its_corners_are_off() -> None:
    slope = math.tan(math.radians(10))
    fit = fitted(Affine(1, -slope, HERE.x, 0, -1, HERE.y))
    assert fit.skew_deg == pytest.approx(10)


def test_more_points_share_what_they_miss_by() -> None:
    square = pairs_of(level_affine(), (0, 0), (800, 0), (800, 600), (0, 600))
    square[3] = square[3]._replace(at=moved(square[3].at, 40, 0))
    fit = fit_plan(square, DIAGONAL)
    # Of a square each corner takes a quarter of what one of them is off.
    assert fit.misses_m == pytest.approx([10 * GROUND] * 4, rel=1e-3)
    assert fit.miss_m == pytest.approx(10 * GROUND, rel=1e-3)


def test_two_points_are_too_few() -> None:
    assert said(pairs_of(level_affine(), *CORNERS[:2])) == "A plan needs three points."


@pytest.mark.parametrize("beside", [0.0, 30.0])
def test_points_in_the_plan_in_a_line_are_refused(beside: float) -> None:
    pairs = pairs_of(level_affine(), (0, 0), (400, beside), (800, 0))
    assert said(pairs) == "The points in the plan are almost in a line."


def test_points_on_the_map_in_a_line_are_refused() -> None:
    pairs = pairs_of(level_affine(), *CORNERS)
    pairs[2] = pairs[2]._replace(at=moved(pairs[0].at, 300, -25))
    assert said(pairs) == "The points on the map are almost in a line."


def test_the_same_place_twice_is_refused() -> None:
    pairs = pairs_of(level_affine(), CORNERS[0], CORNERS[0], CORNERS[1])
    assert said(pairs) == "The points in the plan are almost in a line."


def test_points_close_together_are_refused() -> None:
    pairs = pairs_of(level_affine(), (10, 10), (25, 10), (10, 25))
    assert said(pairs) == "The points in the plan are too close together."


def test_swapped_points_would_mirror_the_plan_and_are_refused() -> None:
    pairs = pairs_of(level_affine(), *CORNERS)
    swapped = [pairs[0], Pair(pairs[1].plan, pairs[2].at), Pair(pairs[2].plan, pairs[1].at)]
    assert said(swapped) == "The plan would lie mirrored."


@pytest.mark.parametrize("metres", [0.001, 400.0])
def test_a_scale_of_no_plan_is_refused(metres: float) -> None:
    pairs = pairs_of(level_affine(metres), *CORNERS)
    assert said(pairs) == "The plan would be far too small or too large."


def test_a_plan_pulled_to_a_strip_is_refused() -> None:
    pairs = pairs_of(turned(1.0, 0, wider=6), (0, 0), (300, 0), (0, 700))
    assert said(pairs) == "The plan would be pulled out of shape."
