"""Rows into a walk, with patience for what another program did to them.

A row without identity or number gets them, a word that we do not know reads as none, a pin that
was moved is a point. Such rows are listed as odd, so that the writer can put them straight.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import cast
from uuid import NAMESPACE_URL, uuid4, uuid5

from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    SINGLES,
    About,
    AboutId,
    AreaId,
    Marks,
    Neighbourhood,
    Record,
    Stop,
    StopId,
    Walk,
)
from walkshop.services.gpkg.connection import meta, tolerant
from walkshop.services.gpkg.geometry import line_of, point_of, rings_of
from walkshop.services.gpkg.layers import LAYERS, PLACE_CELLS, Layer
from walkshop.services.gpkg.numbers import Numbers
from walkshop.services.gpkg.placing import PlaceCells, Placing, moved_stops, shape_place
from walkshop.services.gpkg.schema import has_columns

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Odd:
    """A row that says something else than its record; fid None: a record that has no row yet."""

    layer: str
    fid: int | None
    uuid: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: the walk, and the rows that must be written anew to say the same.

    Args:
        walk: what the rows say.
        odd: rows that say it in other cells than we would write.
        stray_shapes: lines and areas that belong to no record any more, by table.
        left_out: the table of each row that lacks what it is about; such rows stay in the file.
    """

    walk: Walk
    odd: tuple[Odd, ...] = ()
    stray_shapes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class _Row:
    fid: int
    values: Values
    geom: object
    place: PlaceCells | None
    odd: bool = False
    pin: LonLat | None = None


def read(
    connection: sqlite3.Connection, before: Walk | None = None, floor: Marks | None = None
) -> Reading:
    """The walk in a file, inside a transaction of the caller.

    Args:
        connection: a file that was vetted.
        before: the walk as it was before another program changed the file.
        floor: numbers below these were given already, in edits that are not in the file yet.
    """
    try:
        return _Reader(connection, before, floor or Marks()).read()
    except sqlite3.OperationalError as error:
        if "decode" not in str(error):
            raise
        tolerant(connection)
        return _Reader(connection, before, floor or Marks()).read()


