"""What happened with a note, as steps to show: what was said, decided, answered and told."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.queries.notes import standing_notes
from walkshop.domain.queries.numbers import number_of
from walkshop.domain.queries.thread import Thread, thread_of
from walkshop.domain.queries.values import leading_value
from walkshop.domain.records import Action, Answer, Note, NoteId, Subject, Value, Walk
from walkshop.domain.words import STATUS, answer_of, state_of
from walkshop.i18n import Language, msg, msgn
from walkshop.ui.widgets.text import capital


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a thread.

    Args:
        label: what kind of step it is.
        title: the thing itself; empty where the step has not happened.
        lines: what else is known of it, a line each.
        done: it happened; else it is drawn dashed.
    """

    label: str
    title: str
    lines: tuple[str, ...] = ()
    done: bool = True


def note_steps(walk: Walk, note: Note, language: Language) -> list[Step]:
    """The thread of a note, from what was said to what was told."""
    thread = thread_of(walk, note)
    writer = _Writer(walk, language)
    steps = [writer.said(thread), writer.value(thread)]
    steps += [writer.action(action) for action, _answer in thread.actions]
    if not thread.actions and thread.answer is None:
        steps.append(writer.missing_action())
    return [*steps, *writer.answered(thread.answer)]


def value_steps(walk: Walk, value: Value, language: Language) -> list[Step]:
    """The thread of a value: its notes, its actions, its answer."""
    writer = _Writer(walk, language)
    book = AnswerBook(walk)
    numbers = writer.notes_of(value)
    based_on = Step(
        language.say(msg("Based on")),
        language.say(msgn("{n} note", "{n} notes", len(numbers))),
        (language.row(numbers),) if numbers else (),
        bool(numbers),
    )
    actions = [action for action in walk.actions.values() if value.id in action.values]
    ordered = sorted(actions, key=lambda action: action.nr)
    steps = [based_on, *map(writer.action, ordered)]
    if not actions:
        steps.append(writer.missing_action())
    answer = book.own(Subject.VALUE, value.id)
    return [*steps, *(writer.answered(answer) if answer else [])]


def action_steps(walk: Walk, action: Action, language: Language) -> list[Step]:
    """The thread of an action: why, who and when, and what is answered."""
    writer = _Writer(walk, language)
    steps = [
        Step(language.say(msg("Value")), value.name)
        for key in action.values
        if (value := leading_value(walk, key))
    ]
    steps.append(writer.action(action))
    return [*steps, *writer.answered(AnswerBook(walk).own(Subject.ACTION, action.id))]


class _Writer:
    """Puts the parts of a thread into words."""

    def __init__(self, walk: Walk, language: Language) -> None:
        self._walk = walk
        self._language = language

    def said(self, thread: Thread) -> Step:
        """The note: its number, how often it was said, and that it speaks for others."""
        say = self._language.say
        lines = []
        if thread.mentions > 1:
            lines.append(say(msgn("mentioned once", "mentioned {n} times", thread.mentions)))
        if thread.asked.id != thread.note.id:
            lines.append(say(msg("{nr} is part of it.", nr=thread.asked.nr)))
        number = number_of(self._walk, thread.note, self._language)
        return Step(say(msg("Note")), number, tuple(map(capital, lines)))

    def value(self, thread: Thread) -> Step:
        """The value under which the note stands, with the other notes there."""
        label = self._language.say(msg("Value"))
        if thread.value is None:
            return Step(label, "", (self._language.say(msg("No value yet")),), done=False)
        others = [nr for nr in self.notes_of(thread.value) if nr != str(thread.note.nr)]
        lines = (
            (self._language.say(msg("with {numbers}", numbers=self._language.row(others))),)
            if others
            else ()
        )
        return Step(label, thread.value.name, lines)

    def action(self, action: Action) -> Step:
        """An action: who leads, when it begins, how far it is."""
        known = [action.leader]
        if action.first_date:
            known.append(self._language.short_day(action.first_date))
        known.append(self._language.say(STATUS[action.status]))
        words = ", ".join(part for part in known if part)
        label = self._language.say(msg("Action {nr}", nr=action.nr))
        return Step(label, action.what, (capital(words),))

    def missing_action(self) -> Step:
        """Nobody does anything with it yet."""
        say = self._language.say
        return Step(say(msg("Action")), "", (say(msg("No action yet")),), done=False)

    def answered(self, answer: Answer | None) -> list[Step]:
        """The answer, and whether people were told."""
        say = self._language.say
        if answer is None:
            label, waiting = say(msg("Answer")), say(msg("No answer yet"))
            return [Step(label, "", (waiting,), done=False), self._told(None)]
        source = [answer.answered_by, say(state_of(answer))]
        lines = [answer.because, capital(", ".join(part for part in source if part))]
        given = Step(
            say(msg("Answer")), say(answer_of(answer)), tuple(line for line in lines if line)
        )
        return [given, self._told(answer)]

    def notes_of(self, value: Value) -> list[str]:
        """The numbers of the notes under a value."""
        return [
            str(note.nr)
            for note in standing_notes(self._walk)
            if (lead := leading_value(self._walk, note.value)) and lead.id == value.id
        ]

    def _told(self, answer: Answer | None) -> Step:
        label = self._language.say(msg("Told"))
        if answer is None or answer.told_on is None:
            return Step(label, "", (self._language.say(msg("Not yet")),), done=False)
        return Step(label, self._language.day(answer.told_on), (answer.channel,))


def in_hand(walk: Walk, notes: frozenset[NoteId]) -> list[Note]:
    """The notes in hand that are still in the walk, by number."""
    return sorted((walk.notes[n] for n in notes if n in walk.notes), key=lambda note: note.nr)
