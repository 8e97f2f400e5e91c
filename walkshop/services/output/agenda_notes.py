"""The part of the agenda that answers notes: each note stands in it once, with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from walkshop.domain.queries.answers import Standing, standing_of_answer
from walkshop.domain.queries.notes import leading
from walkshop.domain.records import (
    Answer,
    AnswerId,
    AnswerKind,
    AnswerState,
    Note,
    NoteId,
    Subject,
)
from walkshop.i18n import Text, msg
from walkshop.services.output.edition import Edition
from walkshop.services.output.fonts import Printable
from walkshop.services.output.words import REASONS, answer_text, answered_by_texts

_TITLES: tuple[tuple[AnswerKind | None, Text], ...] = (
    (AnswerKind.CANNOT, msg("What cannot, and why")),
    (AnswerKind.TAKEN_UP, msg("What we also take up")),
    (AnswerKind.LATER, msg("What comes later")),
    (AnswerKind.OTHER_PARTY, msg("What lies with others")),
    (AnswerKind.KEEP, msg("What stays as it is")),
    (AnswerKind.EXPLAINED, msg("What we explain")),
    (AnswerKind.REPORTED, msg("What was reported")),
    (AnswerKind.PENDING, msg("Still waiting for an answer")),
    (None, msg("Without answer")),
)
"""The sections in the order of the page; None holds what nobody answered."""

_SPEAKS_FOR_ITSELF = frozenset({AnswerKind.CANNOT, AnswerKind.KEEP})
"""Answers that the title of the section gives already."""


@dataclass(frozen=True, slots=True)
class _Row:
    nr: str
    what: str
    answer: Answer | None


def answered_sections(edition: Edition) -> Printable:
    """The sections that have something in them, each a table of number, words and answer.

    A note that an action names stands with its action, unless it has another answer than that
    it is taken up. What waits past its date stands under "Without answer".
    """
    rows: dict[AnswerKind | None, list[_Row]] = {}
    for kind, row in (*_of_actions(edition), *_of_notes(edition)):
        rows.setdefault(kind, []).append(row)
    return [
        _section(edition, kind, edition.say(title), rows[kind])
        for kind, title in _TITLES
        if rows.get(kind)
    ]


def _of_actions(edition: Edition) -> Iterable[tuple[AnswerKind | None, _Row]]:
    """Actions that cannot be done, or whose answer is still to come."""
    for action in sorted(edition.walk.actions.values(), key=lambda action: action.nr):
        answer = edition.book.own(Subject.ACTION, action.id)
        if answer is None or answer.answer not in (AnswerKind.CANNOT, AnswerKind.PENDING):
            continue
        label = edition.say(msg("Action {nr}", nr=str(action.nr)))
        yield _kind(edition, answer), _Row(label, edition.what_of(action), answer)


def _of_notes(edition: Edition) -> Iterable[tuple[AnswerKind | None, _Row]]:
    in_actions = _named_by_actions(edition)
    for note in edition.notes:
        answer = None if note.set_apart else edition.book.for_note(note)
        kind = _kind(edition, answer)
        if answer is None and note.report and note.report_ref.strip() and not note.set_apart:
            kind, answer = AnswerKind.REPORTED, _reported(note)
        if kind is AnswerKind.PARTLY:
            kind = AnswerKind.TAKEN_UP
        if kind is AnswerKind.TAKEN_UP and note.id in in_actions:
            continue
        yield kind, _Row(edition.number_of(note), edition.words_of(note), answer)


def _named_by_actions(edition: Edition) -> set[NoteId]:
    walk = edition.walk
    named = {note for action in walk.actions.values() for note in action.notes}
    return {leading(walk, walk.notes[note]).id for note in named if note in walk.notes}


def _kind(edition: Edition, answer: Answer | None) -> AnswerKind | None:
    if answer is None or standing_of_answer(answer, edition.today) is Standing.WITHOUT:
        return None
    return answer.answer


def _reported(note: Note) -> Answer:
    return Answer(
        id=AnswerId(note.id),
        about=Subject.NOTE,
        about_id=note.id,
        answer=AnswerKind.REPORTED,
        report_nr=note.report_ref,
        state=AnswerState.CONFIRMED,
        on=note.reported_on,
    )


def _section(edition: Edition, kind: AnswerKind | None, title: str, rows: list[_Row]) -> Printable:
    heads = [msg("No."), msg("What was said"), msg("Answer")]
    return {
        "kind": kind.value if kind else "",
        "title": title,
        "lead": _lead(edition, rows),
        "heads": [edition.say(head) for head in heads],
        "rows": [
            {"nr": row.nr, "what": row.what, "answer": _answer(edition, kind, row.answer)}
            for row in rows
        ],
    }


def _answer(edition: Edition, kind: AnswerKind | None, answer: Answer | None) -> Printable:
    """What is answered in bold, why in plain words, and from whom in soft ones."""
    if answer is None:
        return {"head": "", "because": "", "by": ""}
    head = "" if kind in _SPEAKS_FOR_ITSELF else edition.say(answer_text(answer))
    if answer.answer is AnswerKind.CANNOT and answer.reason:
        head = edition.say(REASONS[answer.reason])
    by = " ".join(edition.say(text) for text in answered_by_texts(answer))
    return {
        "head": head[:1].upper() + head[1:],
        "because": edition.of(answer, "because"),
        "by": by,
    }


def _lead(edition: Edition, rows: list[_Row]) -> str:
    """Who answered, said once over a section where all answers come from the same hand."""
    givers = {
        tuple(edition.say(text) for text in answered_by_texts(row.answer)) if row.answer else ()
        for row in rows
    }
    return " ".join(next(iter(givers))) if len(givers) == 1 else ""
