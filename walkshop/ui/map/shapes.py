"""The things of a map as paths that Qt can draw, made on first use and found by where they lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from walkshop.services.basemap.boxes import boxes_of
from walkshop.services.basemap.data import Box, Feature, MapData, Ring, Shape
from walkshop.services.basemap.once import once_per_map
from walkshop.ui.map.camera import Camera, resolution
from walkshop.ui.map.detail import LEAST_PX, fineness, is_full

if TYPE_CHECKING:
    from shapely import LineString, MultiLineString, Polygon

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]
SIMPLER_PX = 0.5
"""Corners that change an outline by less than this are left out."""

_AT_ONCE = 100
"""Paths made between two looks at the clock: about a millisecond."""

LARGE = 4.0
"""An area this many times the view's own side is trimmed to the view before it is painted."""


class Group(NamedTuple):
    """Things drawn alike; `level` is that of bridges and tunnels."""

    layer: str
    grade: str
    level: int
    shape: Shape


class _Members(NamedTuple):
    """The features of a group; of each the edges of its box in four rows: W, S, E, N."""

    indices: Indices
    boxes: Floats


class Shapes:
    """All paths of one map, in groups that are drawn with one stroke of the painter.

    Made without Qt, so that any thread may make it; its paths are made by those who draw.
    World paths are in EPSG:3857 metres from the map's own middle: Qt's strokes keep 1/64 px only
    near zero.
    """

    def __init__(self, data: MapData) -> None:
        self._features = data.features  # not the map: it is let go of with the last of its views
        self._paths: dict[int, dict[int, QPainterPath]] = {}
        self._geometries: dict[int, Polygon | MultiLineString] = {}
        self._members: dict[Group, _Members] = {}
        self._boxes = boxes_of(data)
        for look, same in _alike(data.features).items():
            indices = np.array(same, dtype=np.intp)
            self._members[Group(*look)] = _Members(indices, self._boxes[indices].T.copy())
        self.origin = self._middle()
        self.groups = tuple(sorted(self._members, key=lambda group: group.level))
        """The groups of this map, lowest level first."""

    def view(self, camera: Camera) -> QTransform:
        """World paths to px of the camera's viewport, y down."""
        scale = 1 / camera.resolution
        x = camera.width / 2 + (self.origin[0] - camera.centre.x) * scale
        y = camera.height / 2 - (self.origin[1] - camera.centre.y) * scale
        return QTransform(scale, 0, 0, -scale, x, y)

    def path(self, group: Group, camera: Camera, cut: bool = False) -> QPainterPath:
        """The group's things in view as one path in px; `cut` trims them to the viewport."""
        world = QPainterPath()
        world.setFillRule(Qt.FillRule.WindingFill)
        whole, large = self._split(group, camera)
        if cut:
            inside = self._inside(whole, camera.box)
            large += sorted(set(whole).difference(inside))
            whole = inside
        for index in large:
            world.addPath(self._cut(index, camera.box))
        for path in self._whole(whole, fineness(camera.zoom)):
            world.addPath(path)
        return self.view(camera).map(world)

    def seen(self, group: Group, camera: Camera) -> list[Feature]:
        """The group's things in view."""
        indices, _ = self._in(group, camera.box, camera.resolution)
        return [self._features[i] for i in indices.tolist()]

    def ready(self, group: Group, camera: Camera, time_left: Callable[[], bool]) -> bool:
        """Make the paths that a view needs, at least some; False when time ran out first."""
        fine = fineness(camera.zoom)
        whole, _ = self._split(group, camera)
        known = self._paths.setdefault(fine, {})
        missing = [index for index in whole if index not in known]
        for start in range(0, len(missing), _AT_ONCE):
            self._whole(missing[start : start + _AT_ONCE], fine)
            if not time_left():
                return False
        return True

    def _in(self, group: Group, box: Box, metres: float) -> tuple[Indices, Floats]:
        """What of a group meets a box and is large enough to be seen, and its longest sides."""
        indices, (left, low, right, high) = self._members[group]
        seen = np.flatnonzero(
            (left <= box[2]) & (right >= box[0]) & (low <= box[3]) & (high >= box[1])
        )
        sides = np.maximum(right[seen] - left[seen], high[seen] - low[seen])
        if group.shape is Shape.AREA:
            large = sides >= LEAST_PX.get(group.layer, 0.0) * metres
            seen, sides = seen[large], sides[large]
        return indices[seen], sides

    def _split(self, group: Group, camera: Camera) -> tuple[list[int], list[int]]:
        """What is in view of a group: what is drawn whole, and the areas much larger than it."""
        seen, sides = self._in(group, camera.box, camera.resolution)
        if group.shape is not Shape.AREA:  # the dashes of a trimmed line would start anew
            return seen.tolist(), []
        large = sides > LARGE * max(camera.width, camera.height) * camera.resolution
        return seen[~large].tolist(), seen[large].tolist()

    def _inside(self, indices: list[int], box: Box) -> list[int]:
        """Those of these things that lie in a box with all of them, in the same order."""
        boxes = self._boxes[indices]
        kept = (boxes[:, :2] >= box[:2]).all(axis=1) & (boxes[:, 2:] <= box[2:]).all(axis=1)
        return [indices[at] for at in np.flatnonzero(kept).tolist()]

    def _whole(self, indices: list[int], fine: int) -> list[QPainterPath]:
        """The paths of whole things, simplified for a zoom; made together, which is fast."""
        known = self._paths.setdefault(fine, {})
        missing = [index for index in indices if index not in known]
        if missing:
            known.update(zip(missing, self._made(missing, fine), strict=True))
        return [known[index] for index in indices]

    def _made(self, indices: list[int], fine: int) -> list[QPainterPath]:
        features = [self._features[index] for index in indices]
        rings = [part for feature in features for part in feature.parts]
        corners = np.array([corner for ring in rings for corner in ring], dtype=np.float64)
        corners = corners.reshape(-1, 2) - self.origin
        sizes = np.array([len(ring) for ring in rings], dtype=np.intp)
        if not is_full(fine):
            corners, sizes = _simpler(corners, sizes, SIMPLER_PX * resolution(fine))
        polygons = iter(_polygons(corners, sizes))
        return [_path(feature, polygons) for feature in features]

    def _cut(self, index: int, box: Box) -> QPainterPath:
        """The part of a thing inside `box`; QSvgGenerator knows no clipping.

        On screen too for large areas: most of their outline lies far outside a tile.
        """
        import shapely

        if index not in self._geometries:
            feature = self._features[index]
            self._geometries[index] = (
                shapely.Polygon(feature.parts[0], feature.parts[1:])
                if feature.shape is Shape.AREA
                else shapely.MultiLineString(feature.parts)
            )
        path = QPainterPath()
        for piece in shapely.get_parts(shapely.clip_by_rect(self._geometries[index], *box)):
            if piece.geom_type == "Polygon":
                rings = (piece.exterior, *piece.interiors)
                path.addPath(self._piece(tuple(_corners(r) for r in rings), Shape.AREA))
            elif piece.geom_type == "LineString":
                path.addPath(self._piece((_corners(piece),), Shape.LINE))
        return path

    def _piece(self, parts: tuple[Ring, ...], shape: Shape) -> QPainterPath:
        corners = np.array([corner for ring in parts for corner in ring]) - self.origin
        sizes = np.array([len(ring) for ring in parts], dtype=np.intp)
        return _path(Feature("", shape, parts), iter(_polygons(corners, sizes)))

    def _middle(self) -> tuple[float, float]:
        if not self._members:
            return (0.0, 0.0)
        left, low, right, high = np.concatenate([m.boxes for m in self._members.values()], axis=1)
        return (float(left.min() + right.max()) / 2, float(low.min() + high.max()) / 2)


