"""How the camera moves: by hand, with a run-out or in a short flight, and when it is at rest."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QEasingCurve, QObject, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtWidgets import QApplication, QStyle

from walkshop.ui import tokens
from walkshop.ui.map.camera import Camera, ScreenPoint

_REST_MS = 80
_FRAME_MS = 12
_RUN_OUT_MS = 180.0
_SLOWEST = 0.03


class MapView(QObject):
    """The camera of a map in time.

    Signals:
        moved: at every step.
        settled: when the camera has stood still for a moment, or was set at once.
    """

    moved = Signal()
    settled = Signal()

    def __init__(self, camera: Camera, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.camera = camera
        self.calm: bool | None = None
        self._start = self._goal = camera
        self._flight = QVariantAnimation(self)
        self._flight.setDuration(tokens.MOTION_MAP)
        self._flight.setStartValue(0.0)
        self._flight.setEndValue(1.0)
        self._flight.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._flight.valueChanged.connect(self._fly)
        self._flight.finished.connect(self._at_rest)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._at_rest)
        self._run = QTimer(self, interval=_FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._run.timeout.connect(self._run_out)
        self._speed = (0.0, 0.0)
        self._ran_at = 0.0
        self._pinched = False

    @property
    def zooming(self) -> bool:
        """Whether the zoom is on its way to another."""
        flying = self._flight.state() == QVariantAnimation.State.Running
        return self._pinched or (flying and self._start.zoom != self._goal.zoom)

    @property
    def goal(self) -> Camera:
        """Where the camera is going; where it is, when it goes nowhere."""
        flying = self._flight.state() == QVariantAnimation.State.Running
        return self._goal if flying else self.camera

    def jump(self, camera: Camera) -> None:
        """Be there at once."""
        self.halt()
        self.camera = camera
        self._rest.stop()
        self._at_rest()

    def move(self, camera: Camera) -> None:
        """One step of a hand; at rest a moment after the last."""
        self.halt()
        self._pinched = self._pinched or camera.zoom != self.camera.zoom
        self.camera = camera
        self.moved.emit()
        self._rest.start()

    def fly(self, goal: Camera) -> None:
        """Go there in one short movement; at once for people who want less motion."""
        if self.less_motion:
            self.jump(goal)
            return
        self.halt()
        self._rest.stop()
        self._start, self._goal = self.camera, goal
        self._flight.start()

    def zoom_by(self, step: float, about: ScreenPoint | None = None) -> None:
        """Zoom in by `step` levels (out when negative), the place under `about` staying put."""
        goal = self.goal
        self.fly(goal.zoomed_to(round(goal.zoom + step, 2), about))

    def fling(self, dx: float, dy: float) -> None:
        """Let the map run out at a speed in px per ms."""
        if self.less_motion or math.hypot(dx, dy) < _SLOWEST:
            return
        self._rest.stop()
        self._speed, self._ran_at = (dx, dy), time.perf_counter()
        self._run.start()

    def halt(self) -> None:
        """Stand still here: a hand is on the map."""
        self._flight.stop()
        self._run.stop()

    @property
    def less_motion(self) -> bool:
        """Whether movement is off: by `calm`, else as the system's style says."""
        if self.calm is not None:
            return self.calm
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return QApplication.style().styleHint(hint) == 0

    def _fly(self, part: float) -> None:
        self.camera = self._start.between(self._goal, part)
        self.moved.emit()

    def _run_out(self) -> None:
        now = time.perf_counter()
        passed, self._ran_at = min((now - self._ran_at) * 1000, 50.0), now
        dx, dy = self._speed
        self.camera = self.camera.panned(dx * passed, dy * passed)
        slower = math.exp(-passed / _RUN_OUT_MS)
        self._speed = (dx * slower, dy * slower)
        self.moved.emit()
        if math.hypot(*self._speed) < _SLOWEST:
            self._run.stop()
            self._at_rest()

    def _at_rest(self) -> None:
        # Tiles are kept per hundredth of a zoom level; between two they would be blurred.
        self._pinched = False
        self.camera = self.camera.zoomed_to(round(self.camera.zoom, 2))
        self.moved.emit()
        self.settled.emit()
