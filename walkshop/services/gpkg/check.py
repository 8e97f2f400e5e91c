"""Is the file whole, valid and ours: what is not, as sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Walk
from walkshop.i18n import Text, msg, msgn
from walkshop.services.gpkg import troubles
from walkshop.services.gpkg.connection import meta
from walkshop.services.gpkg.history import UNREADABLE, read_entries
from walkshop.services.gpkg.reader import Reading, read
from walkshop.services.gpkg.remarks import left_out, needed_notes
from walkshop.services.gpkg.schema import USER_VERSION, tables
from walkshop.services.gpkg.vet import version_of, vetted


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found: `problems` is empty when `ok`; `version` is None for a file of others."""

    ok: bool
    problems: tuple[Text, ...]
    version: int | None


def read_walk(path: Path) -> Walk:
    """The walk in a file, for work that changes nothing.

    Raises:
        WalkshopError: the file is missing, unreadable, foreign, damaged, newer or strange.
    """
    with vetted(path) as connection:
        connection.execute("BEGIN")
        return read(connection).walk


def check(path: Path) -> CheckReport:
    """Look the whole file through, and change nothing.

    Raises:
        WalkshopError: there is no such file, or it may not be read.
    """
    try:
        with vetted(path) as connection:
            connection.execute("BEGIN")
            problems = tuple(_problems(connection))
            return CheckReport(not problems, problems, version_of(connection))
    except WalkshopError as error:
        if error.message in (troubles.missing(path).message, troubles.unreadable(path).message):
            raise
        return CheckReport(False, (error.message,), None)


def _problems(connection: sqlite3.Connection) -> Iterator[Text]:
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        yield msg("The file is damaged inside.")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        yield msg("The list of contents of the file does not fit its tables.")
    if not USER_VERSION - 200 <= connection.execute("PRAGMA user_version").fetchone()[0] < 20000:
        yield msg("The file is not marked as a GeoPackage.")
    there = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}
    for table in tables():
        if table.name not in there:
            yield msg("The table {name} is missing.", name=table.name)
    reading = read(connection)
    yield from _row_problems(reading)
    yield from _history_problems(connection, reading.walk)


def _row_problems(reading: Reading) -> Iterator[Text]:
    n = len(reading.odd) + sum(map(len, reading.stray_shapes.values()))
    if n:
        yield msgn(
            "{n} row was changed by another program and is put straight on opening.",
            "{n} rows were changed by another program and are put straight on opening.",
            n,
        )
    yield from left_out(reading)
    walk = reading.walk
    missing = needed_notes(walk) - walk.notes.keys() - walk.values.keys() - walk.actions.keys()
    missing -= {""}
    if missing:
        yield msgn(
            "{n} thing that an answer, value or action is about is no longer there.",
            "{n} things that answers, values or actions are about are no longer there.",
            len(missing),
        )


def _history_problems(connection: sqlite3.Connection, walk: Walk) -> Iterator[Text]:
    entries = read_entries(connection, walk)
    if entries and entries[0].label == UNREADABLE:
        yield msg("The history cannot be read back to its beginning.")
    known = meta(connection)
    highest = max((note.nr for note in walk.notes.values()), default=0)
    mark = known.get("next_note", "")
    if not mark.isdigit() or int(mark) <= highest:
        yield msg("The next number of the notes is not kept.")


__all__ = ["CheckReport", "check", "read_walk"]
