"""Pins outside the map: one large one, or a row of small ones with their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkshop.ui import tokens
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pins import draw_pin, outline_px
from walkshop.ui.widgets.type import px, ui_font

_GAP = 4
_AFTER = 12
_ROW = 28


class PinWidget(QWidget):
    """One pin of `size` logical px, without its number."""

    def __init__(self, size: int = tokens.PIN_INSPECTOR) -> None:
        super().__init__()
        self._size = px(size)
        self._look = PinLook()
        side = self._size + 2 * round(outline_px(self._size))
        self.setFixedSize(side, side)

    def show_look(self, look: PinLook) -> None:
        """Show another pin."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pin in the middle."""
        painter = QPainter(self)
        edge = (self.width() - self._size) / 2
        draw_pin(painter, QRectF(edge, edge, self._size, self._size), self._look)
        painter.end()


class PinRow(QWidget):
    """Small pins with their numbers beside each other, on as many lines as they need."""

    def __init__(self, looks: Sequence[PinLook] = ()) -> None:
        super().__init__()
        self._looks: tuple[PinLook, ...] = tuple(looks)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_looks(self, looks: Sequence[PinLook], name: str) -> None:
        """Show other pins; `name` is what a screen reader says."""
        self._looks = tuple(looks)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px of the pins in rows of `width` px."""
        return pins_height(self._looks, width)

    def sizeHint(self) -> QSize:
        """All pins in one row."""
        wide = sum(_width(look) for look in self._looks)
        return QSize(int(wide), px(_ROW) if self._looks else 0)

    def minimumSizeHint(self) -> QSize:
        """One pin."""
        return QSize(px(60), px(_ROW) if self._looks else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pins row by row."""
        painter = QPainter(self)
        draw_pins(painter, QRectF(self.rect()), self._looks)
        painter.end()


def pins_height(looks: Sequence[PinLook], width: float) -> int:
    """The height in px of small pins in rows of `width` px."""
    if not looks:
        return 0
    return px(_ROW) * (1 + max(row for _look, _x, row in _placed(looks, width)))


def draw_pins(painter: QPainter, box: QRectF, looks: Sequence[PinLook]) -> None:
    """Draw small pins with their numbers in rows from the top left of `box` (px)."""
    size = px(tokens.PIN_LIST)
    for look, x, row in _placed(looks, box.width()):
        top = box.top() + row * px(_ROW) + (px(_ROW) - size) / 2
        draw_pin(painter, QRectF(box.left() + x, top, size, size), look)
        draw_number(painter, QPointF(box.left() + x + size + px(_GAP), top), look, size)


def draw_number(painter: QPainter, at: QPointF, look: PinLook, height: float) -> None:
    """Draw the number of a pin at the right of it, in the middle of `height` px."""
    painter.setFont(ui_font(tokens.NUMBER))
    painter.setPen(QColor(tokens.INK))
    box = QRectF(at.x(), at.y(), px(80), height)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, look.number)


def _width(look: PinLook) -> float:
    number = QFontMetricsF(ui_font(tokens.NUMBER)).horizontalAdvance(look.number)
    return px(tokens.PIN_LIST) + px(_GAP) + number + px(_AFTER)


def _placed(looks: Sequence[PinLook], width: float) -> list[tuple[PinLook, float, int]]:
    placed = []
    x, row = 0.0, 0
    for look in looks:
        wide = _width(look)
        if x and x + wide - px(_AFTER) > width:
            x, row = 0.0, row + 1
        placed.append((look, x, row))
        x += wide
    return placed
