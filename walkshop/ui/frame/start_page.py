"""The start page: a new walk, one of your own, or the sample; and the walks used last."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.frame.broken_card import BrokenCard
from walkshop.ui.frame.new_walk import NewWalk
from walkshop.ui.frame.settings_page import LANGUAGE_NAMES
from walkshop.ui.frame.small import OneLine, rule
from walkshop.ui.frame.unfinished import Broken
from walkshop.ui.frame.way_card import Recent, RecentRow, WayCard
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.labels import plain_label, soft_label, title_label
from walkshop.ui.widgets.scroll import scrolling
from walkshop.ui.widgets.type import px

_SIDE, _RIGHT_LEAST = 520, 360
_EDGE, _TOP = 52, 96
_PROMISE = msg(
    "From what people saw to what we agree. Everything is on this laptop, without internet."
)


class StartPage(QWidget):
    """Three ways to begin at the left; the walks used last, or the form of a new one, right.

    Signals:
        new_wanted, open_wanted, sample_wanted: one of the three ways.
        recent_chosen: the path of a walk used before.
        resumed: the walk that was not closed, to go on with.
        language_chosen: "nl" or "en".
    """

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_chosen = Signal(object)
    resumed = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self, language: Language, recent: Sequence[Recent], broken: Broken | None = None
    ) -> None:
        super().__init__()
        self.broken = BrokenCard(language, broken) if broken else None
        on_surface(self, "paper")
        self._language = language
        self._narrow = False
        self.refusal = Refusal()
        self.ways: dict[str, WayCard] = {}
        self.recent: list[RecentRow] = []
        self.new_walk = NewWalk(language)
        self._right = QStackedWidget()
        self._right.addWidget(self._recent_list(recent))
        self._right.addWidget(self.new_walk)
        self._left = self._ways()
        content = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addWidget(self._left, 1)
        self._sides.addWidget(self._right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(content, "paper"))

    def areas(self) -> list[QWidget]:
        """What gets the focus: the walk that was not closed, the one used last, else a new one."""
        broken = [self.broken.go_on] if self.broken else []
        return [*broken, *self.recent[:1], self.ways["new"]]

    def showEvent(self, event: QShowEvent) -> None:
        """Enter opens the walk used last, or begins a new one."""
        super().showEvent(event)
        if self._right.currentIndex() == 0:
            self.areas()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the walks used last come under the ways to begin."""
        super().resizeEvent(event)
        narrow = self._narrow = event.size().width() < px(_SIDE + _RIGHT_LEAST)
        ways = QBoxLayout.Direction
        # A walk that was not closed comes before everything else.
        stacked = ways.BottomToTop if self.broken else ways.TopToBottom
        self._sides.setDirection(stacked if narrow else ways.LeftToRight)
        self._left.setMaximumWidth(event.size().width() if narrow else px(_SIDE))
        edge, top = (tokens.GAP_24, tokens.GAP_24) if narrow else (_EDGE, _TOP)
        for part, high in ((self._left, top), (self._recent, top + 8), (self.new_walk, top + 8)):
            layout = part.layout()
            if layout is not None:
                layout.setContentsMargins(px(edge), px(high), px(edge), px(tokens.GAP_32))
        self._make_room()

    def show_new(self) -> None:
        """Show the form of a new walk."""
        self._right.setCurrentIndex(1)
        self._make_room()
        self.new_walk.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_recent(self) -> None:
        """Show the walks used last."""
        self._right.setCurrentIndex(0)
        self._make_room()

    def _make_room(self) -> None:
        # In a narrow window the form would begin below the edge, where nobody sees it come.
        self._left.setVisible(not self._narrow or self._right.currentIndex() == 0)

    def say(self, words: str) -> None:
        """Say in one sentence what did not work; empty for nothing."""
        self.refusal.say(words)

    def _ways(self) -> QWidget:
        say = self._language.say
        side = QWidget()
        on_surface(side, "card")
        column = QVBoxLayout(side)
        column.setSpacing(px(tokens.GAP_12))
        name = OneLine("Walkshop", "start")
        column.addWidget(name)
        promise = plain_label(say(_PROMISE), tokens.ENTRY, tokens.SOFT)
        column.addWidget(promise)
        column.addSpacing(px(tokens.GAP_12))
        for key, title, about, wanted in (
            ("new", msg("New walk"), msg("Title and question"), self.new_wanted),
            ("open", msg("Open a walk"), msg("From this laptop or a stick"), self.open_wanted),
            ("sample", msg("Open the sample"), msg("Crooswijk, with 28 notes"), self.sample_wanted),
        ):
            card = WayCard(key, say(title), say(about))
            card.clicked.connect(wanted)
            self.ways[key] = card
            column.addWidget(card)
        column.addWidget(self.refusal)
        column.addStretch(1)
        column.addLayout(self._languages())
        return side

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(tokens.GAP_4))
        for code, name in LANGUAGE_NAMES:
            if code == self._language.code:
                row.addWidget(OneLine(name))
            else:
                row.addWidget(Button(name, self._chooser(code), "quiet"))
        row.addStretch(1)
        return row

    def _chooser(self, code: str) -> Callable[[], object]:
        return lambda: self.language_chosen.emit(code)

    def _recent_list(self, recent: Sequence[Recent]) -> QWidget:
        say = self._language.say
        content = self._recent = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(0)
        if self.broken is not None:
            self.broken.resumed.connect(self.resumed)
            column.addWidget(self.broken)
            column.addSpacing(px(tokens.GAP_32))
        column.addWidget(title_label(say(msg("Used last"))))
        column.addSpacing(px(tokens.GAP_12))
        column.addWidget(rule())
        for walk in recent:
            row = RecentRow(walk)
            row.clicked.connect(lambda _=False, path=walk.path: self.recent_chosen.emit(path))
            self.recent.append(row)
            column.addWidget(row)
            column.addWidget(rule())
        if not recent:
            column.addSpacing(px(tokens.GAP_16))
            nothing = msg("Walks that you open come here. The sample shows how it works.")
            column.addWidget(soft_label(say(nothing)))
        column.addStretch(1)
        return content
