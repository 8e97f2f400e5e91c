"""The slow work of laying a plan, beside the window: one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Walk
from walkshop.i18n import Text, msg
from walkshop.services.basemap.affine import Affine
from walkshop.services.basemap.credits import plain
from walkshop.services.basemap.data import MapData, Reading, Words
from walkshop.services.basemap.laying import Laid, lay_data
from walkshop.services.basemap.plan import Plan, open_plan
from walkshop.services.basemap.planpicture import PlanPicture, Rgb
from walkshop.services.basemap.plantiles import PlanTiles
from walkshop.ui.jobs import Job, Jobs, Progress, Report

T = TypeVar("T")

READING = msg("Reading the plan")
LAYING = msg("Laying the plan under the walk")


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """A page of a plan, ready to show and to lay."""

    plan: Plan
    page: int
    picture: PlanPicture
    levels: tuple[Rgb, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """A plan that is to be laid under a walk.

    Args:
        walk_file: the map file comes beside it.
        whose: said as the source of the map.
        notice: what the map said that was pointed at: a plan laid by a sketch is a sketch too.
    """

    walk: Walk
    walk_file: Path
    picture: PlanPicture
    affine: Affine
    whose: str
    notice: Words


def load(path: Path, report: Report) -> Loaded:
    """The first page of a file.

    Raises:
        WalkshopError: it is no plan that can be read.
    """
    return load_page(open_plan(path, report), 0, report)


def load_page(plan: Plan, page: int, report: Report) -> Loaded:
    """A page (from 0) of a plan.

    Raises:
        WalkshopError: it cannot be read.
    """
    picture = plan.picture(page, report)
    levels = []
    for level in range(len(picture.levels)):
        report(0, 0)
        levels.append(picture.rgb(level))
    return Loaded(plan, page, picture, tuple(levels))


def lay(wanted: Wanted, report: Report) -> Laid:
    """Write the map file of a plan beside its walk.

    Raises:
        WalkshopError: no room, no right, or nothing of it comes near the walk.
    """
    words = plain(wanted.whose)
    tiles = PlanTiles(wanted.picture, wanted.affine)
    credit = {"": words} if words else {}
    data = MapData((), attribution=credit, notice=wanted.notice, tiles=tiles)
    return lay_data(wanted.walk, wanted.walk_file, Reading(data), wanted.picture.name, report)


class PlanWork(QObject):
    """Runs one piece of work; a new one takes the place of the one before.

    Signals:
        changed: work began, went on or ended.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self.progress: Progress | None = None
        """How far slow work is; None until it takes long."""
        jobs.progressed.connect(self._on_progress)

    @property
    def label(self) -> Text | None:
        """What is being done; None for nothing."""
        return self._job.label if self._job is not None else None

    def start(
        self,
        label: Text,
        work: Callable[[Report], T],
        done: Callable[[T | WalkshopError], None],
    ) -> None:
        """Do `work`; what it gives or why not is handed to `done`."""
        self.stop()

        def attempt(report: Report) -> T | WalkshopError:
            try:
                return work(report)
            except WalkshopError as refusal:
                return refusal

        def finish(given: Any) -> None:  # Any: what the work gives, which its caller knows
            self._job = self.progress = None
            done(given)
            self.changed.emit()

        self._job = job = self._jobs.start(label, attempt, finish)
        # When this goes, nobody is left to take what the work gives.
        self.destroyed.connect(lambda: job.stop())  # noqa: PLW0108  # Qt cannot hold its method
        self.changed.emit()

    def stop(self) -> None:
        """Let go of what is under way; nothing of it is used."""
        job, self._job = self._job, None
        self.progress = None
        if job is not None:
            job.stop()
            self.changed.emit()

    def _on_progress(self, progress: Progress | None) -> None:
        if self._job is None:
            return
        if progress is None or self._job.stopped.is_set():
            self._job = self.progress = None  # stopped from elsewhere
        elif progress.label == self._job.label:
            self.progress = progress
        self.changed.emit()
