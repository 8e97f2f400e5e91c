"""Asking later how far an action is: each round stays, with its day and its words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from walkshop.domain.edits.actions import tell_round
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import BINDING, Action, ActionStatus, StatusRound
from walkshop.domain.words import STATUS
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.datefield import DateField
from walkshop.ui.widgets.fields import Choice, LongField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import soft_label, title_label
from walkshop.ui.widgets.layouts import clear, column
from walkshop.ui.widgets.scroll import rule
from walkshop.ui.widgets.text import capital

PLACES = {msg("Why does it stop?"): "words"}
"""The field that each refusal is about; others are said at the first one."""

_LATER = (ActionStatus.BEGUN, ActionStatus.DONE, ActionStatus.STOPPED)


class RoundsPart(QWidget):
    """The rounds of one action so far, and a form for one more."""

    def __init__(self, store: QtStore, language: Language, today: Callable[[], date]) -> None:
        super().__init__()
        self._store = store
        self._language = language
        self._today = today
        self._action: Action | None = None
        self._shown: tuple[StatusRound, ...] = ()
        self._on: date | None = None
        self._next: date | None = None
        say = language.say
        states = [(status, capital(say(STATUS[status]))) for status in _LATER]
        self.form = Form(language, PLACES)
        self.status = Choice(states)
        self.on = DateField(language, today, self._choose_on, self._no_day("on"))
        self.words = LongField(2)
        self.next = DateField(language, today, self._choose_next, self._no_day("next"))
        self.add = Button(say(msg("Add this")), self.tell)
        self._so_far = column(gap=tokens.GAP_4)
        self._lay_out()

    def show_action(self, action: Action) -> None:
        """Show the rounds of this action; only what was agreed is asked after."""
        other = self._action is None or self._action.id != action.id
        self._action = action
        self.setVisible(action.status in BINDING or bool(action.rounds))
        if other:
            self._start()
        if other or action.rounds != self._shown:
            self._shown = action.rounds
            clear(self._so_far)
            for told in action.rounds:
                self._so_far.addWidget(soft_label(self.line_of(told)))

    def line_of(self, told: StatusRound) -> str:
        """One round in words."""
        status = self._language.say(STATUS[told.status])
        line = msg("{day}: {status}", day=self._language.short_day(told.on), status=status)
        return ". ".join(filter(None, (self._language.say(line), told.words.strip())))

    def tell(self) -> None:
        """Add a round as it is filled in."""
        action = self._action
        if action is None or self.form.refused()[0] in ("on", "next"):
            return
        told = StatusRound(self._on or self._today(), self.status.thing, self.words.text().strip())
        status = self._language.say(STATUS[told.status])
        label = msg("Action {nr}: {status}", nr=action.nr, status=status)
        edit = partial(
            tell_round,
            action=action.id,
            told=told,
            next_check=self._next,
            stamp=self._store.stamp(),
        )
        if self.form.act(self._store, label, edit):
            self._start()

    def _start(self) -> None:
        """Begin a round of today."""
        self.form.accept()
        begun = self._action is not None and self._action.status is ActionStatus.BEGUN
        self.status.show_thing(ActionStatus.DONE if begun else ActionStatus.BEGUN)
        self._on = self._today()
        self._next = self._action.next_check if self._action else None
        self.on.show_day(self._on)
        self.words.show_words("")
        self.words.setPlainText("")
        self.next.show_day(self._next)

    def _lay_out(self) -> None:
        self.form.add("status", msg("How far is it?"), self.status)
        self.form.add("words", msg("In words"), self.words)
        self.form.add("on", msg("On which day?"), self.on)
        self.form.add("next", msg("Ask again on"), self.next)
        lines = column(self, gap=tokens.GAP_12)
        lines.addWidget(rule())
        lines.addWidget(title_label(self._language.say(msg("How is it going?"))))
        lines.addLayout(self._so_far)
        lines.addWidget(self.form)
        lines.addWidget(self.add)

    def _choose_on(self, day: date | None) -> None:
        self._on = day
        self.form.accept()

    def _choose_next(self, day: date | None) -> None:
        self._next = day
        self.form.accept()

    def _no_day(self, key: str) -> Callable[[WalkshopError], None]:
        return lambda refusal: self.form.refuse_at(key, refusal)
