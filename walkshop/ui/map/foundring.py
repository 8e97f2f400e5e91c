"""The quiet ring around what somebody looked for: gone at the next act, or after a while."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from walkshop.domain.geo import LonLat
from walkshop.ui import tokens
from walkshop.ui.map.camera import Camera

_RADIUS = 36.0
"""px: outside a pin with its number and the plate of a stop."""


class FoundRing(QObject):
    """At most one ring on one map.

    Signals:
        changed: it stands elsewhere now, or nowhere.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.at: LonLat | None = None
        self._while = QTimer(self, singleShot=True, interval=tokens.NOTICE_MS)
        self._while.timeout.connect(self.forget)

    def show(self, at: LonLat) -> None:
        """Stand around this place for as long as a notice."""
        self.at = at
        self._while.start()
        self.changed.emit()

    def forget(self) -> None:
        """Stand nowhere."""
        self._while.stop()
        if self.at is not None:
            self.at = None
            self.changed.emit()

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """An open ring in the accent on a pale edge, so that it shows on any map."""
        if self.at is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QPainterPath()
        ring.addEllipse(QPointF(*camera.to_screen(self.at)), _RADIUS, _RADIUS)
        painter.strokePath(ring, QPen(QColor(tokens.PIN_HALO), 5))
        painter.strokePath(ring, QPen(QColor(tokens.ACCENT), 2.5))
