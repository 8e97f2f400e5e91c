"""Names along bends: pure px, no window."""

import itertools
import math

import numpy as np
import pytest

from walkshop.ui.map.bends import TURN_DEG, Letter, bent, letters_of
from walkshop.ui.map.pinset import Floats
from walkshop.ui.map.spread import Box

SEEN = Box(0, 0, 800, 600)


def bow(radius: float, start: int, end: int) -> Floats:
    """Part of a circle round (400, 300), from and to in degrees counterclockwise from the east."""
    turns = np.radians(np.linspace(start, end, 60))
    return np.stack([400 + radius * np.cos(turns), 300 - radius * np.sin(turns)], axis=1)


def written(line: Floats, text: str = "Boezemsingel") -> list[tuple[float, float, list[Letter]]]:
    letters = letters_of(text)
    ends = tuple(itertools.accumulate(8.0 for _ in letters))
    return [(x, y, list(found)) for x, y, found in bent(line, letters, ends, SEEN)]


@pytest.mark.parametrize("turned", [False, True])
def test_letters_follow_the_bow_from_left_to_right(turned: bool) -> None:
    line = bow(120, 150, 30)
    x, y, letters = written(line[::-1] if turned else line)[0]
    assert "".join(letter.text for letter in letters) == "Boezemsingel"
    assert all(a.x < b.x for a, b in itertools.pairwise(letters))
    away = [math.hypot(x + letter.x - 400, y + letter.y - 300) for letter in letters]
    assert away == pytest.approx([120] * len(letters), abs=4)


def test_no_letter_is_upside_down_or_torn_from_the_next() -> None:
    for start in range(0, 360, 20):
        for _, _, letters in written(bow(110, start, start + 110)):
            angles = [letter.angle for letter in letters]
            assert max(map(abs, angles)) <= 101
            assert all(abs(b - a) <= TURN_DEG + 1 for a, b in itertools.pairwise(angles))


def test_a_hairpin_gets_no_name() -> None:
    hairpin = np.array([(100.0, 300.0), (160.0, 300.0), (160.0, 306.0), (100.0, 306.0)])
    assert written(hairpin) == []


def test_a_street_shorter_than_its_name_gets_none() -> None:
    assert written(bow(30, 60, 120)) == []


def test_the_middle_of_the_street_is_tried_first() -> None:
    x, _, _ = written(bow(200, 170, 10))[0]
    assert x == pytest.approx(400, abs=25)


def test_an_accent_stays_on_its_letter() -> None:
    assert letters_of("Cafe\u0301") == ("C", "a", "f", "e\u0301")


@pytest.mark.parametrize("text", ["شارع النيل", "मार्ग", "ถนน", "\u202eabc"])
def test_scripts_whose_letters_join_are_never_taken_apart(text: str) -> None:
    assert letters_of(text) == ()
