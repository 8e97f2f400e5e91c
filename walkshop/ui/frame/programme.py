"""The programme of the evening, for the facilitator: the part, its minutes, a click to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from walkshop.domain.programme import MINUTES, PARTS, Programme, programme_from
from walkshop.i18n import Language, Text, msg, msgc, msgn
from walkshop.services.settings import SettingsFile
from walkshop.ui import tokens
from walkshop.ui.plain import button_words, plain_tip
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.type import px

LOOK_EVERY_MS = 5_000
"""Minutes are shown whole, so that this is often enough; nothing blinks."""


class ProgrammeLine(QWidget):
    """The part that is on with its minutes, and a button to the next part.

    It is kept in the settings and not in the walk: an evening is no part of what people said.

    Signals:
        show_wanted: the room should see what a part is about; which part, from 0.
        width_changed: it needs more room now, or less.

    Args:
        clock: gives the aware time.
    """

    show_wanted = Signal(int)
    width_changed = Signal()

    def __init__(
        self, settings: SettingsFile, language: Language, clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._settings = settings
        self._language = language
        self._clock = clock
        self.now = programme_from(settings.now.programme, clock())
        self._short = False
        self.part = self._button("count")
        self.part.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.part)
        self._menu.aboutToShow.connect(self.fill)
        self.part.setMenu(self._menu)
        self.following = self._button("quiet")
        self.following.clicked.connect(self.go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.GAP_4))
        row.addWidget(self.part)
        row.addWidget(self.following)
        self._looking = QTimer(self, interval=LOOK_EVERY_MS)
        self._looking.timeout.connect(self.refresh)
        self.refresh()

    @property
    def menu(self) -> QMenu:
        """What else can be done with the programme."""
        return self._menu

    def set_short(self, short: bool) -> None:
        """In a narrow window the button to the next part stands in the menu alone."""
        if short != self._short:
            self._short = short
            self.refresh()

    def begin(self) -> None:
        """The evening begins now."""
        self._keep(self.now.begun(self._clock()))

    def go_on(self) -> None:
        """The next part begins now."""
        self._keep(self.now.next(self._clock()))

    def go_back(self) -> None:
        """The part before begins anew."""
        self._keep(self.now.previous(self._clock()))

    def turn_pause(self) -> None:
        """Let the clock stand still, or go on."""
        now = self._clock()
        self._keep(self.now.paused(now) if self.now.held is None else self.now.resumed(now))

    def stop(self) -> None:
        """There is no programme now."""
        self._keep(Programme(self.now.length))

    def take(self, length: int) -> None:
        """The evening takes so many minutes; the part that is on goes on."""
        self._keep(replace(self.now, length=length))

    def refresh(self) -> None:
        """Say anew how things stand."""
        words = button_words(self._language.say(self.words()))
        going = self.now.began is not None
        shows_next = going and not self.now.is_last and not self._short
        if words != self.part.text() or shows_next == self.following.isHidden():
            self.part.setText(words)
            self.part.setAccessibleName(self._language.say(self._spoken()))
            self.part.setToolTip(plain_tip(self._language.say(self._spoken())))
            following = self._language.say(msg("Next part"))
            self.following.setText(button_words(self._language.say(msgc("programme", "Next"))))
            after = PARTS[min(self.now.part + 1, len(PARTS) - 1)]
            told = f"{following}: {self._language.say(after)}"
            self.following.setAccessibleName(told)
            self.following.setToolTip(plain_tip(told))
            self.following.setVisible(shows_next)
            self.updateGeometry()
            self.width_changed.emit()
        if going and self.now.held is None:
            self._looking.start()
        else:
            self._looking.stop()

    def words(self) -> Text:
        """The part and its minutes; over time is said, without a colour."""
        if self.now.began is None:
            return msg("Programme")
        left = self.now.left(self._clock())
        name = capital(self._language.say(self.now.name))
        if self.now.held is not None:
            return msg("{part}, clock stands still", part=name)
        if left < 0:
            return msgn("{part}, {n} min over", "{part}, {n} min over", -left, part=name)
        return msgn("{part}, {n} min left", "{part}, {n} min left", left, part=name)

    def fill(self) -> None:
        """Make the menu as things stand now."""
        menu, going = self._menu, self.now.began is not None
        menu.clear()
        if not going:
            self._add(msg("Begin the evening"), self.begin)
        else:
            if not self.now.is_last:
                self._add(msg("Next part"), self.go_on)
            if self.now.part:
                self._add(msg("Back to the part before"), self.go_back)
            still = self.now.held is not None
            self._add(msg("Let the clock go on") if still else msg("Pause"), self.turn_pause)
            part = self.now.part
            self._add(msg("Show this part to the room"), lambda: self.show_wanted.emit(part))
            self._add(msg("Stop the programme"), self.stop)
        menu.addSeparator()
        lengths = QActionGroup(menu)
        for length in MINUTES:
            words = msgn("{n} minute", "{n} minutes", length)
            action = self._add(words, partial(self.take, length))
            action.setCheckable(True)
            action.setChecked(length == self.now.length)
            lengths.addAction(action)

    def _add(self, words: Text, do: Callable[[], object]) -> QAction:
        action = self._menu.addAction(button_words(self._language.say(words)))
        action.triggered.connect(lambda _checked=False: do())
        return action

    def _keep(self, programme: Programme) -> None:
        self.now = programme
        self._settings.keep(replace(self._settings.now, programme=programme.as_words()))
        self.refresh()

    def _spoken(self) -> Text:
        """With what is left of the whole evening."""
        if self.now.began is None:
            return msg("Programme of the evening")
        return msgn(
            "{part}. {n} minute left of the evening.",
            "{part}. {n} minutes left of the evening.",
            self.now.left_in_all(self._clock()),
            part=self._language.say(self.words()),
        )

    def _button(self, role: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", role)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
