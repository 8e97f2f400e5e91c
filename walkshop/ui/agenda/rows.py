"""The table of the agenda as an item model: two groups of actions, a cell for each thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from walkshop.domain.queries.actions import long_term, now_and_short
from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.records import Action, ActionId, Subject, Term, Walk
from walkshop.domain.words import STATUS, answer_of
from walkshop.i18n import Language, msg
from walkshop.ui.map.looks import PinLook
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.notes import look_of
from walkshop.ui.widgets.text import capital

ROW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class Cell(IntEnum):
    """The columns, from left to right."""

    NR = 0
    WHAT = 1
    NOTES = 2
    LEADER = 3
    DATE = 4
    ANSWER = 5
    STATUS = 6


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One action, or the title of a group when there is no action.

    Args:
        words: one for each cell.
        later: whether it stands in the part of one to four years.
    """

    action: ActionId | None
    words: tuple[str, ...]
    pins: tuple[PinLook, ...] = ()
    later: bool = False


class AgendaModel(QAbstractTableModel):
    """The actions of a walk in the order of the agenda."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._rows: tuple[AgendaRow, ...] = ()
        say = language.say
        self._heads = (
            "",
            say(msg("What")),
            say(msg("Comes from")),
            say(msg("Who leads")),
            say(msg("First step")),
            say(msg("Answer")),
            say(msg("Status")),
        )

    @property
    def rows(self) -> tuple[AgendaRow, ...]:
        """What is shown, titles of groups included."""
        return self._rows

    def show_walk(self, walk: Walk, shown: frozenset[ActionId]) -> bool:
        """Show these actions of a walk; whether anything changed."""
        rows = self._made(walk, shown)
        if rows == self._rows:
            return False
        if [row.action for row in rows] == [row.action for row in self._rows]:
            self._rows = rows
            last = self.index(len(rows) - 1, len(Cell) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return True
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def row_of(self, action: ActionId | None) -> int:
        """Where an action stands; -1 when it does not."""
        found = (n for n, row in enumerate(self._rows) if row.action and row.action == action)
        return next(found, -1)

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of the columns, each by itself."""
        return self._heads

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are, titles included."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many cells a row has."""
        return 0 if parent.isValid() else len(Cell)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].action is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    # Any: what Qt's data() gives depends on the role.
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, or its whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        words = row.words[index.column()] if row.action or index.column() == 0 else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        return None

    # Any: as data().
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _made(self, walk: Walk, shown: frozenset[ActionId]) -> tuple[AgendaRow, ...]:
        book = AnswerBook(walk)
        rows: list[AgendaRow] = []
        for title, part, later in (
            (msg("Now and within a year"), now_and_short(walk), False),
            (msg("Later"), long_term(walk), True),
        ):
            actions = [action for action in part if action.id in shown]
            if actions:
                rows.append(AgendaRow(None, (self._language.say(title),), later=later))
                rows += [self._row(walk, action, book) for action in actions]
        return tuple(rows)

    def _row(self, walk: Walk, action: Action, book: AnswerBook) -> AgendaRow:
        say = self._language.say
        answer = book.own(Subject.ACTION, action.id)
        notes = [walk.notes[key] for key in action.notes if key in walk.notes]
        words = (
            str(action.nr),
            action.what,
            self._language.row([str(note.nr) for note in notes]),
            capital(action.leader) or "–",
            self._language.short_day(action.first_date) if action.first_date else "–",
            say(answer_of(answer)) if answer else say(msg("No answer yet")),
            capital(say(STATUS[action.status])),
        )
        pins = tuple(look_of(walk, note) for note in notes)
        return AgendaRow(action.id, words, pins, action.term is Term.LONG)
