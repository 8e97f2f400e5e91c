"""The two bars of the Values stage: suggestions above the board, the chosen notes below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedWidget, QWidget

from walkshop.domain.edits.values import add_value
from walkshop.domain.queries.values import merged_values, standing_values
from walkshop.domain.records import Value, ValueId, Walk
from walkshop.i18n import Language, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import Selection
from walkshop.ui.style import on_surface
from walkshop.ui.values.suggestions import Offered
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import LineField
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.type import px

_LEAST_WIDTH = 400
_COUNT_WIDTH = 92


class SuggestBar(QWidget):
    """Asks for a suggestion, and accepts or drops all of it."""

    def __init__(
        self,
        language: Language,
        suggest: Callable[[], object],
        accept: Callable[[], object],
        dismiss: Callable[[], object],
    ) -> None:
        super().__init__()
        self._language = language
        on_surface(self, "card")
        self.setFixedHeight(px(tokens.SWITCH_BAR_HEIGHT))
        say = language.say
        self.words = plain_label("", most=2)
        self.suggest = Button(say(msg("Suggest groups")), suggest)
        self.accept = Button(say(msg("Accept all")), accept)
        self.dismiss = Button(say(msg("None of them")), dismiss, "quiet")
        beside = row(self, gap=tokens.GAP_12)
        beside.setContentsMargins(px(tokens.GAP_16), 0, px(tokens.GAP_16), 0)
        beside.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.accept, self.dismiss, self.suggest):
            beside.addWidget(button)

    def show_state(
        self,
        offered: Sequence[Offered],
        waiting: bool,
        left: int = 0,
        values: int = 0,
        too_few: bool = False,
    ) -> None:
        """Show how many suggestions there are, or how many notes wait for one.

        Args:
            waiting: a suggestion is being made.
            left: how many notes stand under no value.
            values: how many values there are.
            too_few: there was too little to compare.
        """
        self.accept.setVisible(bool(offered))
        self.dismiss.setVisible(bool(offered))
        self.suggest.setVisible(not offered)
        self.suggest.setEnabled(left > 0 and not waiting)
        say = self._language.say
        if waiting:
            text = say(msg("Reading the notes"))
        elif offered:
            text = self._count(offered)
        elif left:
            text = say(
                msgn("{n} note stands under no value", "{n} notes stand under no value", left)
            )
        else:
            text = say(msgn("{n} value", "{n} values", values)) if values else ""
        if too_few and not waiting:
            few = say(msg("Not enough notes for a suggestion."))
            text = f"{text}. {few}" if text else few
        self.words.setText(text)
        self.suggest.setToolTip(
            "" if self.suggest.isEnabled() else say(msg("There is no note without a value."))
        )

    def _count(self, offered: Sequence[Offered]) -> str:
        groups = msgn("{n} suggestion", "{n} suggestions", len(offered))
        total = sum(len(each.notes) for each in offered)
        notes = msgn("{n} note", "{n} notes", total)
        return self._language.say(msg("{groups}, {notes}", groups=groups, notes=notes))


class ChosenBar(QWidget):
    """How many notes are chosen, and what can be done with them; makes a value of them too."""

    def __init__(
        self,
        store: QtStore,
        selection: Selection,
        language: Language,
        place: Callable[[], object],
        take_out: Callable[[], object],
    ) -> None:
        super().__init__()
        self._store = store
        self._selection = selection
        self._language = language
        on_surface(self, "card")
        say = language.say
        self.words = plain_label("", most=2)
        self.words.setMinimumWidth(px(_COUNT_WIDTH))
        self.place = Button(say(msg("Put in value")), place)
        self.take_out = Button(say(msg("Take out")), take_out)
        self.name = LineField(say(msg("New value")))
        self.name.setAccessibleName(say(msg("Name of a new value")))
        self.name.returnPressed.connect(self.make)
        self.make_button = Button(say(msg("Make value")), self.make)
        self.refusal = Refusal()
        self._making = QWidget()
        self._low = False
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for two lines."""
        return QSize(px(_LEAST_WIDTH), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the new value comes on a line of its own."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._one_line()
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _one_line(self) -> int:
        """px that everything takes side by side, in the words and the font of this window."""
        buttons = (self.place, self.take_out, self.make_button)
        hint = self.name.fontMetrics().horizontalAdvance(self.name.placeholderText())
        gaps = px(2 * tokens.GAP_16 + 4 * tokens.GAP_8 + tokens.GAP_32)
        return px(_COUNT_WIDTH) + sum(one.sizeHint().width() for one in buttons) + hint + gaps

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        chosen, making = row(gap=tokens.GAP_8), row(self._making, gap=tokens.GAP_8)
        chosen.addWidget(self.words, 1, middle)
        chosen.addWidget(self.place)
        chosen.addWidget(self.take_out)
        making.addWidget(self.name, 1)
        making.addWidget(self.make_button)
        self._parts = row(gap=tokens.GAP_8)
        self._parts.addLayout(chosen, 1)
        self._parts.addWidget(self._making, 1)
        lines = column(self, gap=tokens.GAP_4)
        edge, side = px(tokens.GAP_8), px(tokens.GAP_16)
        lines.setContentsMargins(side, edge, side, edge)
        lines.addLayout(self._parts)
        lines.addWidget(self.refusal)

    def refresh(self) -> None:
        """Show what is chosen now."""
        walk = self._store.walk
        notes = [walk.notes[key] for key in self._selection.in_hand.notes if key in walk.notes]
        chosen = msg("{n} chosen", n=len(notes))
        hint = msg("Click a card to choose it, Ctrl and click for more.")
        words = self._language.say(chosen if notes else hint)
        self.words.setText(words if walk.notes else "")
        self.place.setVisible(bool(notes) and bool(walk.values))
        self.take_out.setVisible(any(note.value for note in notes))

    def set_low(self, low: bool) -> None:
        """Where there is little height, a new value is named only when somebody wants one."""
        if low != self._low:
            self._low = low
            self._making.setVisible(not low)

    def start_name(self) -> None:
        """Let the person type the name of a new value for what is chosen."""
        self._making.show()
        self.name.setFocus()
        self.name.selectAll()

    def make(self) -> None:
        """Make a value with the typed name, with the chosen notes under it."""
        walk = self._store.walk
        notes = tuple(key for key in self._selection.in_hand.notes if key in walk.notes)
        value = Value(id=ValueId(self._store.new_id()), name=self.name.text().strip())
        edit = partial(add_value, value=value, notes=notes, stamp=self._store.stamp())
        if self.refusal.attempt(lambda: edit(walk), self._language):
            self._store.apply(msg("New value: {name}", name=value.name), edit)
            self.name.show_words("")
            self.name.clear()
            self._making.setVisible(not self._low)
            self._selection.select_value(value.id)
        else:
            self.name.setFocus()


class ValueBar(QWidget):
    """What can be done with the value in hand."""

    def __init__(self, store: QtStore, language: Language, act: Callable[[str], object]) -> None:
        super().__init__()
        self._store = store
        self._language = language
        on_surface(self, "card")
        say = language.say
        self.name = plain_label("", tokens.NAME, most=2)
        self.rename = Button(say(msg("Rename")), partial(act, "rename"))
        self.merge = Button(say(msg("Merge")), partial(act, "merge"))
        self.split = Button(say(msg("Split off")), partial(act, "split"))
        self.lock = Button(say(msg("Lock")), partial(act, "lock"))
        parts = row(self, gap=tokens.GAP_12)
        parts.setContentsMargins(px(tokens.GAP_16), 0, px(tokens.GAP_16), 0)
        parts.addWidget(self.name, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.rename, self.merge, self.split, self.lock):
            parts.addWidget(button)

    def minimumSizeHint(self) -> QSize:
        """All buttons, and a few letters of the name."""
        return QSize(px(_LEAST_WIDTH), super().minimumSizeHint().height())

    def show_value(self, value: Value) -> None:
        """Show this value."""
        walk = self._store.walk
        self.name.setText(value.name)
        self.lock.set_words(self._language.say(msg("Unlock") if value.locked else msg("Lock")))
        self.merge.setEnabled(len(standing_values(walk)) > 1 and not value.locked)
        self.split.setVisible(bool(merged_values(walk, value.id)))
        self.split.setEnabled(not value.locked)
        locked = self._language.say(msg("Unlock the value first.")) if value.locked else ""
        self.merge.setToolTip(locked)
        self.split.setToolTip(locked)


class FootBar(QStackedWidget):
    """Under the board: what can be done with the notes in hand, or with the value in hand."""

    def __init__(self, selection: Selection, notes: ChosenBar, value: ValueBar) -> None:
        super().__init__()
        self._selection = selection
        self._notes = notes
        self._value = value
        self.addWidget(notes)
        self.addWidget(value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        # High enough for two lines of words, so that nothing moves when they change.
        self.setMinimumHeight(px(tokens.SWITCH_BAR_HEIGHT))

    def refresh(self, walk: Walk) -> None:
        """Show what is in hand now."""
        key = self._selection.in_hand.value
        value = walk.values.get(key) if key else None
        if value is not None:
            self._value.show_value(value)
        self._notes.refresh()
        self.setCurrentWidget(self._notes if value is None else self._value)
