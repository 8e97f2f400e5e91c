"""The agenda as a table: no grid, rows as high as their words, one row in hand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from walkshop.domain.records import ActionId, Walk
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.agenda.rows import ROW, AgendaModel, AgendaRow, Cell, Index
from walkshop.ui.tokens import Type
from walkshop.ui.widgets.pins import draw_pins, pins_height
from walkshop.ui.widgets.text import break_lines
from walkshop.ui.widgets.type import px

_PAD = 8
_GROUP_HEIGHT = 36
_WIDTHS = {Cell.NR: 44, Cell.NOTES: 128, Cell.LEADER: 168, Cell.DATE: 120, Cell.ANSWER: 122,
           Cell.STATUS: 110}  # fmt: skip
_SHARES = {Cell.LEADER: 0.2, Cell.ANSWER: 0.25, Cell.NOTES: 0.15}
_LEAST_ROOM = {Cell.NOTES: 860, Cell.ANSWER: 680, Cell.DATE: 570, Cell.STATUS: 440}
"""px under which a column gives way; the form has all of it."""
_ENOUGH = 300


class AgendaDelegate(QStyledItemDelegate):
    """Paints a cell: words in lines, or the pins that an action comes from."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as what is in it at the width of its column."""
        view = self.parent()
        assert isinstance(view, QTableView)  # noqa: S101 - made by the view itself
        width = view.columnWidth(index.column()) - 2 * px(_PAD)
        row: AgendaRow = index.data(ROW)
        if row.action is None:
            return QSize(width, px(_GROUP_HEIGHT))
        if index.column() == Cell.NOTES:
            high = pins_height(row.pins, width)
        else:
            high = break_lines(row.words[index.column()], _role(index), width).height
        return QSize(width, high + 2 * px(tokens.ROW_PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        row: AgendaRow = index.data(ROW)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if row.action is None:
            painter.fillRect(box, QColor(tokens.SUNK))
            lines = break_lines(row.words[0], tokens.NAME, box.width())
            lines.draw(painter, box.adjusted(px(tokens.GAP_16), px(_PAD), 0, 0), tokens.INK)
            painter.restore()
            return
        painter.fillRect(box, QColor(tokens.TINT if chosen else tokens.CARD))
        bottom = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(bottom, QColor(tokens.SUNK))
        if chosen and index.column() == 0:
            bar = QRectF(box.left(), box.top(), px(tokens.BAR_CURRENT), box.height())
            painter.fillRect(bar, QColor(tokens.ACCENT))
        pad = px(tokens.ROW_PADDING)
        side = px(tokens.GAP_16) if index.column() == 0 else px(_PAD)
        inner = box.adjusted(side, pad, -px(_PAD), -pad)
        if index.column() == Cell.NOTES:
            draw_pins(painter, inner, row.pins)
        else:
            words = break_lines(row.words[index.column()], _role(index), inner.width())
            words.draw(painter, inner, tokens.INK)
        painter.restore()


class AgendaTable(QTableView):
    """Shows the actions; `chosen` says which one a person takes in hand."""

    chosen = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.rows = AgendaModel(language)
        self._showing = False
        self.setModel(self.rows)
        self.setItemDelegate(AgendaDelegate(self))
        self.setAccessibleName(language.say(msg("Action agenda")))
        self.setShowGrid(False)
        self.setStyleSheet("QTableView { background: transparent; }")
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    def show_walk(self, walk: Walk, in_hand: ActionId | None) -> None:
        """Show the actions of this walk, and the one in hand."""
        self._showing = True
        if self.rows.show_walk(walk):
            self.clearSpans()
            for place, row in enumerate(self.rows.rows):
                if row.action is None:
                    self.setSpan(place, 0, 1, len(Cell))
            self._fit()
        self._showing = False
        self.show_in_hand(in_hand)

    def show_in_hand(self, action: ActionId | None) -> None:
        """Select the row of an action; nobody is told."""
        place = self.rows.row_of(action)
        self._showing = True
        if place < 0:
            self.clearSelection()
        elif place != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.selectRow(place)
        self._showing = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is left to the words of the action."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The words of the action get most; where there is little room columns give way."""
        room = self.viewport().width()
        for cell, least in _LEAST_ROOM.items():
            self.setColumnHidden(cell, room < px(least))
        widths = {cell: px(w) for cell, w in _WIDTHS.items() if not self.isColumnHidden(cell)}
        spare = max(room - sum(widths.values()) - px(_ENOUGH), 0)
        widths = {cell: w + round(spare * _SHARES.get(cell, 0)) for cell, w in widths.items()}
        for cell, width in widths.items():
            self.setColumnWidth(cell, width)
        self.setColumnWidth(Cell.WHAT, max(room - sum(widths.values()), px(140)))
        self.resizeRowsToContents()

    def _on_selected(self) -> None:
        rows = self.selectionModel().selectedRows()
        action = self.rows.rows[rows[0].row()].action if rows else None
        if action and not self._showing:
            self.chosen.emit(action)


def _role(index: Index) -> Type:
    if index.column() == Cell.NR:
        return tokens.NUMBER
    return tokens.NAME if index.column() == Cell.WHAT else tokens.BODY
