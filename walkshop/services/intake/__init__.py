"""Reads files that people bring and proposes what they hold; reading changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Walk
from walkshop.i18n import Text, msg
from walkshop.services.intake import mapped
from walkshop.services.intake.chat.messages import looks_like_chat
from walkshop.services.intake.delimited import names_columns, read_delimited
from walkshop.services.intake.lines import propose_lines
from walkshop.services.intake.offering import Wish, blobs_of, offer_of
from walkshop.services.intake.proposal import (
    Guessed,
    LeftOut,
    Proposal,
    Reported,
    report,
    report_all,
)
from walkshop.services.intake.rows import propose_table
from walkshop.services.intake.textfile import read_text
from walkshop.services.intake.workbook import read_workbook
from walkshop.services.photos.endings import PHOTO_ENDINGS

Columns = Mapping[str, str]
"""What a person said of columns: the name of a column to the field that it holds."""

NewId = Callable[[], str]
"""Makes the id of a new record."""

PHOTOS = "photos"
"""The id of the reader of photos and folders of them."""

AS_NAMED: Columns = MappingProxyType({})
"""Columns are what their names say."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file that can be read.

    Args:
        kind: its name in a sentence.
        endings: of its files, in lower case.
        read: the file to its proposal.
        id: names the kind on the command line; empty where only the ending tells.
        folder: whether a folder is of this kind; None where only a file can be.
    """

    kind: Text
    endings: tuple[str, ...]
    read: Callable[[Path, Walk, Columns, NewId], Proposal]
    id: str = ""
    folder: Callable[[Path], bool] | None = None


def _read_table(path: Path, walk: Walk, columns: Columns, new_id: NewId) -> Proposal:
    return propose_table(read_delimited(path), walk, columns, new_id)


def _read_workbook(path: Path, walk: Walk, columns: Columns, new_id: NewId) -> Proposal:
    return propose_table(read_workbook(path, columns), walk, columns, new_id)


def _read_list(path: Path, walk: Walk, columns: Columns, new_id: NewId) -> Proposal:
    """A text is a chat, a table where a first line names its columns, else one note a line."""
    text, guessed = read_text(path)
    if looks_like_chat(text):
        return _read_chat(path, walk, columns, new_id)
    if columns or names_columns(text):
        return _read_table(path, walk, columns, new_id)
    return propose_lines(text, new_id, guessed=guessed)


def _read_chat(path: Path, walk: Walk, columns: Columns, new_id: NewId) -> Proposal:
    from walkshop.services.intake.chat.reading import from_chat

    return from_chat(path, walk, columns, new_id)


def _has_chat(folder: Path) -> bool:
    from walkshop.services.intake.chat.files import has_chat

    return has_chat(folder)


def _read_photos(path: Path, walk: Walk, columns: Columns, new_id: NewId) -> Proposal:
    from walkshop.services.photos.folder import read_folder

    return read_folder(path, walk, new_id)


def _has_photos(folder: Path) -> bool:
    from walkshop.services.photos.folder import has_photos

    return has_photos(folder)


READERS = (
    Reader(msg("tables"), (".csv", ".tsv", ".tab"), _read_table, "table"),
    Reader(msg("workbooks"), (".xlsx", ".xlsm", ".ods"), _read_workbook, "workbook"),
    Reader(msg("lists of lines"), (".txt",), _read_list, "lines"),
    Reader(msg("tracks and waypoints"), (".gpx",), mapped.from_gpx, "gpx"),
    Reader(msg("maps of Google Earth"), (".kml",), mapped.from_kml, "kml"),
    Reader(msg("maps of Google Earth with pictures"), (".kmz",), mapped.from_kmz, "kmz"),
    Reader(msg("maps on the web"), (".geojson", ".json", ".umap"), mapped.from_geojson, "geojson"),
    Reader(msg("maps of field apps and QGIS"), (".gpkg",), mapped.from_geopackage, "gpkg"),
    Reader(msg("maps of GIS programs"), (".shp", ".fgb"), mapped.from_gdal, "gis"),
    Reader(msg("exported chats"), (".zip",), _read_chat, "chat", _has_chat),
    Reader(msg("photos"), PHOTO_ENDINGS, _read_photos, PHOTOS, _has_photos),
)
"""Every kind of file that can be read; a file without an ending is taken for the first."""


def propose(path: Path, walk: Walk, columns: Columns, new_id: NewId, kind: str = "") -> Proposal:
    """What the file would bring into `walk`. Nothing is changed, in the walk or in the file.

    Args:
        columns: what a person said of columns, `AS_NAMED` for nothing.
        kind: the id of a reader, where its ending is not to decide.

    Raises:
        WalkshopError: this kind of file cannot be read, or this file cannot.
    """
    reader = reader_named(kind) if kind else reader_of(path)
    return reader.read(path, walk, columns, new_id)


def reader_named(kind: str) -> Reader:
    """The reader with this id.

    Raises:
        WalkshopError: there is none.
    """
    for reader in READERS:
        if reader.id == kind:
            return reader
    ids = ", ".join(reader.id for reader in READERS if reader.id)
    raise WalkshopError(
        msg("There is no kind of file “{name}”.", name=kind), msg("Kinds: {names}.", names=ids)
    )


def reader_of(path: Path) -> Reader:
    """The reader for a file, by its ending.

    Raises:
        WalkshopError: there is none for this kind of file.
    """
    with suppress(OSError, ValueError):  # a name that no disk can hold is for its reader to refuse
        if path.is_dir():
            return _reader_of_folder(path)
    ending = path.suffix.lower()
    if not ending:
        return READERS[0]
    for reader in READERS:
        if ending in reader.endings:
            return reader
    endings = ", ".join(ending for reader in READERS for ending in reader.endings)
    raise WalkshopError(
        msg("“{name}” is of a kind that cannot be read.", name=path.name),
        msg("What can be read: {endings}.", endings=endings),
    )


def _reader_of_folder(path: Path) -> Reader:
    for reader in READERS:
        if reader.folder is not None and reader.folder(path):
            return reader
    raise WalkshopError(
        msg("There is nothing in “{name}” that can be read.", name=path.name),
        msg("Choose the files themselves."),
    )


__all__ = [
    "AS_NAMED",
    "PHOTOS",
    "READERS",
    "Guessed",
    "LeftOut",
    "Proposal",
    "Reader",
    "Reported",
    "Wish",
    "blobs_of",
    "offer_of",
    "propose",
    "propose_lines",
    "reader_named",
    "reader_of",
    "report",
    "report_all",
]
