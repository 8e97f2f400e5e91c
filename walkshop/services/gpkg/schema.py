"""The tables of a walk file: those that every GeoPackage has, and ours, derived from the records.

The statements for a GeoPackage are those of its standard, version 1.4 (annex C).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from walkshop.services.gpkg.geometry import SRS
from walkshop.services.gpkg.layers import LAYERS

APPLICATION_ID = 0x47504B47  # "GPKG"
USER_VERSION = 10400  # GeoPackage 1.4
VERSION = 1
"""The version of our own tables; it stands in walkshop_meta."""

_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
    'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AUTHORITY["EPSG","4326"]]'
)

REFERENCES = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "any flat coordinates"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "any angular coordinates"),
    ("WGS 84", SRS, "EPSG", SRS, _WGS84, "longitude and latitude in degrees"),
)
"""The rows of gpkg_spatial_ref_sys that every GeoPackage has."""

GEOPACKAGE: Mapping[str, str] = MappingProxyType(
    {
        "gpkg_spatial_ref_sys": """CREATE TABLE gpkg_spatial_ref_sys (
            srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
            organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
            description TEXT)""",
        "gpkg_contents": """CREATE TABLE gpkg_contents (
            table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
            identifier TEXT UNIQUE, description TEXT DEFAULT '',
            last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
            CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)
            REFERENCES gpkg_spatial_ref_sys(srs_id))""",
        "gpkg_geometry_columns": """CREATE TABLE gpkg_geometry_columns (
            table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
            srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
            CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
            CONSTRAINT uk_gc_table_name UNIQUE (table_name),
            CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
            CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))""",
    }
)

OURS: Mapping[str, str] = MappingProxyType(
    {
        "walkshop_meta": "CREATE TABLE walkshop_meta (key TEXT PRIMARY KEY, value TEXT)",
        "walkshop_history": """CREATE TABLE walkshop_history (
            n INTEGER PRIMARY KEY, at TEXT, station TEXT, label TEXT, gesture TEXT,
            undoes TEXT, redoes INTEGER, is_foreign BOOLEAN, changes TEXT)""",
        "photo_files": """CREATE TABLE photo_files (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, sha256 TEXT UNIQUE, data BLOB)""",
    }
)
"""Tables of the file that hold no records."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it lies in the file; geometry "" for none."""

    name: str
    cells: Mapping[str, str]
    about: str
    geometry: str = ""

    @property
    def sql(self) -> str:
        """The statement that makes it."""
        geom = f", geom {self.geometry}" if self.geometry else ""
        cells = "".join(f', "{name}" {sql}' for name, sql in self.cells.items())
        key = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"
        return f'CREATE TABLE "{self.name}" ({key}{geom}{cells})'

    @property
    def index_sql(self) -> str:
        """The statement that makes its index by uuid.

        Not unique: a program that copies a row copies the uuid too, and must not be stopped.
        """
        return f'CREATE INDEX IF NOT EXISTS "{self.name}_uuid" ON "{self.name}" ("uuid")'


def tables() -> Iterator[Table]:
    """Every table of records, and of their lines and areas."""
    for layer in LAYERS.values():
        yield Table(layer.table, layer.cells, layer.about, layer.geometry)
        if layer.shapes:
            about = f"Lines and areas of the table {layer.table}"
            yield Table(layer.shapes, layer.shape_cells, about, "GEOMETRY")


def build(connection: sqlite3.Connection) -> None:
    """Make every table in an empty file, inside a transaction of the caller."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {USER_VERSION}")
    for statement in GEOPACKAGE.values():
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
        REFERENCES,
    )
    complete(connection)


def complete(connection: sqlite3.Connection) -> None:
    """Add what is missing: a column or table that another program dropped, or that is new."""
    there = _names(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")
    listed = _names(connection, "SELECT table_name FROM gpkg_contents")
    indexes = _names(connection, "SELECT name FROM sqlite_master WHERE type = 'index'")
    for name, statement in OURS.items():
        if name not in there:
            connection.execute(statement)
    for table in tables():
        if table.name not in there:
            connection.execute(table.sql)
        else:
            _add_columns(connection, table)
        if f"{table.name}_uuid" not in indexes:
            connection.execute(table.index_sql)
        if table.name not in listed:
            _list(connection, table)
    if "photo_files" not in listed:
        _list(connection, Table("photo_files", {}, "The bytes of photos, by their checksum"))


def has_columns(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    """The names of the columns that a table of ours has in this file."""
    return frozenset(row[1] for row in connection.execute(f'PRAGMA table_info("{table}")'))


def _add_columns(connection: sqlite3.Connection, table: Table) -> None:
    there = has_columns(connection, table.name)
    wanted = dict(table.cells) | ({"geom": table.geometry} if table.geometry else {})
    for name, sql in wanted.items():
        if name not in there:
            connection.execute(f'ALTER TABLE "{table.name}" ADD COLUMN "{name}" {sql}')


def _list(connection: sqlite3.Connection, table: Table) -> None:
    """Name the table in the contents of the GeoPackage."""
    kind = "features" if table.geometry else "attributes"
    connection.execute(
        "INSERT OR IGNORE INTO gpkg_contents"
        " (table_name, data_type, identifier, description, srs_id) VALUES (?, ?, ?, ?, ?)",
        (table.name, kind, table.name, table.about, SRS if table.geometry else 0),
    )
    if table.geometry:
        connection.execute(
            "INSERT OR IGNORE INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
            (table.name, table.geometry, SRS),
        )


def _names(connection: sqlite3.Connection, query: str) -> frozenset[str]:
    return frozenset(str(name) for (name,) in connection.execute(query))


__all__ = [
    "APPLICATION_ID",
    "GEOPACKAGE",
    "OURS",
    "USER_VERSION",
    "VERSION",
    "Table",
    "build",
    "complete",
    "has_columns",
    "tables",
]
