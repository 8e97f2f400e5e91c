"""The words around the map for the room: where we are, what was said, whose map it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from walkshop.ui import tokens
from walkshop.ui.projector.fit import Room, lay_out, room_font
from walkshop.ui.projector.painter import MARGIN, head_block
from walkshop.ui.widgets.text import Lines, lines_in

LINES_AT_MOST = 2
"""Lines of a note under the map; Page Down shows all of it."""

SIDE = 0.78
"""Of the margin of a page: head and foot begin a little further left than words alone."""

_HEAD_PADDING, _FOOT_PADDING, _BESIDE = 22, 14, 26
_PLATE = QSizeF(92, 72)


def paint_head(painter: QPainter, words: str, stop: int | None, whole: Room) -> float:
    """Paint the head of a map on a screen with this room; its height in px.

    Args:
        stop: the number on the plate before the words; None for none.
    """
    unit = whole.unit
    left = MARGIN * SIDE * unit
    plate = QSizeF(_PLATE * unit) if stop is not None else QSizeF(0, 0)
    beside = plate.width() + _BESIDE * unit if stop is not None else 0.0
    wide = whole.width - 2 * left - beside
    room = Room(wide, whole.height * 0.3, unit, min(whole.size, 1.0))
    pieces = lay_out([head_block(words)], room)[0] if words.strip() else ()
    lettered = pieces[-1].foot if pieces else 0.0
    high = max(lettered, plate.height()) + 2 * _HEAD_PADDING * unit
    if stop is not None:
        draw_plate(painter, QRectF(QPointF(left, (high - plate.height()) / 2), plate), str(stop))
    top = (high - lettered) / 2
    for piece in pieces:
        box = QRectF(left + beside, top + piece.top, wide, piece.lines.height)
        piece.lines.draw(painter, box, piece.colour)
    return high


def paint_line(painter: QPainter, words: str, whole: Room) -> float:
    """Paint what was said at the foot of the screen; its height in px, 0 without words."""
    if not words:
        return 0.0
    gap, side = _FOOT_PADDING * whole.unit, MARGIN * SIDE * whole.unit
    lines = said_lines(words, whole)
    high = lines.height + 2 * gap
    top = whole.height - high
    painter.fillRect(QRectF(0, top, whole.width, high), QColor(tokens.CARD))
    box = QRectF(side, top + gap, whole.width - 2 * side, lines.height)
    lines.draw(painter, box, tokens.INK)
    return high


def said_lines(words: str, whole: Room) -> Lines:
    """What was said, in two lines of 28 pt or more."""
    font, high = whole.font(tokens.ROOM_TEXT)
    return lines_in(words, font, high, whole.width - 2 * MARGIN * SIDE * whole.unit, LINES_AT_MOST)


def paint_source(painter: QPainter, words: str, size: QSizeF) -> None:
    """Whose map it is, at its foot: the one thing that may be small."""
    if not words:
        return
    font = room_font(tokens.BODY.px)
    lines = lines_in(words, font, tokens.BODY.line, size.width() - 16)
    wide, high = lines.widest + 16, lines.height + 6
    plate = QRectF(size.width() - wide, size.height() - high, wide, high)
    painter.fillRect(plate, QColor(tokens.CARD))
    lines.draw(painter, plate.adjusted(8, 3, 0, -3), tokens.SOFT)


def draw_plate(painter: QPainter, box: QRectF, words: str) -> None:
    """The number of a stop, white on the accent; wider for a longer number."""
    shape = QPainterPath()
    shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, QColor(tokens.ACCENT))
    painter.setFont(room_font(round(box.height() * 0.62), tokens.NUMBER.weight))
    painter.setPen(QColor(tokens.ON_ACCENT))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)
