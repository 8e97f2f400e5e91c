"""Which table holds which records, and what their geometry is: one row per kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from walkshop.domain.records import (
    TABLES,
    About,
    Action,
    Answer,
    Fact,
    Group,
    Interview,
    Lens,
    Neighbourhood,
    Node,
    Note,
    Participant,
    Photo,
    Plan,
    Printed,
    Record,
    Round,
    Route,
    Snapshot,
    Stop,
    Topic,
    Value,
)
from walkshop.services.gpkg.columns import Column, columns_of, stored

PLACE_CELLS = MappingProxyType(
    {
        "place_kind": "TEXT",
        "assumed": "BOOLEAN",
        "accuracy_m": "REAL",
        "place_word": "TEXT",
        "place_stop": "TEXT",
    }
)
"""Columns beside the geometry of a table whose records have a place, with their types."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A table of the walk file.

    Args:
        table: its name in the file.
        record: the kind of record in it.
        about: what it holds, for people who open the file in another program.
        geometry: POINT, LINESTRING or MULTIPOLYGON; "" for a table without geometry.
        drawn: the field that the geometry is made of.
        shapes: the table of its lines and areas, where its records have a place.
    """

    table: str
    record: type[Record]
    about: str
    geometry: str = ""
    drawn: str = ""
    shapes: str = ""

    @property
    def name(self) -> str:
        """The name of the walk's field."""
        return TABLES[self.record]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that lie in the table, geometry and place aside."""
        return stored(self.record)

    @property
    def numbered(self) -> bool:
        """Whether its records have a number that people see."""
        return any(column.field == "nr" for column in columns_of(self.record))

    @property
    def cells(self) -> Mapping[str, str]:
        """Names and types of all columns but fid and geom."""
        place = dict(PLACE_CELLS) if self.shapes else {}
        return {column.name: column.sql for column in self.columns} | place

    @property
    def shape_cells(self) -> Mapping[str, str]:
        """Names and types of the columns of its table of lines and areas."""
        return {"uuid": "TEXT"} | ({"nr": "INTEGER"} if self.numbered else {})


_ALL = (
    Layer("about", About, "The walk itself"),
    Layer("neighbourhood", Neighbourhood, "The area of the walk", "MULTIPOLYGON", "outlines"),
    Layer("groups", Group, "Groups of people, by counts only"),
    Layer("plans", Plan, "Plans that are known already"),
    Layer("topics", Topic, "What is fixed, what is open, what is not ours"),
    Layer("facts", Fact, "Figures about the area"),
    Layer("stops", Stop, "Where the walk halts", "POINT", "at"),
    Layer("routes", Route, "The line that is walked", "LINESTRING", "along"),
    Layer("lenses", Lens, "The eyes that walkers look with"),
    Layer("participants", Participant, "Walkers, by code only"),
    Layer("interviews", Interview, "Talks on the way", "POINT", "place", "interview_shapes"),
    Layer("photos", Photo, "Photos; their bytes are in photo_files"),
    Layer("values", Value, "What people find important together"),
    Layer("notes", Note, "What people said, where its pin stands", "POINT", "place", "note_shapes"),
    Layer("nodes", Node, "Places where much meets", "POINT", "at"),
    Layer("rounds", Round, "Talks about whether a value is right"),
    Layer("actions", Action, "What will be done", "POINT", "place", "action_shapes"),
    Layer("answers", Answer, "What is answered to notes, values and actions"),
    Layer("snapshots", Snapshot, "Moments at which the room agreed"),
    Layer("prints", Printed, "Documents that were made"),
)

LAYERS: Mapping[str, Layer] = MappingProxyType({layer.name: layer for layer in _ALL})
"""The layers by the name of the walk's field, in the order in which they depend on each other."""


def layer_of(record: Record) -> Layer:
    """The layer in which `record` lies."""
    return LAYERS[TABLES[type(record)]]


__all__ = ["LAYERS", "PLACE_CELLS", "Layer", "layer_of"]
