"""Copies of a walk file that are whole: made by SQLite itself, verified, then put in place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from walkshop.services.gpkg import troubles
from walkshop.services.gpkg.connection import connect, journal_mode
from walkshop.services.gpkg.vet import as_sentence


def back_up(connection: sqlite3.Connection, path: Path) -> None:
    """Put a verified copy of an open walk file at `path`, replacing what is there whole.

    Raises:
        WalkshopError: no room, no right, or a copy that does not equal the file.
    """
    with replacing(path) as copy, as_sentence(path), closing(_fresh(copy)) as target:
        connection.backup(target)
        if journal_mode(target) == "wal":
            target.execute("PRAGMA journal_mode = DELETE")
        if _counts(target) != _counts(connection) or _check(target) != "ok":
            raise troubles.not_safe(path, _check(target))


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name beside `path` to write at; what is there takes the place of `path` at the end."""
    copy = beside(path)
    try:
        yield copy
        sync(copy)
        copy.replace(path)
        sync(path.parent)
    except OSError as error:
        raise troubles.from_system(error, path) from error
    finally:
        clear(copy)


def beside(path: Path) -> Path:
    """A name in the same folder that nobody has."""
    return path.with_name(f".{path.name}.{uuid4().hex[:8]}.part")


def sync(path: Path) -> None:
    """Have the system put a closed file, or the names of a folder, on the disk itself."""
    if path.is_dir() and os.name == "nt":
        return  # Windows keeps the names of a folder by itself and opens no folder
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clear(part: Path) -> None:
    """Remove an unfinished file and what SQLite left beside it."""
    for end in ("", "-journal", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            part.with_name(part.name + end).unlink()


def _fresh(path: Path) -> sqlite3.Connection:
    """A connection to a new, empty file that need not survive a crash before it is whole."""
    path.touch(exist_ok=False)
    connection = connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def _counts(connection: sqlite3.Connection) -> list[int]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    names = sorted(str(name) for name, sql in rows if not str(sql).startswith("CREATE VIRTUAL"))
    return [
        connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  # our own names
        for name in names
    ]


def _check(connection: sqlite3.Connection) -> str:
    return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])


__all__ = ["back_up", "beside", "clear", "replacing", "sync"]
