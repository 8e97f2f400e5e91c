"""The map beside the walk, `<walk>.map.gpkg`: written once, whole, then only read.

However a map came, it is drawn from this one form: lines and areas in EPSG:3857 in a table per
layer, or pictures in the web's own numbering. Other programs open it as any GeoPackage.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from walkshop.services.basemap import maptables, troubles
from walkshop.services.basemap.boxes import boxes_of
from walkshop.services.basemap.data import Box, Feature, MapData, Shape, WebSource, Words
from walkshop.services.basemap.layers import Look
from walkshop.services.basemap.shaping import Pieces, features_of
from walkshop.services.basemap.squares import Database, SqliteTiles, side_px, usable
from walkshop.services.basemap.tagging import Kind
from walkshop.services.basemap.tilemath import TileId
from walkshop.services.gpkg.backup import replacing
from walkshop.services.gpkg.vet import as_sentence

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

ENDING = ".map.gpkg"

Picture = tuple[int, int, int, bytes]
"""Zoom, column, row (XYZ) and the bytes of a picture."""

_HEADER_DOUBLES = (0, 4, 6, 6, 8, 0, 0, 0)
"""Doubles of the envelope in the header of a geometry, by its code (clause 2.1.3)."""

_HEADER = b"GP\x00\x01" + (3857).to_bytes(4, "little")


class Written(NamedTuple):
    """What stands in a map file that was written."""

    features: int
    pictures: int


def map_file_of(walk_file: Path) -> Path:
    """Where the map of a walk lies."""
    return walk_file.with_name(walk_file.stem + ENDING)


def write_map_file(path: Path, data: MapData, pictures: Iterable[Picture] = ()) -> Written:
    """Write a map whole, in the place of what is at `path`.

    Args:
        pictures: those to keep; what is no picture is left out.

    Raises:
        WalkshopError: no room, or no right to write. What `pictures` raises stops the writing;
            then the file at `path` stays as it was.
    """
    with (
        replacing(path) as part,
        as_sentence(path.parent),  # what is wrong is wrong with the folder: the name is fresh
        closing(sqlite3.connect(part, isolation_level=None)) as to,
    ):
        # The name is nobody's until it is whole: nothing need survive a crash before that.
        to.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
        maptables.build(to)
        _say(to, data)
        for (layer, shape), indices in _sorted(data.features).items():
            boxes = boxes_of(data)[indices]
            around = (*boxes[:, :2].min(axis=0).tolist(), *boxes[:, 2:].max(axis=0).tolist())
            table = maptables.add_layer(to, layer, shape, around)
            _write_things(to, table, [data.features[index] for index in indices])
        count = _write_pictures(to, pictures)
        to.execute("COMMIT")
    return Written(len(data.features), count)


def write_tiles(path: Path, source: WebSource, pictures: Iterable[Picture]) -> Written:
    """Write pictures that were taken along from the web; see `write_map_file`."""
    words = {"": source.attribution}
    return write_map_file(path, MapData((), words, licence=source.licence), pictures)


def is_map_file(path: Path) -> bool:
    """Whether a file is a map that this program wrote."""
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as file:
            found = file.execute(
                "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?",
                (maptables.ABOUT,),
            ).fetchone()
    except sqlite3.Error:
        return False
    return bool(found[0])


def read_map_file(path: Path) -> MapData:
    """The map in a map file; any thread may read its pictures.

    Raises:
        WalkshopError: it is damaged, or no map of ours.
    """
    try:
        database = Database(path)
        said = database.rows(f"SELECT word, language, value FROM {maptables.ABOUT} LIMIT 100")  # noqa: S608  # our own name
        tables = {
            str(name): str(kind)
            for name, kind in database.rows("SELECT table_name, data_type FROM gpkg_contents")
        }
        features = [
            feature
            for name in sorted(tables)
            if tables[name] == "features"
            for feature in _read_layer(database, name)
        ]
        tiles = None
        if maptables.PICTURES in tables:
            tiles = SqliteTiles(database, maptables.PICTURES, south=False)
    except (sqlite3.Error, ValueError, TypeError) as reason:
        raise troubles.unreadable(path, str(reason)) from reason
    words: dict[str, dict[str, str]] = {}
    for word, language, value in said:
        words.setdefault(str(word), {})[str(language or "")] = str(value or "")
    return MapData(
        tuple(features),
        words.get("attribution", {}),
        words.get("notice", {}),
        words.get("licence", {}).get("", ""),
        tiles if tiles is not None and tiles.tile_px else None,
    )


def _say(to: sqlite3.Connection, data: MapData) -> None:
    words: list[tuple[str, Words]] = [
        ("attribution", data.attribution),
        ("notice", data.notice),
        ("licence", {"": data.licence} if data.licence else {}),
    ]
    to.executemany(
        f"INSERT INTO {maptables.ABOUT} (word, language, value) VALUES (?, ?, ?)",  # noqa: S608  # our own name
        [(word, code, said) for word, spoken in words for code, said in spoken.items()],
    )


def _sorted(features: Iterable[Feature]) -> Mapping[tuple[str, Shape], list[int]]:
    """Which features are of each layer and shape; one table holds one kind of geometry."""
    found: dict[tuple[str, Shape], list[int]] = {}
    for index, feature in enumerate(features):
        found.setdefault((feature.layer, feature.shape), []).append(index)
    return found


def _write_things(to: sqlite3.Connection, table: str, things: list[Feature]) -> None:
    import shapely

    pieces = [(thing, piece) for thing in things for piece in _MAKERS[thing.shape](thing)]
    wkb = shapely.to_wkb([piece for _, piece in pieces], byte_order=1)
    to.executemany(
        f"INSERT INTO {table} (geom, layer, grade, name, level, oneway) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608  # made of plain letters
        [
            (_HEADER + raw, thing.layer, thing.grade, thing.name, thing.level, thing.oneway)
            for (thing, _), raw in zip(pieces, wkb, strict=True)
        ],
    )


def _areas(thing: Feature) -> list[BaseGeometry]:
    import shapely

    return [shapely.Polygon(thing.parts[0], thing.parts[1:])]


def _lines(thing: Feature) -> list[BaseGeometry]:
    import shapely

    return [shapely.LineString(part) for part in thing.parts if len(part) > 1]


def _points(thing: Feature) -> list[BaseGeometry]:
    import shapely

    return [shapely.Point(part[0]) for part in thing.parts]


_MAKERS: Mapping[Shape, Callable[[Feature], list[BaseGeometry]]] = {
    Shape.AREA: _areas,
    Shape.LINE: _lines,
    Shape.POINT: _points,
}


def _write_pictures(to: sqlite3.Connection, pictures: Iterable[Picture]) -> int:
    """Write what is a picture; how many there were."""
    side, box = 0, (maptables.WORLD_M, maptables.WORLD_M, -maptables.WORLD_M, -maptables.WORLD_M)
    zooms: set[int] = set()
    count = 0
    for zoom, column, row, content in pictures:
        picture = usable(content)
        if picture is None:
            continue
        if not count:
            maptables.add_pictures(to)
            side = side_px(picture)
        to.execute(
            f"INSERT OR REPLACE INTO {maptables.PICTURES} (zoom_level, tile_column, tile_row, "  # noqa: S608  # our own name
            "tile_data) VALUES (?, ?, ?, ?)",
            (zoom, column, row, picture),
        )
        zooms.add(zoom)
        box = _around(box, TileId(zoom, column, row).box)
        count += 1
    if count:
        maptables.list_zooms(to, sorted(zooms), side, box)
    return count


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _read_layer(database: Database, table: str) -> list[Feature]:
    """The things of one table; a table of others that was added here is left alone."""
    import shapely

    if not table.replace("_", "").isalnum() or not table.isascii():
        return []
    columns = {str(row[1]) for row in database.rows(f"PRAGMA table_info({table})")}
    if not columns >= {"geom", "layer", "grade", "name", "level", "oneway"}:
        return []
    rows = database.rows(
        f"SELECT geom, layer, grade, name, level, oneway FROM {table} WHERE geom IS NOT NULL "  # noqa: S608  # checked above
        "ORDER BY fid"
    )
    raw = [_wkb(row[0]) for row in rows]
    geometries = shapely.from_wkb(np.array(raw, dtype=object), on_invalid="ignore")
    kinds = shapely.get_type_id(geometries)
    sound = np.flatnonzero(np.isin(kinds, list(_SHAPES)) & ~shapely.is_empty(geometries))
    looks = [_look(rows[i]) for i in sound.tolist()]
    shapes = [_SHAPES[kind] for kind in kinds[sound].tolist()]
    return features_of(Pieces(geometries[sound], sound, shapes), looks)


def _look(row: tuple[object, ...]) -> Look:
    """How a row is drawn; a cell that others filled with something else says nothing."""
    _, layer, grade, name, level, oneway = row
    number = level if isinstance(level, int) else 0
    return Look(Kind(str(layer), str(grade or "")), str(name or ""), number, int(bool(oneway)))


_SHAPES = {0: Shape.POINT, 1: Shape.LINE, 3: Shape.AREA}


def _wkb(blob: object) -> bytes | None:
    """The plain binary behind the header of a geometry."""
    if not isinstance(blob, bytes) or len(blob) < 8 or blob[:2] != b"GP":
        return None
    return blob[8 + 8 * _HEADER_DOUBLES[blob[3] >> 1 & 7] :]
