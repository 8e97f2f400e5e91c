"""Laying another map under the walk: read and written beside the window, then one act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from walkshop.domain.edits.setting import lay_map
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import BasemapLink
from walkshop.i18n import Text, msg
from walkshop.services.basemap.data import WebSource
from walkshop.services.basemap.finding import WEB
from walkshop.services.basemap.laying import OUTSIDE, Laid, Report, area_of_map, lay_map_file
from walkshop.services.basemap.takealong import Pace
from walkshop.services.basemap.tilemath import overlap
from walkshop.ui.jobs import Job, Jobs, Progress
from walkshop.ui.map.mapfinder import MapFinder
from walkshop.ui.qt_store import QtStore

LAID = msg("Map laid under the walk")
TAKEN_AWAY = msg("Map taken away")
READING = msg("Reading the map")
TAKING = msg("Taking the map along")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why what was asked for is not done; `asked` is "file" or "web"."""

    asked: str
    why: WalkshopError


class MapLaying(QObject):
    """One map at a time; it lives as long as the walk is open, whatever page is shown.

    Signals:
        changed: something began, went on, ended, or was refused.

    Args:
        path: the walk file; the map file comes beside it.
        pace: how servers are spared; the usual one by default.
    """

    changed = Signal()

    def __init__(
        self, store: QtStore, path: Path, jobs: Jobs, finder: MapFinder, pace: Pace | None = None
    ) -> None:
        super().__init__(store)
        self._store = store
        self._path = path
        self._jobs = jobs
        self._finder = finder
        self._pace = pace
        self._job: Job | None = None
        self._read: Laid | None = None
        self.refusal: Refusal | None = None
        self.progress: Progress | None = None
        """How far slow work is; None until it takes long."""
        jobs.progressed.connect(self._on_progress)

    @property
    def busy(self) -> bool:
        """Whether a map is being read or fetched."""
        return self._job is not None

    @property
    def remarks(self) -> tuple[Text, ...]:
        """What was left out or guessed of the map that lies there now."""
        same = self._read is not None and self._read.link == self._store.walk.area.basemap
        return self._read.remarks if self._read is not None and same else ()

    def lay_file(self, source: Path) -> None:
        """Lay a map file of any kind."""
        walk, path = self._store.walk, self._path
        self._begin("file", READING, lambda report: lay_map_file(walk, path, source, report))

    def take_along(self, source: WebSource) -> None:
        """Fetch a web map for the area of the walk, and lay it."""
        from walkshop.services.basemap.along import lay_along

        walk, path, pace = self._store.walk, self._path, self._pace
        self._begin("web", TAKING, lambda report: lay_along(walk, path, source, report, pace))

    def show_web(self, source: WebSource) -> None:
        """Lay a web map that is fetched while one looks."""
        link = BasemapLink(f"{WEB}{source.id}", source=source.attribution, licence=source.licence)
        area = area_of_map(self._store.walk)
        away = area is not None and overlap(area, source.bounds) is None
        self.lay(Laid(link, (OUTSIDE,) if away else (), ()))

    def lay(self, laid: Laid) -> None:
        """Let the walk name a map that is ready."""
        self._let_go()
        self._read = laid
        self._name(LAID, laid.link)

    def remember(self, laid: Laid) -> None:
        """Keep what was said of a map that was laid by somebody else."""
        self._let_go()
        self._read = laid
        self.changed.emit()

    def name(self, link: BasemapLink) -> None:
        """Let the walk name a map that ships."""
        self.lay(Laid(link, (), ()))

    def take_away(self) -> None:
        """No map: outline and pins on an empty ground."""
        self._let_go()
        self._name(TAKEN_AWAY, None)

    def stop(self) -> None:
        """Let go of what is under way; nothing of it is used."""
        self._let_go()
        self.changed.emit()

    def _begin(self, asked: str, label: Text, work: Callable[[Report], Laid]) -> None:
        self._let_go()

        def attempt(report: Report) -> Laid | Refusal:
            try:
                laid = work(report)
            except WalkshopError as why:
                return Refusal(asked, why)
            return laid

        self._job = self._jobs.start(label, attempt, self._finish)
        self.changed.emit()

    def _finish(self, outcome: Laid | Refusal) -> None:
        self._let_go()
        if isinstance(outcome, Refusal):
            self.refusal = outcome
            self.changed.emit()
        else:
            self.lay(outcome)

    def _name(self, label: Text, link: BasemapLink | None) -> None:
        if link != self._store.walk.area.basemap:
            stamp = self._store.stamp()
            self._store.apply(label, lambda walk: lay_map(walk, link, stamp))
        else:
            self._finder.find()  # the walk names the same; its address may be another
        self.changed.emit()

    def _let_go(self) -> None:
        job, self._job = self._job, None
        self.refusal = self.progress = None
        if job is not None:
            job.stop()

    def _on_progress(self, progress: Progress | None) -> None:
        if self._job is None:
            return
        if progress is None or self._job.stopped.is_set():
            self._job = self.progress = None  # stopped from elsewhere
        elif progress.label == self._job.label:
            self.progress = progress
        self.changed.emit()
