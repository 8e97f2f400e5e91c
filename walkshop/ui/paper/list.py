"""The list of sheets: number, notes, and a tick for each that is typed over."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from walkshop.domain.queries.paper import notes_by_sheet
from walkshop.i18n import msg, msgn
from walkshop.ui.desk import Desk
from walkshop.ui.paper.pile import Pile
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.type import px

_ROW = 36
"""px of a line at a text size of 100 %: a finger finds its tick."""


class SheetList(QListWidget):
    """A line for each sheet.

    Signals:
        chosen: the place of a sheet in the pile.
        ticked: the place of a sheet, and whether it is done.
    """

    chosen = Signal(int)
    ticked = Signal(int, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setAccessibleName(desk.say(msg("Sheets")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_row)
        self.itemChanged.connect(self._on_item)

    def show_pile(self, pile: Pile) -> None:
        """Show these sheets as they are now."""
        with QSignalBlocker(self):
            while self.count() > len(pile.sheets):
                self.takeItem(self.count() - 1)
            while self.count() < len(pile.sheets):
                self.addItem(QListWidgetItem())
            counts, say = notes_by_sheet(self._desk.store.walk), self._desk.say
            for at, sheet in enumerate(pile.sheets):
                item, n = self.item(at), counts.get(sheet.nr, 0)
                notes = msgn("{n} note", "{n} notes", n)
                item.setText(say(msg("Sheet {nr}: {notes}", nr=sheet.nr, notes=notes)))
                item.setToolTip(plain_tip(sheet.scan.name))
                done = Qt.CheckState.Checked if sheet.done else Qt.CheckState.Unchecked
                item.setCheckState(done)
                item.setSizeHint(QSize(0, px(_ROW)))
            self.setCurrentRow(pile.at if pile.sheets else -1)

    def _on_row(self, at: int) -> None:
        if at >= 0:
            self.chosen.emit(at)

    def _on_item(self, item: QListWidgetItem) -> None:
        self.ticked.emit(self.row(item), item.checkState() is Qt.CheckState.Checked)
