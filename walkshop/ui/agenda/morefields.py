"""The fields of an action that are rarely filled in, folded away under one button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol, TypeVar

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Action, Money, Residents, Scale
from walkshop.domain.words import MONEY, RESIDENTS, SCALE
from walkshop.i18n import Language, Text, msg
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.datefield import DateField
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.text import capital

T = TypeVar("T")
MORE = ("exists", "residents", "decided_at", "decision_by", "money", "money_source", "ready_on")


class Change(Protocol):
    """Puts fields into the action that is shown."""

    def __call__(self, **fields: str | date | Residents | Scale | Money | None) -> None:
        """Each field by its name in the record."""


class MoreFields:
    """Adds its lines to a form; folded until a person asks for them.

    Args:
        change: puts what was filled in into the action.
    """

    def __init__(
        self, form: Form, language: Language, today: Callable[[], date], change: Change
    ) -> None:
        self._form = form
        self._language = language
        self._open = False
        say = language.say
        residents, money = _with_none(language, RESIDENTS), _with_none(language, MONEY)
        scales = _with_none(language, SCALE)
        self.exists = LineField()
        self.residents = Choice(residents, lambda chosen: change(residents=chosen))
        self.decided_at = Choice(scales, lambda chosen: change(decided_at=chosen))
        self.decision_by = LineField()
        self.money = Choice(money, lambda chosen: change(money=chosen))
        self.money_source = LineField()
        self.ready_on = DateField(language, today, lambda day: change(ready_on=day), self._no_day)
        self.exists.committed.connect(lambda words: change(exists=words.strip()))
        self.decision_by.committed.connect(lambda words: change(decision_by=words.strip()))
        self.money_source.committed.connect(lambda words: change(money_source=words.strip()))
        self.button = Button(say(msg("More to fill in")), self.turn, "quiet")
        self._lay_out()

    def show_action(self, action: Action) -> None:
        """Show the fields of this action."""
        self.exists.show_words(action.exists)
        self.residents.show_thing(action.residents)
        self.decided_at.show_thing(action.decided_at)
        self.decision_by.show_words(action.decision_by)
        self.money.show_thing(action.money)
        self.money_source.show_words(action.money_source)
        self.ready_on.show_day(action.ready_on)
        filled = sum(bool(getattr(action, key)) for key in MORE)
        more = msg("More to fill in ({n} filled in)", n=filled) if filled else None
        self._folded_words = self._language.say(more or msg("More to fill in"))
        self._show()

    def turn(self) -> None:
        """Fold the lines away, or show them."""
        self._open = not self._open
        self._show()

    def _lay_out(self) -> None:
        self._folded_words = self.button.text()
        self._form.add_wide(self.button)
        add = self._form.add
        add("exists", msg("What is there already?"), self.exists)
        add("residents", msg("Can residents do this themselves?"), self.residents)
        add("decided_at", msg("Who decides?"), self.decided_at)
        add("decision_by", msg("Decision by"), self.decision_by)
        add("money", msg("Money"), self.money)
        add("money_source", msg("Money from"), self.money_source)
        add("ready_on", msg("Ready on"), self.ready_on)
        self._show()

    def _show(self) -> None:
        fewer = self._language.say(msg("Fewer fields"))
        self.button.set_words(fewer if self._open else self._folded_words)
        for key in MORE:
            self._form.show_row(key, self._open)

    def _no_day(self, refusal: WalkshopError) -> None:
        self._form.refuse_at("ready_on", refusal)


def _with_none(language: Language, words: Mapping[T, Text]) -> list[tuple[T | None, str]]:
    found: list[tuple[T | None, str]] = [(None, language.say(msg("Not chosen yet")))]
    return found + [(thing, capital(language.say(text))) for thing, text in words.items()]
