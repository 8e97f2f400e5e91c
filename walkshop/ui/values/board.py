"""The board: columns side by side, and one selection over all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from walkshop.domain.queries.values import notes_by_value, standing_values
from walkshop.domain.records import ValueId, Walk
from walkshop.i18n import Language
from walkshop.ui import tokens
from walkshop.ui.selection import InHand, Selection
from walkshop.ui.style import on_surface
from walkshop.ui.values.columns import Column, GhostColumn, NotPlacedColumn, ValueColumn
from walkshop.ui.values.suggestions import Offered
from walkshop.ui.widgets.layouts import row
from walkshop.ui.widgets.type import px


class Board(QScrollArea):
    """Shows values and suggestions as columns; it says what people ask for and does nothing."""

    accepting = Signal(str)
    dismissing = Signal(str)
    renaming = Signal(str, str)
    placing = Signal()
    taking_out = Signal()

    def __init__(self, selection: Selection, language: Language) -> None:
        super().__init__()
        self._selection = selection
        self._language = language
        self.not_placed = NotPlacedColumn(language)
        self._columns: dict[str, Column] = {}
        content = QWidget()
        on_surface(content, "paper")
        on_surface(self.viewport(), "paper")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = row(content, gap=tokens.GAP_12)
        self._row.setContentsMargins(px(tokens.GAP_16), px(tokens.GAP_12), px(tokens.GAP_16), 0)
        self._row.addWidget(self.not_placed)
        self._row.addStretch(1)
        self.setWidget(content)
        self._join(self.not_placed)
        selection.changed.connect(self._show_selection)

    def columns(self) -> list[Column]:
        """All columns from left to right."""
        return [self.not_placed, *self._columns.values()]

    def column(self, key: str) -> Column:
        """The column of a value or suggestion by its id."""
        return self._columns[key]

    def show_walk(self, walk: Walk, offered: list[Offered]) -> None:
        """Show the values of this walk, then these suggestions."""
        under = notes_by_value(walk)
        values = standing_values(walk)
        self._arrange([str(v.id) for v in values], [str(o.key) for o in offered])
        taken = {note for each in offered for note in each.notes}
        left = [note for note in under.get(None, []) if note.id not in taken]
        self.not_placed.show_notes(walk, left, bool(offered))
        for value in values:
            column = self._columns[value.id]
            if isinstance(column, ValueColumn):
                column.show_value(walk, value, under.get(value.id, []))
        for each in offered:
            column = self._columns[each.key]
            if isinstance(column, GhostColumn):
                column.show_offered(walk, each)
        self._level_heads()
        self._show_selection(self._selection.in_hand)

    def show_column(self, key: str) -> None:
        """Scroll to a column."""
        self._row.activate()
        self.ensureWidgetVisible(self._columns[key], px(tokens.GAP_16), 0)

    def _arrange(self, values: list[str], ghosts: list[str]) -> None:
        """Make, drop and order columns; those that stay keep their place and focus."""
        wanted: dict[str, Callable[[str], Column]] = dict.fromkeys(values, self._value_column)
        wanted |= dict.fromkeys(ghosts, self._ghost_column)
        kept: dict[str, Column] = {}
        for key, column in self._columns.items():
            fits = isinstance(column, ValueColumn) == (key in values)
            if key in wanted and fits:
                kept[key] = column
            else:
                self._row.removeWidget(column)
                column.hide()
                column.deleteLater()
        self._columns = {key: kept.get(key) or make(key) for key, make in wanted.items()}
        for place, column in enumerate(self._columns.values(), 1):
            if self._row.indexOf(column) != place:
                self._row.removeWidget(column)
                self._row.insertWidget(place, column)

    def _value_column(self, key: str) -> Column:
        column = ValueColumn(self._language)
        column.title.taken.connect(lambda: self._selection.select_value(ValueId(key)))
        column.title.renamed.connect(partial(self.renaming.emit, key))
        return self._join(column)

    def _ghost_column(self, key: str) -> Column:
        accept, dismiss = partial(self.accepting.emit, key), partial(self.dismissing.emit, key)
        return self._join(GhostColumn(self._language, accept, dismiss))

    def _join(self, column: Column) -> Column:
        column.list.chosen_by_hand.connect(partial(self._on_chosen, column))
        column.list.leaving.connect(partial(self._on_leaving, column))
        column.list.placing.connect(self.placing)
        column.list.taking_out.connect(self.taking_out)
        return column

    def _level_heads(self) -> None:
        tallest = max(column.wish() for column in self.columns())
        for column in self.columns():
            column.head.setFixedHeight(tallest)

    def _on_chosen(self, column: Column, adding: bool) -> None:
        here = [card.note for card in column.list.chosen()]
        others = [
            card.note
            for other in self.columns()
            if adding and other is not column
            for card in other.list.chosen()
        ]
        current = column.list.currentIndex()
        shown = column.list.cards.card(current).note if current.isValid() else None
        self._selection.select_notes([*here, *others], shown)

    def _on_leaving(self, column: Column, step: int) -> None:
        columns = self.columns()
        place = columns.index(column) + step
        while 0 <= place < len(columns):
            target = columns[place].list
            if target.cards.cards:
                row_now = min(column.list.currentIndex().row(), len(target.cards.cards) - 1)
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                target.setCurrentIndex(target.cards.index(max(row_now, 0)))
                self.ensureWidgetVisible(columns[place], px(tokens.GAP_16), 0)
                return
            place += step

    def _show_selection(self, hand: InHand) -> None:
        for column in self.columns():
            column.list.show_chosen(hand.notes)
        for key, column in self._value_columns():
            column.title.show_in_hand(hand.value == key)

    def _value_columns(self) -> Iterator[tuple[str, ValueColumn]]:
        for key, column in self._columns.items():
            if isinstance(column, ValueColumn):
                yield key, column
