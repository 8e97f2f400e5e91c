"""Lines and areas of the world as Qt draws them, cut to the viewport.

What lies far outside it costs time and paper, and printed pictures cannot clip.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from walkshop.ui.map.camera import Camera
from walkshop.ui.map.pinset import Floats

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

EDGE_PX = 20.0
"""Cut edges lie this far outside the viewport, so that no pen shows them."""


def cut_line(line: BaseGeometry, camera: Camera) -> list[QPolygonF]:
    """The pieces of a line (EPSG:3857) in view, in px."""
    return [
        QPolygonF([QPointF(*corner) for corner in piece.coords])
        for piece in _parts(_cut(line, camera))
        if piece.geom_type == "LineString" and len(piece.coords) > 1
    ]


def cut_area(area: BaseGeometry, camera: Camera) -> QPainterPath:
    """The part of a valid area (EPSG:3857) in view, in px; holes stay open."""
    import shapely

    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for piece in _parts(_cut(area, camera)):
        if isinstance(piece, shapely.Polygon) and not piece.is_empty:
            for ring in (piece.exterior, *piece.interiors):
                path.addPolygon(QPolygonF([QPointF(*corner) for corner in ring.coords]))
                path.closeSubpath()
    return path


def _cut(shape: BaseGeometry, camera: Camera) -> BaseGeometry:
    import shapely

    edge = EDGE_PX * camera.resolution
    west, south, east, north = camera.box
    seen = shapely.clip_by_rect(shape, west - edge, south - edge, east + edge, north + edge)
    (x, y), scale = camera.centre, 1 / camera.resolution

    def to_px(at: Floats) -> Floats:
        at[:, 0] = camera.width / 2 + (at[:, 0] - x) * scale
        at[:, 1] = camera.height / 2 - (at[:, 1] - y) * scale
        return at

    return shapely.transform(seen, to_px)


def _parts(shape: BaseGeometry) -> list[BaseGeometry]:
    """The single lines and areas of a shape, however deep its collections."""
    if not hasattr(shape, "geoms"):
        return [shape]
    return [single for part in shape.geoms for single in _parts(part)]
