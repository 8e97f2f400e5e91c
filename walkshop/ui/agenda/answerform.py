"""The fields of an answer, in the order in which people say them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import AnswerKind, AnswerState, ReasonKind
from walkshop.domain.words import ANSWER, REASON, STATE
from walkshop.i18n import Language, msg
from walkshop.ui.agenda.draft import Draft
from walkshop.ui.widgets.datefield import DateField
from walkshop.ui.widgets.fields import Choice, LineField, LongField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.text import capital

PLACES = {
    msg("Why not? Write it as you would say it at the door."): "because",
    msg("What kind of reason is it?"): "reason",
    msg("On which date?"): "due",
    msg("Who will give the answer?"): "by",
    msg("Who does it lie with?"): "whom",
    msg("Which number did the report get?"): "number",
}
"""The field that each refusal of an answer is about."""

_WITH_DATE = (AnswerKind.LATER, AnswerKind.PENDING)


class AnswerForm(Form):
    """Holds a draft; `drafted` comes when a person changed it."""

    drafted = Signal()

    def __init__(self, language: Language, today: Callable[[], date]) -> None:
        super().__init__(language, PLACES)
        say = language.say
        self.draft = Draft()
        answers: list[tuple[AnswerKind | None, str]] = [(None, say(msg("No answer yet")))]
        answers += [(kind, say(words)) for kind, words in ANSWER.items()]
        reasons: list[tuple[ReasonKind | None, str]] = [(None, say(msg("Not chosen yet")))]
        reasons += [(kind, capital(say(words))) for kind, words in REASON.items()]
        states = [(state, capital(say(words))) for state, words in STATE.items()]
        self.answer = Choice(answers, self._choose_answer)
        self.because = LongField(2)
        self.reason = Choice(reasons, lambda reason: self._fill(reason=reason))
        self.due = DateField(language, today, lambda day: self._fill(due=day), self._no_day("due"))
        self.whom = LineField()
        self.number = LineField()
        self.by = LineField()
        self.state = Choice(states, self._choose_state)
        self.on = DateField(language, today, lambda day: self._fill(on=day), self._no_day("on"))
        self._lay_out()
        self.because.committed.connect(lambda words: self._fill(because=words))
        self.whom.committed.connect(lambda words: self._fill(with_whom=words))
        self.number.committed.connect(lambda words: self._fill(report_nr=words))
        self.by.committed.connect(lambda words: self._fill(answered_by=words))
        self._show_rows()

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; nobody is told."""
        self.draft = draft
        self.answer.show_thing(draft.answer)
        self.because.show_words(draft.because)
        self.reason.show_thing(draft.reason)
        self.due.show_day(draft.due)
        self.whom.show_words(draft.with_whom)
        self.number.show_words(draft.report_nr)
        self.by.show_words(draft.answered_by)
        self.state.show_thing(draft.state)
        self.on.show_day(draft.on)
        self._show_rows()

    def _lay_out(self) -> None:
        self.add("answer", msg("Answer"), self.answer)
        self.add("because", msg("Because"), self.because)
        self.add("reason", msg("Kind of reason"), self.reason)
        self.add("due", msg("On which day?"), self.due)
        self.add("whom", msg("With whom?"), self.whom)
        self.add("number", msg("Number"), self.number)
        self.add("by", msg("Answer from"), self.by)
        self.add("state", msg("How firm?"), self.state)
        self.add("on", msg("Said on"), self.on)

    def _show_rows(self) -> None:
        answer = self.draft.answer
        given = answer is not None
        self.show_row("because", given)
        self.show_row("reason", answer is AnswerKind.CANNOT)
        self.show_row("due", answer in _WITH_DATE)
        self.show_row("whom", answer is AnswerKind.OTHER_PARTY)
        self.show_row("number", answer is AnswerKind.REPORTED)
        for key in ("by", "state", "on"):
            self.show_row(key, given)

    def _choose_answer(self, answer: AnswerKind | None) -> None:
        self._fill(answer=answer)

    def _choose_state(self, state: AnswerState) -> None:
        self._fill(state=state)

    def _no_day(self, key: str) -> Callable[[WalkshopError], None]:
        return lambda refusal: self.refuse_at(key, refusal)

    def _fill(self, **fields: str | date | AnswerKind | AnswerState | ReasonKind | None) -> None:
        self.draft = replace(self.draft, **fields)  # type: ignore[arg-type]  # checked by replace
        self._show_rows()
        self.drafted.emit()
