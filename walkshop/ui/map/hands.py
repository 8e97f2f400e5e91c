"""What a pointer does on the map: click, pull the map, carry a pin; told in px, knowing no pins."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from walkshop.ui.map.keys import WindowKeys
from walkshop.ui.map.view import MapView

_TRAIL_S = 0.08
_STILL_S = 0.05


class Grip(NamedTuple):
    """What the pointer went down on: a pin's key and its middle in px, or the bare map."""

    key: str = ""
    middle: QPointF = QPointF()


class Hands(QObject):
    """The pointer on one map.

    Signals:
        clicked: where (QPointF, px), and the keyboard modifiers.
        carried: a pin's key and where its middle is now (QPointF, px).
        let_go: the same, when the button is up.
        put_back: the key of a pin that stays where it was.
    """

    clicked = Signal(QPointF, object)
    carried = Signal(str, QPointF)
    let_go = Signal(str, QPointF)
    put_back = Signal(str)

    def __init__(self, view: MapView, grip: Callable[[QPointF], Grip], parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._grip_at = grip
        self._keys = WindowKeys(parent, self._act_of, self)
        self._grip = Grip()
        self._start: QPointF | None = None
        self._last = QPointF()
        self._moving = False
        self._trail: deque[tuple[float, QPointF]] = deque(maxlen=16)

    @property
    def busy(self) -> bool:
        """Whether something is being pulled or carried."""
        return self._start is not None and self._moving

    @property
    def carrying(self) -> bool:
        """Whether that something is a pin."""
        return self.busy and bool(self._grip.key)

    def press(self, event: QMouseEvent, carry: bool = True) -> None:
        """The left button went down; without `carry` a pin is not taken along, only the map."""
        self._view.halt()
        self._start = self._last = event.position()
        self._grip = self._grip_at(event.position()) if carry else Grip()
        self._moving = False
        self._trail.clear()

    def pick_up(self, lift: QPointF) -> bool:
        """Take the pin under the pointer in hand before it moves, `lift` px away from its place.

        False when there is none.
        """
        if self._start is None or self._moving:
            return False
        self._grip = self._grip_at(self._start)
        if not self._grip.key:
            return False
        self._grip = self._grip._replace(middle=self._grip.middle + lift)
        self._moving = True
        self._keys.listen(True)
        self.carried.emit(self._grip.key, self._grip.middle)
        return True

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved with the button down."""
        at = event.position()
        if self._start is None:
            return
        if not self._moving:
            if not self._far(at, self._start):
                return
            self._moving = True
            if self._grip.key:
                self._keys.listen(True)
        if self._grip.key:
            self.carried.emit(self._grip.key, self._grip.middle + at - self._start)
        else:
            step = at - self._last
            self._trail.append((time.perf_counter(), at))
            self._view.move(self._view.camera.panned(step.x(), step.y()))
        self._last = at

    def release(self, event: QMouseEvent) -> None:
        """The button went up: a click, the end of a pull, or a pin put down."""
        start, self._start = self._start, None
        if start is None:
            return
        if not self._moving:
            self.clicked.emit(event.position(), event.modifiers())
        elif self._grip.key:
            self._keys.listen(False)
            if not self._far(event.position(), start):
                # Picked up and put down where it was: it was looked at, not moved.
                self.put_back.emit(self._grip.key)
                self.clicked.emit(event.position(), event.modifiers())
            else:
                self.let_go.emit(self._grip.key, self._grip.middle + event.position() - start)
        else:
            self._view.fling(*self._speed())

    def cancel(self) -> None:
        """Let everything be as it was before the button went down."""
        carrying, self._start = self.carrying, None
        if carrying:
            self._keys.listen(False)
            self.put_back.emit(self._grip.key)

    def _act_of(self, key: Qt.Key) -> Callable[[], None] | None:
        """Esc while a pin is carried: the line has the focus meanwhile."""
        return self.cancel if key == Qt.Key.Key_Escape else None

    @staticmethod
    def _far(at: QPointF, start: QPointF) -> bool:
        return (at - start).manhattanLength() >= QApplication.startDragDistance()

    def _speed(self) -> tuple[float, float]:
        """Px per ms over the last moment; none when the hand held still before letting go."""
        now = time.perf_counter()
        recent = [(when, at) for when, at in self._trail if now - when < _TRAIL_S]
        if len(recent) < 2 or now - recent[-1][0] > _STILL_S:
            return (0.0, 0.0)
        (first, start), (last, end) = recent[0], recent[-1]
        passed = max((last - first) * 1000, 1.0)
        return ((end.x() - start.x()) / passed, (end.y() - start.y()) / passed)
