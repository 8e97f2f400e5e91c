"""The left of Notes: the list under its head, folded away where the map needs the room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.actions import keys_in_words
from walkshop.ui.desk import Desk
from walkshop.ui.filtering import Wanted
from walkshop.ui.frame.small import OneLine, rule
from walkshop.ui.icons import icon
from walkshop.ui.notes.hearing import ListFoot
from walkshop.ui.notes.interview import InterviewForm
from walkshop.ui.notes.list import NotesList
from walkshop.ui.notes.model import ORDER_WORDS, Order
from walkshop.ui.notes.narrowing import NarrowBar
from walkshop.ui.plain import plain_tip
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.layouts import column as inset
from walkshop.ui.widgets.scroll import scrolling
from walkshop.ui.widgets.type import px

_HEAD = 44
_FOLDED = 44


class ListSide(QWidget):
    """Head with the order and the fold; the list, or one sentence where it is empty.

    Signals:
        fold_wanted: whether the list should be folded away now.
    """

    fold_wanted = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        on_surface(self, "card")
        self._desk = desk
        self.view = NotesList(desk)
        self.folded = False
        self._talk_waits = False
        self._title = OneLine(desk.say(msg("Notes")), "name")
        self._order = self._order_button()
        self._fold = self._fold_button()
        self._empty = plain_label("", colour=tokens.SOFT)
        self._empty_box = QWidget()
        inset(self._empty_box, edge=tokens.GAP_16).addWidget(self._empty)
        self.narrowing = NarrowBar(desk)
        self.talk = InterviewForm(desk)
        self.talk.left.connect(self.end_talk)
        self.talk.kept.connect(self.end_talk)
        self._talk = scrolling(self.talk)
        self._talk.hide()
        self.foot = ListFoot(desk)
        self.foot.talk_wanted.connect(self.open_talk)
        self._lay_out()
        desk.filter.changed.connect(self._show_empty)
        self._show_empty()
        self.set_folded(False)

    def set_folded(self, folded: bool) -> None:
        """Fold the list to a narrow strip, or out again."""
        self.folded = folded
        self._show_parts()
        self._show_empty()
        self.setFixedWidth(px(_FOLDED if folded else tokens.LIST_WIDTH))
        self._fold.setIcon(icon("unfold" if folded else "fold", tokens.ACCENT))
        words = msg("Show the list") if folded else msg("Fold the list away")
        name = self._desk.say(words)
        self._fold.setAccessibleName(name)
        self._fold.setToolTip(plain_tip(f"{name} ({keys_in_words('fold')})"))

    def open_talk(self) -> None:
        """Write down a conversation on the way, in the place of the list."""
        self._talk_waits = True
        if self.folded:
            self.fold_wanted.emit(False)
        self._show_parts()
        self.talk.consent.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_talk(self) -> None:
        """Back to the list."""
        self._talk_waits = False
        self._show_parts()
        self.view.clicked_row.emit()

    def _show_parts(self) -> None:
        lists = not self.folded and not self._talk_waits
        for part in (self.view, self._order, self.narrowing, self.foot):
            part.setVisible(lists)
        self._title.setVisible(not self.folded)
        self._talk.setVisible(self._talk_waits and not self.folded)
        self._show_empty()

    def toggle(self) -> None:
        """Fold in or out."""
        self.fold_wanted.emit(not self.folded)

    def _show_empty(self) -> None:
        shown, standing = self._desk.filter.shown, self._desk.filter.standing
        if not standing:
            words = msg("No notes yet. Type the first one below, then Enter.")
        elif self._desk.filter.wanted == Wanted(to_check=True):
            words = msg("Nothing to check any more.")
        else:
            words = msg("No note fits this search. Esc in the search field shows all notes.")
        said = self._desk.say(words)
        if not standing:
            keys = keys_in_words("read_in")
            said += " " + self._desk.say(msg("Or drop files here, or press {keys}.", keys=keys))
        self._empty.setText(said)
        self._empty_box.setVisible(not shown and not self.folded and not self._talk_waits)

    def _order_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the word
        button.setIcon(icon("down", tokens.ACCENT))
        menu = QMenu(button)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for order, words in ORDER_WORDS.items():
            action = menu.addAction(self._desk.say(words))
            action.triggered.connect(lambda _=False, order=order: self._set_order(order))
        button.setMenu(menu)
        return button

    def _set_order(self, order: Order) -> None:
        self.view.set_order(order)
        self._show_order()

    def _show_order(self) -> None:
        words = self._desk.say(ORDER_WORDS[self.view.order])
        self._order.setText(words)
        self._order.setAccessibleName(words)

    def _fold_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "flat")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.toggle)
        return button

    def _lay_out(self) -> None:
        self._show_order()
        head = QHBoxLayout()
        head.setContentsMargins(px(16), 0, px(4), 0)
        head.setSpacing(px(tokens.GAP_4))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._order)
        head.addWidget(self._fold)
        top = QWidget()
        top.setFixedHeight(px(_HEAD))
        top.setLayout(head)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(rule())
        column.addWidget(self.narrowing)
        column.addWidget(self._talk, 1)
        column.addWidget(self._empty_box)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        column.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(rule(across=False))
