"""Paints the four questions in four quarters, each with what people put under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from walkshop.ui import tokens
from walkshop.ui.projector.fit import Block, Room, Sheet, lay_out
from walkshop.ui.projector.page import Quarter
from walkshop.ui.projector.painter import BOTTOM, MARGIN, TOP

_BETWEEN, _BESIDE, _NUMBER = 64.0, 24.0, 56.0
"""px at a screen 720 high: between two columns, beside a number, and for the number itself."""


def paint_four(
    painter: QPainter, quarters: Sequence[Quarter], size: QSizeF, unit: float, chosen: float
) -> None:
    """Paint the four of them on `size` px, in reading order, with a line between the rows."""
    for (number, words), box in zip(
        lay_four(quarters, size, unit, chosen), boxes_of(size, unit), strict=True
    ):
        for sheet, left in ((number, 0.0), (words, (_NUMBER + _BESIDE) * unit)):
            for piece in sheet:
                at = QPointF(box.left() + left, box.top() + piece.top)
                room = QSizeF(box.width() - left, piece.lines.height)
                piece.lines.draw(painter, QRectF(at, room), piece.colour)
    painter.setPen(QPen(QColor(tokens.LINE), max(1.0, 2 * unit)))
    middle, side = size.height() / 2, MARGIN * unit
    painter.drawLine(QPointF(side, middle), QPointF(size.width() - side, middle))


def boxes_of(size: QSizeF, unit: float) -> list[QRectF]:
    """The four quarters of a screen, without its margins."""
    wide = (size.width() - (2 * MARGIN + _BETWEEN) * unit) / 2
    high = (size.height() - (TOP + BOTTOM) * unit) / 2
    left, right = MARGIN * unit, MARGIN * unit + wide + _BETWEEN * unit
    above, below = TOP * unit, TOP * unit + high + _BETWEEN / 2 * unit
    room = QSizeF(wide, high - _BETWEEN / 2 * unit)
    return [QRectF(QPointF(x, y), room) for y in (above, below) for x in (left, right)]


def lay_four(
    quarters: Sequence[Quarter], size: QSizeF, unit: float, chosen: float
) -> list[tuple[Sheet, Sheet]]:
    """Number and words of each, all in one size; what stands below gives way first."""
    laid: list[tuple[Sheet, Sheet]] = []
    for asked, below in ((_ASKED, True), (_SMALLER, True), (_SMALLER, False)):
        laid, sizes, whole = [], set(), True
        for quarter, box in zip(quarters, boxes_of(size, unit), strict=True):
            wide = box.width() - (_NUMBER + _BESIDE) * unit
            blocks = [Block(quarter.question, asked, tokens.INK)]
            if below:
                blocks.append(Block(quarter.below, tokens.ROOM_TEXT, tokens.SOFT))
            sheets = lay_out(blocks, Room(wide, box.height(), unit, chosen))
            room = Room(_NUMBER * unit * max(1.0, chosen), box.height(), unit, chosen)
            number = lay_out([Block(str(quarter.nr), asked.bold(), tokens.ACCENT)], room)
            laid.append((number[0], sheets[0]))
            sizes.add(sheets[0][0].lines.font.pixelSize())
            whole = whole and len(sheets) == 1
        if whole and len(sizes) == 1:
            break
    return laid


_ASKED, _SMALLER = tokens.ROOM_STATEMENT.bold(600), tokens.ROOM_TEXT.bold(600)
