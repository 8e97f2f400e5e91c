"""The Action agenda stage: who does what and when, and what is answered to what people said.

It brings its own side with the form of the action in hand, so the frame hides its inspector.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from walkshop.domain.edits.actions import move_action
from walkshop.domain.records import TABLES, Action, ActionId, Walk
from walkshop.i18n import Language, msg
from walkshop.store.store import Change
from walkshop.ui import tokens
from walkshop.ui.agenda.actionpage import ActionPage
from walkshop.ui.agenda.bar import AgendaBar
from walkshop.ui.agenda.inview import in_view
from walkshop.ui.agenda.order import Spot
from walkshop.ui.agenda.table import AgendaTable
from walkshop.ui.agenda.top import TopRow
from walkshop.ui.agenda.unanswered import UnansweredPage
from walkshop.ui.filtering import Filter
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import InHand, Selection
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Switch
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.scroll import rule, scrolling
from walkshop.ui.widgets.type import px

ACTION, OPEN = "action", "open"
_WIDE = 1100


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
        self.side = Switch(
            say(msg("Beside the table")),
            ((ACTION, say(msg("Action"))), (OPEN, say(msg("Without answer")))),
        )
        self._lay_out()
        self._connect()
        self._show(store.walk)

    def areas(self) -> list[QWidget]:
        """The parts that F6 goes round: the table, then the form or the list beside it."""
        beside = self.page.form.what if self.side.key == ACTION else self.open.list
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
        self._rest = QWidget()
        lines.addWidget(self._rest, 1)
        main = column()
        main.addWidget(self.bar)
        main.addWidget(rule())
        main.addWidget(left, 1)
        whole = row(self)
        whole.addLayout(main, 1)
        whole.addWidget(self._side_widget())

    def _side_widget(self) -> QWidget:
        side = self._beside = QWidget()
        on_surface(side, "card")
        lines = QVBoxLayout(side)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        holder = QWidget()
        holder.setFixedHeight(px(tokens.SWITCH_BAR_HEIGHT))
        beside = row(holder)
        beside.setContentsMargins(px(tokens.GAP_24), 0, px(tokens.GAP_24), 0)
        beside.addWidget(self.side)
        self._pages = QStackedWidget()
        for page in (self.page, self.open, self.hint):
            inner = QWidget()
            box = column(inner, edge=tokens.GAP_24)
            box.addWidget(page)
            box.addStretch(1)
            self._pages.addWidget(scrolling(inner))
        for widget in (holder, rule(), self._pages):
            lines.addWidget(widget)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the side takes less of it."""
        super().resizeEvent(event)
        wide = event.size().width() >= px(_WIDE)
        width = tokens.INSPECTOR_WIDTH if wide else tokens.INSPECTOR_MIN_WIDTH
        self._beside.setFixedWidth(px(width))

    def _connect(self) -> None:
        self.table.chosen.connect(lambda key: self._selection.select_action(ActionId(key)))
        self.top.chosen.connect(lambda key: self._selection.select_action(ActionId(key)))
        self.table.moved.connect(self._on_moved)
        self.bar.changed.connect(self._show_table)
        if self._narrowing is not None:
            self._narrowing.changed.connect(self._show_table)
        self.page.born.connect(self._on_born)
        self.side.chosen.connect(lambda _key: self._show_side(self._store.walk))
        self.open.counted.connect(self._on_counted)
        self._selection.changed.connect(self._on_selection)
        self._store.changed.connect(self._on_change)

    def _today(self) -> date:
        return self._store.stamp().now.date()

    def _on_born(self, key: str) -> None:
        self._new = None
        self._selection.select_action(ActionId(key))

    def _on_counted(self, n: int) -> None:
        words = self._language.say(msg("Without answer"))
        self.side.set_words(OPEN, f"{words} {n}" if n else words)

    def _on_selection(self, hand: InHand) -> None:
        if hand.action is not None:
            self._new = None
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
        none = msg("No actions yet. An evening without any is fine.")
        narrowed = msg("No action fits what you look for.")
        self.bar.show_count(len(shown), n)
        self.empty.setText(self._language.say(narrowed if n else none))
        self.empty.setVisible(not shown)
        self.table.setVisible(bool(shown))
        self._rest.setVisible(not shown)
        self.top.setVisible(n > 0)
        self.top.show_walk(walk, in_hand)
        self.table.show_walk(walk, shown, in_hand)

    def _show_side(self, walk: Walk) -> None:
        if self.side.key == OPEN:
            self._pages.setCurrentIndex(1)
            return
        hand = self._selection.in_hand
        action = walk.actions.get(hand.action) if hand.action else self._new
        if action is not None:
            self.page.show_action(walk, action)
        self._pages.setCurrentIndex(0 if action is not None else 2)
