"""A photo on screen, and the brush over it; what is painted shows at once how it will be."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from walkshop.services.photos.blurring import LEAST_CELL_PX, Stroke
from walkshop.ui import tokens

LEAST_RADIUS, MOST_RADIUS = 10, 250
"""Of the brush, in px of the photo."""

_SHARE = 24
"""The brush begins at a twenty-fourth of the photo's longest side."""


class BrushCanvas(QWidget):
    """Shows a whole photo as large as it fits; the pointer paints on it while it may.

    Signals:
        painted: a stroke was added or taken back.
        radius_changed: px of the photo.
    """

    painted = Signal()
    radius_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.radius = 40
        self.strokes: list[Stroke] = []
        self._image = QImage()
        self._shown = QImage()
        self._mosaics: dict[int, QImage] = {}
        self._path: list[tuple[float, float]] = []
        self._pointer: QPointF | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(240, 180)

    def show_image(self, image: QImage) -> None:
        """Show this photo, without any stroke; its px are those of strokes."""
        self.strokes.clear()
        if self._image.isNull():
            self.set_radius(max(image.width(), image.height()) // _SHARE)
        self._image = image
        self._rescale()
        self.painted.emit()

    def set_radius(self, radius: int) -> None:
        """Use a brush of this radius, in px of the photo."""
        self.radius = min(MOST_RADIUS, max(LEAST_RADIUS, radius))
        self.radius_changed.emit(self.radius)
        self.update()

    def take_back(self) -> None:
        """Forget the last stroke."""
        if self.strokes:
            self.strokes.pop()
            self.painted.emit()
            self.update()

    def sizeHint(self) -> QSize:
        """Most of a small screen."""
        return QSize(880, 560)

    def to_photo(self, at: QPointF) -> tuple[float, float]:
        """A point of the widget in px of the photo."""
        box, scale = self._box(), self._scale()
        return (at.x() - box.x()) / scale, (at.y() - box.y()) / scale

    def to_widget(self, x: float, y: float) -> QPointF:
        """A point of the photo, in px of the widget."""
        box, scale = self._box(), self._scale()
        return QPointF(box.x() + x * scale, box.y() + y * scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the photo anew."""
        super().resizeEvent(event)
        self._rescale()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() is Qt.MouseButton.LeftButton and not self._image.isNull():
            self._path = [self.to_photo(event.position())]
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke, and show where the brush is."""
        self._pointer = event.position()
        if self._path:
            self._path.append(self.to_photo(event.position()))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if self._path and event.button() is Qt.MouseButton.LeftButton:
            self.strokes.append(Stroke(tuple(self._path), float(self.radius)))
            self._path = []
            self.painted.emit()
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel makes the brush larger or smaller."""
        step = 1 if event.angleDelta().y() > 0 else -1
        self.set_radius(self.radius + step * max(2, self.radius // 8))

    def leaveEvent(self, event: object) -> None:
        """The brush is elsewhere."""
        self._pointer = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the photo, the strokes over it, and the brush."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.SUNK))
        box = self._box()
        painter.drawImage(box, self._shown)
        painter.setClipRect(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.topLeft())
        for stroke in (*self.strokes, *self._under_way()):
            self._paint_stroke(painter, stroke)
        painter.resetTransform()
        if self._pointer is not None and not self._image.isNull():
            r = self.radius * self._scale()
            for colour, wide in ((tokens.INK, 3.0), (tokens.CARD, 1.5)):
                painter.setPen(QPen(QColor(colour), wide))
                painter.drawEllipse(self._pointer, r, r)
        painter.end()

    def _under_way(self) -> list[Stroke]:
        return [Stroke(tuple(self._path), float(self.radius))] if self._path else []

    def _paint_stroke(self, painter: QPainter, stroke: Stroke) -> None:
        scale = self._scale()
        points = [QPointF(x * scale, y * scale) for x, y in stroke.path]
        mosaic = QBrush(self._mosaic(stroke.radius))
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        wide = 2 * stroke.radius * scale
        painter.setPen(
            QPen(mosaic, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                 Qt.PenJoinStyle.RoundJoin)
        )  # fmt: skip
        if len(set(stroke.path)) > 1:
            painter.drawPath(path)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mosaic)
        painter.drawEllipse(points[0], wide / 2, wide / 2)

    def _mosaic(self, radius: float) -> QImage:
        """The shown photo in squares as wide as the brush, much as saving makes it."""
        cell = max(LEAST_CELL_PX, math.ceil(2 * radius))
        if cell not in self._mosaics:
            few = QSize(
                max(1, round(self._image.width() / cell)),
                max(1, round(self._image.height() / cell)),
            )
            smooth = Qt.TransformationMode.SmoothTransformation
            whole = Qt.AspectRatioMode.IgnoreAspectRatio
            coarse = self._shown.scaled(few, whole, smooth)
            self._mosaics[cell] = coarse.scaled(self._shown.size(), whole, smooth)
        return self._mosaics[cell]

    def _rescale(self) -> None:
        self._mosaics.clear()
        if not self._image.isNull():
            self._shown = self._image.scaled(
                self._box().size().toSize(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self.update()

    def _scale(self) -> float:
        if self._image.isNull():
            return 1.0
        wide, high = self.width() / self._image.width(), self.height() / self._image.height()
        return max(0.01, min(1.0, wide, high))

    def _box(self) -> QRectF:
        scale = self._scale()
        wide, high = self._image.width() * scale, self._image.height() * scale
        return QRectF(
            round((self.width() - wide) / 2), round((self.height() - high) / 2), wide, high
        )
