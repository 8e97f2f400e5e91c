"""The agenda as a table: no grid, rows as high as their words, moved by hand or by keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from walkshop.domain.records import ActionId, Walk
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.agenda.cells import AgendaDelegate
from walkshop.ui.agenda.columns import Columns, columns_for
from walkshop.ui.agenda.order import Spot, spot_after, spot_at
from walkshop.ui.agenda.rows import AgendaModel, Cell
from walkshop.ui.widgets.type import px

_EDGE = 24
"""px at the top and bottom over which a drag scrolls."""


class AgendaTable(QTableView):
    """Shows the actions; `chosen` says which one a person takes in hand.

    Signals:
        moved: an action, and the Spot to which a person drags or pushes it.
    """

    chosen = Signal(str)
    moved = Signal(str, object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.rows = AgendaModel(language)
        self.columns = Columns()
        self._showing = False
        self._pressed: QPoint | None = None
        self._drop: Spot | None = None
        self.setModel(self.rows)
        self.setItemDelegate(AgendaDelegate(lambda: self.columns, self))
        self.setAccessibleName(language.say(msg("Action agenda")))
        self.setAccessibleDescription(language.say(msg("Alt and an arrow key move an action.")))
        self.setShowGrid(False)
        self.setStyleSheet("QTableView { background: transparent; }")
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    def show_walk(
        self, walk: Walk, shown: frozenset[ActionId], in_hand: ActionId | None = None
    ) -> None:
        """Show these actions of a walk, and the one in hand."""
        self._showing = True
        if self.rows.show_walk(walk, shown):
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
        self._bring_in_sight()
        self._showing = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is left to the words of the action."""
        super().resizeEvent(event)
        self._fit()
        self._bring_in_sight()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow push the action in hand one place, into the other part too."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in ways:
            self._push(ways[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press takes an action in hand, and may become a drag."""
        super().mousePressEvent(event)
        on = self.indexAt(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        grabbed = left and on.isValid() and self.rows.rows[on.row()].action
        self._pressed = event.position().toPoint() if grabbed else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag shows where the action will land; the rows stay where they are until then."""
        at = event.position().toPoint()
        if self._pressed is None:
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far or self._drop is not None:
            self._scroll_along(at)
            self._drop = spot_at(self.rows.rows, self._row_tops(), at.y())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what was dragged."""
        super().mouseReleaseEvent(event)
        drop, self._drop, self._pressed = self._drop, None, None
        self.viewport().update()
        row = self.currentIndex().row()
        action = self.rows.rows[row].action if 0 <= row < len(self.rows.rows) else None
        if drop is not None and action is not None and drop.before != action:
            self.moved.emit(action, drop)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and a line where a dragged one will land."""
        super().paintEvent(event)
        if self._drop is None:
            return
        painter = QPainter(self.viewport())
        line = QRect(0, self._drop.y - 1, self.viewport().width(), tokens.FOCUS_RING)
        painter.fillRect(line, QColor(tokens.ACCENT))
        painter.end()

    def _push(self, way: int) -> None:
        row = self.currentIndex().row()
        spot = spot_after(self.rows.rows, row, way)
        action = self.rows.rows[row].action if spot is not None else None
        if spot is not None and action is not None:
            self.moved.emit(action, spot)

    def _row_tops(self) -> list[int]:
        """The top of each row in px of the viewport, and the bottom of the last one."""
        tops = [self.rowViewportPosition(row) for row in range(len(self.rows.rows))]
        last = len(tops) - 1
        return [*tops, tops[last] + self.rowHeight(last)] if tops else []

    def _scroll_along(self, at: QPoint) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if at.y() < px(_EDGE):
            bar.setValue(bar.value() - px(_EDGE))
        elif at.y() > high - px(_EDGE):
            bar.setValue(bar.value() + px(_EDGE))

    def _fit(self) -> None:
        """The words of the action get most; where there is little room columns give way."""
        self.columns = columns_for(self.viewport().width(), self.rows.rows, self.rows.heads)
        for cell in Cell:
            width = self.columns.widths.get(cell)
            self.setColumnHidden(cell, width is None)
            if width is not None:
                self.setColumnWidth(cell, width)
        self.resizeRowsToContents()

    def _bring_in_sight(self) -> None:
        """Scroll to the row in hand; of one that is higher than its place the top is seen."""
        if not self.selectionModel().hasSelection():
            return
        tall = self.rowHeight(self.currentIndex().row()) > self.viewport().height()
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(self.currentIndex(), hint.PositionAtTop if tall else hint.EnsureVisible)

    def _on_selected(self) -> None:
        rows = self.selectionModel().selectedRows()
        action = self.rows.rows[rows[0].row()].action if rows else None
        if action and not self._showing:
            self.chosen.emit(action)
