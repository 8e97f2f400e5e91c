"""The memory of a walk file: each edit with the cells that it changed, before and after.

Undo across restarts, the account and the merging of two files all live from these rows. Only
changed cells are kept, so records are rebuilt by walking back from the walk as it is now.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from walkshop.domain.diff import RecordDiff
from walkshop.domain.history import Entry
from walkshop.domain.records import Record, Stamp, Walk
from walkshop.i18n import Text, msg
from walkshop.services.gpkg.columns import Cell, Column, columns_of
from walkshop.services.gpkg.layers import LAYERS

KEPT = 1_000
"""How many entries are read on opening; as many as can be undone."""

UNREADABLE = msg("A change that cannot be read")

Cells = dict[str, Cell]
Known = dict[tuple[str, str], Record | None]


def write_entry(connection: sqlite3.Connection, entry: Entry) -> None:
    """Add the row of an edit, inside a transaction of the caller."""
    connection.execute(
        "INSERT INTO walkshop_history (n, at, station, label, gesture, undoes, redoes,"
        " is_foreign, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.n,
            entry.stamp.now.isoformat(),
            entry.stamp.station,
            _dump(_lean_text(entry.label)),
            entry.gesture,
            _dump(entry.undoes),
            entry.redoes,
            int(entry.foreign),
            _dump([_lean_change(change) for change in entry.changes]),
        ),
    )


def read_entries(connection: sqlite3.Connection, walk: Walk, most: int = KEPT) -> tuple[Entry, ...]:
    """The last edits, oldest first, with their records as they were before and after.

    A row that cannot be read ends the reading: it and what lies before it can no longer be
    taken back. It keeps its number, which is never given again.
    """
    known: Known = {}
    entries: list[Entry] = []
    rows = connection.execute(
        "SELECT n, at, station, label, gesture, undoes, redoes, is_foreign, changes"
        " FROM walkshop_history ORDER BY n DESC LIMIT ?",
        (most,),
    )
    for row in rows:
        try:
            entries.append(_entry(row, walk, known))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            entries.append(Entry(int(row[0]), UNREADABLE, (), Stamp(datetime.now(UTC), "")))
            break
    return tuple(reversed(entries))


def last_number(connection: sqlite3.Connection) -> int:
    """The number of the last edit in the file; 0 before the first."""
    return int(connection.execute("SELECT coalesce(max(n), 0) FROM walkshop_history").fetchone()[0])


def is_written(connection: sqlite3.Connection, entry: Entry) -> bool:
    """Whether this very edit is in the file, after a commit whose end was not heard."""
    query = "SELECT 1 FROM walkshop_history WHERE n = ? AND at = ? AND station = ?"
    cells = (entry.n, entry.stamp.now.isoformat(), entry.stamp.station)
    return connection.execute(query, cells).fetchone() is not None


def _entry(row: tuple[object, ...], walk: Walk, known: Known) -> Entry:
    n, at, station, label, gesture, undoes, redoes, foreign, changes = row
    lean = json.loads(str(changes))
    back: list[RecordDiff] = []
    for change in reversed(lean):
        back.append(_full_change(change, walk, known))
    return Entry(
        n=int(str(n)),
        label=_full_text(json.loads(str(label))),
        changes=tuple(reversed(back)),
        stamp=Stamp(_moment(str(at)), str(station or "")),
        gesture=str(gesture or ""),
        undoes=tuple(int(number) for number in json.loads(str(undoes))),
        redoes=int(str(redoes)),
        foreign=bool(foreign),
    )


def _lean_change(change: RecordDiff) -> dict[str, object]:
    """A change as the cells that differ; all cells that say something where one side is none."""
    before, after = change.before, change.after
    columns = columns_of(type(change.record))
    lean: dict[str, object] = {"table": change.table, "uuid": change.record.id}
    if before is None or after is None:
        side = "is" if before is None else "was"
        return lean | {side: _cells(change.record, columns)}
    differ = [
        column
        for column in columns
        if getattr(before, column.field) != getattr(after, column.field)
    ]
    return lean | {
        "was": {column.name: column.cell(before) for column in differ},
        "is": {column.name: column.cell(after) for column in differ},
    }


def _cells(record: Record, columns: Iterable[Column]) -> Cells:
    return {
        column.name: column.cell(record)
        for column in columns
        if getattr(record, column.field) != column.zero
    }


def _full_change(lean: dict[str, object], walk: Walk, known: Known) -> RecordDiff:
    """A change with whole records, given what is known of them after it."""
    table, uuid = str(lean["table"]), str(lean["uuid"])
    now = known.get((table, uuid)) if (table, uuid) in known else walk.table(table).get(uuid)
    was, became = _side(lean, "was"), _side(lean, "is")
    kind = LAYERS[table].record
    if was is None or became is None:
        record = _whole(kind, became if was is None else was, now)
        change = RecordDiff(None, record) if was is None else RecordDiff(record, None)
    else:
        base = now if now is not None else _whole(kind, {"uuid": uuid}, None)
        after = _with(base, became)
        change = RecordDiff(_with(after, was), after)
    known[(table, uuid)] = change.before
    return change


def _side(lean: dict[str, object], side: str) -> Cells | None:
    found = lean.get(side)
    if found is not None and not isinstance(found, dict):
        raise ValueError("a change holds cells by their column")
    return found


def _whole(kind: type[Record], cells: Cells | None, now: Record | None) -> Record:
    """The record of these cells, all others empty; the one that is there where it is the same."""
    values = _zeros(kind) | _values(kind, cells or {})
    record = kind(**values)  # type: ignore[arg-type]  # the columns know their types
    return now if now == record else record


def _with(record: Record, cells: Cells) -> Record:
    values = _values(type(record), cells)
    changed = {name: value for name, value in values.items() if getattr(record, name) != value}
    return replace(record, **changed) if changed else record  # type: ignore[arg-type]  # as above


def _values(kind: type[Record], cells: Cells) -> dict[str, object]:
    columns = {column.name: column for column in columns_of(kind)}
    return {
        columns[name].field: columns[name].zero
        if cell is None
        else columns[name].value(_exact(cell, columns[name]))
        for name, cell in cells.items()
        if name in columns
    }


def _exact(cell: Cell, column: Column) -> Cell:
    """A whole number of a REAL column, which JSON may have written without its point."""
    return float(cell) if column.held is float and isinstance(cell, int) else cell


def _zeros(kind: type[Record]) -> dict[str, object]:
    return {column.field: column.zero for column in columns_of(kind)}


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _dump(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _lean_text(text: Text) -> dict[str, object]:
    values = [[name, _lean_value(value)] for name, value in text.values]
    return {"id": text.id, "values": values, "plural": text.plural, "context": text.context}


def _lean_value(value: object) -> object:
    if isinstance(value, Text):
        return {"text": _lean_text(value)}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return value


def _full_text(lean: dict[str, object]) -> Text:
    pairs = lean["values"]
    if not isinstance(pairs, list):
        raise ValueError("a label holds its values in a list")
    values = tuple((str(name), _full_value(value)) for name, value in pairs)
    return Text(str(lean["id"]), values, str(lean["plural"]), str(lean["context"]))


def _full_value(value: object) -> str | int | float | date | Text | None:
    if isinstance(value, dict):
        if "text" in value:
            return _full_text(value["text"])
        if "moment" in value:
            return datetime.fromisoformat(value["moment"])
        return date.fromisoformat(value["day"])
    if value is None or isinstance(value, str | int | float):
        return value
    raise ValueError("a label holds plain values")


__all__ = ["KEPT", "UNREADABLE", "is_written", "last_number", "read_entries", "write_entry"]