class _Reader:
    def __init__(self, connection: sqlite3.Connection, before: Walk | None, floor: Marks) -> None:
        self._connection = connection
        self._before = before
        self._meta = meta(connection)
        self._numbers = Numbers(_marks(self._meta).highest(floor))
        self._odd: list[Odd] = []
        self._stray: dict[str, tuple[int, ...]] = {}
        self._left_out: list[str] = []
        self._stops: Mapping[StopId, Stop] = {}

    def read(self) -> Reading:
        tables: dict[str, object] = {}
        for name, layer in LAYERS.items():
            records = self._records(layer)
            if name in SINGLES:
                tables[name] = next(iter(records.values()), None) or self._lost(layer)
            else:
                tables[name] = records
            if layer.record is Stop:
                self._stops = cast("Mapping[StopId, Stop]", records)
        walk = Walk(**tables, marks=self._numbers.marks)  # type: ignore[arg-type]  # by name
        return Reading(walk, tuple(self._odd), self._stray, tuple(self._left_out))

    def _records(self, layer: Layer) -> dict[str, Record]:
        rows = list(self._rows(layer))
        before = self._before.table(layer.name) if self._before else {}
        self._identify(layer, rows, before)
        if layer.shapes:
            rows += self._place(layer, rows, before)
        records: dict[str, Record] = {}
        needed = _needed(layer)
        for row in rows:
            if not needed <= row.values.keys():
                self._left_out.append(layer.table)
                continue
            record = layer.record(**row.values)  # type: ignore[arg-type]  # the columns know them
            records[record.id] = record
            if row.odd:
                self._odd.append(Odd(layer.name, row.fid or None, record.id))
        return records

    def _rows(self, layer: Layer) -> Iterator[_Row]:
        """The rows of a table with the values of their plain columns, in the order of birth."""
        there = has_columns(self._connection, layer.table)
        if "fid" not in there:
            return
        columns = [column for column in layer.columns if column.name in there]
        extra = ["fid", "geom"] + (list(PLACE_CELLS) if layer.shapes else [])
        names = [f'"{name}"' if name in there else "NULL" for name in extra]
        names += [f'"{column.name}"' for column in columns]
        sql = f'SELECT {", ".join(names)} FROM "{layer.table}" ORDER BY fid'  # noqa: S608  # our own names
        start = len(extra)
        plan = [(at, c.field, c.held, c.decode) for at, c in enumerate(columns, start)]
        for cells in self._connection.execute(sql):
            values: Values = {}
            odd = False
            for at, name, held, decode in plan:
                cell = cells[at]
                if cell is None:
                    continue
                try:
                    if type(cell) is not held:
                        raise TypeError(name)
                    values[name] = cell if decode is None else decode(cell)
                except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                    odd = True
            place = cells[2:start] if layer.shapes else None
            row = _Row(cells[0], values, cells[1], place, odd)
            _draw(layer, row)
            yield row

    def _identify(self, layer: Layer, rows: list[_Row], before: Mapping[str, Record]) -> None:
        """Give identity and number to rows that lack them or share them with an earlier row."""
        seen: set[object] = set()
        for row in rows:
            uuid = row.values.get("id")
            if not uuid or uuid in seen:
                row.values["id"] = str(uuid4())
                row.odd = True
            seen.add(row.values["id"])
        if layer.numbered:
            numbered = [row.values for row in rows]
            for at in self._numbers.give(layer.name, numbered, before):
                rows[at].odd = True

    def _place(self, layer: Layer, rows: list[_Row], before: Mapping[str, Record]) -> list[_Row]:
        """Set the place of each row; rows for lines and areas that were drawn without one."""
        shapes, drawn_alone = self._shapes(layer)
        pins: dict[str, list[LonLat]] = {}
        for row in rows:
            row.pin = point_of(row.geom)
            if row.place and row.place[0] == "stop" and row.pin:
                pins.setdefault(str(row.place[4]), []).append(row.pin)
        placing = Placing(self._stops, self._before, moved_stops(pins, self._stops, self._before))
        used: set[str] = set()
        for row in rows:
            uuid = str(row.values["id"])
            was = getattr(before.get(uuid), "place", None)
            shape = shapes.get(uuid)
            cells = row.place or (None, None, None, None, None)
            row.values["place"], odd = placing.place(
                cells, row.pin, shape[1] if shape else None, was
            )
            row.odd = row.odd or odd
            used.add(uuid)
        stray = tuple(fid for uuid, (fid, _) in shapes.items() if uuid not in used)
        found = (self._from_shape(layer, blob) for _, blob in drawn_alone)
        fresh = [row for row in found if row is not None]
        gone = stray + tuple(fid for fid, _ in drawn_alone)
        if gone:
            self._stray[layer.shapes] = gone
        return fresh

    def _shapes(
        self, layer: Layer
    ) -> tuple[dict[str, tuple[int, object]], list[tuple[int, object]]]:
        """Lines and areas by the uuid of their record, and those that have none."""
        if not {"fid", "uuid", "geom"} <= has_columns(self._connection, layer.shapes):
            return {}, []
        sql = f'SELECT fid, uuid, geom FROM "{layer.shapes}" ORDER BY fid'  # noqa: S608  # our own names
        known: dict[str, tuple[int, object]] = {}
        alone: list[tuple[int, object]] = []
        for fid, uuid, blob in self._connection.execute(sql):
            if uuid:
                known[str(uuid)] = (fid, blob)
            else:
                alone.append((fid, blob))
        return known, alone

    def _from_shape(self, layer: Layer, blob: object) -> _Row | None:
        place = shape_place(blob)
        if place is None:
            return None
        values: Values = {"id": str(uuid4()), "place": place}
        if layer.numbered:
            self._numbers.give(layer.name, [values], {})
        return _Row(0, values, None, None, odd=True)

    def _lost(self, layer: Layer) -> Record:
        """The one record of a table whose row another program took out; it gets a row again."""
        walk = self._meta.get("walk", "")
        record: Record
        if self._before:
            record = next(iter(self._before.table(layer.name).values()))
        elif layer.record is About:
            record = About(id=AboutId(walk))
        else:
            record = Neighbourhood(id=AreaId(str(uuid5(NAMESPACE_URL, f"walkshop:{walk}:area"))))
        self._odd.append(Odd(layer.name, None, record.id))
        return record


def _needed(layer: Layer) -> set[str]:
    """The fields without which a row is no record."""
    return {
        one.name
        for one in fields(layer.record)
        if one.default is MISSING and one.default_factory is MISSING
    }


def _draw(layer: Layer, row: _Row) -> None:
    """Set the field that a row's geometry is, where that is not a place."""
    if row.geom is None or not layer.geometry or layer.shapes:
        return
    if layer.geometry == "POINT":
        row.values[layer.drawn] = point_of(row.geom)
    elif layer.geometry == "LINESTRING":
        row.values[layer.drawn] = line_of(row.geom)
    else:
        row.values[layer.drawn] = rings_of(row.geom)


def _marks(known: Mapping[str, str]) -> Marks:
    numbers = {}
    for name in ("note", "action", "stop"):
        mark = known.get(f"next_{name}", "")
        numbers[name] = max(1, int(mark)) if mark.isdigit() and len(mark) < 10 else 1
    return Marks(**numbers)


__all__ = ["Odd", "Reading", "read"]
