"""Paints the map under the pins: the same strokes on screen, on the projector and on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from walkshop.services.basemap.data import MapData
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.shapes import Group, Shapes
from walkshop.ui.map.style import CASING_PX, LayerStyle, MapStyle, street_px

_UNDER = ("square", "green", "water", "path")
_OVER = ("building", "rail", "area")
EDGE_PX = 12.0
"""Strokes reach at most this far outside the line they follow at usual zooms."""


class BasemapPainter:
    """Paints a map in a style; knows no window, no tiles and no pins."""

    def __init__(self, data: MapData, style: MapStyle) -> None:
        self.style = style
        self.shapes = Shapes(data)

    def paint(self, painter: QPainter, camera: Camera, cut: bool = False) -> None:
        """Paint what the camera sees on its viewport (0, 0, width, height) of `painter`.

        With `cut` geometry ends a little outside the viewport, for painters that cannot clip.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(0, 0, camera.width, camera.height)
        painter.fillRect(frame, QColor(self.style.land))
        for layer in _UNDER:
            self._layer(painter, layer, camera, cut)
        self._streets(painter, camera, cut)
        for layer in _OVER:
            self._layer(painter, layer, camera, cut)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _layer(self, painter: QPainter, layer: str, camera: Camera, cut: bool) -> None:
        for group in self.shapes.groups:
            look = self.style.of(group.layer, group.grade)
            if group.layer == layer and look is not None:
                path = self._path(group, camera, cut)
                if not path.isEmpty():
                    _draw(painter, path, look)

    def _streets(self, painter: QPainter, camera: Camera, cut: bool) -> None:
        """Per level all casings, then all fills, the widest road last."""
        streets = [group for group in self.shapes.groups if group.layer == "street"]
        for level in sorted({group.level for group in streets}):
            drawn = []
            for group in streets:
                look = self.style.of(group.layer, group.grade)
                if group.level == level and look is not None:
                    path = self._path(group, camera, cut)
                    if not path.isEmpty():
                        drawn.append((look, path))
            drawn.sort(key=lambda part: part[0].width)
            widths = [street_px(look.width, camera.metres_per_px) for look, _ in drawn]
            for (look, path), width in zip(drawn, widths, strict=True):
                painter.strokePath(path, _pen(look.casing, width + 2 * CASING_PX))
            for (look, path), width in zip(drawn, widths, strict=True):
                painter.strokePath(path, _pen(look.fill, width))

    def _path(self, group: Group, camera: Camera, cut: bool) -> QPainterPath:
        """The group's path in px of the viewport, from a view grown by the reach of strokes."""
        reach = EDGE_PX
        look = self.style.of(group.layer, group.grade)
        if look is not None and look.casing:
            reach += street_px(look.width, camera.metres_per_px) / 2
        path = self.shapes.path(group, camera.grown(reach), cut)
        path.translate(-reach, -reach)
        return path


def _draw(painter: QPainter, path: QPainterPath, look: LayerStyle) -> None:
    """An area with its edge showing outside it, or a plain line."""
    if look.fill:
        # The edge goes under the fill: where two parts of one water meet no line is seen.
        if look.edge:
            painter.strokePath(path, _pen(look.edge, 2 * look.edge_px))
        painter.fillPath(path, QBrush(QColor(look.fill)))
    if look.line:
        painter.strokePath(path, _pen(look.line, look.width, look.dash))


def _pen(colour: str, width: float, dash: tuple[float, ...] = ()) -> QPen:
    round_cap = Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap
    pen = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, round_cap, Qt.PenJoinStyle.RoundJoin)
    if dash:
        pen.setDashPattern([part / width for part in dash])
    return pen
