"""Reads MBTiles: map pictures in a database, or hands its lines and areas on (MBTiles 1.3)."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from walkshop.domain.geo import Bounds
from walkshop.services.basemap import troubles
from walkshop.services.basemap.credits import plain
from walkshop.services.basemap.data import MapData, Reading
from walkshop.services.basemap.squares import Database, SqliteTiles

_VECTOR = {"pbf", "mvt"}
_GZIP = b"\x1f\x8b"


def read_mbtiles(path: Path, near: Bounds | None = None) -> Reading:
    """The map in an MBTiles file; its pictures are read when they are asked for.

    Args:
        path: the file; without a "format" its tiles say what they are.
        near: used for lines and areas only: pictures are never read at once.

    Raises:
        WalkshopError: the file is damaged, or holds no pictures.
    """
    try:
        database = Database(path)
        about = _about(database)
        if about.get("format", "").lower() in _VECTOR or _begins_as_vector(database):
            from walkshop.services.basemap.vectortiles import read_vector_tiles

            database.close()
            return read_vector_tiles(path, near)
        tiles = SqliteTiles(database, "tiles", south=True)
    except (sqlite3.Error, UnicodeDecodeError) as reason:
        raise troubles.unreadable(path, str(reason)) from reason
    if not tiles.tile_px:
        raise troubles.nothing_there(path, "no pictures")
    words = plain(about.get("attribution", ""))
    return Reading(MapData((), attribution={"": words} if words else {}, tiles=tiles))


def _about(database: Database) -> dict[str, str]:
    """What the file says of itself; many have nothing."""
    if not database.rows("SELECT 1 FROM sqlite_master WHERE name = 'metadata'"):
        return {}
    rows = database.rows("SELECT name, value FROM metadata LIMIT 200")
    return {str(name): str(value) for name, value in rows if value is not None}


def _begins_as_vector(database: Database) -> bool:
    rows = database.rows("SELECT tile_data FROM tiles WHERE length(tile_data) > 0 LIMIT 1")
    content = rows[0][0] if rows else b""
    return isinstance(content, bytes) and content.startswith(_GZIP)
