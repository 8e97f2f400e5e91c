"""One runner for slow work: a thread, progress once it takes long, and a way to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Text
from walkshop.ui.qt_store import Delivery
from walkshop.ui.tokens import SPINNER_AFTER

T = TypeVar("T")

Report = Callable[[int, int], None]
"""Called by slow work as report(step, total); it raises `Stopped` when nobody waits any more."""

Done = Callable[[Any], None]  # Any: what the work gives, which only its caller knows


class Stopped(Exception):
    """The person stopped this work; nothing of it is used."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is, for the status line; `total` is 0 where nobody knows."""

    label: Text
    step: int = 0
    total: int = 0


@dataclass(eq=False, slots=True)
class Job:
    """Work under way; it stops at its next report after `stop` was called."""

    label: Text
    stopped: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None

    def stop(self) -> None:
        """Let go of this work."""
        self.stopped.set()


class Jobs(QObject):
    """Runs plain functions beside the window and brings what they give back to it.

    A refusal (WalkshopError) is announced by `refused`; a bug is raised in the window's thread,
    where the excepthook reports it.
    """

    progressed = Signal(object)  # Progress, or None when nothing slow is under way
    refused = Signal(object)  # WalkshopError

    def __init__(self, parent: QObject | None = None, patience_ms: int = SPINNER_AFTER) -> None:
        super().__init__(parent)
        self._deliver = Delivery(self)
        self._jobs: list[Job] = []
        self._latest: dict[int, Progress] = {}
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._jobs)

    def start(self, label: Text, work: Callable[[Report], T], done: Callable[[T], None]) -> Job:
        """Run `work` in a thread; what it gives is handed to `done` in this object's thread.

        Args:
            label: what is being done, in words for the status line.
            work: touches no Qt and no walk but those it was given.
            done: not called when the work was stopped or refused.
        """
        job = Job(label)
        self._jobs.append(job)
        self._latest[id(job)] = Progress(label)
        job.thread = threading.Thread(target=self._work, args=(job, work, done), daemon=True)
        job.thread.start()
        if not self._patience.isActive():
            self._patience.start()
        return job

    def stop_all(self) -> None:
        """Let go of all work."""
        for job in self._jobs:
            job.stop()

    def close(self, seconds: float = 5.0) -> None:
        """Stop all work and wait for its threads to end."""
        self.stop_all()
        for job in tuple(self._jobs):
            if job.thread is not None:
                job.thread.join(seconds)

    def _work(self, job: Job, work: Callable[[Report], T], done: Callable[[T], None]) -> None:
        def report(step: int, total: int) -> None:
            if job.stopped.is_set():
                raise Stopped
            self._deliver(partial(self._on_progress, job, Progress(job.label, step, total)))

        try:
            given = work(report)
        except Stopped:
            self._deliver(partial(self._ended, job))
        except WalkshopError as refusal:
            self._deliver(partial(self._refuse, job, refusal))
        except BaseException as bug:  # noqa: BLE001 - raised again in the window's thread
            self._deliver(partial(self._raise, job, bug))
        else:
            self._deliver(partial(self._finish, job, given, done))

    def _on_progress(self, job: Job, progress: Progress) -> None:
        if job in self._jobs:
            self._latest[id(job)] = progress
            if not self._patience.isActive():
                self._tell()

    def _finish(self, job: Job, given: T, done: Done) -> None:
        self._ended(job)
        if not job.stopped.is_set():
            done(given)

    def _refuse(self, job: Job, refusal: WalkshopError) -> None:
        self._ended(job)
        self.refused.emit(refusal)

    def _raise(self, job: Job, bug: BaseException) -> None:
        self._ended(job)
        raise bug

    def _ended(self, job: Job) -> None:
        self._jobs.remove(job)
        self._latest.pop(id(job), None)
        if not self._jobs:
            self._patience.stop()
            self.progressed.emit(None)

    def _tell(self) -> None:
        if self._latest:
            self.progressed.emit(next(reversed(self._latest.values())))
