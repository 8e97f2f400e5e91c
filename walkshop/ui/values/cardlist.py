"""The cards of one column of the board: carried by hand or keys, and locked by their thumbtack."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from walkshop.ui import tokens
from walkshop.ui.widgets.cards import CardList, Look, tack_box
from walkshop.ui.widgets.type import px


class BoardList(CardList):
    """Cards that can be carried away, with the line where others would land.

    Signals:
        carried: the pointer takes the card in this row along, at this point (px of the viewport).
        shifted: the keys take what is chosen to the column at the left (-1) or right (1).
        tacked: somebody pressed the thumbtack of the card in this row.
    """

    carried = Signal(int, QPoint)
    shifted = Signal(int)
    tacked = Signal(int)

    def __init__(self, look: Look, width: int = 0) -> None:
        super().__init__(look, width)
        self._landing: int | None = None
        self._pressed = QPoint()
        self.painter.tacks = look is Look.CARD
        self.setDragEnabled(True)

    def show_landing(self, row: int | None) -> None:
        """Show the line above the card in `row`, or under the last one; None takes it away."""
        if row != self._landing:
            self._landing = row
            self.viewport().update()

    def row_for(self, nr: int) -> int:
        """The row that a note with this number would get."""
        return sum((card.look.nr or 0) < nr for card in self.cards.cards)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """The pointer takes the card along on which it went down."""
        index = self.indexAt(self._pressed)
        if index.isValid():
            self.carried.emit(index.row(), self._pressed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The thumbtack takes a press for itself."""
        self._pressed = event.position().toPoint()
        row = self._tack_at(self._pressed)
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.tacked.emit(row)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press on the thumbtack is one on the thumbtack too."""
        if self._tack_at(event.position().toPoint()) >= 0:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl and an arrow takes what is chosen to the next column."""
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = sideways.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.painter.rings = True
            self.shifted.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards, and the line where others would land."""
        super().paintEvent(event)
        if self._landing is None:
            return
        painter = QPainter(self.viewport())
        line = QRectF(0, self._landing_y(self._landing), self.viewport().width(), 2)
        painter.fillRect(line, QColor(tokens.ACCENT))
        painter.end()

    def _landing_y(self, row: int) -> float:
        """How far down the line is: between two cards, and never out of sight."""
        last = self.cards.rowCount() - 1
        gap = px(tokens.GAP_8)
        if row <= last:
            y = self.visualRect(self.cards.index(row)).top() - gap / 2 - 1
        else:
            y = self.visualRect(self.cards.index(last)).bottom() - gap / 2
        return min(max(y, 0.0), self.viewport().height() - 2.0)

    def _tack_at(self, at: QPoint) -> int:
        """The row whose thumbtack is under a point; -1 for none."""
        index: QModelIndex = self.indexAt(at)
        if not self.painter.tacks or not index.isValid():
            return -1
        grown = QApplication.startDragDistance() / 2
        box = tack_box(self.painter.box(QRectF(self.visualRect(index))))
        return index.row() if box.adjusted(-grown, -grown, grown, grown).contains(at) else -1
