"""A picture of very many pins that moves along under the hand; drawn anew only when it must."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from walkshop.ui.map.arrange import Arrangement
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.ink import SpriteInk
from walkshop.ui.map.marks import Highlight, MarksPainter
from walkshop.ui.map.pinset import PinSet
from walkshop.ui.map.scene import Scene

_AROUND_PX = 160.0
_STAMPED = 20


class Sight(NamedTuple):
    """What is drawn and how it gives way."""

    scene: Scene
    how: Arrangement


class _Picture(NamedTuple):
    """Pixels, and the camera they were drawn for."""

    pixels: QPixmap
    camera: Camera


class CrowdPicture:
    """The pins of one view, with a margin to pan into."""

    def __init__(self) -> None:
        self._picture: _Picture | None = None
        self._new: tuple[int, ...] = ()

    def drop(self) -> None:
        """Forget the picture: it is drawn anew at the next painting."""
        self._picture, self._new = None, ()

    def follow(self, before: PinSet, after: PinSet) -> None:
        """Keep the picture when a few pins were only added; they are stamped on it."""
        old, new = len(before), len(after)
        if before.pins == after.pins:
            return
        if 0 < new - old <= _STAMPED and after.pins[:old] == before.pins:
            self._new = (*self._new, *range(old, new))
        else:
            self.drop()

    def paint(self, painter: QPainter, camera: Camera, ink: SpriteInk, sight: Sight) -> None:
        """Draw the pins in view, from the picture where it still holds.

        While the zoom moves the picture is drawn larger or smaller; it is drawn anew at rest.
        """
        picture = self._picture
        if picture is None or not _holds(picture.camera, camera, sight.how):
            picture = self._drawn(camera.grown(_AROUND_PX), ink, sight)
        elif self._new:
            stamper = QPainter(picture.pixels)
            MarksPainter(*sight, picture.camera, ink).stamp(stamper, self._new)
            stamper.end()
        self._picture, self._new = picture, ()
        _copy(painter, picture, camera, ink.dpr)

    @staticmethod
    def _drawn(camera: Camera, ink: SpriteInk, sight: Sight) -> _Picture:
        pixels = QPixmap(round(camera.width * ink.dpr), round(camera.height * ink.dpr))
        pixels.setDevicePixelRatio(ink.dpr)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        MarksPainter(*sight, camera, ink).pins(painter, Highlight())
        painter.end()
        return _Picture(pixels, camera)


def _holds(drawn: Camera, camera: Camera, how: Arrangement) -> bool:
    """Whether a picture drawn for one camera serves another; always while the zoom moves."""
    if how.zoom != camera.zoom:
        return True
    inner, outer = camera.box, drawn.box
    inside = inner[0] >= outer[0] and inner[1] >= outer[1]
    return inside and inner[2] <= outer[2] and inner[3] <= outer[3]


def _copy(painter: QPainter, picture: _Picture, camera: Camera, dpr: float) -> None:
    scale = picture.camera.resolution / camera.resolution
    corner = camera.project(picture.camera.unproject(0, 0))
    if abs(scale - 1) < 1e-6:
        at = QPointF(round(corner.x * dpr) / dpr, round(corner.y * dpr) / dpr)
        painter.drawPixmap(at, picture.pixels)
        return
    box = QRectF(corner.x, corner.y, picture.camera.width * scale, picture.camera.height * scale)
    painter.drawPixmap(box, picture.pixels, QRectF(picture.pixels.rect()))
