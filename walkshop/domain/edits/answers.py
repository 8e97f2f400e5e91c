"""Answering what people said: one vocabulary for notes, values and actions."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    Answer,
    AnswerId,
    AnswerKind,
    NoteId,
    Stamp,
    Subject,
    Walk,
    born,
    touched,
)
from walkshop.i18n import msg


def give_answers(walk: Walk, answers: Iterable[Answer], stamp: Stamp) -> Walk:
    """The walk with these answers given, each in the place of an earlier one to the same thing.

    Of two answers to one thing the last one holds.

    Raises:
        WalkshopError: an answer lacks what makes it one, or its note is set apart.
    """
    standing = {(known.about, known.about_id): known for known in walk.answers.values()}
    given: dict[tuple[Subject, str], Answer] = {}
    for answer in answers:
        check_answer(walk, answer)
        subject = (answer.about, answer.about_id)
        known = standing.get(subject)
        if known is None:
            given[subject] = born(answer, stamp)
        else:
            kept = replace(answer, id=known.id, created=known.created)
            given[subject] = touched(kept, stamp)
    return walk.having(*given.values()) if given else walk


def take_answer_back(walk: Walk, answer: AnswerId) -> Walk:
    """The walk without an answer; what it answered waits again."""
    found = walk.answers.get(answer)
    return walk.lacking(found) if found else walk


def tell_answers(
    walk: Walk, answers: Iterable[AnswerId], on: date, channel: str, stamp: Stamp
) -> Walk:
    """The walk with these answers told to people on a day, by a letter or another channel."""
    told = [
        touched(replace(walk.answers[answer], told_on=on, channel=channel), stamp)
        for answer in answers
        if answer in walk.answers
    ]
    return walk.having(*told) if told else walk


def check_answer(walk: Walk, answer: Answer) -> None:
    """Refuse an answer that is none.

    Raises:
        WalkshopError: "cannot" without its reason and kind of reason; "later" without a date;
            "with" nobody; "follows" without a date and a name; a note that is set apart.
    """
    _check_subject(walk, answer)
    if answer.answer is AnswerKind.CANNOT:
        if not answer.because.strip():
            raise WalkshopError(msg("Why not? Write it as you would say it at the door."))
        if answer.reason is None:
            raise WalkshopError(
                msg("What kind of reason is it?"),
                msg("Not possible, not allowed, no money or not chosen."),
            )
    if answer.answer in (AnswerKind.LATER, AnswerKind.PENDING) and answer.due is None:
        raise WalkshopError(msg("On which date?"), msg("A date can be checked later."))
    if answer.answer is AnswerKind.PENDING and not answer.answered_by.strip():
        raise WalkshopError(msg("Who will give the answer?"))
    if answer.answer is AnswerKind.OTHER_PARTY and not answer.with_whom.strip():
        raise WalkshopError(msg("Who does it lie with?"))
    if answer.answer is AnswerKind.REPORTED and not answer.report_nr.strip():
        raise WalkshopError(msg("Which number did the report get?"))


def _check_subject(walk: Walk, answer: Answer) -> None:
    tables: dict[Subject, Collection[str]] = {
        Subject.NOTE: walk.notes,
        Subject.VALUE: walk.values,
        Subject.ACTION: walk.actions,
    }
    if answer.about_id not in tables[answer.about]:
        raise WalkshopError(msg("This is no longer in the walk."), msg("Undo brings it back."))
    if answer.about is Subject.NOTE:
        note = walk.note(NoteId(answer.about_id))
        if note.set_apart:
            raise WalkshopError(
                msg("Note {nr} is set aside. That is no answer.", nr=note.nr),
                msg("Bring it back first."),
            )
