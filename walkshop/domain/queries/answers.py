"""What is answered, what waits, and what nobody answered yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from walkshop.domain.queries.merges import Merges
from walkshop.domain.queries.notes import leading, standing_notes
from walkshop.domain.queries.values import leading_value
from walkshop.domain.records import (
    BINDING,
    Action,
    Answer,
    AnswerKind,
    Note,
    NoteId,
    Subject,
    ValueId,
    Walk,
)


class Standing(StrEnum):
    """How far the answering of one thing is."""

    ANSWERED = "answered"
    WAITING = "waiting"
    WITHOUT = "without"


@dataclass(frozen=True)
class AnswerBook:
    """The answers of one version of a walk, found fast; made anew for each version.

    A note is answered by its own answer, else by its value's, else by that of an agreed action
    that names the note or its value. A reported note with a number is answered. A note that is
    set aside is not.
    """

    walk: Walk
    merges: Merges = field(init=False, repr=False)
    _own: dict[tuple[Subject, str], Answer] = field(init=False, repr=False)
    _actions_of_note: dict[NoteId, list[Action]] = field(init=False, repr=False)
    _actions_of_value: dict[ValueId, list[Action]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        own = {(answer.about, answer.about_id): answer for answer in self.walk.answers.values()}
        of_note: dict[NoteId, list[Action]] = {}
        of_value: dict[ValueId, list[Action]] = {}
        for action in sorted(self.walk.actions.values(), key=lambda action: action.nr):
            for note in action.notes:
                of_note.setdefault(note, []).append(action)
            for key in action.values:
                value = leading_value(self.walk, key)
                if value:
                    of_value.setdefault(value.id, []).append(action)
        object.__setattr__(self, "merges", Merges(self.walk))
        object.__setattr__(self, "_own", own)
        object.__setattr__(self, "_actions_of_note", of_note)
        object.__setattr__(self, "_actions_of_value", of_value)

    def own(self, about: Subject, about_id: str) -> Answer | None:
        """The answer given to this very thing."""
        return self._own.get((about, about_id))

    def actions_for(self, note: Note) -> list[Action]:
        """The actions that name a note or its value, the note's own first, by number."""
        lead = leading(self.walk, note)
        named = self._actions_of_note.get(lead.id, [])
        value = leading_value(self.walk, lead.value)
        wider = self._actions_of_value.get(value.id, []) if value else []
        return [*named, *(action for action in wider if action not in named)]

    def for_note(self, note: Note) -> Answer | None:
        """The answer that holds for a note, whoever it was given to."""
        lead = leading(self.walk, note)
        own = self.own(Subject.NOTE, lead.id)
        if own:
            return own
        value = leading_value(self.walk, lead.value)
        of_value = self.own(Subject.VALUE, value.id) if value else None
        if of_value:
            return of_value
        for action in self.actions_for(lead):
            answer = self.own(Subject.ACTION, action.id)
            if answer and action.status in BINDING:
                return answer
        return None

    def standing_of(self, note: Note, today: date) -> Standing:
        """Whether a note is answered, waits for a date, or has nothing; see the class."""
        if note.set_apart:
            return Standing.WITHOUT
        if note.report and note.report_ref.strip():
            return Standing.ANSWERED
        answer = self.for_note(note)
        if answer is None:
            return Standing.WITHOUT
        return standing_of_answer(answer, today)

    def without(self, today: date) -> list[Note]:
        """The standing notes that nobody answered, by number."""
        return self._notes(Standing.WITHOUT, today)

    def waiting(self, today: date) -> list[Note]:
        """The standing notes whose answer follows on a date, by number."""
        return self._notes(Standing.WAITING, today)

    def _notes(self, standing: Standing, today: date) -> list[Note]:
        return [
            note for note in standing_notes(self.walk) if self.standing_of(note, today) is standing
        ]


def standing_of_answer(answer: Answer, today: date) -> Standing:
    """An answer that is to follow waits until its date and counts as none from the day after."""
    if answer.answer is not AnswerKind.PENDING:
        return Standing.ANSWERED
    if answer.due is None or answer.due < today:
        return Standing.WITHOUT
    return Standing.WAITING
