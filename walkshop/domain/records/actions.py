"""What will be done, and what is answered to what people said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from walkshop.domain.records.base import Record
from walkshop.domain.records.enums import (
    ActionStatus,
    AnswerKind,
    AnswerState,
    Money,
    Profile,
    ReasonKind,
    Residents,
    Scale,
    Subject,
    Term,
)
from walkshop.domain.records.ids import ActionId, AnswerId, NoteId, PrintId, ValueId
from walkshop.domain.records.places import NOT_YET, Place


@dataclass(frozen=True, slots=True)
class StatusRound:
    """How far an action was on a day, in words of those who do it."""

    on: date
    status: ActionStatus
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """One agreed or proposed thing to do. Its number is given once and never changes."""

    id: ActionId
    nr: int
    what: str = ""  # 90, starts with a verb
    values: tuple[ValueId, ...] = ()
    notes: tuple[NoteId, ...] = ()
    place: Place = NOT_YET
    place_words: str = ""
    leader: str = ""  # 60: department, organisation or group
    helpers: str = ""  # 120
    residents: Residents | None = None
    exists: str = ""  # 80: what is there already
    exists_note: NoteId | None = None
    scale: Scale | None = None
    decided_at: Scale | None = None
    term: Term | None = None
    first_step: str = ""  # 90
    first_date: date | None = None
    ready_on: date | None = None
    money: Money | None = None
    money_source: str = ""  # 60
    decision_by: str = ""  # 60
    effort: int | None = None  # 1 to 3
    impact: int | None = None  # 1 to 3
    status: ActionStatus = ActionStatus.IDEA
    stopped_because: str = ""
    asked_on: date | None = None
    leader_yes_on: date | None = None
    rounds: tuple[StatusRound, ...] = ()
    next_check: date | None = None
    top: int | None = None  # 1 to 3
    order: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """What is answered to a note, a value or an action, by whom, and when it was told.

    Args:
        about: what kind of thing it answers; `about_id` is that thing's id.
        because: the reason, as one would say it at the door.
        due: the date of `later` and `pending`.
        with_whom: who it lies with, for `other_party`.
        action: the action that takes it up.
        report_nr: the number of a report to the municipality.
    """

    id: AnswerId
    about: Subject
    about_id: str
    answer: AnswerKind
    because: str = ""  # 200
    reason: ReasonKind | None = None
    answered_by: str = ""  # 60
    on: date | None = None
    state: AnswerState = AnswerState.PROVISIONAL
    due: date | None = None
    with_whom: str = ""
    action: ActionId | None = None
    report_nr: str = ""
    told_on: date | None = None
    channel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed(Record):
    """A document that was made, so that a withdrawal can list what it cannot reach."""

    id: PrintId
    document: str
    profile: Profile = Profile.PUBLIC
    language: str = ""
    target: str = ""
    version: int = 0
