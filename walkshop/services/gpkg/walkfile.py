"""An open walk file, as the rest of the program sees it."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from walkshop.domain.history import Commit, Entry
from walkshop.domain.records import Walk
from walkshop.services.gpkg import troubles
from walkshop.services.gpkg.keeper import Keeper
from walkshop.services.gpkg.writer import Answer, Answers, Foreign, Writer

Deliver = Callable[[Callable[[], None]], None]

PATIENCE_S = 10.0
"""How long closing waits for the disk before it says that edits are not saved."""


class DirectDelivery:
    """Delivery for a program without a window: answers wait until `flush` or `close`."""

    def __call__(self, answer: Callable[[], None]) -> None:
        """Leave the answer where it is; `flush` and `close` fetch it."""


class WalkFile:
    """A walk file that is open: a journal for the store, and the walk it begins with.

    All methods but `blob`, `forget_picture` and `backup_to` are called in the thread of the
    store; answers come in that thread too, and never from within `write`. Nothing but this object
    may open the file itself while it is open: a copy made with `backup_to` is what other
    libraries get.

    Args:
        keeper: the vetted file.
        deliver: posts a call into the thread of the store.
    """

    def __init__(self, keeper: Keeper, deliver: Deliver) -> None:
        self.path = keeper.path
        self.walk: Walk = keeper.walk
        self.history: tuple[Entry, ...] = keeper.history
        self._deliver = deliver
        self._inbox: deque[Answer] = deque()
        self._answers: Answers | None = None
        self._epoch = 0
        self._writer = Writer(keeper, self._post)

    def __enter__(self) -> WalkFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        """Whether the file or its folder may not be written in."""
        return not (os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK))

    def attach(self, answers: Answers) -> None:
        """Give answers to `answers` from now on; those that came before are given first."""
        self._answers = answers
        self._deliver(self._give)

    def write(self, commit: Commit) -> None:
        """Take the next edit; it is answered by `saved`, `failed` or `foreign` later."""
        self._writer.put(commit, self._epoch)

    def flush(self, timeout: float = PATIENCE_S) -> None:
        """Wait until every edit is safe on disk, giving answers meanwhile; `timeout` in seconds.

        Raises:
            WalkshopError: an edit is not on disk, and why.
        """
        end = time.monotonic() + timeout
        self._writer.hurry()
        while True:
            trouble, hopeless = self._writer.state()
            self._give()
            if self._writer.is_empty() and (self._answers is None or not self._inbox):
                return
            late = time.monotonic() > end
            if trouble is not None and (hopeless or late):
                raise trouble
            if late:
                raise troubles.not_yet(self.path)
            self._writer.wait(0.05)

    def backup_to(self, path: Path) -> None:
        """Put a verified copy at `path`, replacing what is there whole; edits go on meanwhile.

        Raises:
            WalkshopError: no room or right there, or the path of the walk file itself.
        """
        if path.resolve() == self.path.resolve():
            raise troubles.exists(path)
        self._writer.ask(lambda keeper: keeper.back_up(path))

    def blob(self, sha256: str) -> bytes | None:
        """The bytes of a photo by checksum; None when the walk does not have it."""
        waiting = self._writer.waiting_blob(sha256)
        return waiting or self._writer.ask(lambda keeper: keeper.blob(sha256))

    def forget_picture(self, old: str, new: str) -> bool:
        """Remove the bytes of a picture behind the edits in line, and from the history.

        Args:
            old: checksum of a picture that no photo shows any more.
            new: checksum of the one that took its place.

        Returns:
            False where a photo still shows it, because an edit is not on disk yet.
        """
        return self._writer.ask(lambda keeper: keeper.forget_picture(old, new))

    def close(self, timeout: float = PATIENCE_S) -> None:
        """Save what is in line, then close the file and leave nothing beside it.

        Raises:
            WalkshopError: an edit is not on disk, and why; the file is closed all the same.
        """
        try:
            self.flush(timeout)
        finally:
            self._writer.stop()
            self._give()

    def _post(self, answer: Answer) -> None:
        self._inbox.append(answer)
        self._deliver(self._give)

    def _give(self) -> None:
        """Give the answers that wait; in the thread of the store."""
        while self._answers is not None and self._inbox:
            answer = self._inbox.popleft()
            if isinstance(answer, Foreign):
                self._epoch += 1
            answer(self._answers)


def open_walk(path: Path, deliver: Deliver, answers: Answers | None = None) -> WalkFile:
    """Open a walk file for work: vetted first, and brought to this version after a backup.

    Args:
        path: the file.
        deliver: posts a call into the thread of the store.
        answers: who is told what became of edits; may be attached later.

    Raises:
        WalkshopError: the file is missing, unreadable, foreign, damaged, newer or strange.
    """
    opened = WalkFile(Keeper(path), deliver)
    if answers is not None:
        opened.attach(answers)
    return opened


__all__ = ["Deliver", "DirectDelivery", "WalkFile", "open_walk"]
