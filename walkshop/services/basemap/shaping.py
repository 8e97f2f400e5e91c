"""Turns geometry as files hold it into corners of features in EPSG:3857, all rows at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from walkshop.services.basemap.data import Box, Feature, Ring, Shape
from walkshop.services.basemap.layers import Look

Geometries = npt.NDArray[np.object_]
Indices = npt.NDArray[np.intp]

WORLD_M = 20_037_508.35
"""Half the side of the EPSG:3857 world, rounded up."""

_SHAPES = {0: Shape.POINT, 1: Shape.LINE, 2: Shape.LINE, 3: Shape.AREA}
"""By shapely's type id of a single geometry: point, line, ring, polygon."""


class Pieces(NamedTuple):
    """Single geometries in EPSG:3857 and the rows of the table they come from.

    Args:
        geometries: points, lines and polygons, none empty.
        rows: for each its row.
        shapes: for each what it is.
    """

    geometries: Geometries
    rows: Indices
    shapes: list[Shape]


@dataclass(slots=True)
class Losses:
    """What was left out, counted in rows of the file."""

    broken: int = 0
    off_world: int = 0

    def add(self, other: Losses) -> None:
        """Count what another layer lost too."""
        self.broken += other.broken
        self.off_world += other.off_world


def pieces_of(wkb: Geometries, crs: Any | None) -> tuple[Pieces, Losses]:
    """The rows as single geometries, moved from `crs` (a pyproj CRS; None if in EPSG:3857)."""
    import shapely

    whole = shapely.from_wkb(wkb, on_invalid="ignore")
    given = np.array([raw is not None for raw in wkb], dtype=bool)
    readable = given & ~shapely.is_missing(whole) & ~shapely.is_empty(whole)
    rows = np.flatnonzero(readable)
    singles, owners = _singles(shapely.force_2d(whole[rows]))
    rows = rows[owners]
    lost = Losses(broken=int(len(wkb) - np.count_nonzero(readable)))
    singles, moved = _moved(singles, crs)
    lost.off_world = len(set(rows[~moved].tolist()))
    singles, rows = singles[moved], rows[moved]
    singles, owners, sound = _mended(singles)
    lost.broken += len(set(rows[~sound].tolist()) - set(rows[owners].tolist()))
    rows = rows[owners]
    shapes = [_SHAPES[kind] for kind in shapely.get_type_id(singles).tolist()]
    return Pieces(singles, rows, shapes), lost


def within(pieces: Pieces, box: Box) -> Pieces:
    """The pieces whose box touches `box`."""
    import shapely

    at = shapely.bounds(pieces.geometries)
    seen = (at[:, 0] <= box[2]) & (at[:, 2] >= box[0])
    seen &= (at[:, 1] <= box[3]) & (at[:, 3] >= box[1])
    kept = np.flatnonzero(seen)
    return Pieces(pieces.geometries[kept], pieces.rows[kept], [pieces.shapes[i] for i in kept])


def features_of(pieces: Pieces, looks: list[Look]) -> list[Feature]:
    """A feature for each piece that is drawn; `looks` go with the pieces."""
    import shapely

    drawn = [i for i, look in enumerate(looks) if look.kind.layer]
    # The rings of a polygon, and one line or point of anything else.
    chosen = pieces.geometries[drawn]
    areas = shapely.get_type_id(chosen) == 3
    rings, ring_of = shapely.get_rings(chosen[areas], return_index=True)
    lines = np.concatenate([rings, chosen[~areas]])
    owner = np.concatenate([np.flatnonzero(areas)[ring_of], np.flatnonzero(~areas)])
    parts: list[list[Ring]] = [[] for _ in drawn]
    for index, ring in zip(owner.tolist(), _corners(lines), strict=True):
        parts[index].append(ring)
    return [_feature(looks[i], pieces.shapes[i], own) for i, own in zip(drawn, parts, strict=True)]


def _feature(look: Look, shape: Shape, parts: list[Ring]) -> Feature:
    turned = tuple(part[::-1] for part in parts) if look.oneway < 0 else tuple(parts)
    layer, grade = look.kind
    return Feature(layer, shape, turned, look.name, grade, look.level, look.oneway != 0)


def _singles(whole: Geometries) -> tuple[Geometries, Indices]:
    """Collections taken apart down to points, lines and polygons, with their owners."""
    import shapely

    owners: Indices = np.arange(len(whole), dtype=np.intp)
    while len(whole) and shapely.get_type_id(whole).max() > 3:
        whole, inner = shapely.get_parts(whole, return_index=True)
        owners = owners[inner]
    full = ~shapely.is_empty(whole)
    return whole[full], owners[full]


def _moved(singles: Geometries, crs: Any | None) -> tuple[Geometries, npt.NDArray[np.bool_]]:
    """The geometries in EPSG:3857, and which of them lie in the world."""
    import shapely

    corners, owners = shapely.get_coordinates(singles, return_index=True)
    if crs is not None and len(corners):
        from pyproj import Transformer

        transformer = Transformer.from_crs(crs, 3857, always_xy=True)
        corners = np.column_stack(transformer.transform(corners[:, 0], corners[:, 1]))
    with np.errstate(invalid="ignore"):
        off = ~np.isfinite(corners).all(axis=1) | (np.abs(corners) > WORLD_M).any(axis=1)
    fits = np.bincount(owners, weights=off, minlength=len(singles)) == 0
    corners[off] = 0.0  # rings stay closed and readable; their geometries are dropped
    return shapely.set_coordinates(singles, corners), fits


def _mended(singles: Geometries) -> tuple[Geometries, Indices, npt.NDArray[np.bool_]]:
    """Polygons that cross themselves made whole; what has no length or no area is dropped.

    Returns the geometries, which of `singles` each comes from, and which were sound already.
    """
    import shapely

    kinds = shapely.get_type_id(singles)
    measure = np.where(kinds == 3, shapely.area(singles), shapely.length(singles))
    sound = (kinds == 0) | (measure > 0)
    crossing = (kinds == 3) & ~shapely.is_valid(singles)
    mended = singles.copy()
    mended[crossing] = shapely.make_valid(singles[crossing])
    parts, owners = _singles(mended)
    same_kind = shapely.get_type_id(parts) == kinds[owners]
    keep = same_kind & (sound | crossing)[owners]
    return parts[keep], owners[keep], sound & ~crossing


def _corners(lines: Geometries) -> list[Ring]:
    """The corners of each line as tuples; one pass over all of them."""
    import shapely

    corners, owners = shapely.get_coordinates(lines, return_index=True)
    ends = np.cumsum(np.bincount(owners, minlength=len(lines))).tolist()
    pairs = list(zip(corners[:, 0].tolist(), corners[:, 1].tolist(), strict=True))
    starts = [0, *ends][:-1]
    return [tuple(pairs[start:end]) for start, end in zip(starts, ends, strict=True)]
