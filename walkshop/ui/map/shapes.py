"""The things of a map as paths that Qt can draw, made on first use and found by where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from walkshop.services.basemap.data import Box, Feature, MapData, Ring, Shape
from walkshop.ui.map.camera import Camera

if TYPE_CHECKING:
    from shapely import LineString


class Group(NamedTuple):
    """Things drawn alike; `level` is that of bridges and tunnels."""

    layer: str
    grade: str
    level: int


class Shapes:
    """All paths of one map, in groups that are drawn with one stroke of the painter.

    World paths are in EPSG:3857 metres from the map's own middle: Qt's strokes keep 1/64 px only
    near zero.
    """

    def __init__(self, data: MapData) -> None:
        self.data = data
        self._paths: dict[int, QPainterPath] = {}
        self._members: dict[Group, npt.NDArray[np.intp]] = {}
        drawn = [i for i, feature in enumerate(data.features) if feature.shape is not Shape.POINT]
        boxes = [data.features[i].box for i in drawn]
        self._boxes = np.zeros((len(data.features), 4))
        if drawn:
            self._boxes[drawn] = boxes
        self.origin = self._middle(boxes)
        for group in dict.fromkeys(_group(data.features[i]) for i in drawn):
            same = [i for i in drawn if _group(data.features[i]) == group]
            self._members[group] = np.array(same, dtype=np.intp)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of this map, lowest level first."""
        return tuple(sorted(self._members, key=lambda group: group.level))

    def view(self, camera: Camera) -> QTransform:
        """World paths to px of the camera's viewport, y down."""
        scale = 1 / camera.resolution
        x = camera.width / 2 + (self.origin[0] - camera.centre.x) * scale
        y = camera.height / 2 - (self.origin[1] - camera.centre.y) * scale
        return QTransform(scale, 0, 0, -scale, x, y)

    def path(self, group: Group, camera: Camera, cut: bool = False) -> QPainterPath:
        """The group's things in view as one path in px; `cut` trims them to the viewport."""
        box = camera.box
        world = QPainterPath()
        world.setFillRule(Qt.FillRule.WindingFill)
        for index in self._in(group, box):
            if cut:
                world.addPath(self._cut(self.data.features[index], box))
            else:
                world.addPath(self._whole(int(index)))
        return self.view(camera).map(world)

    def _in(self, group: Group, box: Box) -> npt.NDArray[np.intp]:
        members = self._members[group]
        at = self._boxes[members]
        seen = (at[:, 0] <= box[2]) & (at[:, 2] >= box[0])
        seen &= (at[:, 1] <= box[3]) & (at[:, 3] >= box[1])
        return members[seen]

    def _whole(self, index: int) -> QPainterPath:
        known = self._paths.get(index)
        if known is None:
            feature = self.data.features[index]
            known = self._path_of(feature.parts, feature.shape)
            self._paths[index] = known
        return known

    def _path_of(self, parts: tuple[Ring, ...], shape: Shape) -> QPainterPath:
        path = QPainterPath()
        for number, part in enumerate(parts):
            turned = _wound(part, number == 0) if shape is Shape.AREA else part
            path.addPolygon(self._polygon(turned))
            if shape is Shape.AREA:
                path.closeSubpath()
        return path

    def _polygon(self, ring: Ring) -> QPolygonF:
        x0, y0 = self.origin
        return QPolygonF([QPointF(x - x0, y - y0) for x, y in ring])

    def _cut(self, feature: Feature, box: Box) -> QPainterPath:
        """The part of a thing inside `box`; QSvgGenerator knows no clipping."""
        import shapely

        whole = (
            shapely.Polygon(feature.parts[0], feature.parts[1:])
            if feature.shape is Shape.AREA
            else shapely.MultiLineString(feature.parts)
        )
        path = QPainterPath()
        for piece in shapely.get_parts(shapely.clip_by_rect(whole, *box)):
            if piece.geom_type == "Polygon":
                rings = (piece.exterior, *piece.interiors)
                path.addPath(self._path_of(tuple(_corners(r) for r in rings), Shape.AREA))
            elif piece.geom_type == "LineString":
                path.addPath(self._path_of((_corners(piece),), Shape.LINE))
        return path

    @staticmethod
    def _middle(boxes: list[Box]) -> tuple[float, float]:
        if not boxes:
            return (0.0, 0.0)
        return (
            (min(b[0] for b in boxes) + max(b[2] for b in boxes)) / 2,
            (min(b[1] for b in boxes) + max(b[3] for b in boxes)) / 2,
        )


def _group(feature: Feature) -> Group:
    return Group(feature.layer, feature.grade, feature.level)


def _corners(line: LineString) -> Ring:
    return tuple((at[0], at[1]) for at in line.coords)


def _wound(ring: Ring, outer: bool) -> Ring:
    """Outer rings one way round and holes the other, so that a winding fill keeps holes open."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))
    return ring if (area > 0) == outer else ring[::-1]
