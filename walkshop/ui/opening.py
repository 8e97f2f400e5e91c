"""An open walk: its file, its store and what is in hand; opened and closed in one place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.answers import AnswerBook, Standing
from walkshop.domain.queries.notes import standing_notes
from walkshop.domain.records import Stamp
from walkshop.i18n import Text, msg
from walkshop.services.gpkg import WalkFile, open_walk
from walkshop.services.settings import SettingsFile, Tally
from walkshop.store.store import Store
from walkshop.ui.filtering import Filter
from walkshop.ui.jobs import Jobs
from walkshop.ui.map.ground import Ground
from walkshop.ui.map.laying import MapLaying
from walkshop.ui.map.mapfinder import MapFinder
from walkshop.ui.qt_store import Delivery, QtStore
from walkshop.ui.selection import Selection

CLOSE_WITHIN_S = 8.0
"""How long closing waits for the disk."""


@dataclass(frozen=True, slots=True, eq=False)
class OpenWalk:
    """Everything of one open walk file that outlives a change of language."""

    file: WalkFile
    store: QtStore
    selection: Selection
    filter: Filter
    finder: MapFinder
    laying: MapLaying

    @property
    def ground(self) -> Ground:
        """The map under the walk."""
        return self.finder.ground

    @property
    def path(self) -> Path:
        """Where its file is."""
        return self.file.path

    @property
    def title(self) -> str:
        """Its title now."""
        return self.store.walk.about.title

    @property
    def remark(self) -> Text | None:
        """What a person must know before going on, if anything."""
        if self.file.read_only:
            return msg("This walk can be read here, but not changed.")
        if self.finder.is_lost:
            return msg("The map under this walk is not here. The pins stand where they belong.")
        return None

    def save(self) -> None:
        """Wait until everything is safe on disk.

        Raises:
            WalkshopError: it is not, and why.
        """
        self.file.flush(CLOSE_WITHIN_S)

    def close(self) -> None:
        """Close the file; what could not be saved was said by `save`."""
        self.finder.stop()
        self.laying.stop()
        with suppress(WalkshopError):
            self.file.close(0.0)
        self.store.deleteLater()


def open_file(
    path: Path, clock: Callable[[], Stamp], parent: QObject, jobs: Jobs, settings: SettingsFile
) -> OpenWalk:
    """Open a walk file for work in a window; needs a thread with an event loop.

    Args:
        jobs: read a large map beside the window.
        settings: how the map looks, and where the person's own one is.

    Raises:
        WalkshopError: it cannot be opened.
    """
    delivery = Delivery(parent)
    file = open_walk(path, delivery)
    store = Store(file.walk, clock, file, file.history)
    qt_store = QtStore(store, parent)
    delivery.setParent(qt_store)  # they live and go together
    file.attach(store)
    finder = MapFinder(qt_store, path, jobs, settings)
    laying = MapLaying(qt_store, path, jobs, finder)
    narrowing = Filter(qt_store, qt_store)
    return OpenWalk(file, qt_store, Selection(qt_store), narrowing, finder, laying)


def tally_of(opened: OpenWalk, now: Stamp) -> Tally:
    """How much is in a walk, for the list of walks used last."""
    walk = opened.store.walk
    notes = standing_notes(walk)
    book, today = AnswerBook(walk), now.now.astimezone().date()
    without = sum(book.standing_of(note, today) is Standing.WITHOUT for note in notes)
    return Tally(len(notes), len(walk.values), len(walk.actions), without)
