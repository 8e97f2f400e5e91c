"""The list of notes at the left of the map: the same notes, the same selection, by number."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from walkshop.domain.records import Note, NoteId, Walk
from walkshop.i18n import msg
from walkshop.store.store import Change
from walkshop.ui.checking import Checks
from walkshop.ui.desk import Desk
from walkshop.ui.filtering import Wanted
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
        self._wanted = Wanted()
        self._in_rows: object = None
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
        walk, checks = self._desk.store.walk, self._desk.filter.checks
        notes = ordered(walk, self._desk.filter.shown, self._order)
        wanted = self._desk.filter.wanted
        next_in_line = self._place_in_hand() if wanted == self._wanted else None
        # What is to be checked stands in the rows of that list.
        in_rows = checks.reasons if wanted.to_check else None
        fresh = fresh or in_rows is not self._in_rows
        self._wanted, self._in_rows = wanted, in_rows
        self._following = True
        self._delegate.alike = len(notes) >= ALIKE_FROM
        self.setUniformItemSizes(self._delegate.alike)
        self.notes.show(notes, partial(self._row_of, walk, checks), fresh)
        self._following = False
        if wanted.to_check and next_in_line is not None:
            self._go_on(next_in_line)
        self.follow(self._desk.selection.in_hand)

    def _row_of(self, walk: Walk, checks: Checks, note: Note) -> Row:
        reasons = checks.of(note) if self._wanted.to_check else ()
        return row_of(walk, note, self._desk.language, reasons)

    def _place_in_hand(self) -> int | None:
        """Where the one note in hand stands in the list as it is shown now."""
        in_hand = self._desk.selection.in_hand
        if in_hand.current is None or len(in_hand.notes) != 1:
            return None
        index = self.notes.index_of(in_hand.current)
        return index.row() if index.isValid() else None

    def _go_on(self, place: int) -> None:
        """The note that was checked left the list: take the next one in hand."""
        current = self._desk.selection.in_hand.current
        count = self.notes.rowCount()
        if current is not None and count and not self.notes.index_of(current).isValid():
            self._desk.selection.select_note(self.notes.row_at(min(place, count - 1)).note.id)

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
        sets = [walk.about.theme_set for walk in (before, after)]
        ground = before.stops is not after.stops or before.area is not after.area
        if ground or sets[0] != sets[1]:
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
