"""The list of notes at the left of the map: the same notes, the same selection, by number."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from walkshop.domain.records import NoteId
from walkshop.i18n import msg
from walkshop.store.store import Change
from walkshop.ui.desk import Desk
from walkshop.ui.notes.delegate import NoteDelegate
from walkshop.ui.notes.model import NotesModel, Order, Row, ordered, row_of
from walkshop.ui.selection import InHand

ALIKE_FROM = 400
"""From this many notes on all rows are equally high: the list then needs no measuring."""


class NotesList(QListView):
    """Rows of notes; a click selects and leaves the focus where it was."""

    clicked_row = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._order = Order.NUMBER
        self._following = False
        self.notes = NotesModel(self)
        self._delegate = NoteDelegate(self)
        self.setModel(self.notes)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(desk.say(msg("Notes")))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.notes.rowsInserted.connect(self._on_inserted)
        self.selectionModel().selectionChanged.connect(self._on_picked)
        self.selectionModel().currentChanged.connect(self._on_current)
        desk.filter.changed.connect(self.refresh)
        desk.store.changed.connect(self._on_change)
        desk.selection.changed.connect(self.follow)
        self.refresh()

    @property
    def order(self) -> Order:
        """In which order the notes stand."""
        return self._order

    def set_order(self, order: Order) -> None:
        """Let the notes stand in another order."""
        self._order = order
        self.refresh()

    def refresh(self, fresh: bool = False) -> None:
        """Show the notes in view as they are now."""
        walk = self._desk.store.walk
        notes = ordered(walk, self._desk.filter.shown, self._order)
        self._following = True
        self._delegate.alike = len(notes) >= ALIKE_FROM
        self.setUniformItemSizes(self._delegate.alike)
        self.notes.show(notes, lambda note: row_of(walk, note, self._desk.language), fresh)
        self._following = False
        self.follow(self._desk.selection.in_hand)

    def follow(self, in_hand: InHand) -> None:
        """Select what is in hand, and bring it into view."""
        chosen = QItemSelection()
        for note in in_hand.notes:
            index = self.notes.index_of(note)
            if index.isValid():
                chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self._following = True
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        current = self.notes.index_of(in_hand.current) if in_hand.current else QModelIndex()
        if current.isValid() and current != self.currentIndex():
            self.selectionModel().setCurrentIndex(current, flags.NoUpdate)
            self.scrollTo(current)
        self._following = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select; the focus goes back to the entry line."""
        super().mouseReleaseEvent(event)
        self.clicked_row.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _on_change(self, change: Change) -> None:
        before, after = change.before, change.after
        if before.stops is not after.stops or before.area is not after.area:
            self.refresh(fresh=True)

    def _on_inserted(self, _parent: QModelIndex, _first: int, last: int) -> None:
        """Whoever types sees what was taken down last."""
        self.scrollTo(self.notes.index(last))

    def _on_picked(self) -> None:
        if self._following:
            return
        picked = [self._row(index).note.id for index in self.selectionModel().selectedIndexes()]
        current = self._row(self.currentIndex()).note.id if self.currentIndex().isValid() else None
        self._desk.selection.select_notes(picked, current)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self.scrollTo(current)

    def _row(self, index: QModelIndex) -> Row:
        return self.notes.row_at(index.row())


def note_at(view: NotesList, place: int) -> NoteId:
    """The note at a place in the list, from 0."""
    return view.notes.row_at(place).note.id
