"""The action in hand on the agenda: its number, where it comes from, its form and its answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkshop.domain.edits.actions import remove_action
from walkshop.domain.edits.answers import give_answers, take_answer_back
from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.records import (
    BINDING,
    Action,
    ActionStatus,
    AnswerId,
    Subject,
    Walk,
)
from walkshop.domain.words import STATUS
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.agenda.actionform import ActionForm
from walkshop.ui.agenda.answerform import AnswerForm
from walkshop.ui.agenda.draft import Draft, draft_of
from walkshop.ui.agenda.rounds import RoundsPart
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.flow import Flow
from walkshop.ui.widgets.labels import plain_label, soft_label, title_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.notes import look_of
from walkshop.ui.widgets.pins import PinRow
from walkshop.ui.widgets.scroll import rule
from walkshop.ui.widgets.text import capital

_OPEN = (ActionStatus.IDEA, ActionStatus.ASKED, ActionStatus.STOPPED)


class ActionPage(QWidget):
    """Shows one action, or a new one that still lacks its words."""

    born = Signal(str)

    def __init__(self, store: QtStore, language: Language, today: Callable[[], date]) -> None:
        super().__init__()
        self._store = store
        self._language = language
        self._today = today
        self._drafts: dict[str, Draft] = {}
        say = language.say
        self._nr = plain_label("", tokens.NUMBER_IN_HAND, tokens.ACCENT)
        self._state = soft_label("")
        self._pins = PinRow()
        self.form = ActionForm(store, language, today)
        self.form.born.connect(self.born)
        self.agree = Button(say(msg("Agreed")), self.form.agree, "primary")
        self.remove = Button(say(msg("Remove this action")), self._remove, "quiet")
        self.answer = AnswerForm(language, today)
        self.answer.drafted.connect(self._on_drafted)
        self.rounds = RoundsPart(store, language, today)
        self._lay_out()

    def show_action(self, walk: Walk, action: Action) -> None:
        """Show this action as it is in this walk."""
        known = action.id in walk.actions
        new = self._language.say(msg("New action"))
        self._nr.setText(str(action.nr) if known else new)
        self._state.setText(capital(self._language.say(STATUS[action.status])) if known else "")
        notes = [walk.notes[key] for key in action.notes if key in walk.notes]
        numbers = self._language.row([str(note.nr) for note in notes])
        self._pins.show_looks([look_of(walk, note) for note in notes], numbers)
        self._pins.setVisible(bool(notes))
        self.form.show_action(walk, action)
        self.agree.setVisible(action.status in _OPEN)
        self.remove.setVisible(known and action.status not in BINDING)
        self._answers.setVisible(known)
        self.rounds.show_action(action)
        given = AnswerBook(walk).own(Subject.ACTION, action.id)
        draft = self._drafts.get(action.id) or draft_of(given)
        if draft != self.answer.draft:
            self.answer.accept()
            self.answer.show_draft(draft)

    def _lay_out(self) -> None:
        head = row(gap=tokens.GAP_12)
        names = column()
        names.addWidget(self._state)
        names.addWidget(self._pins)
        head.addWidget(self._nr)
        head.addLayout(names, 1)
        acts = QWidget()
        flow = Flow(acts, tokens.GAP_8, tokens.GAP_8)
        flow.addWidget(self.agree)
        flow.addWidget(self.remove)
        self._answers = QWidget()
        below = column(self._answers, gap=tokens.GAP_12)
        below.addWidget(rule())
        below.addWidget(title_label(self._language.say(msg("Answer"))))
        below.addWidget(self.answer)
        lines = column(self, gap=tokens.GAP_12)
        lines.addLayout(head)
        lines.addWidget(self.form)
        lines.addWidget(acts)
        lines.addWidget(self._answers)
        lines.addWidget(self.rounds)
        lines.addStretch(1)

    def _on_drafted(self) -> None:
        """Give the answer as soon as it is one; until then the draft waits for what it lacks."""
        action = self.form.action
        if action is None or action.id not in self._store.walk.actions:
            return
        draft = self.answer.draft
        given = AnswerBook(self._store.walk).own(Subject.ACTION, action.id)
        key = given.id if given else AnswerId(self._store.new_id())
        answer = draft.about(Subject.ACTION, action.id, key, self._today())
        self._drafts[action.id] = draft
        if answer is None:
            self._take_back(action, given.id if given else None)
            return
        edit = partial(give_answers, answers=(answer,), stamp=self._store.stamp())
        # Taken off before the walk changes: what is shown then is the answer that was given.
        kept = self._drafts.pop(action.id)
        label = msg("Answer to action {nr}", nr=action.nr)
        if not self.answer.act(self._store, label, edit):
            self._drafts[action.id] = kept

    def _take_back(self, action: Action, given: AnswerId | None) -> None:
        self._drafts.pop(action.id, None)
        if given is not None:
            label = msg("Answer to action {nr} taken back", nr=action.nr)
            self._store.apply(label, partial(take_answer_back, answer=given))

    def _remove(self) -> None:
        action = self.form.action
        if action is not None:
            label = msg("Action {nr} removed", nr=action.nr)
            self._store.apply(label, partial(remove_action, action=action.id))
