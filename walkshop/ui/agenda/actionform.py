"""The form of one action, one field a line in the order in which people say them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from walkshop.domain.edits.actions import add_action, change_action, check_action
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.actions import top_actions
from walkshop.domain.queries.values import standing_values
from walkshop.domain.records import (
    Action,
    ActionStatus,
    Money,
    Residents,
    Scale,
    Term,
    ValueId,
    Walk,
)
from walkshop.domain.words import STATUS, TERM
from walkshop.i18n import Language, msg
from walkshop.ui.agenda.morefields import MoreFields
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.datefield import DateField
from walkshop.ui.widgets.fields import Choice, LineField, LongField, ManyChoice
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.text import capital

PLACES = {
    msg("What will we do?"): "what",
    msg("“Everyone” is no one. Who starts?"): "leader",
    msg("Which department?"): "leader",
    msg("Who leads this? Fill in a group or department. Until then it stays an idea."): "leader",
    msg("Choose a day or a week. “As soon as possible” cannot be checked later."): "date",
    msg("Did the leader say yes?"): "yes",
    msg("Why does it stop?"): "stopped",
}
"""The field that each refusal of an action is about."""

TOP = 3
Choices = ActionStatus | Term | Residents | Scale | Money
Field = str | date | Choices | tuple[ValueId, ...] | int | None


class ActionForm(Form):
    """Shows one action or a new one; each field takes effect when the person goes on."""

    born = Signal(str)  # the id of an action that was new

    def __init__(self, store: QtStore, language: Language, today: Callable[[], date]) -> None:
        super().__init__(language, PLACES)
        self._store = store
        self._action: Action | None = None
        self._wanted: ActionStatus | None = None
        say = language.say
        terms: list[tuple[Term | None, str]] = [(None, say(msg("Not chosen yet")))]
        terms += [(term, capital(say(words))) for term, words in TERM.items()]
        states = [(status, capital(say(words))) for status, words in STATUS.items()]
        self.what = LongField(2, say(msg("Start with a verb.")))
        self.values = ManyChoice[ValueId](say(msg("No value yet")), self._choose_values)
        self.where = LineField()
        self.leader = LineField()
        self.helpers = LineField()
        self.first_step = LineField()
        self.date = DateField(
            language, today, lambda day: self._change(first_date=day), self._no_day("date")
        )
        self.term = Choice(terms, lambda term: self._change(term=term))
        self.status = Choice(states, self._choose_status)
        self.stopped = LineField()
        self.yes = DateField(
            language, today, lambda day: self._change(leader_yes_on=day), self._no_day("yes")
        )
        self.top = QCheckBox(say(msg("In the top 3")))
        self.top.clicked.connect(self._choose_top)
        self._lay_out()
        self.more = MoreFields(self, language, today, self._change)
        self._connect()

    def show_action(self, walk: Walk, action: Action) -> None:
        """Show this action, or one that is not in the walk yet."""
        if self._action is None or self._action.id != action.id:
            self.accept()
            self._wanted = None
        self._action = action
        self.what.show_words(action.what)
        names = [(value.id, value.name) for value in standing_values(walk)]
        self.values.offer(names, action.values)
        self.where.show_words(action.place_words)
        self.leader.show_words(action.leader)
        self.helpers.show_words(action.helpers)
        self.first_step.show_words(action.first_step)
        self.date.show_day(action.first_date)
        self.term.show_thing(action.term)
        self.status.show_thing(self._wanted or action.status)
        self.stopped.show_words(action.stopped_because)
        self.yes.show_day(action.leader_yes_on)
        self.top.setChecked(bool(action.top))
        self.more.show_action(action)
        self._show_rows()

    @property
    def action(self) -> Action | None:
        """The action that is shown."""
        return self._action

    def agree(self) -> None:
        """Make it agreed; what lacks is said under its field."""
        self._choose_status(ActionStatus.AGREED)

    def _lay_out(self) -> None:
        self.add("what", msg("What will we do?"), self.what, stacked=True)
        self.add("values", msg("Why?"), self.values)
        self.add("where", msg("Where?"), self.where)
        self.add("leader", msg("Who leads?"), self.leader)
        self.add("helpers", msg("Who helps?"), self.helpers)
        self.add("first_step", msg("First step"), self.first_step)
        self.add("date", msg("When?"), self.date)
        self.add("term", msg("How soon?"), self.term)
        self.add("status", msg("Status"), self.status)
        self.add("stopped", msg("Because"), self.stopped)
        self.add("yes", msg("Leader said yes on"), self.yes)
        self.add("top", msg("Top 3"), self.top)

    def _connect(self) -> None:
        self.what.committed.connect(lambda words: self._change(what=words.strip()))
        self.where.committed.connect(lambda words: self._change(place_words=words.strip()))
        self.leader.committed.connect(lambda words: self._change(leader=words.strip()))
        self.helpers.committed.connect(lambda words: self._change(helpers=words.strip()))
        self.first_step.committed.connect(lambda words: self._change(first_step=words.strip()))
        self.stopped.committed.connect(lambda words: self._change(stopped_because=words.strip()))

    def _show_rows(self) -> None:
        status = self._wanted or (self._action.status if self._action else ActionStatus.IDEA)
        self.show_row("stopped", status is ActionStatus.STOPPED)

    def _choose_values(self, values: tuple[ValueId, ...]) -> None:
        self._change(values=values)

    def _choose_status(self, status: ActionStatus) -> None:
        # A status that still lacks something stays wanted: the next field may complete it.
        self._wanted = status
        self.status.show_thing(status)
        self._show_rows()
        self._change()

    def _choose_top(self, chosen: bool) -> None:
        if not chosen:
            self._change(top=None)
            return
        taken = {action.top for action in top_actions(self._store.walk)}
        free = next((place for place in range(1, TOP + 1) if place not in taken), None)
        if free is None:
            numbers = [str(action.nr) for action in top_actions(self._store.walk)]
            full = msg("There are three already: {numbers}.", numbers=self._language.row(numbers))
            self.top.setChecked(False)
            self.refuse_at("top", WalkshopError(full, msg("Take one out first.")))
            return
        self._change(top=free)

    def _no_day(self, key: str) -> Callable[[WalkshopError], None]:
        return lambda refusal: self.refuse_at(key, refusal)

    def _change(self, **fields: Field) -> None:
        """Put fields into the action; with a wanted status that completes it, that too."""
        if self._action is None:
            return
        changed = replace(self._action, **fields)  # type: ignore[arg-type]  # checked by replace
        new = changed.id not in self._store.walk.actions
        if new:
            self._action = changed
        if self._wanted is None or self._wanted is changed.status:
            self._wanted = None
            self._apply(changed, new)
            return
        wanted = replace(changed, status=self._wanted)
        try:
            check_action(wanted)
        except WalkshopError as refusal:
            # What was typed is kept; the status waits for what it lacks.
            if new or changed != self._store.walk.action(changed.id):
                self._apply(changed, new)
            self.refuse(refusal)
            return
        self._wanted = None
        self._apply(wanted, new)

    def _apply(self, action: Action, new: bool) -> None:
        stamp = self._store.stamp()
        if new:
            nr = self._store.walk.marks.action
            label = msg("New action {nr}: {what}", nr=nr, what=action.what)
            if self.act(self._store, label, partial(add_action, action=action, stamp=stamp)):
                self.born.emit(action.id)
            return
        label = msg("Action {nr} changed", nr=action.nr)
        self.act(self._store, label, partial(change_action, action=action, stamp=stamp))
