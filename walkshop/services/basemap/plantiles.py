"""A plan cut into the square pictures of the web, so that it lies under a walk as any other map."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from walkshop.domain.geo import (
    MERCATOR_RADIUS_M,
    Bounds,
    Mercator,
    bounds_of,
    from_mercator,
)
from walkshop.services.basemap.affine import Affine, PlanPx
from walkshop.services.basemap.planpicture import PlanPicture
from walkshop.services.basemap.tilemath import TileId, overlap, tiles_over

if TYPE_CHECKING:
    from PIL.Image import Image

TILE_PX = 256
FINEST_ZOOM = 21
"""The window looks no closer."""

JPEG_QUALITY = 85
_WORLD_M = 2 * math.pi * MERCATOR_RADIUS_M
_FINER = 4
"""Times finer than a tile that its edge is drawn, so that it is smooth."""

_PNG_LEVEL = 6
_PAPER = (255, 255, 255)


class PlanTiles:
    """The tiles of a plan; any thread may ask for them.

    The finest zoom is the one at which a px of a tile is closest to a px of the plan. The coarsest
    has the whole plan in a tile or a few. Coarser zooms are made of averages of the plan.

    Args:
        picture: the plan.
        affine: how it lies, as of `fit_plan`.
    """

    def __init__(self, picture: PlanPicture, affine: Affine) -> None:
        self._picture = picture
        self._affine = affine
        self._px_m = math.sqrt(abs(affine.determinant))
        wide, high = picture.size
        corners = ((0, 0), (wide, 0), (wide, high), (0, high))
        self.corners = tuple(affine.on_map(PlanPx(*corner)) for corner in corners)
        xs, ys = ([corner[axis] for corner in self.corners] for axis in (0, 1))
        reach = max(max(xs) - min(xs), max(ys) - min(ys))
        finest = round(math.log2(_WORLD_M / TILE_PX / self._px_m))
        self.max_zoom = max(0, min(FINEST_ZOOM, finest))
        self.min_zoom = max(0, min(self.max_zoom, math.floor(math.log2(_WORLD_M / reach))))
        self.tile_px = TILE_PX

    @property
    def bounds(self) -> Bounds:
        """The box around the plan (WGS84)."""
        found = bounds_of(from_mercator(corner) for corner in self.corners)
        return found or Bounds(0, 0, 0, 0)

    def ids(self, zoom: int, near: Bounds | None) -> Iterator[TileId]:
        """The tiles of a zoom that show any of the plan, within `near` (WGS84) or anywhere."""
        area = overlap(self.bounds, near)
        if area is None or not self.min_zoom <= zoom <= self.max_zoom:
            return
        for at in tiles_over(area, zoom):
            if self._shows(at):
                yield at

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The tile as PNG or JPEG, whichever is smaller; None beside the plan."""
        at = TileId(zoom, column, row)
        if not self.min_zoom <= zoom <= self.max_zoom or not self._shows(at):
            return None
        image = self._warped(at)
        corners = self._on_tile(at)
        if all(_inside(corners, corner) for corner in _SQUARE):
            return _smaller(image)
        image.putalpha(_mask(corners))
        return _png(image)

    def _shows(self, at: TileId) -> bool:
        """Whether plan and tile share more than an edge (the separating axes of two convexes)."""
        tile, plan = np.array(_SQUARE), np.array(self._on_tile(at))
        edges = np.vstack([np.roll(plan, -1, axis=0) - plan, [[1, 0], [0, 1]]])
        axes = np.stack([-edges[:, 1], edges[:, 0]])
        one, other = tile @ axes, plan @ axes
        apart = (one.max(axis=0) <= other.min(axis=0)) | (other.max(axis=0) <= one.min(axis=0))
        return not bool(apart.any())

    def _on_tile(self, at: TileId) -> list[tuple[float, float]]:
        """The corners of the plan in px of a tile, x right and y down from its top left corner."""
        west, _south, east, north = at.box
        scale = TILE_PX / (east - west)
        return [((x - west) * scale, (north - y) * scale) for x, y in self.corners]

    def _warped(self, at: TileId) -> Image:
        """The plan on a tile, from the level whose px are closest to those of the tile."""
        from PIL import Image as Images

        west, _south, east, north = at.box
        step = (east - west) / TILE_PX
        level = self._picture.level_for(step / self._px_m)
        source = self._picture.levels[level]
        # A level is rounded up to whole px: it reaches a little beyond the plan.
        shrink = 2.0**-level
        first = self._affine.in_plan(Mercator(west, north))
        right = self._affine.in_plan(Mercator(west + step, north))
        down = self._affine.in_plan(Mercator(west, north - step))
        x_of = (right.x - first.x, down.x - first.x, first.x)
        y_of = (right.y - first.y, down.y - first.y, first.y)
        return source.transform(
            (TILE_PX, TILE_PX),
            Images.Transform.AFFINE,
            tuple(value * shrink for value in (*x_of, *y_of)),
            Images.Resampling.BICUBIC,
            fillcolor=_PAPER,
        )


_SQUARE = ((0.0, 0.0), (TILE_PX, 0.0), (TILE_PX, TILE_PX), (0.0, TILE_PX))


def _inside(corners: list[tuple[float, float]], at: tuple[float, float]) -> bool:
    """Whether a point lies within a convex ring, on one side of all of its edges."""
    ends = (*corners[1:], corners[0])
    sides = [
        (end[0] - start[0]) * (at[1] - start[1]) - (end[1] - start[1]) * (at[0] - start[0])
        for start, end in zip(corners, ends, strict=True)
    ]
    return min(sides) >= 0 or max(sides) <= 0


def _mask(corners: list[tuple[float, float]]) -> Image:
    """How much of each px of a tile the plan covers."""
    from PIL import Image as Images
    from PIL import ImageDraw

    fine = Images.new("L", (TILE_PX * _FINER, TILE_PX * _FINER))
    ring = [(x * _FINER - 0.5, y * _FINER - 0.5) for x, y in corners]
    ImageDraw.Draw(fine).polygon(ring, fill=255)
    return fine.reduce(_FINER)


def _smaller(image: Image) -> bytes:
    """A drawing is smaller and exact as PNG, a photo is smaller as JPEG."""
    exact, out = _png(image), io.BytesIO()
    image.save(out, "JPEG", quality=JPEG_QUALITY)
    return min(exact, out.getvalue(), key=len)


def _png(image: Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=_PNG_LEVEL)
    return out.getvalue()
