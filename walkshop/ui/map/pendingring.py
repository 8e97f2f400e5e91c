"""The open ring on a map that says where the next note comes."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from walkshop.domain.geo import LonLat
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.lettering import Lettering, draw_haloed, number_font


class PendingRing:
    """Stands where `at` is, or nowhere."""

    def __init__(self) -> None:
        self.at: LonLat | None = None

    def paint(self, painter: QPainter, camera: Camera, language: Language) -> None:
        """The ring, with words beside it."""
        if self.at is None:
            return
        middle = QPointF(*camera.to_screen(self.at))
        ring = QPainterPath()
        ring.addEllipse(middle, 15, 15)
        painter.strokePath(ring, QPen(QColor(tokens.PIN_HALO), 6))
        painter.strokePath(ring, QPen(QColor(tokens.ACCENT), 2.5))
        words = language.say(msg("the next one comes here"))
        how = Lettering(number_font(tokens.PIN_LIST), tokens.ACCENT)
        draw_haloed(painter, middle + QPointF(22, 5), words, how)
