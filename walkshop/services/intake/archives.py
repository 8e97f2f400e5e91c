"""Opens zipped documents that strangers made, and refuses those made to fill a machine."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg

MAX_UNPACKED = 100_000_000
"""Bytes of everything in the file, unpacked."""

MAX_RATIO = 100
"""Bytes unpacked from one byte; workbooks of honest tables stay below 40."""

MAX_ENTRIES = 1_000

MAX_TAGS = 4_000_000
"""Elements of all its XML, counted at both ends: 25,000 notes in 40 columns. More take too long."""

_PART = 1 << 20

_SMALL = 1_000_000
"""Bytes below which no ratio is too high: a table of blank rows packs well."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office 97, and those with a password, begin."""


@contextmanager
def opened_archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zipped document in `path`, judged by its table of contents before anything is unpacked.

    Its entries cannot unpack to more than they say: reading stops there.

    Raises:
        WalkshopError: it is none, is locked, or unpacks to more than any table of a walk holds.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(_OLD_OFFICE)) == _OLD_OFFICE:
                raise _locked(path.name)
        archive = zipfile.ZipFile(path)
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError) as reason:
        raise no_workbook(path.name) from reason
    with archive:
        _judge(archive, path.name)
        _count_tags(archive, path.name)
        yield archive


def no_workbook(name: str) -> WalkshopError:
    """The failure of a file that is not what its ending says."""
    return WalkshopError(
        msg("“{name}” is not a workbook that can be read.", name=name),
        msg("Open it in a spreadsheet program and save it again."),
    )


def _judge(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise _locked(name)
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    puffed = unpacked > _SMALL and unpacked > MAX_RATIO * max(packed, 1)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or puffed:
        raise _too_much(name, f"{len(entries)} entries, {unpacked} bytes of {packed}")


def _count_tags(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse XML with more in it than can be taken apart in seconds; counting is quick."""
    tags = 0
    try:
        for entry in archive.infolist():
            if entry.filename.lower().endswith((".xml", ".rels")):
                with archive.open(entry) as part:
                    while piece := part.read(_PART):
                        tags += piece.count(b"<")
                        if tags > MAX_TAGS:
                            raise _too_much(name, f"more than {MAX_TAGS} tags")
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError) as reason:
        raise no_workbook(name) from reason


def _too_much(name: str, detail: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” unpacks to more than a table of notes holds.", name=name),
        msg("Cut it into smaller tables."),
        detail,
    )


def _locked(name: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” is locked or of an old kind.", name=name),
        msg("Save it as .xlsx, without a password."),
    )
