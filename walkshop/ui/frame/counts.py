"""The conscience of the window: how many there are of what, each number a filter on click."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from walkshop.domain.queries.answers import AnswerBook, Standing
from walkshop.domain.queries.notes import count_notes
from walkshop.domain.records import Kind
from walkshop.domain.words import KIND
from walkshop.i18n import Text, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.filtering import Wanted
from walkshop.ui.frame.small import rule
from walkshop.ui.map.pins import draw_kind
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.type import px

KIND_ICON_PX = 18
_WORDY = frozenset({"not_placed", "without", "waiting"})
_RARE = frozenset({Kind.UNKNOWN.value, Kind.OPPORTUNITY.value, "waiting", "not_placed"})
UNKNOWN_WORDS = msg("Question, or no kind yet")


@dataclass(frozen=True, slots=True)
class Count:
    """One number of the status line: its words, and what a click on it asks for."""

    key: str
    n: int
    words: Text
    asks: Wanted


def counts_of(desk: Desk) -> list[Count]:
    """The numbers as they are now, in their order; the first is of all notes."""
    walk = desk.store.walk
    counted = count_notes(walk, desk.filter.standing)
    book = AnswerBook(walk)
    today = desk.store.stamp().now.astimezone().date()
    standing = [book.standing_of(note, today) for note in desk.filter.standing]
    without, waiting = standing.count(Standing.WITHOUT), standing.count(Standing.WAITING)
    n = counted.notes
    found = [Count("notes", n, msgn("{n} note", "{n} notes", n), Wanted())]
    found += [
        Count(kind.value, counted.kinds[kind], _kind_words(kind), Wanted(kind=kind))
        for kind in Kind
    ]
    n = counted.not_placed
    found += [
        Count("not_placed", n, msg("{n} not placed yet", n=n), Wanted(without_place=True)),
        Count(
            "without",
            without,
            msg("{n} without answer", n=without),
            Wanted(standing=Standing.WITHOUT),
        ),
        Count(
            "waiting",
            waiting,
            msg("{n} waiting for an answer", n=waiting),
            Wanted(standing=Standing.WAITING),
        ),
    ]
    return found


class CountsLine(QWidget):
    """The numbers as flat buttons; kinds as shapes, with words where there is room.

    Signals:
        asked: a number was clicked, and its notes are wanted in view.
    """

    asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wide = False
        self._brief = False
        self._counts: dict[str, Count] = {}
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.GAP_4))
        for count in counts_of(desk):
            if count.key == "not_placed":
                row.addSpacing(px(tokens.GAP_8))
                self._rule = rule(across=False)
                self._rule.setFixedHeight(px(tokens.GAP_16))
                row.addWidget(self._rule)
                row.addSpacing(px(tokens.GAP_8))
            row.addWidget(self._button(count))
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        for count in counts_of(self._desk):
            self._counts[count.key] = count
            self._show(count)

    def set_wide(self, wide: bool) -> None:
        """Give the kinds their words, or only their shapes."""
        if wide != self._wide:
            self._wide = wide
            for count in self._counts.values():
                self._show(count)

    def set_brief(self, brief: bool) -> None:
        """Leave out the numbers that need words, to make room for a notice."""
        if brief != self._brief:
            self._brief = brief
            for count in self._counts.values():
                self._show(count)
            self._rule.setVisible(not brief)

    def full_width(self) -> int:
        """The width in px of all numbers, brief or not."""
        shown = [count for count in self._counts.values() if self._has_place(count)]
        gaps = px(tokens.GAP_4) * (len(shown) + 3) + px(tokens.GAP_16)
        return gaps + sum(self._buttons[count.key].sizeHint().width() for count in shown)

    def button(self, key: str) -> QToolButton:
        """The button of one number, by its key."""
        return self._buttons[key]

    def _show(self, count: Count) -> None:
        button = self._buttons[count.key]
        words = self._desk.say(count.words)
        number = self._desk.language.number(count.n)
        is_kind = count.asks.kind is not None
        spoken = f"{number} {words}" if is_kind else words
        button.setText(number if is_kind and not self._wide else spoken)
        button.setAccessibleName(spoken)
        button.setToolTip(plain_tip(spoken))
        asked = replace(self._desk.filter.wanted, words="")
        button.setChecked(count.key != "notes" and asked == count.asks)
        brief = self._brief and count.key in _WORDY
        button.setVisible(self._has_place(count) and not brief)

    def _has_place(self, count: Count) -> bool:
        """Some numbers are only there when they are not nought."""
        return bool(count.n) or count.key not in _RARE or self._buttons[count.key].isChecked()

    def _on_click(self, key: str) -> None:
        wanted = self._desk.filter.wanted
        asks = self._counts[key].asks
        on = key != "notes" and replace(wanted, words="") != asks
        self._desk.filter.want(replace(asks, words=wanted.words) if on else Wanted())
        self.refresh()
        self.asked.emit()

    def _button(self, count: Count) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "count")
        button.setCheckable(count.key != "notes")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if count.asks.kind is not None:
            button.setIcon(kind_icon(count.asks.kind))
            button.setIconSize(QSize(px(KIND_ICON_PX), px(KIND_ICON_PX)))
        if count.key == "notes":
            font = button.font()
            font.setBold(True)
            button.setFont(font)
        button.clicked.connect(lambda: self._on_click(count.key))
        self._buttons[count.key] = button
        return button


def kind_icon(kind: Kind, colour: str = tokens.INK) -> QIcon:
    """The outline of a kind as an icon, sharp at any screen."""
    icon = QIcon()
    side = px(KIND_ICON_PX)
    for ratio in (1.0, 1.5, 2.0, 3.0):
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_kind(painter, QRectF(1.5, 1.5, side - 3, side - 3), kind.value, colour)
        painter.end()
        icon.addPixmap(picture)
    return icon


def _kind_words(kind: Kind) -> Text:
    return UNKNOWN_WORDS if kind is Kind.UNKNOWN else KIND[kind]
