"""Puts a finished document in its place, whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Text, msg

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_whole(out: Path, content: bytes) -> None:
    """Put `content` in `out`; until it is there whole, the old file stays.

    Raises:
        WalkshopError: no room, no rights, no such folder, or the file is open elsewhere.
    """
    make_whole(out, lambda beside: beside.write_bytes(content))


def make_whole(out: Path, make: Callable[[Path], object]) -> None:
    """Let `make` write a file beside `out`, then put it in its place in one step.

    Raises:
        WalkshopError: as `write_whole`; whatever else `make` raises goes on.
    """
    if not out.parent.is_dir():
        raise WalkshopError(
            msg("There is no folder “{name}”.", name=str(out.parent)),
            msg("Make the folder first, or choose another one."),
        )
    if out.is_dir():
        raise WalkshopError(msg("“{name}” is a folder.", name=out.name), msg("Give a file name."))
    beside: Path | None = None
    try:
        with tempfile.TemporaryDirectory(prefix=".walkshop-", dir=out.parent) as folder:
            # The ending stays: GDAL and others choose the kind of file by it.
            beside = Path(folder) / f"new{out.suffix}"
            make(beside)
            _settle(beside, out)
            beside.replace(out)
    except OSError as reason:
        raise WalkshopError(
            *_sentences(reason, out), f"{type(reason).__name__} {reason.errno}"
        ) from (reason)


def _settle(beside: Path, out: Path) -> None:
    """Bytes on the disk, and the rights that the old file had or a new one gets."""
    with beside.open("rb+") as written:
        os.fsync(written.fileno())
    with suppress(FileNotFoundError):
        beside.chmod(out.stat().st_mode & 0o777)


def _sentences(reason: OSError, out: Path) -> tuple[Text, Text]:
    if reason.errno in _FULL:
        return (
            msg("There is no room on the disk for “{name}”.", name=out.name),
            msg("Make room, or choose another disk. The old file is still there."),
        )
    if isinstance(reason, PermissionError):
        return (
            msg("“{name}” cannot be written here.", name=out.name),
            msg("Close it in other programs, or choose another folder."),
        )
    return (
        msg("“{name}” could not be saved.", name=out.name),
        msg("Choose another folder. The old file is still there."),
    )
