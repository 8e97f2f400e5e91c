"""A look at a file before it is used: read-only, and nothing in it gets to act.

A file may come from anyone. Triggers, views and generated columns run inside the program that
opens them, so a walk file with any that we do not know by their whole text is not opened.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from walkshop.services.gpkg import troubles
from walkshop.services.gpkg.connection import connect, meta, tolerant
from walkshop.services.gpkg.schema import (
    APPLICATION_ID,
    GEOPACKAGE,
    OURS,
    VERSION,
    has_columns,
    tables,
)
from walkshop.services.gpkg.triggers import known_triggers, squeezed

MOST_BYTES = 8 * 1024**3
MOST_ROWS = 1_000_000
MOST_SECONDS = 60.0
"""How long the look may take; a file that is made to hang is given up."""

_PLAIN_INDEX = re.compile(r"create(unique)?index[^()]*\([\w,]+\)")
_ACTING = ("check(", "default(", "generatedalways")
_HIDDEN = (2, 3)  # generated columns, virtual and stored, in PRAGMA table_xinfo


@contextmanager
def vetted(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection to a walk file that is whole, ours, and holds nothing that acts.

    Raises:
        WalkshopError: the file is missing, unreadable, foreign, damaged, newer or strange.
    """
    _look_at_path(path)
    with as_sentence(path):
        _recover(path)
        with closing(connect(path, read_only=True)) as connection:
            tolerant(connection)
            end = time.monotonic() + MOST_SECONDS
            connection.set_progress_handler(lambda: time.monotonic() > end, 100_000)
            _look_inside(connection, path)
            connection.text_factory = str  # the reader is tolerant where it must be, and faster
            yield connection


def is_walk(path: Path) -> bool:
    """Whether there is a walk in `path`, whole or not; never ask it of a file that is open."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as found:
            sql = "SELECT count(*) FROM sqlite_master WHERE name = 'walkshop_meta'"
            return bool(found.execute(sql).fetchone()[0])
    except sqlite3.Error:
        return False


def version_of(connection: sqlite3.Connection) -> int:
    """The version of our own tables in a vetted file."""
    return int(meta(connection)["version"])


@contextmanager
def as_sentence(path: Path) -> Iterator[None]:
    """What SQLite says about the file at `path` becomes a WalkshopError."""
    try:
        yield
    except sqlite3.Error as error:
        raise troubles.from_sqlite(error, path) from error
    except UnicodeDecodeError as error:  # names in the schema, or SQLite's own words about them
        raise troubles.damaged(path, "text that is no text") from error


def _look_at_path(path: Path) -> None:
    try:
        size = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        raise troubles.missing(path) from None
    except OSError as error:
        raise troubles.unreadable(path) from error
    if not path.is_file() or size == 0:
        raise troubles.not_ours(path)
    if size > MOST_BYTES:
        raise troubles.too_large(path, f"{size} bytes")


def _recover(path: Path) -> None:
    """Let SQLite finish what a crash left beside the file, which a read-only look cannot."""
    try:
        with closing(connect(path, read_only=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error as error:
        code = troubles.code_of(error)
        if code == sqlite3.SQLITE_NOTADB:
            raise troubles.not_ours(path) from error
        if code not in troubles.READ_ONLY:
            raise
        if not _left_behind(path):
            raise troubles.unreadable(path) from error
        with closing(connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")


def _left_behind(path: Path) -> bool:
    return any(path.with_name(path.name + end).exists() for end in ("-journal", "-wal"))


def _look_inside(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    plain = {name for kind, name, _, _ in _schema(connection) if kind == "table"}
    if not {"walkshop_meta", "gpkg_contents"} <= plain:
        raise troubles.not_ours(path)
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise troubles.not_ours(path, "application_id")
    _look_at_version(connection, path)
    check = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if check != "ok":
        raise troubles.damaged(path, str(check))
    odd = acting(connection)
    if odd:
        raise troubles.strange(path, odd)
    for table, columns in _written_to().items():
        if table in plain | set(GEOPACKAGE) and not columns <= has_columns(connection, table):
            raise troubles.damaged(path, table)
    _look_at_size(connection, path, plain)


def _look_at_version(connection: sqlite3.Connection, path: Path) -> None:
    known = meta(connection)
    version = known.get("version", "")
    if not version.isdigit() or "walk" not in known:
        raise troubles.not_ours(path, "walkshop_meta")
    if int(version) > VERSION:
        raise troubles.newer(path, version)


def acting(connection: sqlite3.Connection) -> str:
    """The names of all parts that would act by themselves and that we do not know; "" for none."""
    mine = {table.name for table in tables()} | set(OURS)
    odd = {
        name
        for kind, name, table, sql in _schema(connection)
        if _acts(kind, name, table, squeezed(sql))
        or (kind == "table" and name in mine and _computes(connection, name, squeezed(sql)))
    }
    return ", ".join(sorted(odd))[:200]


def _written_to() -> dict[str, frozenset[str]]:
    """The columns that must be there of the tables that hold no records."""
    with closing(sqlite3.connect(":memory:")) as empty:
        for statement in (*GEOPACKAGE.values(), *OURS.values()):
            empty.execute(statement)
        return {table: has_columns(empty, table) for table in (*GEOPACKAGE, *OURS)}


def _schema(connection: sqlite3.Connection) -> list[tuple[str, str, str, str]]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    return [(str(kind), str(name), str(table), str(sql or "")) for kind, name, table, sql in rows]


def _acts(kind: str, name: str, table: str, text: str) -> bool:
    if kind == "trigger":
        far = table.startswith("gpkg_") and table not in GEOPACKAGE  # never written by us
        return not far and text not in known_triggers(table)
    if kind == "index":
        return bool(text) and not _PLAIN_INDEX.fullmatch(text)
    if text.startswith("createvirtualtable"):
        return not (name.startswith("rtree_") and "usingrtree(" in text)
    return kind == "view"


def _computes(connection: sqlite3.Connection, table: str, text: str) -> bool:
    """Whether a table checks or makes values by itself."""
    rows = connection.execute(f'PRAGMA table_xinfo("{table}")')
    return any(word in text for word in _ACTING) or any(row[6] in _HIDDEN for row in rows)


def _look_at_size(connection: sqlite3.Connection, path: Path, there: set[str]) -> None:
    for table in tables():
        if table.name not in there:
            continue
        query = f'SELECT count(*) FROM (SELECT 1 FROM "{table.name}" LIMIT {MOST_ROWS + 1})'  # noqa: S608  # our own names
        if connection.execute(query).fetchone()[0] > MOST_ROWS:
            raise troubles.too_large(path, table.name)


__all__ = ["acting", "as_sentence", "version_of", "vetted"]
