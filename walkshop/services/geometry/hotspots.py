"""Where much was said: the density of places as nested bands of areas, for any painter.

The density is a kernel estimate with a Gaussian kernel (Silverman 1986, Density Estimation for
Statistics and Data Analysis, section 4.2), counted in metres of the local CRS: places are sown
on a grid and the grid is smoothed, which is the same sum and much faster. Bands are contours at
equal steps, from more than one place alone gives up to the peak. They are flat areas, as
printers drop the alpha of gradients.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from walkshop.domain.geo import LonLat, bounds_of
from walkshop.services.geometry.crs import Metres, from_local, local_crs, metres

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Grid = npt.NDArray[np.float64]

BANDWIDTH_M = 60.0
"""How far a place is felt: the width of a small square; two houses' doors are one spot."""

BANDS = 5
LEAST = 5
"""Fewer places are no pattern: each is read by itself."""

_CELLS_PER_BANDWIDTH = 4
_CELLS_AT_MOST = 400
_ALONE = 1.5
"""A band begins at this many times the density of one place alone: that is no hot spot."""

_REACH = 3.0
"""Bandwidths around the outermost place after which a Gaussian is nothing (0.3 %)."""

Ring = tuple[LonLat, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Where it is at least so dense.

    Args:
        share: of the highest density, 0 to 1.
        areas: each an outer ring and then its holes (WGS84); rings end where they begin.
    """

    share: float
    areas: tuple[tuple[Ring, ...], ...]


def hot_spots(
    places: Sequence[LonLat], bandwidth_m: float = BANDWIDTH_M, bands: int = BANDS
) -> tuple[Band, ...]:
    """Nested bands of density, the widest first; none for fewer than five places.

    Args:
        places: WGS84; each counts once.
        bandwidth_m: standard deviation of the kernel in metres on the ground.
        bands: how many, in equal steps.

    None either where every place stands alone.
    The same places give the same bands, whatever their order.
    """
    if len(places) < LEAST:
        return ()
    bounds = bounds_of(places)
    if bounds is None:
        return ()
    crs = local_crs(bounds.centre)
    density, corner, cell = _density(metres(places), bandwidth_m)
    peak = float(density.max())
    lowest = max(peak / (bands + 1), _ALONE * cell**2 / (2 * math.pi * bandwidth_m**2))
    if lowest >= peak:
        return ()
    shares = [lowest / peak + (1 - lowest / peak) * number / bands for number in range(bands)]
    return tuple(Band(s, _areas(density, s * peak, (corner, cell), crs)) for s in shares)


def _density(at: Sequence[Metres], bandwidth_m: float) -> tuple[Grid, Metres, float]:
    """The smoothed grid (rows from the south), its first cell's middle, and a cell in metres."""
    import numpy as np
    from scipy.ndimage import gaussian_filter

    x, y = np.array([place.x for place in at]), np.array([place.y for place in at])
    low = Metres(float(x.min()), float(y.min()))
    span = max(float(x.max()) - low.x, float(y.max()) - low.y)
    reach = _REACH * bandwidth_m
    cell = max(bandwidth_m / _CELLS_PER_BANDWIDTH, (span + 2 * reach) / _CELLS_AT_MOST)
    corner = Metres(low.x - reach, low.y - reach)
    columns = math.ceil((float(x.max()) + reach - corner.x) / cell) + 2
    rows = math.ceil((float(y.max()) + reach - corner.y) / cell) + 2
    grid = np.zeros((rows, columns))
    # Each place is shared by the four cells around it, so that a spot does not jump to the grid.
    across, up = (x - corner.x) / cell, (y - corner.y) / cell
    left, below = np.floor(across).astype(int), np.floor(up).astype(int)
    right_part, up_part = across - left, up - below
    for dx, dy in ((0, 0), (1, 0), (0, 1), (1, 1)):
        part = np.abs(1 - dx - right_part) * np.abs(1 - dy - up_part)
        np.add.at(grid, (below + dy, left + dx), part)
    sigma = bandwidth_m / cell
    smooth = gaussian_filter(grid, sigma, mode="constant", truncate=_REACH)
    return smooth, corner, cell


def _areas(
    density: Grid, level: float, where: tuple[Metres, float], crs: str
) -> tuple[tuple[Ring, ...], ...]:
    """The areas at least as dense as `level`."""
    from contourpy import FillType, contour_generator

    generator = contour_generator(z=density, fill_type=FillType.OuterOffset)
    filled = generator.filled(level, math.inf)
    points, offsets = cast("tuple[list[Grid], list[npt.NDArray[np.uint32]]]", filled)
    corner, cell = where
    areas = []
    for corners, starts in zip(points, offsets, strict=True):
        placed = [Metres(corner.x + x * cell, corner.y + y * cell) for x, y in corners.tolist()]
        ring = from_local(crs, placed)
        cuts = starts.tolist()
        areas.append(tuple(tuple(ring[a:b]) for a, b in pairwise(cuts)))
    return tuple(areas)
