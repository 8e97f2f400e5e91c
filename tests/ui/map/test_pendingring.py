"""The ring of the next note stands at its place, and goes away."""

from PySide6.QtGui import QImage, QPainter

from walkshop.domain.geo import LonLat
from walkshop.i18n import language
from walkshop.ui import tokens
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.pendingring import PendingRing

HERE = LonLat(4.49, 51.93)


def painted(ring: PendingRing) -> QImage:
    image = QImage(300, 120, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    ring.paint(painter, Camera.over(HERE, 15, 300, 120), language("en"))
    painter.end()
    return image


def test_the_ring_is_around_its_place_and_leaves_it_open(qapp) -> None:
    ring = PendingRing()
    ring.at = HERE
    image = painted(ring)
    assert image.pixelColor(150 + 15, 60).name().upper() == tokens.ACCENT
    assert image.pixelColor(150, 60).name() == "#ffffff"


def test_without_a_place_nothing_is_painted(qapp) -> None:
    ring = PendingRing()
    blank = painted(ring)
    ring.at = HERE
    assert painted(ring) != blank
    ring.at = None
    assert painted(ring) == blank
