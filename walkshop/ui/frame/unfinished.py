"""Which walks were open when the program ended without being closed: a crash, an empty battery."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile

from walkshop.services.folders import name_for


@dataclass(frozen=True, slots=True)
class Broken:
    """A walk that was not closed.

    Args:
        stage: the stage that was open.
        kept: when its file was last written: everything up to then is in it.
    """

    path: Path
    title: str
    stage: str
    kept: datetime


class Unfinished:
    """Keeps a small mark for the walk that is open; a mark that nobody holds was left by a crash.

    Without a folder, or where it cannot be written, nothing is kept and work goes on.

    Args:
        folder: where the marks lie.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._mark: Path | None = None
        self._lock: QLockFile | None = None
        self._title = ""

    def begin(self, path: Path, title: str, stage: str) -> None:
        """This walk is open from now on."""
        if self._folder is None:
            return
        self.end()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            mark = self._folder / f"{name_for(path)}.json"
            lock = _lock_of(mark)
            if lock.tryLock(0):
                self._mark, self._lock, self._title = mark, lock, title
                self._write(path, title, stage)

    def at(self, path: Path, stage: str) -> None:
        """The person is in this stage now."""
        if self._mark is not None:
            with suppress(OSError):
                self._write(path, self._title, stage)

    def end(self) -> None:
        """The walk is closed as it should be."""
        if self._mark is not None and self._lock is not None:
            with suppress(OSError):
                self._mark.unlink(missing_ok=True)
            self._lock.unlock()
        self._mark = self._lock = None

    def found(self) -> Broken | None:
        """The walk that was left last without being closed; None when all ended well."""
        if self._folder is None:
            return None
        broken = [self._read(mark) for mark in self._folder.glob("*.json")]
        return max((one for one in broken if one), key=lambda one: one.kept, default=None)

    def forget(self, path: Path) -> None:
        """Whoever opened this walk again, or would rather not, need not be asked twice."""
        if self._folder is not None:
            mark = self._folder / f"{name_for(path)}.json"
            with suppress(OSError):
                mark.unlink(missing_ok=True)

    def _write(self, path: Path, title: str, stage: str) -> None:
        if self._mark is not None:
            raw = {"path": str(path.resolve()), "title": title, "stage": stage}
            self._mark.write_text(json.dumps(raw), encoding="utf-8")

    def _read(self, mark: Path) -> Broken | None:
        lock = _lock_of(mark)
        if not lock.tryLock(0):
            return None  # open in another window at this moment
        lock.unlock()
        try:
            raw = json.loads(mark.read_text(encoding="utf-8"))
            path = Path(raw["path"])
            kept = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
            return Broken(path, str(raw["title"]), str(raw["stage"]), kept)
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _lock_of(mark: Path) -> QLockFile:
    lock = QLockFile(str(mark.with_suffix(".lock")))
    # Qt sees by the number and name of the process whether its holder is still there; never by age.
    lock.setStaleLockTime(0)
    return lock
