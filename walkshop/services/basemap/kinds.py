"""Tells what kind of file a map is: by its first bytes, before its name is believed."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from enum import StrEnum
from pathlib import Path

HEAD_BYTES = 4096


class FileKind(StrEnum):
    """What a file is, as far as maps go."""

    EMPTY = "empty"
    GEOPACKAGE = "geopackage"
    GEOJSON = "geojson"
    SKETCH = "sketch"
    FLATGEOBUF = "flatgeobuf"
    SHAPEFILE = "shapefile"
    SHAPEFILE_PART = "shapefile part"
    OSM_PBF = "osm pbf"
    OSM_XML = "osm xml"
    MBTILES = "mbtiles"
    PMTILES = "pmtiles"
    WALK = "walk"
    PICTURE = "picture"
    ROUTE = "route"
    ZIP = "zip"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"


_MAGIC = (
    (b"PMTiles", FileKind.PMTILES),
    (b"fgb", FileKind.FLATGEOBUF),
    (b"\x00\x00\x27\x0a", FileKind.SHAPEFILE),
    (b"PK\x03\x04", FileKind.ZIP),
    (b"%PDF", FileKind.PICTURE),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"BM", FileKind.PICTURE),
    (b"II*\x00", FileKind.PICTURE),
    (b"MM\x00*", FileKind.PICTURE),
)
_MAP_ENDINGS = (
    ".gpkg", ".geojson", ".fgb", ".shp", ".pbf", ".osm", ".mbtiles", ".pmtiles",
)  # fmt: skip
_SHAPEFILE_ENDINGS = (".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn")
_OF_A_SKETCH = re.compile(r'"(notice|attribution)"\s*:\s*\{')
_FEATURE_LAYER = re.compile(r'"properties"\s*:\s*\{\s*"layer"\s*:')


def kind_of(path: Path) -> FileKind:
    """The kind of the file at `path`.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    ending = path.suffix.lower()
    if not head:
        return FileKind.EMPTY
    if ending in _SHAPEFILE_ENDINGS:
        return FileKind.SHAPEFILE_PART
    if head.startswith(b"SQLite format 3\x00"):
        return _in_sqlite(path)
    found = next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)
    found = found or _in_head(head) or _in_text(head)
    if found is not None:
        return found
    return FileKind.DAMAGED if ending in _MAP_ENDINGS else FileKind.UNKNOWN


def _in_head(head: bytes) -> FileKind | None:
    """Kinds whose mark stands a little further on."""
    if b"OSMHeader" in head[:32]:
        return FileKind.OSM_PBF
    if (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or head[4:12] in {
        b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif",
    }:  # fmt: skip
        return FileKind.PICTURE
    return None


def _in_text(head: bytes) -> FileKind | None:
    """Kinds that are text: XML and JSON."""
    text = head.decode("utf-8-sig", errors="replace").lstrip()
    if text.startswith("<"):
        marks = {"<osm": FileKind.OSM_XML, "<gpx": FileKind.ROUTE, "<svg": FileKind.PICTURE}
        return next((kind for mark, kind in marks.items() if mark in text), None)
    if not text.startswith("{"):
        return None
    before, _, after = text.partition('"features"')
    if _OF_A_SKETCH.search(before) and _FEATURE_LAYER.search(after):
        return FileKind.SKETCH
    return FileKind.GEOJSON


def _in_sqlite(path: Path) -> FileKind:
    """GeoPackage, MBTiles and walk files are all databases: their tables tell them apart."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as base:
            rows = base.execute("SELECT name FROM sqlite_master").fetchall()
    except (sqlite3.Error, UnicodeDecodeError):
        return FileKind.DAMAGED
    names = {str(name) for (name,) in rows}
    if "walkshop_meta" in names:
        return FileKind.WALK
    if "gpkg_contents" in names:
        return FileKind.GEOPACKAGE
    return FileKind.MBTILES if "tiles" in names else FileKind.UNKNOWN
