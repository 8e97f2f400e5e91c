"""The thumbtack: what stays where people put it. Drawn as a line, so that it is sharp anywhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_UNITS = 24.0
_LINE = 1.8
_HEAD = ((8.0, 3.0), (16.0, 3.0))
_BODY = ((9.5, 3.0), (9.5, 10.0), (6.5, 14.5), (17.5, 14.5), (14.5, 10.0), (14.5, 3.0))
_NEEDLE = ((12.0, 14.5), (12.0, 21.0))


def draw_tack(painter: QPainter, box: QRectF, colour: str) -> None:
    """Draw a thumbtack in `box` (px)."""
    path = QPainterPath()
    scale = box.width() / _UNITS
    for line in (_HEAD, _BODY, _NEEDLE):
        points = [QPointF(box.left() + x * scale, box.top() + y * scale) for x, y in line]
        path.moveTo(points[0])
        for point in points[1:]:
            path.lineTo(point)
    pen = QPen(QColor(colour), _LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
