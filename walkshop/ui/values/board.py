"""The board: columns side by side, and one selection over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from walkshop.domain.queries.values import notes_by_value, standing_values
from walkshop.domain.records import Note, NoteId, ValueId, Walk
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.selection import InHand, Selection
from walkshop.ui.style import on_surface
from walkshop.ui.values.carrying import carry
from walkshop.ui.values.columnrow import ColumnRow
from walkshop.ui.values.columns import Column, GhostColumn, NotPlacedColumn, ValueColumn
from walkshop.ui.values.edges import EdgeScroll
from walkshop.ui.values.heads import Headline
from walkshop.ui.values.suggestions import Offered
from walkshop.ui.widgets.layouts import row
from walkshop.ui.widgets.type import px


class Board(QScrollArea):
    """Shows values and suggestions as columns; it says what people ask for and does nothing.

    Signals:
        accepting, dismissing: a suggestion.
        renaming: a value and its new name.
        dropped: where notes were put down (a value, a suggestion, or empty: not placed), and which.
        tacked: a note whose thumbtack was pressed.
        acts_wanted: a value, and where on the screen what can be done with it should be shown.
        placing, taking_out: what is chosen.
    """

    accepting = Signal(str)
    dismissing = Signal(str)
    renaming = Signal(str, str)
    dropped = Signal(str, list)
    tacked = Signal(str)
    acts_wanted = Signal(str, QPoint)
    placing = Signal()
    taking_out = Signal()

    def __init__(self, selection: Selection, language: Language) -> None:
        super().__init__()
        self._selection = selection
        self._language = language
        self._by_hand = False
        self.not_placed = NotPlacedColumn(language)
        self.edges = EdgeScroll(self)
        content, corner = QWidget(), QWidget()
        for part in (content, corner):
            on_surface(part, "paper")
        self.setCornerWidget(corner)
        on_surface(self.viewport(), "paper")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = row(content, gap=tokens.GAP_8)
        self._row.setContentsMargins(px(tokens.GAP_8), px(tokens.GAP_8), px(tokens.GAP_8), 0)
        self._row.addWidget(self.not_placed)
        self._row.addStretch(1)
        self._columns = ColumnRow(
            self._row, self.not_placed, self._value_column, self._ghost_column
        )
        self.setWidget(content)
        self._join("", self.not_placed)
        selection.changed.connect(self._on_selection)

    def columns(self) -> list[Column]:
        """All columns from left to right."""
        return self._columns.all()

    def column(self, key: str) -> Column:
        """The column of a value or suggestion by its id."""
        return self._columns.at(key)

    def show_walk(
        self, walk: Walk, offered: Sequence[Offered], in_view: frozenset[NoteId] | None = None
    ) -> None:
        """Show the values of this walk, then these suggestions; of their notes those in view."""
        under = notes_by_value(walk)
        values = standing_values(walk)
        self._columns.arrange([str(v.id) for v in values], [str(o.key) for o in offered])
        self._show_not_placed(walk, under.get(None, []), offered, in_view)
        for value in values:
            column = self._columns.at(value.id)
            if isinstance(column, ValueColumn):
                column.show_value(walk, value, _seen(under.get(value.id, []), in_view))
        for each in offered:
            column = self._columns.at(each.key)
            if isinstance(column, GhostColumn):
                notes = [walk.note(note) for note in each.notes]
                column.show_offered(walk, each, _seen(notes, in_view))
        self._columns.level_heads()
        self._show_selection(self._selection.in_hand)

    def show_column(self, key: str) -> None:
        """Scroll to a column."""
        self._bring(self._columns.at(key))

    def _bring(self, column: Column) -> None:
        """Scroll sideways, and only that, until a column is in view."""
        self._row.activate()
        bar, edge = self.horizontalScrollBar(), px(tokens.GAP_16)
        right = column.geometry().right() + edge - self.viewport().width()
        bar.setValue(min(max(bar.value(), right), column.x() - edge))

    def _show_not_placed(
        self,
        walk: Walk,
        notes: Sequence[Note],
        offered: Sequence[Offered],
        in_view: frozenset[NoteId] | None,
    ) -> None:
        taken = {note for each in offered for note in each.notes}
        headline = _seen([note for note in notes if note.id not in taken], in_view)
        empty = msg("No notes yet. Take them down at Notes.")
        if headline.total:
            empty = msg("Nothing here is in view now.")
        elif offered:
            empty = msg("All other notes stand in a suggestion.")
        elif walk.notes:
            empty = msg("Every note stands under a value.")
        self.not_placed.show_notes(walk, headline, self._language.say(empty))

    def _value_column(self, key: str) -> Column:
        column = ValueColumn(self._language)
        column.title.taken.connect(lambda: self._selection.select_value(ValueId(key)))
        column.title.renamed.connect(partial(self.renaming.emit, key))
        column.title.acts_wanted.connect(partial(self.acts_wanted.emit, key))
        return self._join(key, column)

    def _ghost_column(self, key: str) -> Column:
        accept, dismiss = partial(self.accepting.emit, key), partial(self.dismissing.emit, key)
        return self._join(key, GhostColumn(self._language, accept, dismiss))

    def _join(self, key: str, column: Column) -> Column:
        cards = column.list
        cards.chosen_by_hand.connect(partial(self._on_chosen, column))
        cards.leaving.connect(partial(self._on_leaving, column))
        cards.shifted.connect(partial(self._on_shifted, column))
        cards.carried.connect(partial(self._on_carried, column))
        cards.tacked.connect(lambda row: self.tacked.emit(cards.cards.cards[row].note))
        cards.placing.connect(self.placing)
        cards.taking_out.connect(self.taking_out)
        column.dropped.connect(partial(self.dropped.emit, key))
        column.hovered.connect(self.edges.hover)
        return column

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
        self._by_hand = True
        self._selection.select_notes([*here, *others], shown)
        self._by_hand = False

    def _on_leaving(self, column: Column, step: int) -> None:
        columns = self.columns()
        place = columns.index(column) + step
        while 0 <= place < len(columns):
            target = columns[place].list
            if target.cards.cards:
                row_now = min(column.list.currentIndex().row(), len(target.cards.cards) - 1)
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                target.setCurrentIndex(target.cards.index(max(row_now, 0)))
                self._bring(columns[place])
                return
            place += step

    def _on_shifted(self, column: Column, step: int) -> None:
        """The keys carry what is chosen to the next column that is no suggestion."""
        keys = ["", *(key for key, _column in self._columns.of_values())]
        here = self._columns.key_of(column)
        place = keys.index(here) + step if here in keys else 0
        notes = [card.note for card in column.list.chosen()]
        if notes and 0 <= place < len(keys):
            self.dropped.emit(keys[place], notes)
            self._go_to(self._selection.in_hand, with_focus=True)

    def _on_carried(self, column: Column, row_pressed: int, at: QPoint) -> None:
        chosen = [card for each in self.columns() for card in each.list.chosen()]
        cards = column.list.visualRect(column.list.cards.index(row_pressed))
        notes = [(card.look.nr or 0, card.note) for card in chosen]
        carry(column.list.viewport(), cards, at, notes)

    def _on_selection(self, hand: InHand) -> None:
        self._show_selection(hand)
        if not self._by_hand:
            self._go_to(hand)

    def _go_to(self, hand: InHand, with_focus: bool = False) -> None:
        """Bring what was taken in hand elsewhere into view; the focus comes along if it is here."""
        columns = self.columns()
        had = next((each.list for each in columns if each.list.hasFocus()), None)
        for column in columns:
            if hand.current and column.list.cards.row_of(hand.current) >= 0:
                self._bring(column)
                if with_focus or (had and had is not column.list):
                    column.list.setFocus(Qt.FocusReason.OtherFocusReason)
                    column.list.painter.rings = with_focus or bool(had and had.painter.rings)

    def _show_selection(self, hand: InHand) -> None:
        for column in self.columns():
            column.list.show_chosen(hand.notes, hand.current)
        for key, column in self._columns.of_values():
            column.title.show_in_hand(hand.value == key)


def _seen(notes: Sequence[Note], in_view: frozenset[NoteId] | None) -> Headline:
    shown = notes if in_view is None else [note for note in notes if note.id in in_view]
    return Headline(shown, len(notes))
