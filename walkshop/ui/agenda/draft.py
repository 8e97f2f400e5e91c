"""An answer while it is being typed: not everything that makes it one needs to be there yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from walkshop.domain.records import (
    Answer,
    AnswerId,
    AnswerKind,
    AnswerState,
    ReasonKind,
    Subject,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was filled in so far."""

    answer: AnswerKind | None = None
    because: str = ""
    reason: ReasonKind | None = None
    answered_by: str = ""
    on: date | None = None
    state: AnswerState = AnswerState.PROVISIONAL
    due: date | None = None
    with_whom: str = ""
    report_nr: str = ""

    def about(self, about: Subject, about_id: str, key: AnswerId, today: date) -> Answer | None:
        """The answer to one thing; None until one was chosen. Said today unless a day stands."""
        if self.answer is None:
            return None
        return Answer(
            id=key,
            about=about,
            about_id=about_id,
            answer=self.answer,
            because=self.because.strip(),
            reason=self.reason if self.answer is AnswerKind.CANNOT else None,
            answered_by=self.answered_by.strip(),
            on=self.on or today,
            state=self.state,
            due=self.due if self.answer in (AnswerKind.LATER, AnswerKind.PENDING) else None,
            with_whom=self.with_whom.strip() if self.answer is AnswerKind.OTHER_PARTY else "",
            report_nr=self.report_nr.strip() if self.answer is AnswerKind.REPORTED else "",
        )


def draft_of(answer: Answer | None) -> Draft:
    """An answer that was given, to be changed."""
    if answer is None:
        return Draft()
    return Draft(
        answer=answer.answer,
        because=answer.because,
        reason=answer.reason,
        answered_by=answer.answered_by,
        on=answer.on,
        state=answer.state,
        due=answer.due,
        with_whom=answer.with_whom,
        report_nr=answer.report_nr,
    )
