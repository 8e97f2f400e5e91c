"""The Action agenda stage: who does what and when, and what is answered to what people said.

It brings its own side with the form of the action in hand, so the frame hides its inspector.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from walkshop.domain.edits.actions import move_action
from walkshop.domain.records import TABLES, Action, ActionId, Walk
from walkshop.i18n import Language, msg
from walkshop.store.store import Change
from walkshop.ui import tokens
from walkshop.ui.agenda.actionpage import ActionPage
from walkshop.ui.agenda.bar import AgendaBar
from walkshop.ui.agenda.inview import in_view
from walkshop.ui.agenda.order import Spot
from walkshop.ui.agenda.side import ACTION, OPEN, AgendaSide
from walkshop.ui.agenda.table import AgendaTable
from walkshop.ui.agenda.top import TopRow
from walkshop.ui.agenda.unanswered import UnansweredPage
from walkshop.ui.filtering import Filter
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import InHand, Selection
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.scroll import rule, scrolling
from walkshop.ui.widgets.type import px

_WIDE = 1100
_SMALL = 700
"""px under which the table and what lies beside it take turns."""
_TABLE_HEIGHT = 160


class AgendaPanel(QWidget):
    """The actions in a table, the one in hand as a form, and what is still without an answer.

    Args:
        narrowing: which notes are in view; without one all actions are.
    """

    OWN_SIDE = True

    def __init__(
        self,
        store: QtStore,
        selection: Selection,
        language: Language,
        narrowing: Filter | None = None,
    ) -> None:
        super().__init__()
        self._narrowing = narrowing
        self._store = store
        self._selection = selection
        self._language = language
        self._new: Action | None = None
        on_surface(self, "paper")
        say = language.say
        self.bar = AgendaBar(language, self.start_new)
        self.top = TopRow(language)
        self.table = AgendaTable(language)
        self.empty = soft_label("")
        self.page = ActionPage(store, language, self._today)
        self.open = UnansweredPage(store, selection, language, self._today)
        self.hint = soft_label(say(msg("Choose an action in the table, or make a new one.")))
        self._beside = AgendaSide(language, (self.page, self.open, self.hint))
        self.side = self._beside.switch
        self._lay_out()
        self._connect()
        self._show(store.walk)

    def areas(self) -> list[QWidget]:
        """The parts that F6 goes round: the table, then the form or the list beside it."""
        beside = self.page.form.what if self.side.key == ACTION else self.open.list
        if not self._main.isVisibleTo(self):
            return [beside]
        return [self.table if self.table.isVisibleTo(self) else self.bar.new, beside]

    def start_new(self) -> None:
        """Begin a new action, for the value or the notes in hand."""
        hand = self._selection.in_hand
        walk = self._store.walk
        self._new = Action(
            id=ActionId(self._store.new_id()),
            nr=0,
            values=(hand.value,) if hand.value in walk.values and hand.value else (),
            notes=tuple(sorted(key for key in hand.notes if key in walk.notes)),
        )
        self._selection.clear()
        self.side.choose(ACTION)
        self._show_side(walk)
        self.page.form.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        left = QWidget()
        lines = column(left, gap=tokens.GAP_16, edge=tokens.GAP_20)
        for widget in (self.top, self.empty, self.table):
            lines.addWidget(widget, 1 if widget is self.table else 0)
        self.table.setMinimumHeight(px(_TABLE_HEIGHT))
        self._rest = QWidget()
        lines.addWidget(self._rest, 1)
        self._main = QWidget()
        main = column(self._main)
        main.addWidget(self.bar)
        main.addWidget(rule())
        main.addWidget(scrolling(left, "paper"), 1)
        self._whole = row(self)
        self._whole.addWidget(self._main, 1)
        self._whole.addWidget(self._beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the side takes less of it, or its turn with the table."""
        super().resizeEvent(event)
        room = event.size().width()
        wide = tokens.INSPECTOR_WIDTH if room >= px(_WIDE) else tokens.INSPECTOR_MIN_WIDTH
        small = room < px(_SMALL)
        self._beside.setFixedWidth(room if small else px(wide))
        ways = QBoxLayout.Direction
        self._whole.setDirection(ways.BottomToTop if small else ways.LeftToRight)
        self._beside.set_small(small, self._in_hand(self._store.walk) is not None)
        self._beside.take_turns(self._main)

    def _open_form(self) -> None:
        """Whoever clicks an action wants its form, also where the table is in its place."""
        if self._beside.small:
            self.side.choose(ACTION)
            self.page.form.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.table.chosen.connect(lambda key: self._selection.select_action(ActionId(key)))
        self.top.chosen.connect(lambda key: self._selection.select_action(ActionId(key)))
        self.top.chosen.connect(lambda _key: self._open_form())
        self.table.clicked.connect(lambda _index: self._open_form())
        self.table.activated.connect(lambda _index: self._open_form())
        self.table.moved.connect(self._on_moved)
        self.bar.changed.connect(self._show_table)
        if self._narrowing is not None:
            self._narrowing.changed.connect(self._show_table)
        self.page.born.connect(self._on_born)
        self.side.chosen.connect(lambda _key: self._show_side(self._store.walk))
        self.open.counted.connect(self._beside.count_open)
        self._selection.changed.connect(self._on_selection)
        self._store.changed.connect(self._on_change)

    def _today(self) -> date:
        return self._store.stamp().now.date()

    def _on_born(self, key: str) -> None:
        self._new = None
        self._selection.select_action(ActionId(key))

    def _on_selection(self, hand: InHand) -> None:
        if hand.action is not None:
            self._new = None
            if self.side.key == OPEN:
                self.side.choose(ACTION)
        walk = self._store.walk
        self.top.show_walk(walk, hand.action)
        self.table.show_in_hand(hand.action)
        self._show_side(walk)

    def _on_change(self, change: Change) -> None:
        same = all(getattr(change.before, t) is getattr(change.after, t) for t in TABLES.values())
        if not same:
            self._show(change.after)

    def _on_moved(self, key: str, spot: Spot) -> None:
        action, stamp = self._store.walk.action(ActionId(key)), self._store.stamp()
        edit = partial(
            move_action, action=action.id, before=spot.before, later=spot.later, stamp=stamp
        )
        self._store.apply(msg("Action {nr} moved", nr=action.nr), edit)

    def _show(self, walk: Walk) -> None:
        self.bar.show_walk(walk)
        self._show_table()
        self.open.show_walk(walk)
        self._show_side(walk)

    def _show_table(self) -> None:
        walk, in_hand = self._store.walk, self._selection.in_hand.action
        shown, n = in_view(walk, self._narrowing, self.bar.wanted), len(walk.actions)
        none = msg("No actions yet. “New action” makes one. An evening without any is fine.")
        narrowed = msg("No action fits what you look for.")
        self.bar.show_count(len(shown), n)
        self.empty.setText(self._language.say(narrowed if n else none))
        self.empty.setVisible(not shown)
        self.table.setVisible(bool(shown))
        self._rest.setVisible(not shown)
        self.top.setVisible(n > 0)
        self.top.show_walk(walk, in_hand)
        self.table.show_walk(walk, shown, in_hand)

    def _in_hand(self, walk: Walk) -> Action | None:
        hand = self._selection.in_hand
        return walk.actions.get(hand.action) if hand.action else self._new

    def _show_side(self, walk: Walk) -> None:
        self._beside.take_turns(self._main)
        if self.side.key == OPEN:
            self._beside.show_page(1)
            return
        action = self._in_hand(walk)
        if action is not None:
            self.page.show_action(walk, action)
        self._beside.show_page(0 if action is not None else 2)
