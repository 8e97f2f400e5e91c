"""The list of notes as rows: what stands in each, in which order, and what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from walkshop.domain.queries.checking import Look, Reason
from walkshop.domain.queries.notes import pin_at, stop_of
from walkshop.domain.records import Note, NoteId, Walk, Whole
from walkshop.domain.words import place_of
from walkshop.i18n import Language, Text, msg, msgc
from walkshop.ui.map.looks import PinLook
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.notes import look_of, name_of

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
_MANY = 64
"""From this many runs of changes on, a new list is quicker than telling each run."""


class Order(StrEnum):
    """In which order the notes stand."""

    NUMBER = "number"
    STOP = "stop"
    NEWEST = "newest"


ORDER_WORDS: dict[Order, Text] = {
    Order.NUMBER: msg("by number"),
    Order.STOP: msg("by stop"),
    Order.NEWEST: msg("newest first"),
}


LOOK_WORDS: dict[Look, Text] = {
    Look.KIND: msgc("to check", "kind"),
    Look.THEME: msgc("to check", "theme"),
    Look.PLACE: msgc("to check", "place"),
    Look.NOT_UNDERSTOOD: msgc("to check", "not understood"),
    Look.GUESS: msgc("to check", "guess"),
    Look.DOUBLE: msgc("to check", "double"),
    Look.QUOTE: msgc("to check", "quote"),
    Look.PHOTO: msgc("to check", "photo"),
    Look.PRIVATE: msgc("to check", "perhaps a name"),
}
"""In a word why a note is to be looked at."""


@dataclass(frozen=True, slots=True)
class Row:
    """One note as the list shows it.

    Args:
        third: the line under its words: no pin, or why it is to be checked; empty for most.
        name: what a screen reader says.
    """

    note: Note
    look: PinLook
    third: str
    name: str


def row_of(walk: Walk, note: Note, language: Language, reasons: Sequence[Reason] = ()) -> Row:
    """A note as a row of the list; with reasons to look at it, those stand under its words."""
    looks = dict.fromkeys(reason.look for reason in reasons)
    third = ", ".join(language.say(LOOK_WORDS[look]) for look in looks)
    if not third and pin_at(walk, note.place) is None:
        third = language.say(place_of(walk, note.place))
        if not isinstance(note.place, Whole) and third != language.say(msg("not placed yet")):
            third = language.say(msg("not placed yet"))
    name = name_of(walk, note, language)
    return Row(note, look_of(walk, note), third, f"{name}. {third}" if third else name)


def ordered(walk: Walk, notes: Sequence[Note], order: Order) -> list[Note]:
    """`notes`, which come by number, in another order."""
    if order is Order.NEWEST:
        return list(reversed(notes))
    if order is Order.STOP:
        places = {str(stop.id): (stop.order, stop.nr) for stop in walk.stops.values()}
        last = (float("inf"), 0)
        return sorted(notes, key=lambda note: places.get(stop_of(walk, note) or "", last))
    return list(notes)


class NotesModel(QAbstractListModel):
    """The rows for a view; announces only what differs from what it showed before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._made: dict[NoteId, Row] = {}  # also of notes that are out of view for now
        self._places: dict[NoteId, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many notes are in the list."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row, its words, or its name for a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.note.nr} {row.note.text}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.note.text)
        return None

    def row_at(self, place: int) -> Row:
        """The row at a place in the list."""
        return self._rows[place]

    def index_of(self, note: NoteId) -> QModelIndex:
        """Where a note stands; an invalid index when it is not in the list."""
        place = self._places.get(note)
        return QModelIndex() if place is None else self.index(place)

    def show(self, notes: Iterable[Note], make: Callable[[Note], Row], fresh: bool = False) -> None:
        """Show `notes` in this order; `make` turns one into a row where it changed.

        With `fresh` every row is made anew: stops, themes or language changed.
        """
        if fresh:
            self._made = {}
        rows: list[Row] = []
        for note in notes:
            row = self._made.get(note.id)
            if row is None or row.note is not note:
                row = self._made[note.id] = make(note)
            rows.append(row)
        self._move_to(rows)

    def _move_to(self, rows: list[Row]) -> None:
        old = [row.note.id for row in self._rows]
        new = [row.note.id for row in rows]
        kept, coming = set(old) & set(new), set(new) - set(old)
        gone = _runs([place for place, key in enumerate(old) if key not in kept])
        come = _runs([place for place, key in enumerate(new) if key in coming])
        same_order = [key for key in old if key in kept] == [key for key in new if key in kept]
        if not same_order or len(gone) + len(come) > _MANY:
            self.beginResetModel()
            self._set(rows)
            self.endResetModel()
            return
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._set(self._rows[:first] + self._rows[last + 1 :])
            self.endRemoveRows()
        for first, last in come:
            self.beginInsertRows(QModelIndex(), first, last)
            self._set(self._rows[:first] + rows[first : last + 1] + self._rows[first:])
            self.endInsertRows()
        self._renew(rows)

    def _renew(self, rows: list[Row]) -> None:
        was, self._rows = self._rows, rows
        for place, (before, after) in enumerate(zip(was, rows, strict=True)):
            if before is not after:
                self.dataChanged.emit(self.index(place), self.index(place))

    def _set(self, rows: list[Row]) -> None:
        self._rows = rows
        self._places = {row.note.id: place for place, row in enumerate(rows)}


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Places in a row as (first, last)."""
    runs = []
    for _, group in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        run = [place for _, place in group]
        runs.append((run[0], run[-1]))
    return runs
