"""What can be wrong with a walk file, as sentences with a way out."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Text, msg

LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
READ_ONLY = (
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_AUTH,
)
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_DISK = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_PROTOCOL)
TOO_MUCH = (sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT)


def code_of(error: sqlite3.Error) -> int:
    """The primary result code of SQLite; 0 for an error of the Python module itself."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def is_of_the_file(error: sqlite3.Error) -> bool:
    """Whether an error is about the file or its disk; any other is a bug of this program."""
    of_the_file = (*LOCKED, *READ_ONLY, *DAMAGED, *TOO_MUCH, *_DISK)
    return code_of(error) in of_the_file


def missing(path: Path) -> WalkshopError:
    """Nothing at this path."""
    return _trouble(
        msg("There is no file with this name."), msg("Check the name and the folder."), path
    )


def unreadable(path: Path) -> WalkshopError:
    """There is a file, and the system does not let us read it."""
    return _trouble(
        msg("This file may not be read."),
        msg("Ask whoever keeps the folder for the right to read it."),
        path,
    )


def not_ours(path: Path, detail: str = "") -> WalkshopError:
    """Something else than a walk file."""
    return _trouble(
        msg("This file is not from Walkshop. Nothing was changed."),
        msg("Choose a walk file. Notes from another program can be read into a walk."),
        path,
        detail,
    )


def damaged(path: Path, detail: str = "") -> WalkshopError:
    """A walk file that is no longer whole."""
    return _trouble(
        msg("This walk file is damaged. Nothing was changed."),
        msg("Open your last backup or copy of this walk."),
        path,
        detail,
    )


def newer(path: Path, version: str) -> WalkshopError:
    """A walk file of a version that we do not know yet."""
    return _trouble(
        msg("This walk was made with a newer Walkshop. Nothing was changed."),
        msg("Install the newest Walkshop and open it again."),
        path,
        f"version {version}",
    )


def strange(path: Path, detail: str) -> WalkshopError:
    """A walk file with parts that act by themselves."""
    return _trouble(
        msg("This file holds parts that a walk does not have. It was not opened."),
        msg("Ask the sender for a copy that was saved by Walkshop."),
        path,
        detail,
    )


def meddled(path: Path, detail: str) -> WalkshopError:
    """Another program put parts into the open file that act by themselves."""
    return _trouble(
        msg("Another program put parts into the file that a walk does not have."),
        msg("Take them out there. Until then nothing is written to this file."),
        path,
        detail,
    )


def not_written(path: Path, detail: str) -> WalkshopError:
    """The writer met a bug of this program."""
    return _trouble(
        msg("This could not be written to the file."),
        msg("Save a copy under another name and go on there."),
        path,
        detail,
    )


def not_yet(path: Path) -> WalkshopError:
    """The time to wait for the disk is over."""
    return _trouble(
        msg("Not saved yet. We keep trying."), msg("Wait a moment and try again."), path
    )


def too_large(path: Path, detail: str) -> WalkshopError:
    """A file beyond what one walk can be."""
    return _trouble(
        msg("This file is too large for a walk. It was not opened."),
        msg("Ask the sender for a copy that was saved by Walkshop."),
        path,
        detail,
    )


def exists(path: Path) -> WalkshopError:
    """A new file would take the place of another."""
    return _trouble(
        msg("There is already a file with this name."), msg("Choose another name."), path
    )


def no_folder(path: Path) -> WalkshopError:
    """A new file in a folder that is not there."""
    return _trouble(
        msg("There is no such folder."), msg("Make the folder first, or choose another."), path
    )


def gone(path: Path) -> WalkshopError:
    """The open file was moved, renamed or removed."""
    return _trouble(
        msg("The walk file is no longer where it was."),
        msg("Put it back, or plug the disk in again. We keep trying."),
        path,
    )


def not_safe(path: Path, detail: str) -> WalkshopError:
    """A copy that does not equal its original."""
    return _trouble(
        msg("The copy is not whole, so it was thrown away."),
        msg("Choose another disk or folder."),
        path,
        detail,
    )


def from_system(error: OSError, path: Path) -> WalkshopError:
    """A refusal of the system while a file was written, as a sentence."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _full(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _read_only(path)
    if error.errno == errno.ENOENT:
        return no_folder(path)
    return _disk(path, str(error.strerror))


def from_sqlite(error: sqlite3.Error, path: Path) -> WalkshopError:
    """What SQLite says about a file that is ours, as a sentence."""
    code = code_of(error)
    detail = str(getattr(error, "sqlite_errorname", "") or error)
    if code in LOCKED:
        return _locked(path)
    if code == sqlite3.SQLITE_FULL:
        return _full(path)
    if not path.exists() or "DBMOVED" in detail:
        return gone(path)
    if code in READ_ONLY:
        return _read_only(path)
    say = too_large if code in TOO_MUCH else _disk if code == sqlite3.SQLITE_IOERR else damaged
    return say(path, detail)


def _locked(path: Path) -> WalkshopError:
    return _trouble(
        msg("Another program is holding this file."),
        msg("Save what is open there. We keep trying."),
        path,
    )


def _full(path: Path) -> WalkshopError:
    return _trouble(msg("The disk is full."), msg("Make room on the disk, then go on."), path)


def _read_only(path: Path) -> WalkshopError:
    return _trouble(
        msg("This file or its folder may not be written in."),
        msg("Save a copy in a folder of your own and go on there."),
        path,
    )


def _disk(path: Path, detail: str) -> WalkshopError:
    return _trouble(
        msg("The disk does not answer."),
        msg("Look at the cable or the network. We keep trying."),
        path,
        detail,
    )


def _trouble(message: Text, hint: Text, path: Path, detail: str = "") -> WalkshopError:
    return WalkshopError(message, hint, f"{path}: {detail}" if detail else str(path))
