"""Lines and areas that notes are about: where they lie and which one is under the pointer.

No Qt: a figure is found by its box first, so that only the few near the pointer cost anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from walkshop.domain.geo import LonLat, to_mercator
from walkshop.ui.map.camera import Camera

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

TOUCH_PX = 8.0
"""A line is hit this far beside it: half its own width, and room for a hand."""

FILLING = 0.5
"""An area over more than this part of the viewport is ground, not a thing: only its edge is hit."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A line, or an area by its ring (WGS84; the ring is not closed by a repeated corner)."""

    along: tuple[LonLat, ...]
    closed: bool = False


class Laid(NamedTuple):
    """A figure in EPSG:3857: its edge as a line, and what it covers (valid; None for a line)."""

    edge: BaseGeometry
    cover: BaseGeometry | None


@lru_cache(maxsize=4096)
def laid(figure: Figure) -> Laid:
    """The figure in EPSG:3857."""
    import shapely

    corners = [to_mercator(at) for at in figure.along]
    if not figure.closed:
        return Laid(shapely.LineString(corners), None)
    ring = [*corners, corners[0]]
    return Laid(shapely.LineString(ring), shapely.make_valid(shapely.Polygon(ring)))


class FigureSet:
    """The figures of a map's pins, by the index of the pin."""

    def __init__(self, figures: Sequence[tuple[int, Figure]]) -> None:
        self._figures = [(i, shape) for i, shape in figures if len(shape.along) > 1 + shape.closed]
        bounds = [laid(shape).edge.bounds for _, shape in self._figures]
        self._boxes = np.array(bounds, dtype=np.float64).reshape(-1, 4)

    def __len__(self) -> int:
        return len(self._figures)

    def in_view(self, camera: Camera, margin: float = 0.0) -> list[tuple[int, Figure]]:
        """Those in the viewport or at most `margin` px outside it, the largest first."""
        west, south, east, north = camera.box
        edge = margin * camera.resolution
        found = self._touching(west - edge, south - edge, east + edge, north + edge)
        wide, high = (self._boxes[found, n + 2] - self._boxes[found, n] for n in (0, 1))
        return [self._figures[at] for at in found[np.argsort(-wide * high, kind="stable")]]

    def hit(self, x: float, y: float, camera: Camera) -> int | None:
        """The pin whose figure lies under a point of the viewport (px).

        The nearest line within reach, else the smallest area around the point.
        """
        if not len(self):
            return None
        import shapely

        at = camera.unproject(x, y)
        point, reach = shapely.Point(at), TOUCH_PX * camera.resolution
        seen = camera.width * camera.height * camera.resolution**2
        lines: list[tuple[float, int]] = []
        areas: list[tuple[float, int]] = []
        for place in self._touching(at.x - reach, at.y - reach, at.x + reach, at.y + reach):
            index, figure = self._figures[place]
            edge, cover = laid(figure)
            away = edge.distance(point)
            if cover is None and away <= reach:
                lines.append((away, -index))
            elif cover is not None:
                inside = cover.area <= FILLING * seen and cover.contains(point)
                if inside or away <= reach:
                    areas.append((cover.area, -index))
        found = min(lines) if lines else min(areas) if areas else None
        return None if found is None else -found[1]

    def _touching(
        self, west: float, south: float, east: float, north: float
    ) -> npt.NDArray[np.intp]:
        boxes = self._boxes
        seen = (boxes[:, 0] <= east) & (boxes[:, 2] >= west)
        return np.flatnonzero(seen & (boxes[:, 1] <= north) & (boxes[:, 3] >= south))
