"""Fingers on the map, told to the hands and tools as a pointer is: nothing is handled twice.

One finger pulls the map, a tap clicks, a finger that rests picks up a pin or takes a corner away
as the right button does, two fingers move and zoom together.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QEventPoint, QInputDevice, QMouseEvent, QNativeGestureEvent, QTouchEvent
from PySide6.QtWidgets import QApplication, QWidget

from walkshop.ui import tokens
from walkshop.ui.map.camera import ScreenPoint
from walkshop.ui.map.hands import Hands
from walkshop.ui.map.tools.toolbox import Toolbox
from walkshop.ui.map.view import MapView

REST_MS = 500
"""A finger that rests this long means what the right button means."""

TOUCH_REACH_PX = tokens.TARGET_STANDING / 2
"""A finger this near a pin or a corner is on it."""

_LIFT = QPointF(0, -40)
"""A pin in hand stands this far (px) above the finger that would hide it."""

_AGAIN_PX = 24.0
_CLOSEST_PX = 10.0

_Kind = QEvent.Type


class Pinch(NamedTuple):
    """How far fingers zoom (levels) and about which point of the widget (px)."""

    step: float
    about: ScreenPoint


class _Pair(NamedTuple):
    ids: tuple[int, int]
    middle: QPointF
    apart: float


class Fingers(QObject):
    """The fingers on one map, which is the parent.

    Signals:
        began: a finger came down on the map.
        tapped_twice: a QMouseEvent where somebody tapped for the second time.
    """

    began = Signal()
    tapped_twice = Signal(object)

    def __init__(self, view: MapView, hands: Hands, tools: Toolbox, parent: QWidget) -> None:
        super().__init__(parent)
        self._map = parent
        self._view = view
        self._hands = hands
        self._tools = tools
        self._start: QPointF | None = None
        self._moved = False
        self._pair: _Pair | None = None
        self._last_tap: tuple[float, QPointF] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._hold)

    def take(self, event: QTouchEvent) -> bool:
        """Do what the fingers say; False for those of a touchpad, and those on a button."""
        if event.device().type() != QInputDevice.DeviceType.TouchScreen:
            return False
        points = [p for p in event.points() if p.state() is not QEventPoint.State.Released]
        if event.type() is _Kind.TouchBegin:
            self.began.emit()
            return self._begin(event)
        if event.type() is _Kind.TouchCancel:
            self.lose()
        elif len(points) > 1:
            self._pinch(points[:2])
        elif event.type() is _Kind.TouchEnd:
            self._end(event)
        elif self._start is not None:
            self._move(event)
        return True

    def lose(self) -> None:
        """What a finger began is undone: it is about something else now."""
        self._rest.stop()
        if self._start is not None:
            self._start = None
            self._hands.cancel()
            self._tools.lift()

    def _begin(self, event: QTouchEvent) -> bool:
        at = self._at(event.points()[0])
        self._pair = None
        if self._map.childAt(at.toPoint()) is not None:
            return False
        self._start, self._moved = at, False
        self._rest.start()
        pressed = self._as_mouse(_Kind.MouseButtonPress, event)
        if not self._tools.press(pressed):
            self._hands.press(pressed, carry=False)
        return True

    def _move(self, event: QTouchEvent) -> None:
        way = self._at(event.points()[0]) - (self._start or QPointF())
        # A tool follows every step; else a finger that trembles still rests.
        self._moved = self._moved or way.manhattanLength() >= QApplication.startDragDistance()
        if self._moved:
            self._rest.stop()
        if self._moved or self._tools.current is not None:
            moved = self._as_mouse(_Kind.MouseMove, event)
            if not self._tools.move(moved):
                self._hands.move(moved)

    def _end(self, event: QTouchEvent) -> None:
        self._rest.stop()
        self._pair = None
        if self._start is None:
            return
        released = self._as_mouse(_Kind.MouseButtonRelease, event)
        if not self._moved and self._is_again(released.position()):
            self.lose()
            self.tapped_twice.emit(released)
        self._start = None
        if not self._tools.release(released):
            self._hands.release(released)

    def _hold(self) -> None:
        if self._start is None or self._tools.current is not None:
            return
        at, pulled = self._start, self._tools.pulled
        if pulled:
            self.lose()
            self._tools.remove_corner(at)
        else:
            self._hands.pick_up(_LIFT)

    def _pinch(self, points: Sequence[QEventPoint]) -> None:
        self.lose()
        one, other = (self._at(point) for point in points)
        ids = (points[0].id(), points[1].id())
        apart = max(math.hypot(other.x() - one.x(), other.y() - one.y()), _CLOSEST_PX)
        now, before = _Pair(ids, (one + other) / 2, apart), self._pair
        self._pair = now
        if before is None or before.ids != ids:
            self._view.halt()
            return
        way, camera = now.middle - before.middle, self._view.camera
        camera = camera.panned(way.x(), way.y())
        about = ScreenPoint(now.middle.x(), now.middle.y())
        self._view.move(camera.zoomed_to(camera.zoom + math.log2(apart / before.apart), about))

    def _is_again(self, at: QPointF) -> bool:
        now, last = time.perf_counter(), self._last_tap
        self._last_tap = (now, at)
        if last is None or (at - last[1]).manhattanLength() > _AGAIN_PX:
            return False
        again = (now - last[0]) * 1000 <= QApplication.doubleClickInterval()
        if again:
            self._last_tap = None
        return again

    def _at(self, point: QEventPoint) -> QPointF:
        return self._map.mapFromGlobal(point.globalPosition())

    def _as_mouse(self, kind: QEvent.Type, event: QTouchEvent) -> QMouseEvent:
        point = event.points()[0]
        left = Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind is _Kind.MouseButtonRelease else left
        button = Qt.MouseButton.NoButton if kind is _Kind.MouseMove else left
        at, whole = self._at(point), point.globalPosition()
        return QMouseEvent(kind, at, whole, button, held, event.modifiers())


def is_made_of_touch(event: QMouseEvent) -> bool:
    """Whether a system made this of a finger that the map was told of already."""
    # A pointer that a program puts elsewhere is synthesized as well; it holds no button.
    held = event.buttons() | event.button()
    synthesized = event.source() is not Qt.MouseEventSource.MouseEventNotSynthesized
    return synthesized and held != Qt.MouseButton.NoButton


def pinch_step(event: QEvent) -> Pinch | None:
    """The zoom that two fingers on a touchpad ask for; None when it is not a pinch."""
    if not isinstance(event, QNativeGestureEvent):
        return None
    if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
        return None
    at = event.position()
    step = math.log2(max(1 + event.value(), 0.1))
    return Pinch(step, ScreenPoint(at.x(), at.y()))
