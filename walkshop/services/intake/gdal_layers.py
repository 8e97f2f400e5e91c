"""Reads Shapefiles and FlatGeobuf through GDAL, after a look that they are what they say."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.intake.features import Feature, MapFile
from walkshop.services.intake.named_crs import named_crs
from walkshop.services.intake.shapes import Shape
from walkshop.services.intake.table import MAX_ROWS, clean_cell
from walkshop.services.intake.wkb import parts_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_MB = 200
_BEGINS = {".shp": b"\x00\x00\x27\x0a", ".fgb": b"fgb\x03"}
_LOOKED_AT = 65_536
_BESIDE = (".dbf", ".shx")


def read_gdal(path: Path) -> MapFile:
    """The one layer in a Shapefile (with what lies beside it) or a FlatGeobuf.

    Raises:
        WalkshopError: it cannot be read, is too large, or is something else by another name.
    """
    _look(path)
    found = MapFile(path.name)
    try:
        fields, crs, shapes, columns = _read(path)
    except (RuntimeError, ValueError, OSError, LookupError) as reason:
        raise _damaged(path, type(reason).__name__) from reason
    for number, binary in enumerate(shapes):
        cells = {}
        for name, column in zip(fields, columns, strict=True):
            if cell := _cell(column[number]):
                cells[clean_cell(name)] = cell
        shape = Shape(parts_of(binary), crs) if binary is not None else Shape()
        found.add(Feature(cells, shape))
    return found


def _read(path: Path) -> tuple[list[str], str, NDArray[object], list[NDArray[object]]]:  # type: ignore[type-var]  # arrays of bytes and of anything
    from pyogrio.raw import read

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # for engineers; what is lost is said in our own words
        meta, _, shapes, columns = read(
            path.absolute(), force_2d=True, max_features=MAX_ROWS + 1, datetime_as_string=True
        )
    crs = named_crs(str(meta["crs"] or ""))
    return list(meta["fields"]), crs, shapes, columns


def _look(path: Path) -> None:
    """Refuse what is missing, too large, or would be read as another kind of file."""
    try:
        size = sum(
            one.stat().st_size
            for one in (path, *(path.with_suffix(end) for end in _BESIDE))
            if one is path or one.is_file()
        )
        with path.open("rb") as file:
            start = file.read(_LOOKED_AT)
    except OSError as reason:
        raise WalkshopError(
            msg("“{name}” cannot be read.", name=path.name),
            msg("Check whether you may open it, and whether the disk is still there."),
            type(reason).__name__,
        ) from reason
    if size > MOST_MB * 1_000_000:
        raise WalkshopError(
            msg("“{name}” is larger than {n} MB.", name=path.name, n=MOST_MB),
            msg("Cut it into smaller files."),
        )
    if not start.startswith(_BEGINS[path.suffix.lower()]) or b"<OGRVRT" in start:
        raise _damaged(path, "signature")


def _cell(value: object) -> str:
    if value is None or value != value or isinstance(value, bytes):  # noqa: PLR0124  # NaN
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean_cell(str(value))


def _damaged(path: Path, detail: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” is damaged.", name=path.name),
        msg("Save it again in the program that made it."),
        detail,
    )
