"""Tools that are one pull of the hand: a box to zoom to, and a lasso around pins."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QApplication

from walkshop.ui.map.camera import Camera
from walkshop.ui.map.tools.tool import stroke


class _Pull:
    """The way of the pointer while the button is down."""

    def __init__(self) -> None:
        self.way: list[QPointF] = []

    @property
    def begun(self) -> bool:
        """Whether the button is down."""
        return bool(self.way)

    def press(self, at: QPointF, _camera: Camera) -> None:
        """Begin here."""
        self.way = [at]

    def move(self, at: QPointF, _camera: Camera) -> None:
        """Go on to here, once begun."""
        if self.way and (at - self.way[-1]).manhattanLength() >= 2:
            self.way.append(at)

    def lift(self) -> None:
        """Nothing is pulled after all."""
        self.way = []

    def finish(self) -> None:
        """Only letting go of the button ends it."""

    def step_back(self) -> None:
        """It has no corners."""

    def _take(self, at: QPointF) -> list[QPointF]:
        way, self.way = [*self.way, at], []
        return way


class BoxTool(_Pull):
    """A box pulled over the map.

    Args:
        done: told the box (px), with the keys held; a box without size is a click.
    """

    def __init__(self, done: Callable[[QRectF, Qt.KeyboardModifier], None]) -> None:
        super().__init__()
        self._done = done

    def release(self, at: QPointF, keys: Qt.KeyboardModifier, _camera: Camera) -> None:
        """Zoom to the box between the first and the last point."""
        if self.way:
            way = self._take(at)
            self._done(QRectF(way[0], way[-1]).normalized(), keys)

    def paint(self, painter: QPainter, _camera: Camera) -> None:
        """The box."""
        if self.way:
            path = QPainterPath()
            path.addRect(QRectF(self.way[0], self.way[-1]).normalized())
            stroke(painter, path, filled=True)


class LassoTool(_Pull):
    """A free line around pins.

    Args:
        done: told the ring (px) and the keys held.
    """

    def __init__(self, done: Callable[[QPolygonF, Qt.KeyboardModifier], None]) -> None:
        super().__init__()
        self._done = done

    def release(self, at: QPointF, keys: Qt.KeyboardModifier, _camera: Camera) -> None:
        """Close the ring."""
        if self.way:
            self._done(QPolygonF(self._take(at)), keys)

    def paint(self, painter: QPainter, _camera: Camera) -> None:
        """The ring so far."""
        if self.way:
            path = QPainterPath()
            path.addPolygon(QPolygonF(self.way))
            stroke(painter, path, filled=True)


def is_click(box: QRectF) -> bool:
    """Whether a box is no more than the tremble of a click."""
    return box.width() + box.height() < QApplication.startDragDistance()
