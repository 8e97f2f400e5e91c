"""Paints one note in the list: pin, number, two lines of words, and where it has no pin, why."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from walkshop.ui import tokens
from walkshop.ui.map.pins import draw_pin
from walkshop.ui.notes.model import ROW, Row
from walkshop.ui.widgets.pins import draw_number
from walkshop.ui.widgets.text import break_lines
from walkshop.ui.widgets.type import px, ui_font

PIN_X, NUMBER_X, WORDS_X = 16, 48, 84
_RIGHT = 16
_MOST_LINES = 2
_LONGEST = 240
"""More characters than two lines ever hold; the rest need not be measured."""

State = QStyle.StateFlag


class NoteDelegate(QStyledItemDelegate):
    """Rows as high as their words; `alike` makes all of them two lines high, for long lists."""

    alike = False

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One or two lines, and a third where the note has no pin."""
        lines = _MOST_LINES
        if not self.alike:
            row = cast("Row", index.data(ROW))
            lines = self._lines(row.note.text, option.rect.width()) + bool(row.third)
        return QSize(0, lines * px(tokens.BODY.line) + 2 * px(tokens.ROW_PADDING) + 1)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row."""
        row = cast("Row", index.data(ROW))
        painter.save()
        box = QRectF(option.rect)
        self._ground(painter, box, option.state)
        top = box.top() + px(tokens.ROW_PADDING)
        size = px(tokens.PIN_LIST)
        pin = QRectF(box.left() + px(PIN_X), top + px(tokens.BODY.line) / 2 - size / 2, size, size)
        draw_pin(painter, pin.translated(0, px(2)), row.look)
        number_at = QPointF(box.left() + px(NUMBER_X), top)
        draw_number(painter, number_at, row.look, px(tokens.BODY.line))
        self._words(painter, box, top, row)
        painter.restore()

    def _words(self, painter: QPainter, box: QRectF, top: float, row: Row) -> None:
        wide = box.width() - px(WORDS_X) - px(_RIGHT)
        most = self._lines(row.note.text, int(box.width()))
        if self.alike and row.third:
            most = 1
        lines = break_lines(row.note.text[:_LONGEST], tokens.BODY, wide, most)
        at = QRectF(box.left() + px(WORDS_X), top, wide, lines.height)
        lines.draw(painter, at, tokens.INK)
        if row.third:
            painter.setPen(QColor(tokens.SOFT))
            painter.setFont(ui_font(tokens.BODY))
            under = QRectF(at.left(), at.top() + lines.height, wide, px(tokens.BODY.line))
            right = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(row.third, right, int(wide))
            painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, shown)

    def _ground(self, painter: QPainter, box: QRectF, state: State) -> None:
        if state & State.State_Selected:
            painter.fillRect(box, QColor(tokens.TINT))
            bar = QRectF(box.left(), box.top(), tokens.BAR_CURRENT, box.height())
            painter.fillRect(bar, QColor(tokens.ACCENT))
        elif state & State.State_MouseOver:
            painter.fillRect(box, QColor(tokens.SUNK))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.SUNK))
        if state & State.State_HasFocus:  # only the keyboard brings the focus here
            painter.setPen(QPen(QColor(tokens.ACCENT), tokens.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -2))

    def _lines(self, text: str, row_width: int) -> int:
        shown = text[:_LONGEST]
        if "\n" in shown:
            return _MOST_LINES
        wide = row_width - px(WORDS_X) - px(_RIGHT)
        fits = QFontMetricsF(ui_font(tokens.BODY)).horizontalAdvance(shown) <= wide
        return 1 if fits else _MOST_LINES
