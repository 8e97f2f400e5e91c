"""Map pictures in a database file: read-only, from any thread, and never more than a picture."""

from __future__ import annotations

import sqlite3
import struct
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, runtime_checkable

from walkshop.domain.geo import Bounds
from walkshop.services.basemap.data import RasterTiles
from walkshop.services.basemap.pictures import is_picture
from walkshop.services.basemap.tilemath import TileId, count_over, tiles_over

MOST_PX = 2_048
"""A picture of more pixels a side is no map square, and may be made to fill the memory."""

MOST_ZOOM = 24
_ASKED_APART = 20_000
_SECONDS = 20.0


@runtime_checkable
class StoredTiles(RasterTiles, Protocol):
    """Pictures of a file, which can be listed."""

    def ids(self, zoom: int, near: Bounds | None) -> Iterator[TileId]:
        """The squares of a zoom that may have a picture, within `near` (WGS84) or anywhere."""


def usable(content: object) -> bytes | None:
    """The bytes of a picture that is safe to unpack; None for anything else."""
    if not isinstance(content, bytes) or not is_picture(content):
        return None
    return content if 0 < side_px(content) <= MOST_PX else None


def side_px(content: bytes) -> int:
    """The longest side of a PNG, JPEG or WebP by its own header; 0 where that says nothing."""
    try:
        if content.startswith(b"\x89PNG"):
            return int(max(struct.unpack_from(">II", content, 16)))
        if content.startswith(b"\xff\xd8"):
            return _jpeg_px(content)
        return _webp_px(content)
    except (struct.error, IndexError):
        return 0


def open_tiles(path: Path) -> sqlite3.Connection:
    """A connection for any thread (one at a time) to a file that nobody writes.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 64_000_000)
    return connection


class Database:
    """One connection, a query at a time; a query that is made to hang is given up."""

    def __init__(self, path: Path) -> None:
        self._connection = open_tiles(path)
        self._lock = threading.Lock()
        weakref.finalize(self, self._connection.close)

    def rows(self, sql: str, values: tuple[int, ...] = ()) -> list[tuple[object, ...]]:
        """All rows of a query.

        Raises:
            sqlite3.Error: the file is damaged, or the query took too long.
        """
        with self._lock:
            end = time.monotonic() + _SECONDS
            self._connection.set_progress_handler(lambda: time.monotonic() > end, 100_000)
            return self._connection.execute(sql, values).fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


class SqliteTiles:
    """Pictures in a table of zoom_level, tile_column, tile_row and tile_data.

    Args:
        south: rows are numbered from the south (TMS), as in MBTiles.
    """

    def __init__(self, database: Database, table: str, *, south: bool) -> None:
        self._database = database
        self._table = table
        self._south = south
        sql = f"SELECT min(zoom_level), max(zoom_level) FROM {table}"  # noqa: S608  # our own names
        low, high = database.rows(f"{sql} WHERE zoom_level BETWEEN 0 AND {MOST_ZOOM}")[0]
        self.min_zoom = low if isinstance(low, int) else 0
        self.max_zoom = high if isinstance(high, int) else -1
        self.tile_px = self._side()

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The picture of a square (XYZ); None where there is none or it cannot be used."""
        sql = (
            f"SELECT tile_data FROM {self._table}"  # noqa: S608  # our own names
            " WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
        )
        try:
            found = self._database.rows(sql, (zoom, column, self._turned(zoom, row)))
        except sqlite3.Error:
            return None
        return usable(found[0][0]) if found else None

    def ids(self, zoom: int, near: Bounds | None) -> Iterator[TileId]:
        """The squares of a zoom that may have a picture, within `near` (WGS84) or anywhere."""
        if near is not None and count_over(near, zoom) <= _ASKED_APART:
            return tiles_over(near, zoom)
        sql = f"SELECT tile_column, tile_row FROM {self._table} WHERE zoom_level = ?"  # noqa: S608  # our own names
        rows = self._database.rows(f"{sql} LIMIT {_ASKED_APART * 5}", (zoom,))
        return (
            TileId(zoom, column, self._turned(zoom, row))
            for column, row in rows
            if isinstance(column, int) and isinstance(row, int)
        )

    def _turned(self, zoom: int, row: int) -> int:
        return 2**zoom - 1 - row if self._south else row

    def _side(self) -> int:
        """The side of the first picture; 0 where there is none."""
        sql = f"SELECT tile_data FROM {self._table} WHERE tile_data IS NOT NULL LIMIT 20"  # noqa: S608  # our own names
        pictures = (usable(content) for (content,) in self._database.rows(sql))
        return next((side_px(content) for content in pictures if content), 0)


def _jpeg_px(content: bytes) -> int:
    """The size in the start-of-frame segment (ISO/IEC 10918-1, B.2.2)."""
    at = 2
    while content[at] == 0xFF:
        kind = content[at + 1]
        if 0xC0 <= kind <= 0xCF and kind not in {0xC4, 0xC8, 0xCC}:
            return int(max(struct.unpack_from(">HH", content, at + 5)))
        at += 2 + int(struct.unpack_from(">H", content, at + 2)[0])
    return 0


def _webp_px(content: bytes) -> int:
    """The size in a WebP container (RFC 9649, 2.5 to 2.7)."""
    kind = content[12:16]
    if kind == b"VP8X":
        sides = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
        return max(sides)
    if kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return max(bits & 0x3FFF, bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        return max(int(side) & 0x3FFF for side in struct.unpack_from("<HH", content, 26))
    return 0
