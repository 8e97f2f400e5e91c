"""Connections to a walk file, with the settings that were measured to keep it safe.

DELETE and EXTRA: the one pair that lost nothing in power cuts and in copies of an open file.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from walkshop.services.gpkg.geometry import register

BUSY_MS = 5_000
"""How long one attempt waits for another program to let go of the file."""

CELL_BYTES = 512 * 1024 * 1024
"""The largest cell that is read: the history row of a very large import."""


def connect(path: Path, *, read_only: bool = False, busy_ms: int = BUSY_MS) -> sqlite3.Connection:
    """A connection to an existing file; transactions are begun and ended by the caller.

    It may be handed to another thread, but is for one thread at a time.

    Raises:
        sqlite3.Error: the file cannot be opened.
    """
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=busy_ms / 1000,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        _set_up(connection, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def tolerant(connection: sqlite3.Connection) -> None:
    """Read text that is not UTF-8 with a sign in the place of what cannot be read."""
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")


def meta(connection: sqlite3.Connection) -> dict[str, str]:
    """What the file says of itself, by key."""
    rows = connection.execute("SELECT key, value FROM walkshop_meta WHERE value IS NOT NULL")
    return {str(key): str(value) for key, value in rows}


def data_version(connection: sqlite3.Connection) -> int:
    """A number that differs once another connection has changed the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def journal_mode(connection: sqlite3.Connection) -> str:
    """The journal mode of the file as it is now."""
    return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def back_to_delete(connection: sqlite3.Connection) -> bool:
    """Put the journal mode back that another program changed; False while it holds the file."""
    if journal_mode(connection) != "wal":
        return True
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return str(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]) == "delete"
    except sqlite3.OperationalError:
        return False  # the other program is still there; the next idle second tries again
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")


def _set_up(connection: sqlite3.Connection, *, read_only: bool) -> None:
    register(connection)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, CELL_BYTES)
    for setting in (
        "synchronous = EXTRA",
        "foreign_keys = ON",
        "fullfsync = ON",
        "checkpoint_fullfsync = ON",
        "cell_size_check = ON",
        "mmap_size = 0",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {setting}")
    if read_only:
        connection.execute("PRAGMA query_only = ON")


__all__ = [
    "BUSY_MS",
    "back_to_delete",
    "connect",
    "data_version",
    "journal_mode",
    "meta",
    "tolerant",
]
