"""What happened to a note: the thread from what was said to what was told."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.queries.notes import leading, stop_of
from walkshop.domain.queries.values import leading_value
from walkshop.domain.records import Action, Answer, Note, Stop, Subject, Value, Walk


@dataclass(frozen=True, slots=True)
class Thread:
    """One note followed all the way; each part is there as far as it has come.

    Args:
        note: the note that leads; `asked` is the one whose number was asked for.
        actions: each with the answer given to it, if any.
        answer: the answer that holds for the note.
    """

    asked: Note
    note: Note
    mentions: int
    stop: Stop | None
    value: Value | None
    actions: tuple[tuple[Action, Answer | None], ...]
    answer: Answer | None


def thread_of(walk: Walk, note: Note, book: AnswerBook | None = None) -> Thread:
    """The thread of a note; pass the book of this walk where many threads are wanted."""
    answers = book or AnswerBook(walk)
    lead = leading(walk, note)
    stop = stop_of(walk, lead)
    actions = answers.actions_for(lead)
    return Thread(
        asked=note,
        note=lead,
        mentions=answers.merges.mentions(lead),
        stop=walk.stops.get(stop) if stop else None,
        value=leading_value(walk, lead.value),
        actions=tuple((action, answers.own(Subject.ACTION, action.id)) for action in actions),
        answer=answers.for_note(lead),
    )
