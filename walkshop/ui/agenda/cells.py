"""Paints the cells of the agenda: words in lines, or the pins that an action comes from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from walkshop.ui import tokens
from walkshop.ui.agenda.columns import PAD, Columns
from walkshop.ui.agenda.rows import ROW, AgendaRow, Cell, Index
from walkshop.ui.tokens import Type
from walkshop.ui.widgets.pins import draw_pins, pins_height
from walkshop.ui.widgets.text import Lines, break_lines
from walkshop.ui.widgets.type import px

_GROUP_HEIGHT = 36
_AFTER_PIN = 12


class AgendaDelegate(QStyledItemDelegate):
    """Paints a cell; columns that gave way stand as soft lines under another.

    Args:
        columns: gives the columns as they are now.
    """

    def __init__(self, columns: Callable[[], Columns], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as what is in it at the width of its column."""
        cell = Cell(index.column())
        row: AgendaRow = index.data(ROW)
        width = self._columns().widths.get(cell, 0) - 2 * px(PAD)
        if row.action is None:
            return QSize(width, px(_GROUP_HEIGHT))
        if width <= 0:
            return QSize(0, 0)
        if cell is Cell.NOTES:
            high = pins_height(row.pins, width + px(_AFTER_PIN))
        else:
            high = sum(lines.height for lines, _colour in self._lines(row, cell, width))
        return QSize(width, high + 2 * px(tokens.ROW_PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        row: AgendaRow = index.data(ROW)
        box = QRectF(option.rect)
        painter.save()
        if row.action is None:
            painter.fillRect(box, QColor(tokens.SUNK))
            lines = break_lines(row.words[0], tokens.NAME, box.width())
            lines.draw(painter, box.adjusted(px(tokens.GAP_16), px(PAD), 0, 0), tokens.INK)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._draw_ground(painter, box, chosen, index.column() == 0)
            self._draw_cell(painter, box, row, Cell(index.column()))
        painter.restore()

    def _draw_ground(self, painter: QPainter, box: QRectF, chosen: bool, first: bool) -> None:
        painter.fillRect(box, QColor(tokens.TINT if chosen else tokens.CARD))
        bottom = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(bottom, QColor(tokens.SUNK))
        if chosen and first:
            bar = QRectF(box.left(), box.top(), px(tokens.BAR_CURRENT), box.height())
            painter.fillRect(bar, QColor(tokens.ACCENT))

    def _draw_cell(self, painter: QPainter, box: QRectF, row: AgendaRow, cell: Cell) -> None:
        pad = px(tokens.ROW_PADDING)
        side = px(tokens.GAP_16) if cell is Cell.NR else px(PAD)
        if cell is Cell.NOTES:
            # The last pin of a line needs no room after it.
            room = box.adjusted(side, pad - px(tokens.GAP_4), px(_AFTER_PIN) - px(PAD), -pad)
            draw_pins(painter, room, row.pins)
            return
        inner = box.adjusted(side, pad, -px(PAD), -pad)
        for lines, colour in self._lines(row, cell, box.width() - 2 * px(PAD)):
            lines.draw(painter, inner, colour)
            inner.setTop(inner.top() + lines.height)

    def _lines(self, row: AgendaRow, cell: Cell, width: float) -> list[tuple[Lines, str]]:
        found = [(break_lines(row.words[cell], _role(cell), width), tokens.INK)]
        below = (row.words[own] for own in self._columns().below(cell))
        soft = [words for words in below if words != "–"]
        return found + [(break_lines(words, tokens.BODY, width), tokens.SOFT) for words in soft]


def _role(cell: Cell) -> Type:
    if cell is Cell.NR:
        return tokens.NUMBER
    return tokens.NAME if cell is Cell.WHAT else tokens.BODY
