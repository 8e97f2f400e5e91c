"""The rows of a proposal on screen: two lines each, ticked by click or by the space bar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.intake.rows import Cell, RowsModel
from walkshop.ui.widgets.type import px

_SHARES = {Cell.KIND: 0.13, Cell.THEME: 0.17, Cell.PLACE: 0.15, Cell.REMARK: 0.19}
"""Of the width beside the number; the words of a note have the rest."""

_NR_WIDTH = 84
_LEAST_FOR_ALL = 620
"""px below which the kind stands in the tooltip only."""


class RowsTable(QTableView):
    """Shows the rows.

    Signals:
        chosen: the note of the row that a person went to.
    """

    chosen = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.rows = RowsModel(language)
        self.setModel(self.rows)
        self.setAccessibleName(language.say(msg("Rows of the file")))
        self.setAccessibleDescription(language.say(msg("Space ticks rows on or off.")))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(2 * px(tokens.BODY.line) + px(tokens.GAP_12))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def show_note(self, note: str) -> None:
        """Go to the row that becomes this note; nobody is told."""
        place = self.rows.place_of(note)
        if place >= 0:
            self.selectionModel().blockSignals(True)
            self.selectRow(place)
            self.selectionModel().blockSignals(False)
            self.scrollTo(self.rows.index(place, 0))
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks all selected rows, as the first of them is not."""
        if event.key() == Qt.Key.Key_Space:
            places = sorted(index.row() for index in self.selectionModel().selectedRows())
            if places:
                self.rows.tick(places, self.rows.rows[places[0]].row in self.rows.without)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        wide = self.viewport().width() - px(_NR_WIDTH)
        narrow = self.viewport().width() < px(_LEAST_FOR_ALL)
        self.setColumnHidden(Cell.KIND, narrow)
        left = wide
        for cell, share in _SHARES.items():
            if not (narrow and cell is Cell.KIND):
                self.setColumnWidth(cell, round(wide * share))
                left -= round(wide * share)
        self.setColumnWidth(Cell.NR, px(_NR_WIDTH))
        self.setColumnWidth(Cell.WORDS, left)

    def _on_current(self) -> None:
        place = self.currentIndex().row()
        if 0 <= place < len(self.rows.rows):
            self.chosen.emit(self.rows.rows[place].note.id)
