"""Another copy of a walk as far as merging needs it: walk, history and pictures, vetted first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from walkshop.domain.history import Entry
from walkshop.domain.records import Walk
from walkshop.services.gpkg.history import read_entries
from walkshop.services.gpkg.reader import read
from walkshop.services.gpkg.vet import vetted


@dataclass(frozen=True, slots=True)
class Copy:
    """What a walk file holds, and how it came to hold that."""

    walk: Walk
    history: tuple[Entry, ...]


def read_copy(path: Path) -> Copy:
    """The walk and the history in a file that is not open for work, and may be a stranger's.

    Raises:
        WalkshopError: the file is missing, unreadable, foreign, damaged, newer or strange.
    """
    with vetted(path) as connection:
        connection.execute("BEGIN")
        walk = read(connection).walk
        return Copy(walk, read_entries(connection, walk))


def pictures_in(path: Path, checksums: Iterable[str]) -> dict[str, bytes]:
    """The pictures with these checksums; bytes that do not have the checksum they claim stay out.

    Raises:
        WalkshopError: see `read_copy`.
    """
    wanted = sorted(set(checksums))
    found: dict[str, bytes] = {}
    if not wanted:
        return found
    with vetted(path) as connection:
        for checksum in wanted:
            query = "SELECT data FROM photo_files WHERE sha256 = ?"
            row = connection.execute(query, (checksum,)).fetchone()
            data = row[0] if row else None
            if isinstance(data, bytes) and sha256(data).hexdigest() == checksum:
                found[checksum] = data
    return found


__all__ = ["Copy", "pictures_in", "read_copy"]