@once_per_map
def shapes_of(data: MapData) -> Shapes:
    """The paths of a map, shared by all who draw it."""
    return Shapes(data)


def _alike(features: Sequence[Feature]) -> dict[tuple[str, str, int, Shape], list[int]]:
    """Which features are in which group; a name alone has no path."""
    alike: dict[tuple[str, str, int, Shape], list[int]] = {}
    for index, feature in enumerate(features):
        if feature.shape is not Shape.POINT:
            look = (feature.layer, feature.grade, feature.level, feature.shape)
            alike.setdefault(look, []).append(index)
    return alike


def _corners(line: LineString) -> Ring:
    return tuple((at[0], at[1]) for at in line.coords)


def _simpler(corners: Floats, sizes: Indices, metres: float) -> tuple[Floats, Indices]:
    """The lines without corners that matter less than `metres` (Douglas-Peucker)."""
    import shapely

    owners = np.repeat(np.arange(len(sizes)), sizes)
    lines = shapely.linestrings(corners, indices=owners)
    less = shapely.simplify(lines, metres, preserve_topology=False)
    kept, owners = shapely.get_coordinates(less, return_index=True)
    return kept, np.bincount(owners, minlength=len(sizes)).astype(np.intp)


def _polygons(corners: Floats, sizes: Indices) -> list[tuple[QPolygonF, bool]]:
    """Each line for Qt, and whether its corners run counterclockwise."""
    x, y = corners.T
    ends = np.cumsum(sizes)
    starts = ends - sizes
    following = np.arange(1, len(x) + 1)
    following[ends - 1] = starts
    areas = np.add.reduceat(x * y[following] - x[following] * y, starts)
    points = list(map(QPointF, x.tolist(), y.tolist()))
    return [
        (QPolygonF(points[start:end]), area > 0)
        for start, end, area in zip(starts.tolist(), ends.tolist(), areas.tolist(), strict=True)
    ]


def _path(feature: Feature, polygons: Iterator[tuple[QPolygonF, bool]]) -> QPainterPath:
    """Outer rings one way round and holes the other, so that a winding fill keeps holes open."""
    path = QPainterPath()
    for number in range(len(feature.parts)):
        polygon, counterclockwise = next(polygons)
        if feature.shape is not Shape.AREA:
            path.addPolygon(polygon)
            continue
        if counterclockwise != (number == 0):
            polygon = QPolygonF(polygon.toList()[::-1])
        path.addPolygon(polygon)
        path.closeSubpath()
    return path
