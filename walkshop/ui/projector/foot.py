"""Lays pins with their numbers out at the foot of a page: as large as they fit, none left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from walkshop.ui import tokens
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pins import draw_pin
from walkshop.ui.projector.fit import Room, room_font

ROWS_AT_MOST = 3
_APART = 0.7
_BESIDE = 0.3
"""Between pin and number, in widths of a pin."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A pin in the foot: the corner of its row, px from the foot's own corner."""

    look: PinLook
    at: QPointF


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of a page.

    Args:
        pin: size of a pin in px.
        number: size of its number in px.
        high: height of all rows in px, with one for the words when pins were left out.
        more: how many were left out.
    """

    pin: float
    number: int
    spots: tuple[Spot, ...]
    high: float
    more: int = 0

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it with its top left corner at `at`."""
        for spot in self.spots:
            corner = at + spot.at
            draw_pin(painter, QRectF(corner.x(), corner.y(), self.pin, self.pin), spot.look)
            painter.setFont(room_font(self.number, tokens.NUMBER.weight))
            painter.setPen(QColor(tokens.INK))
            left = corner.x() + self.pin * (1 + _BESIDE)
            box = QRectF(left, corner.y(), self.pin * 4, self.pin)
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, side | Qt.TextFlag.TextDontClip, spot.look.number)

    def right_of(self) -> float:
        """Where words go on after the last pin, px from the foot's own corner."""
        if not self.spots or self.more:
            return 0.0
        last = self.spots[-1]
        return last.at.x() + _wide(last.look, self.pin, self.number)


def foot_of(looks: Sequence[PinLook], room: Room) -> Foot:
    """The pins in rows: 64 px, 48 px when they are many; beyond three rows the rest is counted."""
    for design, rows in ((tokens.PIN_ROOM, 1), (tokens.PIN_INSPECTOR, ROWS_AT_MOST)):
        foot = _rows(looks, room, design, rows)
        if not foot.more:
            return foot
    # The last row is left to the words that say how many more there are.
    return _rows(looks, room, tokens.PIN_INSPECTOR, ROWS_AT_MOST - 1)


def _rows(looks: Sequence[PinLook], room: Room, design: float, most: int) -> Foot:
    pin = design * room.unit * max(1.0, room.size)
    number = round(max(pin * 0.72, tokens.ROOM_TEXT.px * room.unit))
    step = pin * 1.25
    spots: list[Spot] = []
    x = y = 0.0
    row = 1
    for look in looks:
        wide = _wide(look, pin, number)
        if x and x + wide > room.width:
            x, y, row = 0.0, y + step, row + 1
            if row > most:
                y -= step
                break
        spots.append(Spot(look, QPointF(x, y)))
        x += wide + pin * _APART
    left = len(looks) - len(spots)
    return Foot(
        pin, number, tuple(spots), y + pin + (step if left else 0.0) if spots else 0.0, left
    )


def _wide(look: PinLook, pin: float, number: int) -> float:
    font = room_font(number, tokens.NUMBER.weight)
    return pin * (1 + _BESIDE) + QFontMetricsF(font).horizontalAdvance(look.number)
