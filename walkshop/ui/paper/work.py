"""The slow work of reading sheets, beside the window: one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Text
from walkshop.ui.jobs import Job, Jobs, Report

T = TypeVar("T")


class PaperWork(QObject):
    """Runs one piece of work; a new one takes the place of the one before.

    Signals:
        refused: a WalkshopError: why something cannot be read.
    """

    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether something is read now."""
        return self._job is not None

    def start(self, label: Text, work: Callable[[Report], T], done: Callable[[T], None]) -> None:
        """Do `work`; what it gives is handed to `done`."""
        if self._job is not None:
            self._job.stop()

        def attempt(report: Report) -> T | WalkshopError:
            try:
                return work(report)
            except WalkshopError as refusal:
                return refusal

        def finish(given: T | WalkshopError) -> None:
            self._job = None
            if isinstance(given, WalkshopError):
                self.refused.emit(given)
            else:
                done(given)

        self._job = job = self._jobs.start(label, attempt, finish)
        # When this goes, nobody is left to take what the work gives.
        self.destroyed.connect(lambda: job.stop())  # noqa: PLW0108  # Qt cannot hold its method
