"""Finds how a plan lies on the earth from places that a person points at in both.

A plan is laid by an affine map: moved, scaled, turned, and pulled along two directions. Three
pairs of places decide it; more are fitted by least squares, and what they miss by is known.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import Mercator, from_mercator
from walkshop.i18n import Text, msg

NEEDED = 3
"""Pairs that decide an affine map."""

FLATTEST = 0.1
"""Breadth to length of the places; below it a slip of one px turns the plan by many."""

NEAREST = 0.03
"""Of the diagonal of the plan: places that are closer together say too little of the rest."""

FINEST_M, COARSEST_M = 0.004, 60.0
"""Metres of ground to a px: a garden scanned at 600 dpi, and a province on one sheet."""

MOST_STRETCH = 4.0

_AGAIN = msg("Move a point, or take one back.")


class PlanPx(NamedTuple):
    """A place in a plan in px, x right and y down from its top left corner."""

    x: float
    y: float


class Pair(NamedTuple):
    """One place, in the plan and on the earth (EPSG:3857)."""

    plan: PlanPx
    at: Mercator


@dataclass(frozen=True, slots=True)
class Affine:
    """x = a px + b py + c, y = d px + e py + f; px of the plan, x and y in EPSG:3857 metres."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    @property
    def determinant(self) -> float:
        """Square metres (EPSG:3857) to the px; negative, as y of a plan points down."""
        return self.a * self.e - self.b * self.d

    def on_map(self, at: PlanPx) -> Mercator:
        """Where a place of the plan lies."""
        x, y = at
        return Mercator(self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f)

    def in_plan(self, at: Mercator) -> PlanPx:
        """Where a place on the earth stands in the plan, or would if it were larger."""
        x, y, area = at.x - self.c, at.y - self.f, self.determinant
        return PlanPx((self.e * x - self.b * y) / area, (self.a * y - self.d * x) / area)


@dataclass(frozen=True, slots=True)
class Fit:
    """A plan as it would lie, and what a person judges that by.

    Args:
        metres_per_px: on the ground, the mean of all directions.
        turn_deg: clockwise from north up, -180 to 180.
        skew_deg: how far its right angles are off 90 degrees.
        stretch: the longest to the shortest that one px becomes; 1 keeps the shape.
        misses_m: how far each pair is off, metres on the ground; none of three is.
    """

    affine: Affine
    metres_per_px: float
    turn_deg: float
    skew_deg: float
    stretch: float
    misses_m: tuple[float, ...]

    @property
    def miss_m(self) -> float:
        """The root mean square of the misses."""
        return math.sqrt(sum(miss**2 for miss in self.misses_m) / len(self.misses_m))


def fit_plan(pairs: Sequence[Pair], diagonal_px: float) -> Fit:
    """How a plan lies by these pairs: exactly by three, by least squares for more.

    Args:
        diagonal_px: of the whole plan.

    Raises:
        WalkshopError: too few pairs, in a line, too close, mirrored, or a scale of no plan.
    """
    if len(pairs) < NEEDED:
        raise WalkshopError(msg("A plan needs three points."), msg("Add a point."))
    plan, ground = np.array([pair.plan for pair in pairs]), np.array([pair.at for pair in pairs])
    _check_apart(plan, diagonal_px)
    _check_in_line(plan, msg("The points in the plan are almost in a line."))
    _check_in_line(ground, msg("The points on the map are almost in a line."))
    fit = _judged(_solved(plan, ground), pairs)
    if fit.affine.determinant > 0:
        raise WalkshopError(
            msg("The plan would lie mirrored."), msg("Perhaps two points are swapped.")
        )
    if not FINEST_M <= fit.metres_per_px <= COARSEST_M:
        raise WalkshopError(
            msg("The plan would be far too small or too large."), _AGAIN, f"{fit.metres_per_px} m"
        )
    if fit.stretch > MOST_STRETCH:
        raise WalkshopError(
            msg("The plan would be pulled out of shape."), _AGAIN, f"{fit.stretch} times"
        )
    return fit


def _check_apart(plan: npt.NDArray[np.float64], diagonal_px: float) -> None:
    reach = float(np.hypot(*(plan.max(axis=0) - plan.min(axis=0))))
    if reach < NEAREST * diagonal_px:
        raise WalkshopError(
            msg("The points in the plan are too close together."),
            msg("Choose places that are further apart."),
        )


def _check_in_line(places: npt.NDArray[np.float64], said: Text) -> None:
    """Refuse places whose breadth is next to nothing, by the singular values about their mean."""
    long, short = np.linalg.svd(places - places.mean(axis=0), compute_uv=False)[:2]
    if short <= FLATTEST * long:
        raise WalkshopError(said, msg("Put one of them well beside the line."))


def _solved(plan: npt.NDArray[np.float64], ground: npt.NDArray[np.float64]) -> Affine:
    """Least squares about the means and at a common size, so that no digits are lost."""
    middle, there = plan.mean(axis=0), ground.mean(axis=0)
    size = float(np.abs(plan - middle).max())
    found, *_ = np.linalg.lstsq((plan - middle) / size, ground - there, rcond=None)
    (a, d), (b, e) = (found / size).tolist()
    c = there[0] - a * middle[0] - b * middle[1]
    f = there[1] - d * middle[0] - e * middle[1]
    return Affine(a, b, float(c), d, e, float(f))


def _judged(affine: Affine, pairs: Sequence[Pair]) -> Fit:
    """The numbers of a fit, metres of the map brought to the ground by the latitude."""
    y = sum(pair.at.y for pair in pairs) / len(pairs)
    ground = math.cos(math.radians(from_mercator(Mercator(0.0, y)).lat))
    # Columns of what one px to the right and one px up become: east, north.
    right, up = (affine.a, affine.d), (-affine.b, -affine.e)
    long, short = np.linalg.svd(np.array([right, up]), compute_uv=False).tolist()
    # The rotation next to it (polar decomposition); of the plan's up, clockwise from north.
    turn = -math.degrees(math.atan2(right[1] - up[0], right[0] + up[1]))
    angle = math.degrees(math.atan2(up[1], up[0]) - math.atan2(right[1], right[0]))
    offs = ((affine.on_map(pair.plan), pair.at) for pair in pairs)
    return Fit(
        affine,
        metres_per_px=math.sqrt(abs(affine.determinant)) * ground,
        turn_deg=turn,
        skew_deg=abs(angle % 360 - 90),
        stretch=long / short if short else math.inf,
        misses_m=tuple(math.dist(one, other) * ground for one, other in offs),
    )
