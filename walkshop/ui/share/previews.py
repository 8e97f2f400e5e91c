"""Makes the first pages of documents beside the window, one after the other, and keeps them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.ui.jobs import Job, Jobs
from walkshop.ui.share.documents import Document
from walkshop.ui.share.making import Exporter, Wish

if TYPE_CHECKING:
    from walkshop.services.output.preview import Preview, Room

_KEPT = 64

Key = tuple[str, int, str, str, str, float]


class Previews(QObject):
    """Hands out previews as they come; those of an earlier wish are kept for when it comes back.

    Signals:
        ready: the key of a document and its Preview, or None when it cannot be made.
    """

    ready = Signal(str, object)

    def __init__(self, exporter: Exporter, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._exporter = exporter
        self._jobs = jobs
        self._kept: OrderedDict[Key, Preview | None] = OrderedDict()
        self._waiting: list[tuple[Document, Wish, Key, Room]] = []
        self._job: Job | None = None
        self._turn = 0

    def want(self, documents: Sequence[Document], wish: Wish, version: int, room: Room) -> None:
        """Hand out these previews; what was wanted before and is not there yet is let go.

        Args:
            version: counts the changes of the walk; what was made of an earlier one is old.
        """
        self.stop()
        self._turn += 1
        for document in documents:
            paper = wish.paper if document.any_paper else ""
            language = wish.languages[0]
            key = (document.key, version, str(wish.profile), language, paper, room.ratio)
            if key in self._kept:
                self._kept.move_to_end(key)
                self.ready.emit(document.key, self._kept[key])
            else:
                self._waiting.append((document, wish, key, room))
        self._next()

    def stop(self) -> None:
        """Let go of what is being made."""
        self._waiting.clear()
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _next(self) -> None:
        if not self._waiting:
            self._job = None
            return
        document, wish, key, room = self._waiting.pop(0)

        def make(report: object) -> Preview | None:
            try:
                return self._exporter.preview(document, wish, room)
            except WalkshopError:
                # Saving says why; a card without its picture is no reason to stop anybody.
                return None

        done = partial(self._on_made, self._turn, key)
        self._job = self._jobs.start(msg("Making previews"), make, done)

    def _on_made(self, turn: int, key: Key, made: Preview | None) -> None:
        self._kept[key] = made
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if turn == self._turn:
            self.ready.emit(key[0], made)
            self._next()
