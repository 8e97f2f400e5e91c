"""Finds the map that the walk names, as often as it names another, beside the window if large."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import BasemapLink
from walkshop.i18n import msg
from walkshop.services.basemap.data import MapData
from walkshop.services.basemap.finding import find_map, weight_of
from walkshop.services.settings import SettingsFile
from walkshop.store.store import Change
from walkshop.ui.jobs import Job, Jobs
from walkshop.ui.map.ground import Ground
from walkshop.ui.map.prepared import prepare
from walkshop.ui.qt_store import QtStore

AT_ONCE_BYTES = 1_000_000
"""A map file takes 40 ms a MB (measured): more than this is not read while the window waits."""


class MapFinder(QObject):
    """Lays on the ground what the walk names: when it is opened, at each act, undo and redo.

    Signals:
        lost: the walk names a map that is not here, or cannot be read.

    Args:
        path: the walk file; beside it the map file is looked for.
        settings: hold the address of the person's own map on the internet.
    """

    lost = Signal()

    def __init__(self, store: QtStore, path: Path, jobs: Jobs, settings: SettingsFile) -> None:
        super().__init__(store)
        self._store = store
        self._path = path
        self._jobs = jobs
        self._settings = settings
        self._job: Job | None = None
        self.ground = Ground(None, settings.now.map_style, store)
        # Told after the act that was done: else the notice of that would take its place.
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell)
        store.changed.connect(self._on_change)
        self.find()

    @property
    def is_lost(self) -> bool:
        """Whether the walk names a map that was looked for and is not here."""
        named = self._store.walk.area.basemap is not None
        return named and self.ground.data is None and self._job is None

    def find(self) -> None:
        """Look for the map that the walk names now; until it is found the former one stays."""
        self.stop()
        link, path, own = self._store.walk.area.basemap, self._path, self._settings.now.map_address
        if weight_of(link, path) <= AT_ONCE_BYTES:
            self._lay(_found(link, path, own))
            return
        self._job = self._jobs.start(
            msg("Looking for the map"), lambda _report: _found(link, path, own), self._lay
        )

    def stop(self) -> None:
        """Let go of a map that is still being read."""
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _lay(self, data: MapData | None) -> None:
        self._job = None
        self.ground.set(data)
        if self.is_lost:
            self._telling.start()

    def _tell(self) -> None:
        if self.is_lost:
            self.lost.emit()

    def _on_change(self, change: Change) -> None:
        if change.before.area.basemap != change.after.area.basemap:
            self.find()


def _found(link: BasemapLink | None, path: Path, own_address: str) -> MapData | None:
    """The map; None where there is none: pins stand where they belong without one too."""
    try:
        data = find_map(link, path, own_address)
    except WalkshopError:
        return None
    if data is not None:
        prepare(data)
    return data
