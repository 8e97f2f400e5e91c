"""What people find important together, and what others said when asked whether it is right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from walkshop.domain.records.base import Record
from walkshop.domain.records.enums import Quadrant, Side, ValueLevel
from walkshop.domain.records.ids import NoteId, RoundId, ValueId
from walkshop.domain.records.notes import Dots


@dataclass(frozen=True, slots=True)
class Wording:
    """An earlier name or sentence of a value, and who asked for which word."""

    field: str
    words: str
    asked_by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value(Record):
    """A shared value; its notes point at it. A merged value points at the one that leads."""

    id: ValueId
    name: str = ""  # 40
    statement: str = ""  # 160: "We find it important that ... so that ..."
    side: Side | None = None
    quadrant: Quadrant | None = None
    quadrant2: Quadrant | None = None
    level: ValueLevel | None = None
    sign: str = ""  # 120: how would we notice?
    counter_voice: str = ""  # 160
    wordings: tuple[Wording, ...] = ()
    words: tuple[str, ...] = ()  # the words a suggestion was made of
    representative: NoteId | None = None
    locked: bool = False
    by_people: bool = True
    rest: bool = False
    parent: ValueId | None = None
    merged_into: ValueId | None = None
    order: float = 0.0
    dots: tuple[Dots, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Record):
    """One round of talks with one group about one value."""

    id: RoundId
    value: ValueId
    group: str = ""
    place: str = ""
    on: date | None = None
    n: int = 0
    yes: int = 0
    partly: int = 0
    no: int = 0
    unknown: int = 0
    words: str = ""  # 200
    asked: str = ""  # the sentence as it was asked
