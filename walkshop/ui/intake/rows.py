"""The rows of a proposal as a table: each can be ticked off, none has a widget of its own."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from walkshop.domain.records import Area, Line, NoteId, Point, Walk
from walkshop.domain.words import kind_of, place_of
from walkshop.i18n import Language, Text, msg
from walkshop.ui.intake.draft import RowIn, Standing
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.notes import theme_of

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


class Cell(IntEnum):
    """The columns, left to right."""

    NR = 0
    WORDS = 1
    KIND = 2
    THEME = 3
    PLACE = 4
    REMARK = 5


HEADS: dict[Cell, Text] = {
    Cell.NR: msg("Number"),
    Cell.WORDS: msg("What was said"),
    Cell.KIND: msg("Kind"),
    Cell.THEME: msg("Theme"),
    Cell.PLACE: msg("Place"),
    Cell.REMARK: msg("Remark"),
}


class RowsModel(QAbstractTableModel):
    """What each row would become.

    Signals:
        ticked: rows (frozenset of ids) that a person ticked on or off, and which of both.
    """

    ticked = Signal(object, bool)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._walk: Walk | None = None
        self.rows: Sequence[RowIn] = ()
        self.without: frozenset[NoteId] = frozenset()
        self._places: dict[NoteId, int] = {}

    def show_rows(self, walk: Walk, rows: Sequence[RowIn], without: frozenset[NoteId]) -> None:
        """Show other rows; the same ones in another state keep selection and place."""
        same = [row.row for row in rows] == [row.row for row in self.rows]
        if not same:
            self.beginResetModel()
        self._walk, self.rows, self.without = walk, rows, without
        self._places = {row.note.id: place for place, row in enumerate(rows)}
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Cell) - 1))

    def place_of(self, note: str) -> int:
        """The place of the row that becomes this note; -1 for none."""
        return self._places.get(NoteId(note), -1)

    def tick(self, places: Sequence[int], on: bool) -> None:
        """Tick rows on or off as a person does."""
        ids = frozenset(self.rows[place].row for place in places)
        if ids:
            self.ticked.emit(ids, on)

    def rowCount(self, parent: Index = _TOP) -> int:
        """One for each row of the files."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Number, words, kind, theme, place, remark."""
        return 0 if parent.isValid() else len(Cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The names of the columns."""  # Any: what Qt asks for
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._language.say(HEADS[Cell(section)])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Cell.NR:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell, its tick, its tooltip."""  # Any: what Qt asks for
        if not index.isValid() or self._walk is None:
            return None
        row, cell = self.rows[index.row()], Cell(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and cell is Cell.NR:
            out = row.row in self.without
            return (Qt.CheckState.Unchecked if out else Qt.CheckState.Checked).value
        if role not in _SAID:
            return None
        words = self._words(self._walk, row, cell)
        return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:
        """A tick was set or taken away."""  # Any: what Qt hands over
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _words(self, walk: Walk, row: RowIn, cell: Cell) -> str:
        note, say = row.note, self._language.say
        if cell is Cell.NR:
            return str(note.nr) if row.row not in self.without else "–"
        if cell is Cell.WORDS:
            return note.text or (say(msg("A photo without words")) if note.photos else "")
        if cell is Cell.KIND:
            return say(kind_of(note))
        if cell is Cell.THEME:
            theme = theme_of(walk, note)
            return theme.label(self._language.code) if theme else note.theme_label
        if cell is Cell.PLACE:
            where = say(place_of(walk, note.place))
            drawn = isinstance(note.place, Point | Line | Area)
            return note.place_words if drawn and note.place_words else where
        return self._remark(row)

    def _remark(self, row: RowIn) -> str:
        """What the row is to the walk, then what was read into it."""
        say = self._language.say
        standing = {
            Standing.KNOWN: msg("note {nr}, there already", nr=row.other),
            Standing.COMPLETES: msg("completes note {nr}", nr=row.other),
            Standing.ALIKE: msg("perhaps note {nr} again", nr=row.other),
        }.get(row.standing)
        parts = [say(standing)] if standing else []
        unread = [guess.what for guess in row.note.guesses if not guess.taken_as]
        if row.standing is not Standing.KNOWN:
            parts += [say(msg("“{words}” not read", words=words)) for words in unread]
        return "; ".join(parts)
