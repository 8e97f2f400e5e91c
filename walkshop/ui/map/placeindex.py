"""The names of the open map, indexed between two events once somebody looks for one."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from walkshop.services.basemap.data import MapData
from walkshop.services.basemap.findplace import Gazetteer, gazetteer_in_steps

_SLICE_S = 0.008
"""How long one turn may hold up the window."""


class PlaceIndex(QObject):
    """One index for each map, kept until another map lies there.

    Signals:
        changed: more can be found now, or the map is another one.
    """

    changed = Signal()

    def __init__(self, data: MapData | None, parent: QObject) -> None:
        super().__init__(parent)
        self._data = data
        self._steps: Iterator[Gazetteer | None] | None = None
        self.ready = False
        self.gazetteer = Gazetteer(())
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)

    def want(self) -> None:
        """Begin, unless it is under way or done."""
        if not self.ready and self._steps is None:
            self._steps = gazetteer_in_steps(self._data or MapData(()))
            self._turn.start()

    def set_map(self, data: MapData | None) -> None:
        """Forget the map that lay there; go on with this one if anybody looked for anything."""
        wanted = self.ready or self._steps is not None
        self._data, self._steps = data, None
        self.ready, self.gazetteer = False, Gazetteer(())
        if wanted:
            self.want()
        self.changed.emit()

    def _go_on(self) -> None:
        end = time.perf_counter() + _SLICE_S
        for made in self._steps or ():
            if made is not None:
                self.gazetteer, self._steps, self.ready = made, None, True
                self.changed.emit()
                return
            if time.perf_counter() >= end:
                break
        self._turn.start()
