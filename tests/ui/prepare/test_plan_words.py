"""What is said of a fit: short, whole, and in the right direction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.basemap.plans import level_affine
from walkshop.i18n import language
from walkshop.services.basemap.affine import Fit
from walkshop.ui.prepare.plan_words import fit_words, rounded

FIT = Fit(level_affine(), 0.4213, 0.0, 0.0, 1.0, (0.0, 0.0, 0.0))


def said(**changes: object) -> str:
    return " ".join(language("en").say(one) for one in fit_words(replace(FIT, **changes)))


def test_a_good_fit_is_said_in_three_short_sentences() -> None:
    assert said() == "1 px is 0.42 m. North is up. It keeps its shape."


def test_the_turn_says_its_side() -> None:
    assert "turned 12° to the right" in said(turn_deg=12.2)
    assert "turned 90° to the left" in said(turn_deg=-90.0)


def test_a_stretched_plan_says_by_how_much() -> None:
    assert "stretched by 8 %, as drawings by hand are" in said(stretch=1.08)
    assert "stretched by 40 % and 9° skewed. Check" in said(stretch=1.4, skew_deg=9.1)


def test_more_points_say_how_far_they_are_off_and_which_the_most() -> None:
    assert "3.5 m off, point 2 the most" in said(misses_m=(1.0, 6.0, 2.0, 2.83))


@pytest.mark.parametrize(
    ("value", "shown"), [(0.0421, 0.042), (0.4, 0.4), (1.26, 1.3), (12.3, 12), (0.0, 0.0)]
)
def test_two_figures_count(value: float, shown: float) -> None:
    assert rounded(value) == shown
