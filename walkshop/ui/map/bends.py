"""Names along the bends of a street: where each letter stands and how it is turned.

Pure functions of px. A name bends only where no straight run has room for it.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

import numpy as np

from walkshop.ui.map.pinset import Floats
from walkshop.ui.map.spread import Box

STEP_PX = 3.0
"""The curve is followed in steps of this length."""

SMOOTH_PX = 24.0
"""Corners are rounded over this length, or letters would fan out on them."""

ASIDE_PX = 5.0
"""The rounded curve stays this near to the street itself."""

TURN_DEG = 20.0
"""Most between two letters; more and they touch or tear apart."""

WHOLE_TURN_DEG = 110.0
"""Most between any two letters: people read a bow, not a spiral."""

_TRY_PX = 9.0
_STEEP_DEG = 100.0
_DEG_PER_PX = 0.15
"""So much calmer must a name be for each px that it stands off the middle of its street."""

_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "DIGIT", "SPACE", "HYPHEN", "APOSTROPHE", "FULL STOP")
_ALSO = ("COMBINING", "RIGHT SINGLE QUOTATION", "EN DASH", "SOLIDUS", "AMPERSAND", "COMMA")


class Letter(NamedTuple):
    """The middle of a letter in px from the middle of its name, and its turn in degrees."""

    text: str
    x: float
    y: float
    angle: float


def letters_of(text: str) -> tuple[str, ...]:
    """Letters with their accents; nothing for scripts whose letters join or change their order."""
    letters: list[str] = []
    for sign in text:
        named = unicodedata.name(sign, "")
        if not (named.startswith(_SCRIPTS) or named.startswith(_ALSO)):
            return ()
        if unicodedata.combining(sign) and letters:
            letters[-1] += sign
        else:
            letters.append(sign)
    return tuple(letters)


def bent(
    line: Floats, letters: tuple[str, ...], ends: tuple[float, ...], seen: Box
) -> list[tuple[float, float, tuple[Letter, ...]]]:
    """Ways to write a name along a line, the calmest in view first.

    Args:
        line: px, n by 2.
        letters: of `letters_of`.
        ends: how far the name reaches up to and with each letter, px.
        seen: only names with their middle in here.

    Returns:
        The middle of the name in px, and its letters around that middle.
    """
    curve, aside = _rounded(line)
    at = np.arange(len(curve), dtype=np.float64) * STEP_PX
    wide = ends[-1]
    if len(curve) < 3 or at[-1] < wide:
        return []
    starts = np.arange(0.0, at[-1] - wide + 1e-9, _TRY_PX)
    middle = [np.interp(starts + wide / 2, at, curve[:, i]) for i in (0, 1)]
    inside = (middle[0] >= seen.left) & (middle[0] <= seen.right)
    inside &= (middle[1] >= seen.top) & (middle[1] <= seen.bottom)
    ways = []
    for start in starts[inside].tolist():
        reach = aside[int(start / STEP_PX) : int((start + wide) / STEP_PX) + 1]
        if len(reach) and reach.max() <= ASIDE_PX:
            written = _written(curve, at, start, ends)
            if written is not None:
                off_middle = abs(start + wide / 2 - at[-1] / 2)
                ways.append((written[0] + off_middle * _DEG_PER_PX, written[1]))
    ways.sort(key=lambda way: way[0])
    return [_around_middle(places, letters) for _, places in ways]


def _written(
    curve: Floats, at: Floats, start: float, ends: tuple[float, ...]
) -> tuple[float, Floats] | None:
    """The whole turn in degrees and x, y, angle of each letter; None where it cannot be read."""
    wide, until = ends[-1], np.array(ends)
    low = np.concatenate([[0.0], until[:-1]])
    first, last = (np.array([np.interp(start + s, at, curve[:, i]) for i in (0, 1)])
                   for s in (0.0, wide))  # fmt: skip
    if last[0] < first[0]:  # people read from the left
        low, until = wide - low, wide - until
    ends_x, ends_y = (
        np.stack([np.interp(start + side, at, curve[:, i]) for side in (low, until)])
        for i in (0, 1)
    )
    turn = np.degrees(np.arctan2(ends_y[1] - ends_y[0], ends_x[1] - ends_x[0]))
    steps = (np.diff(turn) + 180) % 360 - 180
    turn = turn[0] + np.concatenate([[0.0], np.cumsum(steps)])
    whole = float(turn.max() - turn.min())
    upright = bool((np.abs(turn) <= _STEEP_DEG).all())
    if not upright or whole > WHOLE_TURN_DEG or np.abs(steps).max(initial=0.0) > TURN_DEG:
        return None
    return whole, np.stack([ends_x.mean(axis=0), ends_y.mean(axis=0), turn], axis=1)


def _around_middle(
    places: Floats, letters: tuple[str, ...]
) -> tuple[float, float, tuple[Letter, ...]]:
    """Letters on quarters of a px and whole degrees: alike names share one picture."""
    low, high = places[:, :2].min(axis=0), places[:, :2].max(axis=0)
    x, y = ((low + high) / 2).tolist()
    return (
        x,
        y,
        tuple(
            Letter(text, round((at[0] - x) * 4) / 4, round((at[1] - y) * 4) / 4, round(at[2], 0))
            for text, at in zip(letters, places.tolist(), strict=True)
        ),
    )


def _rounded(line: Floats) -> tuple[Floats, Floats]:
    """The line in even steps with its corners rounded, and how far that leaves it (px)."""
    steps = np.hypot(*np.diff(line, axis=0).T)
    length = np.concatenate([[0.0], np.cumsum(steps)])
    count = int(length[-1] / STEP_PX)
    if count < 2:
        return line[:0], np.zeros(0)
    along = np.arange(count + 1) * STEP_PX
    even = np.stack([np.interp(along, length, line[:, i]) for i in (0, 1)], axis=1)
    half = min(int(SMOOTH_PX / STEP_PX / 2), count // 2)
    window = np.ones(2 * half + 1) / (2 * half + 1)
    smooth = even
    for _ in range(2):
        # Beyond its ends the line goes on as it would in a mirror, so that they stay in place.
        before = 2 * smooth[0] - smooth[half:0:-1]
        after = 2 * smooth[-1] - smooth[-2 : -half - 2 : -1]
        padded = np.concatenate([before, smooth, after])
        smooth = np.stack([np.convolve(padded[:, i], window, "valid") for i in (0, 1)], axis=1)
    return smooth, np.hypot(*(smooth - even).T)
