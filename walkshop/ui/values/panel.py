"""The Values stage: notes become shared values, by hand or by accepting a suggestion.

Left the board, right the map of the same notes; the form of a value in hand takes its place.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkshop.domain.queries.values import standing_values
from walkshop.domain.records import NoteId, ValueId, Walk
from walkshop.i18n import LANGUAGES, msg
from walkshop.i18n import language as language_of
from walkshop.services.grouping.from_walk import GroupingResult, open_notes, suggest_values
from walkshop.ui.desk import Desk
from walkshop.ui.jobs import Jobs
from walkshop.ui.selection import InHand
from walkshop.ui.style import on_surface
from walkshop.ui.values.acts import BoardActs
from walkshop.ui.values.bars import ChosenBar, FootBar, SuggestBar, ValueBar
from walkshop.ui.values.board import Board
from walkshop.ui.values.columns import ValueColumn
from walkshop.ui.values.halves import Halves
from walkshop.ui.values.menus import BoardMenus
from walkshop.ui.values.side import Side
from walkshop.ui.values.suggestions import Offered, Suggestions
from walkshop.ui.widgets.scroll import rule
from walkshop.ui.widgets.type import px

_LOW = 480
"""Less height (px) than this is kept for the cards."""


class ValuesPanel(QWidget):
    """Columns of values with their notes, suggestions beside them, the map, and the acts on all."""

    OWN_SIDE = True

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        super().__init__()
        self._desk = desk
        self._store = desk.store
        self._selection = desk.selection
        self._language = desk.language
        self._jobs = jobs
        self._suggestions = Suggestions()
        self._waiting = False
        on_surface(self, "paper")
        store, selection, language = desk.store, desk.selection, desk.language
        self.acts = BoardActs(store, selection)
        self.menus = BoardMenus(self, store, language, self.acts)
        self.suggest = SuggestBar(language, self.make_suggestion, self.accept_all, self.dismiss)
        self.board = Board(selection, language)
        self.chosen = ChosenBar(store, selection, language, self.offer_values, self.take_out)
        self.value_bar = ValueBar(store, language, self._on_value_act)
        self.foot = FootBar(selection, self.chosen, self.value_bar)
        self.side = Side(desk)
        self._lay_out()
        self._join()
        self._shortcuts()
        self._show(store.walk)

    def areas(self) -> list[QWidget]:
        """The parts that F6 goes round: the cards, what can be done with them, the right side."""
        filled = [column.list for column in self.board.columns() if column.list.cards.cards]
        holding = [cards for cards in filled if cards.chosen()]
        first = next(iter([*holding, *filled]), self.suggest.suggest)
        return [first, self.foot, self.side]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, the cards get it."""
        super().resizeEvent(event)
        self.chosen.set_low(event.size().height() < px(_LOW))

    def make_suggestion(self) -> None:
        """Have groups suggested for the notes that stand under no value."""
        walk = self._store.walk
        code = walk.about.language if walk.about.language in LANGUAGES else self._language.code
        words = language_of(code)
        self._waiting = True
        self.suggest.show_state([], waiting=True)
        self._jobs.start(
            msg("Suggest groups"),
            lambda report: suggest_values(walk, words, report=report),
            self._on_suggested,
        )

    def accept(self, key: ValueId) -> None:
        """Accept one suggestion; its value is in hand then."""
        if self.acts.accept([each for each in self._offered() if each.key == key]):
            self._selection.select_value(key)

    def accept_all(self) -> None:
        """Accept all suggestions as one step."""
        self.acts.accept(self._offered())

    def dismiss(self, key: ValueId | None = None) -> None:
        """Let go of one suggestion, or of all; the walk stays as it is."""
        self._suggestions.dismiss(key)
        self._show(self._store.walk)

    def offer_values(self) -> None:
        """Show the values in which the chosen notes can be put."""
        self.menus.show_notes(self._menu_place(self.chosen.place), self.chosen.start_name)

    def take_out(self) -> None:
        """Take the chosen notes out of their values."""
        self.acts.take_out(self.acts.chosen())

    def turn_locks(self) -> None:
        """Lock what is in hand, or unlock it."""
        value = self._selection.in_hand.value
        if value in self._store.walk.values and value:
            self.acts.turn_lock(value)
        else:
            self.acts.turn_locks(self.acts.chosen())

    def drop(self, key: str, notes: list[NoteId]) -> None:
        """Notes were put down: under a value, in a suggestion, or where none has a value."""
        walk = self._store.walk
        known = [note for note in notes if note in walk.notes]
        offered = next((each for each in self._offered() if each.key == key), None)
        if offered is not None:
            self.acts.accept_with(offered, known)
        elif key in walk.values:
            self.acts.put_in(known, ValueId(key))
        elif not key:
            self.acts.take_out(known)
            self._suggestions.leave_out(known)
            self._show(self._store.walk)

    def _lay_out(self) -> None:
        left = QWidget()
        lines = QVBoxLayout(left)
        for widget in (self.suggest, rule(), self.board, rule(), self.foot):
            lines.addWidget(widget, 1 if widget is self.board else 0)
        self.halves = Halves(self._language, left, self.side)
        whole = QVBoxLayout(self)
        whole.addWidget(self.halves)
        for layout in (lines, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

    def _join(self) -> None:
        board = self.board
        board.accepting.connect(lambda key: self.accept(ValueId(key)))
        board.dismissing.connect(lambda key: self.dismiss(ValueId(key)))
        board.renaming.connect(lambda key, name: self.acts.rename(ValueId(key), name))
        board.dropped.connect(self.drop)
        board.tacked.connect(lambda note: self.acts.turn_locks([NoteId(note)]))
        board.acts_wanted.connect(self._show_acts)
        board.placing.connect(self.offer_values)
        board.taking_out.connect(self.take_out)
        self._selection.changed.connect(self._on_selection)
        self._desk.filter.changed.connect(self._on_view)  # it tells of every edit too

    def _shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+G", self.chosen.start_name),
            ("Ctrl+L", self.turn_locks),
            ("F4", self.offer_values),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _menu_place(self, beside: QWidget) -> QPoint:
        inside = self.board.rect().contains(self.board.mapFromGlobal(QCursor.pos()))
        return QCursor.pos() if inside else beside.mapToGlobal(QPoint(0, 0))

    def _show_acts(self, key: str, at: QPoint) -> None:
        self.menus.show_value(at, ValueId(key), lambda: self._rename(ValueId(key)))

    def _on_value_act(self, act: str) -> None:
        key = self._selection.in_hand.value
        if key is None or key not in self._store.walk.values:
            return
        if act == "rename":
            self._rename(key)
        elif act == "lock":
            self.acts.turn_lock(key)
        elif act == "merge":
            self.menus.show_merging(self.value_bar.merge.mapToGlobal(QPoint(0, 0)), key)
        elif act == "split":
            self.menus.show_splitting(self.value_bar.split.mapToGlobal(QPoint(0, 0)), key)

    def _rename(self, key: ValueId) -> None:
        column = self.board.column(key)
        if isinstance(column, ValueColumn):
            self.board.show_column(key)
            column.title.rename()

    def _offered(self) -> list[Offered]:
        return self._suggestions.offered(self._store.walk)

    def _on_suggested(self, result: GroupingResult) -> None:
        self._waiting = False
        self._suggestions.take(result, self._store.new_id)
        self._show(self._store.walk)
        offered = self._offered()
        if offered:
            self.board.show_column(offered[0].key)

    def _on_selection(self, _hand: InHand) -> None:
        self.foot.refresh(self._store.walk)

    def _on_view(self) -> None:
        if not all(a is b for a, b in zip(self._drawn, self._drawing(), strict=True)):
            self._show(self._store.walk)

    def _drawing(self) -> tuple[object, ...]:
        """What the board depends on; the same objects give the same board."""
        walk, narrowing = self._store.walk, self._desk.filter
        return walk.notes, walk.values, walk.about, narrowing.shown, narrowing.narrows

    def _show(self, walk: Walk) -> None:
        self._drawn = self._drawing()
        offered = self._offered()
        narrowing = self._desk.filter
        in_view = frozenset(note.id for note in narrowing.shown) if narrowing.narrows else None
        self.board.show_walk(walk, offered, in_view)
        self.suggest.show_state(
            offered,
            waiting=self._waiting,
            left=len(open_notes(walk)),
            values=len(standing_values(walk)),
            too_few=self._suggestions.too_few,
        )
        self.foot.refresh(walk)
