"""The thread in which a walk file is written, so that no window ever waits for a disk.

Edits are written one by one, in order. One that cannot be written stays first in line and is
tried again; a change of another program empties the line, and the store hands its edits in anew.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from walkshop.domain.errors import WalkshopError
from walkshop.domain.history import Commit
from walkshop.domain.records import Marks, Walk
from walkshop.i18n import Text
from walkshop.services.gpkg import troubles
from walkshop.services.gpkg.keeper import Found, Keeper

T = TypeVar("T")

RETRY_S = 1.0
"""How long an edit that could not be written waits for its next try."""

LOOK_S = 1.0
"""How often an idle file is looked at for changes of other programs."""


class Answers(Protocol):
    """What a walk file says back; the store is one."""

    def saved(self, n: int) -> None:
        """Edit `n`, and all before it, are safe on disk."""

    def failed(self, n: int, why: WalkshopError) -> None:
        """Edit `n` is not on disk yet; it is tried again."""

    def foreign(self, walk: Walk, last: int = 0, remarks: tuple[Text, ...] = ()) -> None:
        """Another program changed the file, which holds `walk`; unsaved edits were dropped."""


Answer = Callable[[Answers], None]


@dataclass(frozen=True, slots=True)
class Foreign:
    """The answer that another program changed the file."""

    found: Found

    def __call__(self, answers: Answers) -> None:
        """Give it."""
        answers.foreign(self.found.walk, self.found.last, self.found.remarks)


class Writer:
    """The line of edits before one keeper, and the thread that works it off.

    Args:
        keeper: the file; only this thread uses it from now on.
        post: takes an answer on its way to the store; called from this thread.
    """

    def __init__(self, keeper: Keeper, post: Callable[[Answer], None]) -> None:
        self._keeper = keeper
        self._post = post
        self._changed = threading.Condition()
        self._commits: deque[Commit] = deque()
        self._jobs: deque[Callable[[], None]] = deque()
        self._epoch = 0
        self._retry_at = 0.0
        self._stopping = False
        self._trouble: WalkshopError | None = None
        self._hopeless = False
        self._thread = threading.Thread(target=self._run, name="walk file", daemon=True)
        self._thread.start()

    def put(self, commit: Commit, epoch: int) -> None:
        """Hand in an edit; one from before the last change of another program is dropped."""
        with self._changed:
            if epoch == self._epoch:
                self._commits.append(commit)
                self._changed.notify_all()

    def ask(self, question: Callable[[Keeper], T]) -> T:
        """Have the thread put a question to the keeper, behind the edits in line; its answer."""
        answer: Future[T] = Future()

        def job() -> None:
            try:
                answer.set_result(question(self._keeper))
            except BaseException as error:  # noqa: BLE001  # it is raised again where it was asked
                answer.set_exception(error)

        with self._changed:
            if self._stopping:
                raise RuntimeError("the walk file is closed")
            self._jobs.append(job)
            self._changed.notify_all()
        return answer.result()

    def waiting_blob(self, sha256: str) -> bytes | None:
        """The bytes of a photo whose edit is still in line."""
        with self._changed:
            found = (commit.blobs.get(sha256) for commit in self._commits)
            return next((blob for blob in found if blob is not None), None)

    def hurry(self) -> None:
        """Try the first edit in line again now, and forget what kept it from the disk before."""
        with self._changed:
            if self._commits:
                self._at_ease()
                self._changed.notify_all()

    def state(self) -> tuple[WalkshopError | None, bool]:
        """What keeps the first edit in line from the disk, and whether waiting will not help."""
        with self._changed:
            return self._trouble, self._hopeless

    def is_empty(self) -> bool:
        """Whether no edit is in line."""
        with self._changed:
            return not self._commits

    def wait(self, seconds: float) -> None:
        """Wait until something happened in the line, or until this time is over."""
        with self._changed:
            self._changed.wait(seconds)

    def stop(self) -> None:
        """End the thread after what it is doing now, and close the file."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._thread.join()
        self._keeper.close()

    def _run(self) -> None:
        while True:
            commit, job = self._next()
            if commit is not None:
                self._attempt(partial(self._write, commit))
            elif job is not None:
                job()
            elif self._stopping:
                return
            else:
                self._attempt(self._look)

    def _next(self) -> tuple[Commit | None, Callable[[], None] | None]:
        """What is to be done next; nothing at all means a look at the file, or the end."""
        with self._changed:
            idle_until = time.monotonic() + LOOK_S
            while not self._stopping:
                now = time.monotonic()
                if self._commits and now >= self._retry_at:
                    return self._commits[0], None
                if self._jobs:
                    return None, self._jobs.popleft()
                until = self._retry_at if self._commits else idle_until
                if not self._commits and now >= idle_until:
                    break
                self._changed.wait(max(0.0, until - now))
            return None, self._jobs.popleft() if self._jobs else None

    def _write(self, commit: Commit) -> None:
        found = self._keeper.commit(commit, self._floor())
        if found is not None:
            self._start_anew(found)
            return
        n = commit.entry.n
        with self._changed:
            self._commits.popleft()
            self._at_ease()
            self._post(lambda answers: answers.saved(n))
            self._changed.notify_all()

    def _look(self) -> None:
        found = self._keeper.look()
        if found is not None:
            self._start_anew(found)
        elif self._trouble is not None:
            with self._changed:
                self._at_ease()
                self._post(lambda answers: answers.saved(0))

    def _start_anew(self, found: Found) -> None:
        """Drop the edits in line: the store hands them in anew after it heard of the change."""
        with self._changed:
            self._epoch += 1
            self._commits.clear()
            self._at_ease()
            self._post(Foreign(found))
            self._changed.notify_all()

    def _floor(self) -> Marks:
        """The numbers that the edits in line have given already."""
        with self._changed:
            floor = Marks()
            for commit in self._commits:
                floor = floor.highest(commit.after.marks)
            return floor

    def _attempt(self, act: Callable[[], None]) -> None:
        path = self._keeper.path
        try:
            act()
        except WalkshopError as error:
            self._fail(error, hopeless=True)
        except Exception as error:  # noqa: BLE001  # a bug in this thread must reach the window
            if isinstance(error, sqlite3.Error) and troubles.is_of_the_file(error):
                self._keeper.lose(error)
                hopeless = troubles.code_of(error) not in troubles.LOCKED
                self._fail(troubles.from_sqlite(error, path), hopeless)
            else:
                self._fail(troubles.not_written(path, repr(error)), hopeless=True)
                self._post(_raiser(error))

    def _fail(self, why: WalkshopError, hopeless: bool) -> None:
        with self._changed:
            told = self._trouble is not None and self._trouble.message == why.message
            self._retry_at = time.monotonic() + RETRY_S
            self._hopeless = hopeless
            if self._commits:
                n = self._commits[0].entry.n
            elif hopeless:
                n = 0
            else:
                return  # nobody waits for the file
            if not told:
                self._post(lambda answers: answers.failed(n, why))
            self._trouble = why
            self._changed.notify_all()

    def _at_ease(self) -> None:
        self._trouble, self._hopeless, self._retry_at = None, False, 0.0


def _raiser(bug: Exception) -> Answer:
    def raise_it(_: Answers) -> None:
        raise bug

    return raise_it


__all__ = ["Answer", "Answers", "Foreign", "Writer"]
