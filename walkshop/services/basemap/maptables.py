"""The tables of a map file: a GeoPackage in EPSG:3857 with lines and areas, pictures, or both.

The statements are those of the GeoPackage standard 1.4 (annex C; tiles: clause 2.2).
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from walkshop.domain.geo import MERCATOR_RADIUS_M
from walkshop.services.basemap.data import Box, Shape
from walkshop.services.gpkg.schema import APPLICATION_ID, GEOPACKAGE, REFERENCES, USER_VERSION

SRS = 3857
WORLD_M = math.pi * MERCATOR_RADIUS_M
"""Half the side of the square world."""

ABOUT = "walkshop_map"
"""What the map says of itself, one row for each word."""

PICTURES = "pictures"
TYPES: Mapping[Shape, str] = MappingProxyType(
    {Shape.AREA: "POLYGON", Shape.LINE: "LINESTRING", Shape.POINT: "POINT"}
)

_MERCATOR = (
    'PROJCS["WGS 84 / Pseudo-Mercator",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,'
    '298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AUTHORITY["EPSG","4326"]],PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],'
    'PARAMETER["scale_factor",1],PARAMETER["false_easting",0],PARAMETER["false_northing",0],'
    'UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],'
    'EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 '
    '+units=m +nadgrids=@null +wktext +no_defs"],AUTHORITY["EPSG","3857"]]'
)
_TILES = (
    """CREATE TABLE gpkg_tile_matrix_set (
        table_name TEXT NOT NULL PRIMARY KEY, srs_id INTEGER NOT NULL, min_x DOUBLE NOT NULL,
        min_y DOUBLE NOT NULL, max_x DOUBLE NOT NULL, max_y DOUBLE NOT NULL,
        CONSTRAINT fk_gtms_table_name FOREIGN KEY (table_name)
        REFERENCES gpkg_contents(table_name),
        CONSTRAINT fk_gtms_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))""",
    """CREATE TABLE gpkg_tile_matrix (
        table_name TEXT NOT NULL, zoom_level INTEGER NOT NULL, matrix_width INTEGER NOT NULL,
        matrix_height INTEGER NOT NULL, tile_width INTEGER NOT NULL, tile_height INTEGER NOT NULL,
        pixel_x_size DOUBLE NOT NULL, pixel_y_size DOUBLE NOT NULL,
        CONSTRAINT pk_ttm PRIMARY KEY (table_name, zoom_level),
        CONSTRAINT fk_tmm_table_name FOREIGN KEY (table_name)
        REFERENCES gpkg_contents(table_name))""",
    """CREATE TABLE gpkg_extensions (
        table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
        definition TEXT NOT NULL, scope TEXT NOT NULL,
        CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""",
    f"""CREATE TABLE {PICTURES} (
        id INTEGER PRIMARY KEY AUTOINCREMENT, zoom_level INTEGER NOT NULL,
        tile_column INTEGER NOT NULL, tile_row INTEGER NOT NULL, tile_data BLOB NOT NULL,
        UNIQUE (zoom_level, tile_column, tile_row))""",
)
_WEBP = "http://www.geopackage.org/spec/#extension_tiles_webp"


def build(connection: sqlite3.Connection) -> None:
    """Make what every map file has, inside a transaction of the caller."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {USER_VERSION}")
    for statement in GEOPACKAGE.values():
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
        [
            *REFERENCES,
            ("Pseudo-Mercator", SRS, "EPSG", SRS, _MERCATOR, "the projection of the web"),
        ],
    )
    connection.execute(
        f"CREATE TABLE {ABOUT} (fid INTEGER PRIMARY KEY, word TEXT NOT NULL, language TEXT, "
        "value TEXT)"
    )
    _listed(connection, ABOUT, "attributes", None)


def add_layer(connection: sqlite3.Connection, layer: str, shape: Shape, box: Box) -> str:
    """Make the table of a layer's things of one shape; its name.

    The layers of a map are named by others: only plain letters become the name of a table.
    """
    plain = re.sub(r"[^a-z]", "", layer.lower())[:30] or "other"
    table, number = f"{plain}_{shape.value}", 1
    while connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
        number += 1
        table = f"{plain}{number}_{shape.value}"
    connection.execute(
        f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
        f"geom {TYPES[shape]}, layer TEXT, grade TEXT, name TEXT, level INTEGER, oneway BOOLEAN)"
    )
    _listed(connection, table, "features", box)
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
        (table, TYPES[shape], SRS),
    )
    return table


def add_pictures(connection: sqlite3.Connection) -> None:
    """Make the table of pictures; its zooms are listed by `list_zooms` when they are there."""
    for statement in _TILES:
        connection.execute(statement)
    _listed(connection, PICTURES, "tiles", (-WORLD_M, -WORLD_M, WORLD_M, WORLD_M))
    connection.execute(
        "INSERT INTO gpkg_tile_matrix_set VALUES (?, ?, ?, ?, ?, ?)",
        (PICTURES, SRS, -WORLD_M, -WORLD_M, WORLD_M, WORLD_M),
    )
    connection.execute(
        "INSERT INTO gpkg_extensions VALUES (?, 'tile_data', 'gpkg_webp', ?, 'read-write')",
        (PICTURES, _WEBP),
    )


def list_zooms(
    connection: sqlite3.Connection, zooms: Iterable[int], side_px: int, box: Box
) -> None:
    """List the zooms that have pictures of `side_px`, and the box that they cover."""
    connection.executemany(
        "INSERT INTO gpkg_tile_matrix VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (PICTURES, zoom, 2**zoom, 2**zoom, side_px, side_px, *_pixel(zoom, side_px))
            for zoom in zooms
        ],
    )
    connection.execute(
        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
        (*box, PICTURES),
    )


def _pixel(zoom: int, side_px: int) -> tuple[float, float]:
    """Metres of EPSG:3857 to a pixel, across and up."""
    metres = 2 * WORLD_M / 2**zoom / side_px
    return metres, metres


def _listed(connection: sqlite3.Connection, table: str, kind: str, box: Box | None) -> None:
    srs = None if box is None else SRS
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y,"
        " srs_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (table, kind, table, *(box or (None,) * 4), srs),
    )
