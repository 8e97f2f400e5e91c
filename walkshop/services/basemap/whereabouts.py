"""Where the numbers of a map file lie: its own CRS, or a guess by the numbers themselves."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from walkshop.domain.geo import Bounds, LonLat, to_mercator
from walkshop.i18n import Text, msg
from walkshop.services.basemap.data import Box
from walkshop.services.geometry.crs import RD_NEW, WGS84, is_rd

if TYPE_CHECKING:
    from pyproj import CRS

NEAR_M = 1000.0
"""So far around the area of a walk its map is read."""


class Whereabouts(NamedTuple):
    """The CRS of a layer.

    Args:
        crs: None if nobody can tell.
        remark: that it was guessed.
    """

    crs: CRS | None
    remark: Text | None = None


def whereabouts(said: str | None, corners: npt.NDArray[np.float64]) -> Whereabouts:
    """The CRS that a layer names, if its numbers can be in it; else the one they look like.

    Args:
        said: what the file says: a code or WKT; None where it says nothing.
        corners: some of the layer's numbers, n by 2.
    """
    crs = _flat_crs(said)
    finite = corners[np.isfinite(corners).all(axis=1)]
    if not len(finite):
        return Whereabouts(crs)
    x, y = (float(value) for value in np.median(finite, axis=0))
    degrees = abs(x) <= 180 and abs(y) <= 90
    # Numbers of degrees in a CRS of metres would all lie within a stone's throw of its zero point.
    if crs is not None and (not _all_degrees(finite) if crs.is_projected else degrees):
        return Whereabouts(crs)
    if degrees:
        return Whereabouts(
            _crs(WGS84), msg("The file does not say where it lies. Degrees were taken.")
        )
    if is_rd(x, y):
        return Whereabouts(
            _crs(RD_NEW), msg("The file does not say where it lies. RD New was taken.")
        )
    return Whereabouts(None)


def near_box(near: Bounds) -> Box:
    """The area and a kilometre around it, in EPSG:3857."""
    wide = near.grown(NEAR_M)
    low, high = (
        to_mercator(LonLat(wide.west, wide.south)),
        to_mercator(LonLat(wide.east, wide.north)),
    )
    return (low.x, low.y, high.x, high.y)


def box_in(crs: CRS, box: Box) -> Box | None:
    """A box of EPSG:3857 in another CRS; None where that CRS does not reach it."""
    from pyproj import Transformer

    moved = Transformer.from_crs(3857, crs, always_xy=True).transform_bounds(*box)
    return moved if all(map(math.isfinite, moved)) else None


def _flat_crs(said: str | None) -> CRS | None:
    """The CRS without its heights; None where it is unknown or has nothing to do with the earth."""
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    if not said:
        return None
    try:
        crs = CRS.from_user_input(said)
    except CRSError:
        return None
    if crs.is_compound:
        crs = crs.sub_crs_list[0]
    return crs.to_2d() if crs.is_geographic or crs.is_projected else None


def _all_degrees(corners: npt.NDArray[np.float64]) -> bool:
    return bool((np.abs(corners) <= (180.0, 90.0)).all())


def _crs(code: str) -> CRS:
    from pyproj import CRS

    return CRS.from_user_input(code)
