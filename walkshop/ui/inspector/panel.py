"""The inspector: whatever is in hand, beside Notes and Values. It shows one page of four.

The form of a value in hand is here, so the frame keeps it beside the Values stage too.
"""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from walkshop.domain.records import TABLES, NoteId, Walk
from walkshop.i18n import Language, msg
from walkshop.store.store import Change
from walkshop.ui import tokens
from walkshop.ui.checking import Checks
from walkshop.ui.inspector.action import ActionPage
from walkshop.ui.inspector.many import ManyPage
from walkshop.ui.inspector.model import in_hand
from walkshop.ui.inspector.note import NotePage
from walkshop.ui.inspector.value import ValuePage
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import InHand, Selection
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.scroll import scrolling
from walkshop.ui.widgets.type import px


class Inspector(QWidget):
    """The thing in hand with its thread: a note, several notes, a value or an action."""

    def __init__(self, store: QtStore, selection: Selection, language: Language) -> None:
        super().__init__()
        self._store = store
        self._selection = selection
        self._checks: Checks | None = None
        on_surface(self, "card")
        self.setMinimumWidth(px(tokens.INSPECTOR_MIN_WIDTH))
        self.setAccessibleName(language.say(msg("The thing in hand")))
        self.note = NotePage(store, language)
        self.many = ManyPage(store, language)
        self.value = ValuePage(store, language)
        self.action = ActionPage(language)
        self.empty = _Empty(language)
        self._pages = QStackedWidget()
        for page in (self.empty, self.note, self.many, self.value, self.action):
            self._pages.addWidget(_page(page))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._pages)
        for wanted in (self.note.wanted, self.many.merged):
            wanted.connect(lambda note: selection.select_note(NoteId(note)))
        selection.changed.connect(self._on_selection)
        store.changed.connect(self._on_change)
        self._show(store.walk, selection.in_hand)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return (self.empty, self.note, self.many, self.value, self.action)[
            self._pages.currentIndex()
        ]

    def watch(self, checks: Checks) -> None:
        """Show with a note what is to be looked at before it is printed."""
        self._checks = checks
        checks.changed.connect(self._show_checks)
        checks.wake()

    def _show_checks(self) -> None:
        notes = in_hand(self._store.walk, self._selection.in_hand.notes)
        if self._checks and len(notes) == 1:
            self.note.show_reasons(self._checks.of(notes[0]))

    def _on_selection(self, hand: InHand) -> None:
        self._show(self._store.walk, hand)

    def _on_change(self, change: Change) -> None:
        same = all(getattr(change.before, t) is getattr(change.after, t) for t in TABLES.values())
        if not same:
            self._show(change.after, self._selection.in_hand)

    def _show(self, walk: Walk, hand: InHand) -> None:
        notes = in_hand(walk, hand.notes)
        value = walk.values.get(hand.value) if hand.value else None
        action = walk.actions.get(hand.action) if hand.action else None
        if value:
            self.value.show_value(walk, value)
            self._pages.setCurrentIndex(3)
        elif action:
            self.action.show_action(walk, action)
            self._pages.setCurrentIndex(4)
        elif len(notes) == 1:
            self.note.show_note(walk, notes[0])
            self._show_checks()
            self._pages.setCurrentIndex(1)
        elif notes:
            self.many.show_notes(walk, notes)
            self._pages.setCurrentIndex(2)
        else:
            self._pages.setCurrentIndex(0)


class _Empty(QWidget):
    """Says what to do when nothing is in hand."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        words = msg("Choose a note on the map or in a list. Here you see what happens with it.")
        lines = column(self)
        lines.addWidget(soft_label(language.say(words)))
        lines.addStretch(1)


def _page(content: QWidget) -> QWidget:
    holder = QWidget()
    lines = column(holder, edge=tokens.GAP_24)
    lines.addWidget(content)
    return scrolling(holder)
