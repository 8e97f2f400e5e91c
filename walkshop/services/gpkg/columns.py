"""How a record's fields lie in cells: derived from the dataclasses, so that none is forgotten.

Scalars lie in a column of their own, enums and dates as text, composite fields as JSON text.
Places and outlines have a cell form too: the history keeps them that way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    TABLES,
    Area,
    AtStop,
    Line,
    NotYet,
    Place,
    Point,
    Record,
    Whole,
)

if TYPE_CHECKING:
    from cattrs import Converter

Cell = str | int | float | bytes | None

PLACES: Mapping[str, type] = {
    "point": Point,
    "line": Line,
    "area": Area,
    "stop": AtStop,
    "whole": Whole,
    "not_yet": NotYet,
}
"""The words for kinds of places in the file."""

GEOMETRY = (Place, LonLat, tuple[LonLat, ...], tuple[tuple[LonLat, ...], ...])
"""Types of fields that lie in a table as geometry."""


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a record and its cell.

    Args:
        field: the field's name.
        name: the column's name.
        sql: its type in the table.
        held: the Python type in which SQLite holds it.
        encode: a value of the field, never None, to a cell.
        decode: a cell of type `held` to a value; raises ValueError when it is none. None when
            the cell is the value.
        zero: what a cell that is left out stands for.
        geometry: the field lies in the table as geometry and has this cell in the history only.
    """

    field: str
    name: str
    sql: str
    held: type
    encode: Callable[[Any], Cell]  # Any: each column knows the one type that it is made for
    decode: Callable[[Any], object] | None
    zero: object
    geometry: bool = False

    def cell(self, record: Record) -> Cell:
        """The cell of this column for `record`."""
        value = getattr(record, self.field)
        return None if value is None else self.encode(value)

    def value(self, cell: object) -> object:
        """The field's value for a cell that is not NULL; raises ValueError when it is none."""
        if type(cell) is not self.held:
            raise ValueError(f"{self.name} holds {type(cell).__name__}")
        try:
            return cell if self.decode is None else self.decode(cell)
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError(f"{self.name} cannot be read") from error


def columns_of(record: type[Record]) -> tuple[Column, ...]:
    """The columns of a kind of record, in the order of its fields."""
    return _columns(TABLES[record])


def stored(record: type[Record]) -> tuple[Column, ...]:
    """The columns that lie in the table of a kind of record, geometry and place aside."""
    return _stored(TABLES[record])


@cache
def _columns(table: str) -> tuple[Column, ...]:
    record = next(kind for kind, name in TABLES.items() if name == table)
    hints = get_type_hints(record)
    return tuple(_column(field.name, hints[field.name]) for field in fields(record))


@cache
def _stored(table: str) -> tuple[Column, ...]:
    return tuple(column for column in _columns(table) if not column.geometry)


def _column(field: str, hint: object) -> Column:
    name = "uuid" if field == "id" else field
    optional, plain = _without_none(hint)
    if plain in GEOMETRY:
        return _json(field, name, plain, optional, geometry=True)
    plain = getattr(plain, "__supertype__", plain)
    if plain in _PLAIN:
        sql, held, encode, decode, zero = _PLAIN[plain]
        return Column(field, name, sql, held, encode, decode, None if optional else zero)
    if isinstance(plain, type) and issubclass(plain, Enum):
        members = {member.value: member for member in plain}
        return Column(field, name, "TEXT", str, _enum, members.__getitem__, None)
    return _json(field, name, plain, optional)


def _json(field: str, name: str, hint: object, optional: bool, *, geometry: bool = False) -> Column:
    def encode(value: object) -> Cell:
        if value == ():
            return None
        lean = converter().unstructure(value, unstructure_as=hint)
        return _text(json.dumps(lean, ensure_ascii=False, separators=(",", ":")))

    def decode(cell: str) -> object:
        return converter().structure(json.loads(cell), hint)  # type: ignore[arg-type]  # any hint

    zero = () if get_origin(hint) is tuple and not optional else None
    return Column(field, name, "TEXT", str, encode, decode, zero, geometry)


def _without_none(hint: object) -> tuple[bool, object]:
    """Whether a type may be None, and the type without it."""
    if get_origin(hint) not in (Union, UnionType) or type(None) not in get_args(hint):
        return False, hint
    left = [part for part in get_args(hint) if part is not type(None)]
    return True, left[0] if len(left) == 1 else hint


@cache
def converter() -> Converter:
    """Turns composite fields to JSON and back."""
    from cattrs.preconf.json import make_converter
    from cattrs.strategies import configure_tagged_union

    made = make_converter(detailed_validation=False)
    made.register_unstructure_hook(LonLat, list)
    made.register_structure_hook(LonLat, lambda pair, _: LonLat(float(pair[0]), float(pair[1])))
    kinds = {kind: word for word, kind in PLACES.items()}
    configure_tagged_union(Place, made, tag_name="kind", tag_generator=kinds.__getitem__)
    return made


def _text(value: str) -> str:
    """`value` as SQLite can hold it: half characters become question marks."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode(errors="replace").decode()
    return value


def _enum(value: Enum) -> Cell:
    return str(value.value)


def _truth(cell: int) -> bool:
    return cell != 0


_PLAIN: Mapping[
    object, tuple[str, type, Callable[[Any], Cell], Callable[[Any], object] | None, object]
]
_PLAIN = {
    str: ("TEXT", str, _text, None, ""),
    bool: ("BOOLEAN", int, int, _truth, False),
    int: ("INTEGER", int, int, None, 0),
    float: ("REAL", float, float, None, 0.0),
    date: ("DATE", str, date.isoformat, date.fromisoformat, None),
    # A moment keeps its own time zone, which a DATETIME of a GeoPackage cannot.
    datetime: ("TEXT", str, datetime.isoformat, datetime.fromisoformat, None),
    time: ("TEXT", str, time.isoformat, time.fromisoformat, None),
}
"""Plain types: column type, held as, encode, decode, zero (Any: as in Column)."""

__all__ = ["GEOMETRY", "PLACES", "Cell", "Column", "columns_of", "converter", "stored"]
