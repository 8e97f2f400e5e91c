"""Keeps a map that another takes the place of, so that undo brings it back."""

from __future__ import annotations

import shutil
from hashlib import file_digest
from pathlib import Path

from walkshop.services.gpkg.backup import replacing


def sha256_of(path: Path) -> str:
    """The checksum of a map file, which nobody writes; never used for a walk."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def maps_folder() -> Path:
    """Where maps lie that were under a walk before."""
    from platformdirs import user_data_path

    return user_data_path("walkshop", appauthor=False) / "maps"


def kept_file(sha256: str, folder: Path) -> Path:
    """Where a map with this checksum is kept."""
    return folder / f"{sha256}.gpkg"


def keep(path: Path, folder: Path) -> None:
    """Keep a copy of the map at `path`, by its checksum; one that is kept already is left.

    Raises:
        WalkshopError: no room, or no right to write.
    """
    copy = kept_file(sha256_of(path), folder)
    if not copy.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        with replacing(copy) as part:
            shutil.copyfile(path, part)
