"""What is said while a plan is laid: what to point at next, and how well it fits."""

from __future__ import annotations

import math

from walkshop.i18n import Text, msg, msgn
from walkshop.services.basemap.affine import Fit
from walkshop.ui.prepare.plan_points import Points, Side

GOOD, FAIR = 1.03, 1.15
"""The stretch of a careful scan, and that of paper that was folded or drawn by hand."""

_UPRIGHT_DEG = 1.0
_SKEWED_DEG = 2.0


def next_step(points: Points) -> Text:
    """What to do now."""
    turn = points.turn
    if turn is None:
        return msg("Drag a point to make it fit better.")
    nr, side = turn
    begun = nr <= len(points.spots)
    if side is Side.MAP:
        return msg("{nr}. Now click the same corner on the map.", nr=nr)
    if begun:
        return msg("{nr}. Now click the same corner in the plan.", nr=nr)
    if points.missing:
        return msg("{nr}. Click a corner in the plan.", nr=nr)
    return msg("It fits? Lay it. Or click corner {nr} to check it.", nr=nr)


def still_needed(points: Points) -> Text:
    """How many pairs are missing."""
    n = points.missing
    return msgn("{n} more point is needed.", "{n} more points are needed.", n)


def fit_words(fit: Fit, by_sketch: bool = False) -> list[Text]:
    """The fit in sentences: scale, turn, shape, and by how much the points miss.

    Args:
        by_sketch: the map that was pointed at is not to scale.
    """
    said = [msg("1 px is {metres} m.", metres=rounded(fit.metres_per_px)), _turn(fit)]
    said.append(_shape(fit))
    if len(fit.misses_m) > 3:
        worst = max(range(len(fit.misses_m)), key=lambda index: fit.misses_m[index])
        said.append(
            msg(
                "The points are {metres} m off, point {nr} the most.",
                metres=rounded(fit.miss_m),
                nr=worst + 1,
            )
        )
    if by_sketch:
        said.append(msg("The map is not to scale, so the plan is not either."))
    return said


def rounded(value: float) -> float:
    """Two figures that count."""
    if value == 0:
        return 0.0
    return round(value, max(0, 1 - math.floor(math.log10(abs(value)))))


def _turn(fit: Fit) -> Text:
    degrees = round(abs(fit.turn_deg))
    if degrees < _UPRIGHT_DEG:
        return msg("North is up.")
    if fit.turn_deg > 0:
        return msg("It is turned {n}° to the right.", n=degrees)
    return msg("It is turned {n}° to the left.", n=degrees)


def _shape(fit: Fit) -> Text:
    percent = round((fit.stretch - 1) * 100)
    if fit.stretch <= GOOD and fit.skew_deg < _SKEWED_DEG:
        return msg("It keeps its shape.")
    if fit.stretch <= FAIR:
        return msg("It is stretched by {n} %, as drawings by hand are.", n=percent)
    skew = round(fit.skew_deg)
    return msg(
        "It is stretched by {n} % and {skew}° skewed. Check the points.", n=percent, skew=skew
    )
