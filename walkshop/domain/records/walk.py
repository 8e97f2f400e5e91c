"""The walk as one immutable value: everything people said and decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar, cast

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records.about import (
    About,
    Fact,
    Group,
    Neighbourhood,
    Plan,
    Snapshot,
    Topic,
)
from walkshop.domain.records.actions import Action, Answer, Printed
from walkshop.domain.records.base import Record
from walkshop.domain.records.ids import (
    ActionId,
    AnswerId,
    FactId,
    GroupId,
    InterviewId,
    LensId,
    NodeId,
    NoteId,
    ParticipantId,
    PhotoId,
    PlanId,
    PrintId,
    RoundId,
    RouteId,
    SnapshotId,
    StopId,
    SubjectId,
    ValueId,
)
from walkshop.domain.records.notes import Interview, Note, Photo
from walkshop.domain.records.stops import Lens, Node, Participant, Route, Stop
from walkshop.domain.records.values import Round, Value
from walkshop.i18n import msg

K = TypeVar("K", bound=str)
T = TypeVar("T", bound=Record)


@dataclass(frozen=True, slots=True)
class Marks:
    """The next free number of each kind; it only ever rises."""

    note: int = 1
    action: int = 1
    stop: int = 1

    def highest(self, other: Marks) -> Marks:
        """The higher of both, number by number."""
        return Marks(
            max(self.note, other.note), max(self.action, other.action), max(self.stop, other.stop)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Everything of one walk. Never changed in place: edits give a new walk.

    Records hang in mappings by id, in the order in which they were made. `marks` rides along
    and is no part of what people see: two walks that differ only there count as the same.
    """

    about: About
    area: Neighbourhood
    groups: Mapping[GroupId, Group] = field(default_factory=dict)
    plans: Mapping[PlanId, Plan] = field(default_factory=dict)
    topics: Mapping[SubjectId, Topic] = field(default_factory=dict)
    facts: Mapping[FactId, Fact] = field(default_factory=dict)
    stops: Mapping[StopId, Stop] = field(default_factory=dict)
    routes: Mapping[RouteId, Route] = field(default_factory=dict)
    lenses: Mapping[LensId, Lens] = field(default_factory=dict)
    participants: Mapping[ParticipantId, Participant] = field(default_factory=dict)
    notes: Mapping[NoteId, Note] = field(default_factory=dict)
    interviews: Mapping[InterviewId, Interview] = field(default_factory=dict)
    photos: Mapping[PhotoId, Photo] = field(default_factory=dict)
    nodes: Mapping[NodeId, Node] = field(default_factory=dict)
    values: Mapping[ValueId, Value] = field(default_factory=dict)
    rounds: Mapping[RoundId, Round] = field(default_factory=dict)
    actions: Mapping[ActionId, Action] = field(default_factory=dict)
    answers: Mapping[AnswerId, Answer] = field(default_factory=dict)
    snapshots: Mapping[SnapshotId, Snapshot] = field(default_factory=dict)
    prints: Mapping[PrintId, Printed] = field(default_factory=dict)
    marks: Marks = field(default=Marks(), compare=False)

    def note(self, note: NoteId) -> Note:
        """The note with this id; raises WalkshopError when it is gone."""
        return _find(self.notes, note)

    def value(self, value: ValueId) -> Value:
        """The value with this id; raises WalkshopError when it is gone."""
        return _find(self.values, value)

    def action(self, action: ActionId) -> Action:
        """The action with this id; raises WalkshopError when it is gone."""
        return _find(self.actions, action)

    def stop(self, stop: StopId) -> Stop:
        """The stop with this id; raises WalkshopError when it is gone."""
        return _find(self.stops, stop)

    def with_note(self, note: Note) -> Walk:
        """The walk with this note added, or put in the place of its earlier form."""
        return self.having(note)

    def having(self, *records: Record) -> Walk:
        """The walk with these records added, or put in the place of their earlier forms."""
        changed: dict[str, dict[str, Record]] = {}
        singles: dict[str, Record] = {}
        for record in records:
            name = table_of(record)
            if name in SINGLES:
                singles[name] = record
            else:
                if name not in changed:  # one copy a table, however many records
                    changed[name] = dict(self.table(name))
                changed[name][record.id] = record
        return replace(self, **singles, **changed)  # type: ignore[arg-type]

    def lacking(self, *records: Record) -> Walk:
        """The walk without these records."""
        changed: dict[str, dict[str, Record]] = {}
        for record in records:
            name = table_of(record)
            if name not in changed:
                changed[name] = dict(self.table(name))
            changed[name].pop(record.id, None)
        return replace(self, **changed)  # type: ignore[arg-type]

    def table(self, name: str) -> Mapping[str, Record]:
        """The records of one table by id; the two single records come as a table of one."""
        found = getattr(self, name)
        return {found.id: found} if name in SINGLES else cast("Mapping[str, Record]", found)

    def tables(self) -> Iterator[tuple[str, Mapping[str, Record]]]:
        """Every table with its name, in the order in which they depend on each other."""
        for name in TABLES.values():
            yield name, self.table(name)


TABLES: Mapping[type[Record], str] = MappingProxyType(
    {
        About: "about",
        Neighbourhood: "area",
        Group: "groups",
        Plan: "plans",
        Topic: "topics",
        Fact: "facts",
        Stop: "stops",
        Route: "routes",
        Lens: "lenses",
        Participant: "participants",
        Interview: "interviews",
        Photo: "photos",
        Value: "values",
        Note: "notes",
        Node: "nodes",
        Round: "rounds",
        Action: "actions",
        Answer: "answers",
        Snapshot: "snapshots",
        Printed: "prints",
    }
)
"""The table of each kind of record, named as the walk's field."""

SINGLES = frozenset({"about", "area"})
"""Tables that always hold exactly one record."""


def table_of(record: Record) -> str:
    """The name of the table in which `record` hangs."""
    return TABLES[type(record)]


def _find(table: Mapping[K, T], key: K) -> T:
    found = table.get(key)
    if found is None:
        raise WalkshopError(
            msg("This is no longer in the walk."), msg("Undo brings it back."), f"id {key}"
        )
    return found
