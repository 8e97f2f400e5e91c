"""A new walk file: written whole under another name, then given its own."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

from walkshop.domain.records import Marks, Walk
from walkshop.services.gpkg import troubles
from walkshop.services.gpkg.backup import beside, clear, sync
from walkshop.services.gpkg.connection import connect
from walkshop.services.gpkg.layers import LAYERS
from walkshop.services.gpkg.rows import RowWriter
from walkshop.services.gpkg.schema import VERSION, build
from walkshop.services.gpkg.vet import as_sentence

_NONE: Mapping[str, bytes] = MappingProxyType({})


def create(path: Path, walk: Walk, blobs: Mapping[str, bytes] = _NONE) -> None:
    """Write `walk` to a new GeoPackage, with the bytes of its photos by checksum.

    It starts without history: what went before stays in the file that it came from.

    Raises:
        WalkshopError: there is a file of this name, or no room or right to write one.
    """
    if os.path.lexists(path):
        raise troubles.exists(path)
    part = beside(path)
    try:
        part.touch(exist_ok=False)
        with as_sentence(path), closing(connect(part)) as connection:
            _fill(connection, walk, blobs)
        sync(part)
        _name(part, path)
        sync(path.parent)
    except OSError as error:
        raise troubles.from_system(error, path) from error
    finally:
        clear(part)


def write_marks(connection: sqlite3.Connection, marks: Marks) -> None:
    """Keep the next free numbers; they only rise."""
    for name in ("note", "action", "stop"):
        connection.execute(
            "INSERT INTO walkshop_meta VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE"
            " SET value = excluded.value WHERE CAST(value AS INTEGER) < ?2",
            (f"next_{name}", getattr(marks, name)),
        )


def write_blobs(connection: sqlite3.Connection, blobs: Iterable[tuple[str, bytes]]) -> None:
    """Keep the bytes of photos, each once, by checksum."""
    sql = "INSERT OR IGNORE INTO photo_files (sha256, data) VALUES (?, ?)"
    connection.executemany(sql, blobs)


def _fill(connection: sqlite3.Connection, walk: Walk, blobs: Mapping[str, bytes]) -> None:
    connection.execute("PRAGMA synchronous = OFF")  # it is synced once, before it gets its name
    connection.execute("BEGIN IMMEDIATE")
    build(connection)
    connection.executemany(
        "INSERT INTO walkshop_meta VALUES (?, ?)",
        [("version", str(VERSION)), ("walk", walk.about.id)],
    )
    write_marks(connection, walk.marks)
    write_blobs(connection, blobs.items())
    writer = RowWriter(connection, walk)
    for name, layer in LAYERS.items():
        writer.insert(layer, list(walk.table(name).values()))
    writer.finish()
    connection.execute("COMMIT")


def _name(part: Path, path: Path) -> None:
    """Give a finished file its name, and never the name of another file."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise troubles.exists(path) from None
    except OSError:  # a file system without hard links, such as that of most USB sticks
        if os.path.lexists(path):
            raise troubles.exists(path) from None
        part.rename(path)


__all__ = ["create", "write_blobs", "write_marks"]
