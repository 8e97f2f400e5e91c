"""How alike notes are: the weighted sum of everything that may hold them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.spatial.distance import cdist

from walkshop.services.grouping.features import Features, Floats

_NEAR_WEIGHT = 0.05
_NEAR_SCALE_M = 120.0
_LEAST_THEME, _MOST_THEME = 0.05, 0.5
_COVERAGE_AIM = 0.95

_LEAST_NEIGHBOURS = 10
_NEIGHBOUR_SHARE = 12
# Of thirty notes ten neighbours would be a third: all groups would run into one another.
_SMALL_SHARE = 4
_EVERYWHERE = 1e-4
_STEPS = 1e6


@dataclass(frozen=True, slots=True)
class Kernel:
    """Notes as rows whose inner product is their likeness (0 to 1), nearness excepted.

    Places are metres in the local CRS, nan without one.
    """

    rows: sparse.csr_array
    places: Floats
    total: float

    def likeness(self) -> Floats:
        """All notes against all, nearness included; 1 is the most."""
        alike: Floats = (self.rows @ self.rows.T).toarray()
        away = cdist(self.places, self.places, "sqeuclidean")
        near = np.nan_to_num(np.exp(-away / (2 * _NEAR_SCALE_M**2)))
        alike += near * (_NEAR_WEIGHT / self.total)
        return alike

    def part(self, chosen: NDArray[np.intp]) -> Kernel:
        """The same for some of the notes."""
        return Kernel(self.rows[chosen], self.places[chosen], self.total)


def kernel(found: Features, places: Sequence[tuple[float, float] | None]) -> Kernel:
    """The kernel of a walk; a poor lexicon makes it lean on the walkers' themes."""
    theme = float(np.clip(_LEAST_THEME + _COVERAGE_AIM - found.coverage, _LEAST_THEME, _MOST_THEME))
    total = 1 + theme + _NEAR_WEIGHT
    third = np.sqrt(1 / 3 / total)
    rows = sparse.hstack(
        [
            found.words * third,
            found.letters * third,
            found.smoothed * third,
            found.themes * np.sqrt(theme / total),
        ],
        format="csr",
    )
    known = np.array([place or (np.nan, np.nan) for place in places], dtype=np.float64)
    return Kernel(rows, known, total)


def graph(alike: Floats) -> Floats:
    """Each note tied to its best neighbours, both ways, and faintly to all others.

    Likeness is rounded to a millionth before neighbours are chosen and the earlier note wins a
    tie: the last bits of a sum would otherwise choose differently on another machine.
    """
    count = len(alike)
    near = min(_LEAST_NEIGHBOURS, max(1, count // _SMALL_SHARE))
    neighbours = min(count - 1, max(near, -(-count // _NEIGHBOUR_SHARE)))
    steps = np.rint(alike * _STEPS).astype(np.int64)
    order = steps * count + np.arange(count - 1, -1, -1)
    np.fill_diagonal(order, -1)
    least = np.partition(order, count - neighbours, axis=1)[:, count - neighbours]
    ties = np.where(order >= least[:, None], steps / _STEPS, 0.0)
    both: Floats = np.maximum(ties, ties.T) + _EVERYWHERE
    np.fill_diagonal(both, 0.0)
    return both
