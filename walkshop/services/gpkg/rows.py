"""Records into rows: only the rows and the columns that an edit changed are written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby

from walkshop.domain.diff import Diff, RecordDiff
from walkshop.domain.records import AtStop, Record, Stop, Walk
from walkshop.services.gpkg.columns import Cell
from walkshop.services.gpkg.geometry import Box, box_of
from walkshop.services.gpkg.layers import LAYERS, Layer, layer_of
from walkshop.services.gpkg.places import drawn, place_cells, place_of


def row_of(record: Record, walk: Walk) -> dict[str, Cell]:
    """All cells of a record but fid; `walk` says where its stop stands."""
    layer = layer_of(record)
    row: dict[str, Cell] = {column.name: column.cell(record) for column in layer.columns}
    place = place_of(record)
    if place is not None:
        row |= place_cells(place)
    if layer.geometry:
        row["geom"] = drawn(record, walk).blob
    return row


class RowWriter:
    """Writes the rows of one transaction and keeps the contents of the GeoPackage current.

    Args:
        connection: inside a transaction of the caller.
        walk: the walk after the edit.
    """

    def __init__(self, connection: sqlite3.Connection, walk: Walk) -> None:
        self._connection = connection
        self._walk = walk
        self._boxes: dict[str, list[Box]] = {}

    def write(self, changes: Diff) -> None:
        """Write what an edit changed, record by record; others' columns stay untouched."""
        for (layer, act), group in groupby(changes, key=_kind_of_change):
            if act == "add":
                self.insert(layer, [change.record for change in group])
            elif act == "remove":
                self.delete(layer, [change.record.id for change in group])
            else:
                for change in group:
                    self._update(layer, change)
        self._follow(_moved_stops(changes))

    def agree(self, changes: Diff) -> None:
        """Write what the file does not yet say of changes that another program made in it."""
        for change in changes:
            layer, record = layer_of(change.record), change.record
            if change.after is None:
                self.delete(layer, [record.id])
                continue
            row = row_of(record, self._walk)
            there = self._row(layer, list(row), record.id)
            if there is None:
                self.insert(layer, [record])
            elif there != list(row.values()):
                self._set(layer, row, ("uuid", record.id))
                if layer.shapes:
                    self._draw_shape(layer, record)

    def insert(self, layer: Layer, records: Sequence[Record]) -> None:
        """Add rows for `records`, all of one layer."""
        names = ["geom"] * bool(layer.geometry) + list(layer.cells)
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        sql = f'INSERT INTO "{layer.table}" ({columns}) VALUES ({marks})'  # noqa: S608  # our own names
        self._touch(layer.table)
        self._connection.executemany(sql, self._rows(layer, names, records))
        if layer.shapes:
            for record in records:
                self._draw_shape(layer, record)

    def delete(self, layer: Layer, uuids: Sequence[str]) -> None:
        """Take the rows with these uuids out."""
        for table in filter(None, (layer.table, layer.shapes)):
            sql = f'DELETE FROM "{table}" WHERE uuid = ?'  # noqa: S608  # our own names
            self._connection.executemany(sql, ((uuid,) for uuid in uuids))
        self._touch(layer.table)

    def rewrite(self, record: Record, fid: int) -> None:
        """Write every cell of the row `fid` anew, and its line or area."""
        layer = layer_of(record)
        self._set(layer, row_of(record, self._walk), ("fid", fid))
        if layer.shapes:
            self._draw_shape(layer, record)

    def finish(self) -> None:
        """Note in the contents of the GeoPackage when its tables changed and how far they reach."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        for table, boxes in self._boxes.items():
            sql = "UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?"
            self._connection.execute(sql, (now, table))
            if boxes:
                west, east, south, north = zip(*boxes, strict=True)
                self._grow(table, (min(west), max(east), min(south), max(north)))

    def _update(self, layer: Layer, change: RecordDiff) -> None:
        before, after = change.before, change.after
        if before is None or after is None:
            raise ValueError("a changed row needs a record before and after")
        row: dict[str, Cell] = {
            column.name: column.cell(after)
            for column in layer.columns
            if getattr(before, column.field) != getattr(after, column.field)
        }
        if layer.drawn and getattr(before, layer.drawn) != getattr(after, layer.drawn):
            row |= self._place_changes(before, after)
        if row and not self._set(layer, row, ("uuid", after.id)):
            self.insert(layer, [after])  # another program took the row out; the words stay
        elif layer.shapes and "geom" in row:
            self._draw_shape(layer, after)

    def _place_changes(self, before: Record, after: Record) -> dict[str, Cell]:
        row: dict[str, Cell] = {"geom": drawn(after, self._walk).blob}
        was, now = place_of(before), place_of(after)
        if was is not None and now is not None:
            old = place_cells(was)
            row |= {name: cell for name, cell in place_cells(now).items() if cell != old[name]}
        return row

    def _set(self, layer: Layer, row: Mapping[str, Cell], where: tuple[str, Cell]) -> bool:
        """Set some cells of one row; whether the row was there."""
        self._reach(layer.table, row.get("geom"))
        cells = ", ".join(f'"{name}" = ?' for name in row)
        key, value = where
        sql = f'UPDATE "{layer.table}" SET {cells} WHERE {key} = ?'  # noqa: S608  # our own names
        self._touch(layer.table)
        return self._connection.execute(sql, (*row.values(), value)).rowcount > 0

    def _row(self, layer: Layer, names: Sequence[str], uuid: str) -> list[Cell] | None:
        columns = ", ".join(f'"{name}"' for name in names)
        sql = f'SELECT {columns} FROM "{layer.table}" WHERE uuid = ?'  # noqa: S608  # our own names
        found = self._connection.execute(sql, (uuid,)).fetchone()
        return None if found is None else list(found)

    def _draw_shape(self, layer: Layer, record: Record) -> None:
        """Put the line or area of a record in the place of its earlier one."""
        shape = drawn(record, self._walk).shape
        sql = f'DELETE FROM "{layer.shapes}" WHERE uuid = ?'  # noqa: S608  # our own names
        there = self._connection.execute(sql, (record.id,)).rowcount > 0
        if shape is not None:
            row: dict[str, Cell] = {"uuid": record.id}
            if layer.numbered:
                row["nr"] = getattr(record, "nr")  # noqa: B009  # only numbered records have it
            names = ", ".join(["geom", *row])
            marks = ", ".join("?" * (len(row) + 1))
            sql = f'INSERT INTO "{layer.shapes}" ({names}) VALUES ({marks})'  # noqa: S608  # our own names
            self._connection.execute(sql, (shape, *row.values()))
            self._reach(layer.shapes, shape)
        elif there:
            self._touch(layer.shapes)

    def _follow(self, stops: frozenset[str]) -> None:
        """Let what was said at a stop stand where the stop now is."""
        if not stops:
            return
        for layer in LAYERS.values():
            if not layer.shapes:
                continue
            for record in self._walk.table(layer.name).values():
                place = place_of(record)
                if isinstance(place, AtStop) and place.stop in stops:
                    self._set(layer, {"geom": drawn(record, self._walk).blob}, ("uuid", record.id))

    def _rows(
        self, layer: Layer, names: Sequence[str], records: Iterable[Record]
    ) -> Iterator[list[Cell]]:
        for record in records:
            row = row_of(record, self._walk)
            self._reach(layer.table, row.get("geom"))
            yield [row[name] for name in names]

    def _touch(self, table: str) -> None:
        self._boxes.setdefault(table, [])

    def _reach(self, table: str, blob: object) -> None:
        box = box_of(blob)
        if box is not None:
            self._boxes.setdefault(table, []).append(box)

    def _grow(self, table: str, box: Box) -> None:
        west, east, south, north = box
        self._connection.execute(
            "UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1),"
            " max_x = max(coalesce(max_x, ?2), ?2), min_y = min(coalesce(min_y, ?3), ?3),"
            " max_y = max(coalesce(max_y, ?4), ?4) WHERE table_name = ?5",
            (west, east, south, north, table),
        )


def _kind_of_change(change: RecordDiff) -> tuple[Layer, str]:
    act = "add" if change.before is None else "remove" if change.after is None else "change"
    return layer_of(change.record), act


def _moved_stops(changes: Iterable[RecordDiff]) -> frozenset[str]:
    return frozenset(
        change.record.id
        for change in changes
        if isinstance(change.record, Stop)
        and getattr(change.before, "at", None) != getattr(change.after, "at", None)
    )


__all__ = ["RowWriter", "row_of"]
