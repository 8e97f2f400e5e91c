"""Numbered points on a picture: set with a click or Enter, moved by drag, drawn to aim with."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from walkshop.domain.geo import Mercator
from walkshop.services.basemap.affine import PlanPx
from walkshop.ui import tokens
from walkshop.ui.prepare.plan_points import Points, Side
from walkshop.ui.widgets.type import px, ui_font

STEP_PX, FINE_STEP_PX = 10.0, 1.0
_GRIP_PX = 16.0
_ARM_PX, _RING_PX = 13.0, 6.0
_EDGE_PX = 24.0
_PLATE = (22.0, 20.0)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Glass(NamedTuple):
    """How places stand in a view.

    Args:
        to_px: where a place stands in the widget.
        to_place: the place under a point of the widget.
        pan: pull the picture by some px.
    """

    to_px: Callable[[PlanPx | Mercator], QPointF]
    to_place: Callable[[QPointF], PlanPx | Mercator]
    pan: Callable[[float, float], None]


class Marks:
    """The points of one side in one view, and the cross that keys move."""

    def __init__(self, view: QWidget, side: Side, points: Points, glass: Glass) -> None:
        self._view = view
        self._side = side
        self._points = points
        self._glass = glass
        self._held: int | None = None
        self._grip = QPointF()
        self._moved = False
        self._cross = QPointF()
        """From the middle of the view, so that it stays there when the view is sized."""

    @property
    def cross(self) -> QPointF:
        """Where the cross stands in the view."""
        return QPointF(self._view.rect().center()) + self._cross

    def put(self, at: QPointF) -> None:
        """Set the next point of this side here."""
        self._points.place(self._side, self._glass.to_place(at))

    def press(self, at: QPointF) -> bool:
        """Take hold of the point here, if there is one."""
        self._held = self.index_at(at)
        if self._held is None:
            return False
        self._grip = dict(self._on_view())[self._held] - at
        self._moved = False
        return True

    def drag(self, at: QPointF) -> bool:
        """Move what is held; False when nothing is."""
        if self._held is None:
            return False
        if not self._moved:
            self._moved = True
            self._points.hold()
        self._points.move(self._held, self._side, self._glass.to_place(at + self._grip))
        return True

    def let_go(self) -> bool:
        """The end of a drag; False when nothing was held."""
        held, self._held = self._held, None
        return held is not None

    def index_at(self, at: QPointF) -> int | None:
        """The point that is gripped here; the last of those that lie over each other."""
        near = [
            index
            for index, middle in self._on_view()
            if (middle - at).manhattanLength() <= _GRIP_PX or _plate(middle).contains(at)
        ]
        return near[-1] if near else None

    def key(self, event: QKeyEvent) -> bool:
        """Arrows move the cross (with Shift by 1 px), Enter sets the point; False for others."""
        key = Qt.Key(event.key())
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and not keys:
            self.put(self.cross)
        elif key in _ARROWS and keys in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        ):
            self._step(key, FINE_STEP_PX if keys else STEP_PX)
        else:
            return False
        return True

    def paint(self, painter: QPainter) -> None:
        """The points with their numbers, and the cross while the keyboard is here."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, middle in self._on_view():
            _draw_aim(painter, middle, tokens.ACCENT)
            _draw_number(painter, middle, str(index + 1))
        if self._view.hasFocus():
            _draw_aim(painter, self.cross, tokens.INK, ring=False)
        painter.restore()

    def _on_view(self) -> list[tuple[int, QPointF]]:
        both = ((spot.plan, spot.map) for spot in self._points.spots)
        places = [plan if self._side is Side.PLAN else at for plan, at in both]
        return [(n, self._glass.to_px(at)) for n, at in enumerate(places) if at is not None]

    def _step(self, key: Qt.Key, step: float) -> None:
        """Move the cross; at the edge the picture moves under it instead."""
        x, y = _ARROWS[key]
        wanted = self.cross + QPointF(x, y) * step
        inner = QRectF(self._view.rect()).adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        if inner.contains(wanted):
            self._cross += QPointF(x, y) * step
        else:
            self._glass.pan(-x * step, -y * step)
        self._view.update()


def _draw_aim(painter: QPainter, at: QPointF, colour: str, ring: bool = True) -> None:
    """A cross with an open middle: the place itself stays in sight."""
    shape = QPainterPath()
    inner = _RING_PX if ring else 2.0
    for x, y in _ARROWS.values():
        shape.moveTo(at + QPointF(x, y) * inner)
        shape.lineTo(at + QPointF(x, y) * _ARM_PX)
    if ring:
        shape.addEllipse(at, _RING_PX, _RING_PX)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(tokens.ON_ACCENT), 5), QPen(QColor(colour), 2)):
        painter.strokePath(shape, pen)


def _plate(at: QPointF) -> QRectF:
    """Where the number of a point stands: right above it."""
    wide, high = map(px, _PLATE)
    return QRectF(at.x() + _ARM_PX - 4, at.y() - _ARM_PX + 4 - high, wide, high)


def _draw_number(painter: QPainter, at: QPointF, words: str) -> None:
    plate, shape = _plate(at), QPainterPath()
    shape.addRoundedRect(plate, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
    painter.strokePath(shape, QPen(QColor(tokens.ON_ACCENT), 3))
    painter.fillPath(shape, QColor(tokens.ACCENT))
    font = ui_font(tokens.NUMBER)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(tokens.ON_ACCENT))
    x = plate.center().x() - metrics.horizontalAdvance(words) / 2
    painter.drawText(QPointF(x, plate.center().y() + metrics.capHeight() / 2), words)
