"""What is to be looked at before it is printed, kept up to date in small turns of the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from time import perf_counter
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from walkshop.domain.queries.checking import Reason, checking
from walkshop.domain.records import Note, NoteId, Walk
from walkshop.store.store import Change
from walkshop.ui.qt_store import QtStore

_TURN_S = 0.005
"""Seconds of work in one turn, so that typing is never held up."""

_REST_MS = 30
"""After an edit the work begins anew this much later."""

_NONE: Mapping[NoteId, tuple[Reason, ...]] = MappingProxyType({})


class Checks(QObject):
    """The reasons to look at notes; works only once somebody asked for them by `wake`.

    Signals:
        changed: the reasons were found anew.
    """

    changed = Signal()

    def __init__(self, store: QtStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._awake = False
        self._private: dict[str, tuple[str, ...]] = {}
        self._known: frozenset[str] = frozenset()
        self._steps: Iterator[tuple[Reason, ...]] | None = None
        self._found: dict[NoteId, tuple[Reason, ...]] = {}
        self.reasons = _NONE
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._work)
        store.changed.connect(self._on_change)

    def wake(self) -> None:
        """Begin to look; asking once is enough."""
        if not self._awake:
            self._awake = True
            self._begin()

    def of(self, note: Note) -> tuple[Reason, ...]:
        """What is to be looked at in this note, without what was found good just now."""
        found = self.reasons.get(note.id, ())
        return tuple(reason for reason in found if reason.key not in note.checked)

    def _on_change(self, change: Change) -> None:
        before, after = change.before, change.after
        same = all(
            getattr(before, table) is getattr(after, table)
            for table in ("notes", "photos", "stops", "about", "area")
        )
        if self._awake and not same:
            self._begin()

    def _begin(self) -> None:
        self._steps = None
        self._turn.start(_REST_MS)

    def _work(self) -> None:
        if self._steps is None:
            self._know(self._store.walk)
            self._steps = checking(self._store.walk, self._private_in)
            self._found = {}
        until = perf_counter() + _TURN_S
        for reasons in self._steps:
            if reasons:
                self._found[reasons[0].note] = reasons
            if perf_counter() > until:
                self._turn.start(0)
                return
        self._steps = None
        if self._found != self.reasons:
            self.reasons = MappingProxyType(self._found)
            self.changed.emit()

    def _know(self, walk: Walk) -> None:
        """The names that are public here: of the area, of stops, of who sends the letters."""
        about = walk.about
        names = {walk.area.name, about.client, about.organisers, about.sender.name}
        names |= {stop.name for stop in walk.stops.values()}
        known = frozenset(name for name in names if name)
        if known != self._known:
            self._known = known
            self._private = {}

    def _private_in(self, text: str) -> tuple[str, ...]:
        found = self._private.get(text)
        if found is None:
            from walkshop.services.privacy.finding import find_private

            found = tuple(one.words for one in find_private(text, self._known))
            self._private[text] = found
        return found
