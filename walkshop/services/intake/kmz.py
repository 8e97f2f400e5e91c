"""Opens KMZ, a zipped KML with its pictures, and refuses those made to fill a machine."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.intake.archives import MAX_ENTRIES, MAX_RATIO
from walkshop.services.intake.attached import MOST_BYTES, Picture, too_large_picture
from walkshop.services.intake.features import MapFile
from walkshop.services.intake.kml import KmlReader
from walkshop.services.intake.xmlitems import MOST_MB

MAX_UNPACKED = 500_000_000
"""Bytes of everything in the archive, unpacked: a hundred photos of a phone."""

_SMALL = 1_000_000
_BROKEN = (
    OSError,
    ValueError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
)

Entries = Mapping[str, zipfile.ZipInfo]


def read_kmz(path: Path) -> MapFile:
    """What is in a KMZ file: its document and those in it that this one links to.

    Nothing is unpacked onto the disk; names in the archive are only compared.

    Raises:
        WalkshopError: it cannot be read, holds no KML, or unpacks to more than a map of a walk.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = _judged(archive, path.name)
    except FileNotFoundError as reason:
        raise WalkshopError(
            msg("There is no file “{name}”.", name=path.name), msg("Check its name and folder.")
        ) from reason
    except _BROKEN as reason:
        raise _damaged(path, type(reason).__name__) from reason
    documents = [name for name in entries if name.lower().endswith(".kml")]
    if not documents:
        raise WalkshopError(
            msg("There is no map in “{name}”.", name=path.name), msg("Choose another file.")
        )
    found = MapFile(path.name)
    _read_all(path, entries, _main(documents), found)
    return found


def _read_all(path: Path, entries: Entries, main: str, found: MapFile) -> None:
    """Read a document, and after it those that it links to within the archive, each once."""
    waiting, seen = [main], {main}
    while waiting:
        here = waiting.pop(0)
        reader = KmlReader(found, partial(_picture, path, entries, here))
        if entries[here].file_size > MOST_MB * 1_000_000:
            raise _puffed(path.name, here)
        reader.read(_bytes(path, entries[here]))
        for link in reader.links:
            target = _within(entries, here, link)
            if not target or not target.lower().endswith(".kml"):
                reader.far(link)
            elif target not in seen:
                seen.add(target)
                waiting.append(target)


def _main(documents: list[str]) -> str:
    """The document that is shown: the first one that lies in no folder."""
    return min(documents, key=lambda name: name.count("/"))


def _judged(archive: zipfile.ZipFile, name: str) -> Entries:
    """The entries by name, judged before anything is unpacked."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    unpacked = sum(entry.file_size for entry in entries)
    puffed = any(
        entry.file_size > max(_SMALL, MAX_RATIO * entry.compress_size) for entry in entries
    )
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or puffed:
        raise _puffed(name, f"{len(entries)} entries, {unpacked} bytes")
    if any(entry.flag_bits & 1 for entry in entries):
        raise WalkshopError(
            msg("“{name}” is locked with a password.", name=name),
            msg("Save it without a password."),
        )
    return {entry.filename: entry for entry in entries}


def _picture(path: Path, entries: Entries, here: str, name: str) -> Picture:
    def read() -> bytes:
        target = _within(entries, here, name)
        if not target:
            raise FileNotFoundError(name)
        if entries[target].file_size > MOST_BYTES:
            raise too_large_picture()
        return _bytes(path, entries[target])

    return Picture(name, read)


def _within(entries: Entries, here: str, link: str) -> str:
    """The entry that a link in the document `here` names; empty where it leads out of there."""
    plain = unquote(link).replace("\\", "/").partition("#")[0]
    for name in (join(dirname(here), plain), plain):
        if normpath(name) in entries:
            return normpath(name)
    return ""


def _bytes(path: Path, entry: zipfile.ZipInfo) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.read(entry)
    except _BROKEN as reason:
        raise _damaged(path, type(reason).__name__) from reason


def _puffed(name: str, detail: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” unpacks to more than a map of a walk holds.", name=name),
        msg("Cut it into smaller files."),
        detail,
    )


def _damaged(path: Path, detail: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” is damaged.", name=path.name),
        msg("Save it again in the program that made it."),
        detail,
    )
