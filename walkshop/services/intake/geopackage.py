"""Reads GeoPackages of QField, QGIS and others, with the pictures that lie beside them.

The file is a stranger's: a private copy is opened, only plain tables are read from it, and nothing
in it gets to act. What another program has not written into the file itself yet (-wal) comes along.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.geometry.crs import WGS84
from walkshop.services.intake.features import MapFile
from walkshop.services.intake.field_layers import FieldLayers, Layer, quoted
from walkshop.services.intake.named_crs import named_crs

MOST_MB = 500
MOST_STEPS = 2_000
"""How often SQLite may take 100,000 steps: some ten seconds of work, ten times the largest file."""

_MOST_LAYERS = 1_000
_CELL_BYTES = 100_000_000
_MAGIC = b"SQLite format 3\0"

_NOT_NOTES = frozenset({"layer_styles", "qgis_projects"})
"""Tables of QGIS itself."""

_HIDDEN = (2, 3)
"""Generated columns in PRAGMA table_xinfo: they compute, so they are not read."""


def read_geopackage(path: Path) -> MapFile:
    """The layers of a GeoPackage, and its tables as far as they hold pictures or words.

    Raises:
        WalkshopError: it cannot be read, is too large, is no GeoPackage, or is a walk.
    """
    found = MapFile(path.name)
    with _private_copy(path) as copy, _as_sentence(path), closing(_opened(copy)) as file:
        plain = _plain_tables(file)
        if "walkshop_meta" in plain:
            raise WalkshopError(
                msg("“{name}” is a walk itself.", name=path.name),
                msg("Bring its notes in with Merge: then nothing comes in twice."),
            )
        if "gpkg_contents" not in plain:
            raise _no_geopackage(path)
        FieldLayers(found, path, file).read(_layers(file, plain, found))
    return found


@contextmanager
def _private_copy(path: Path) -> Iterator[Path]:
    """A copy that only we have, gone afterwards."""
    try:
        if not path.is_file():
            raise WalkshopError(
                msg("There is no file “{name}”.", name=path.name), msg("Check its name and folder.")
            )
        if path.stat().st_size > MOST_MB * 1_000_000:
            raise WalkshopError(
                msg("“{name}” is larger than {n} MB.", name=path.name, n=MOST_MB),
                msg("Cut it into smaller files."),
            )
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise _no_geopackage(path)
        with TemporaryDirectory(prefix="walkshop-") as folder:
            copy = Path(folder) / "copy.gpkg"
            shutil.copyfile(path, copy)
            wal = path.with_name(path.name + "-wal")
            if wal.is_file() and wal.stat().st_size <= MOST_MB * 1_000_000:
                shutil.copyfile(wal, copy.with_name(copy.name + "-wal"))
            yield copy
    except OSError as reason:
        raise WalkshopError(
            msg("“{name}” cannot be read.", name=path.name),
            msg("Check whether you may open it, and whether the disk is still there."),
            type(reason).__name__,
        ) from reason


def _opened(copy: Path) -> sqlite3.Connection:
    file = sqlite3.connect(copy, isolation_level=None)
    file.text_factory = lambda raw: raw.decode("utf-8", "replace")
    file.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _CELL_BYTES)
    steps = count()
    file.set_progress_handler(lambda: next(steps) > MOST_STEPS, 100_000)
    for setting in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
        file.execute(f"PRAGMA {setting}")
    return file


@contextmanager
def _as_sentence(path: Path) -> Iterator[None]:
    """What SQLite says about a file becomes a sentence."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as reason:  # SQLite quotes broken names
        raise WalkshopError(
            msg("“{name}” is damaged.", name=path.name),
            msg("Save it again in the program that made it."),
            type(reason).__name__,
        ) from reason


def _plain_tables(file: sqlite3.Connection) -> dict[str, str]:
    """Every table that only holds rows, by its name in lower case; no views, no virtual ones."""
    rows = file.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' "
        "AND upper(ltrim(sql)) NOT LIKE 'CREATE VIRTUAL%'"
    )
    return {str(name).lower(): str(name) for (name,) in rows}


def _layers(file: sqlite3.Connection, plain: dict[str, str], found: MapFile) -> list[Layer]:
    """What the file says it holds, in its order: layers with places first named by the file."""
    columns = {}
    crs = _systems(file) if "gpkg_spatial_ref_sys" in plain else {4326: WGS84}
    if "gpkg_geometry_columns" in plain:
        rows = file.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns")
        columns = {str(table).lower(): (str(column), srs) for table, column, srs in rows}
    layers = []
    named = file.execute("SELECT table_name, identifier, data_type FROM gpkg_contents")
    for name, title, kind in named.fetchmany(_MOST_LAYERS):
        table = plain.get(str(name).lower())
        if str(name).lower() in _NOT_NOTES or kind not in ("features", "attributes", "aspatial"):
            continue
        what = msg("Layer “{layer}”", layer=str(name))
        if table is None:
            found.say(what, msg("computed by the file itself, not read"))
            continue
        there = _columns(file, table)
        wanted, srs = columns.get(table.lower(), ("", None))
        geometry = next((one for one, _, _ in there if one.lower() == wanted.lower()), "")
        layers.append(Layer(table, str(title or name), there, geometry, crs.get(srs, "")))
    return layers


def _columns(file: sqlite3.Connection, table: str) -> tuple[tuple[str, str, bool], ...]:
    """Name, type and whether it is the key, of every column that holds what was written."""
    rows = file.execute(f"PRAGMA table_xinfo({quoted(table)})")
    return tuple(
        (str(name), str(kind).upper(), bool(key))
        for _, name, kind, _, _, key, hidden in rows
        if hidden not in _HIDDEN
    )


def _systems(file: sqlite3.Connection) -> dict[object, str]:
    """The CRS of each number that the file uses; -1 and 0 stand for none (clause 1.1.2.1.2)."""
    rows = file.execute(
        "SELECT srs_id, organization, organization_coordsys_id, definition "
        "FROM gpkg_spatial_ref_sys WHERE srs_id > 0 LIMIT 1000"
    )
    return {
        srs: named_crs(f"{str(maker).upper()}:{code}") or named_crs(str(text))
        for srs, maker, code, text in rows
    }


def _no_geopackage(path: Path) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” is no GeoPackage.", name=path.name), msg("Choose another file.")
    )
