"""How much boxes cover one another and how often lines cross: many at once, in px."""

from __future__ import annotations

import numpy as np

from walkshop.ui.map.pinset import Floats

_SAMPLES = 12


def overlaps(boxes: Floats, others: Floats) -> Floats:
    """For each of `boxes` (n by 4) how many square px the others (m by 4) cover, summed."""
    left, top = (np.maximum(boxes[:, None, n], others[None, :, n]) for n in (0, 1))
    right, bottom = (np.minimum(boxes[:, None, n], others[None, :, n]) for n in (2, 3))
    shared: Floats = np.maximum(right - left, 0) * np.maximum(bottom - top, 0)
    covered: Floats = shared.sum(axis=1)
    return covered


def passes(lines: Floats, boxes: Floats, by_box: bool = False) -> Floats:
    """For each of `lines` (n by 4: x, y, x, y) through how many boxes (m by 4) it passes.

    With `by_box` for each box how many lines pass through it. Lines are looked at in twelve
    points between their ends, near enough for boxes of a pin's size.
    """
    x, y = _samples(lines)
    inside = (x[:, None, :] > boxes[None, :, 0, None]) & (x[:, None, :] < boxes[None, :, 2, None])
    inside &= (y[:, None, :] > boxes[None, :, 1, None]) & (y[:, None, :] < boxes[None, :, 3, None])
    hit = inside.any(axis=2)
    counted: Floats = hit.sum(axis=0 if by_box else 1).astype(np.float64)
    return counted


def passes_own(lines: Floats, boxes: Floats) -> Floats:
    """For each of `lines` 1 where it passes through its own box, the one with the same number."""
    x, y = _samples(lines)
    inside = (x > boxes[:, None, 0]) & (x < boxes[:, None, 2])
    inside &= (y > boxes[:, None, 1]) & (y < boxes[:, None, 3])
    return np.asarray(inside.any(axis=1), dtype=np.float64)


def crossings(lines: Floats, others: Floats) -> Floats:
    """For each of `lines` (n by 4) how many of the others (m by 4) it crosses; ends may touch."""
    a, b = lines[:, None, :2], lines[:, None, 2:]
    c, d = others[None, :, :2], others[None, :, 2:]
    apart = (_turn(a, b, c) * _turn(a, b, d) < -1e-6) & (_turn(c, d, a) * _turn(c, d, b) < -1e-6)
    counted: Floats = apart.sum(axis=1).astype(np.float64)
    return counted


def _samples(lines: Floats) -> tuple[Floats, Floats]:
    part = np.linspace(0.0, 1.0, _SAMPLES)
    x: Floats = lines[:, None, 0] + (lines[:, None, 2] - lines[:, None, 0]) * part
    y: Floats = lines[:, None, 1] + (lines[:, None, 3] - lines[:, None, 1]) * part
    return x, y


def _turn(a: Floats, b: Floats, c: Floats) -> Floats:
    turned: Floats = (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (
        c[..., 0] - a[..., 0]
    )
    return turned
