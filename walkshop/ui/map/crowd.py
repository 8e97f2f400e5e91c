"""A picture of very many pins that moves along under the hand, drawn anew in slices."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from walkshop.ui import tokens
from walkshop.ui.map.arrange import Arrangement
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.ink import SpriteInk
from walkshop.ui.map.marks import MarksPainter
from walkshop.ui.map.pincrowd import Spot
from walkshop.ui.map.pinset import PinSet
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.thinning import thinned

_AROUND_PX = 256.0
"""How far a picture reaches outside the viewport it is drawn for."""

_ROOM_PX = 128.0
"""With less than this left of it the next one is begun, so that it is there in time."""

_STAMPED = 20
_STRIP_PX = 64
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
_AT_ONCE = 400
"""Pins drawn between two looks at the clock: a third of a millisecond."""


class Sight(NamedTuple):
    """What is drawn and how it gives way."""

    scene: Scene
    how: Arrangement


class _Picture:
    """Pixels, the camera they are for, and what is left to be drawn on them.

    Args:
        spare: pixels of no more use; taken where they fit, as new memory is slow to get.
    """

    def __init__(self, camera: Camera, ink: SpriteInk, sight: Sight, spare: QImage | None) -> None:
        self.camera = camera
        self.sight = sight
        self.cleared = False
        self._ink = ink
        size = (QSizeF(camera.width, camera.height) * ink.dpr).toSize()
        fits = spare is not None and spare.size() == size
        self.pixels = spare if spare is not None and fits else QImage(size, _FORMAT)
        self.pixels.setDevicePixelRatio(ink.dpr)
        self._left = self._parts()

    def advance(self, time_left: Callable[[], bool]) -> bool:
        """Draw more pins, at least some; whether all are drawn."""
        painter = QPainter(self.pixels)
        done = True
        for part in self._left:
            part(painter)
            if not time_left():
                done = False
                break
        painter.end()
        return done

    def _parts(self) -> Iterator[Callable[[QPainter], None]]:
        """All the work in parts of less than a millisecond, but for the choice of the pins."""
        for top in range(0, math.ceil(self.camera.height), _STRIP_PX):
            yield partial(_clear, strip=QRectF(0, top, self.camera.width, _STRIP_PX))
        self.cleared = True
        spots = self._spots()
        while some := list(islice(spots, _AT_ONCE)):
            yield partial(self._ink.crowd, pins=some, size=self.sight.how.size)

    def _spots(self) -> Iterator[Spot]:
        pins, how = self.sight.scene.pins, self.sight.how
        among = pins.in_view(self.camera, 2 * tokens.PIN_ROOM)
        x, y = pins.screen(self.camera, among)
        x, y = x + how.dx[among], y + how.dy[among]
        kept = thinned(x, y, self.camera)
        faces = map(pins.face, among[kept].tolist())
        return zip(x[kept].tolist(), y[kept].tolist(), faces, strict=True)

    def stamp(self, scene: Scene, indexes: tuple[int, ...], how: Arrangement) -> None:
        """Draw these pins on top."""
        painter = QPainter(self.pixels)
        MarksPainter(scene, how, self.camera, self._ink).stamp(painter, indexes)
        painter.end()

    def room(self, camera: Camera) -> float:
        """How many px the picture reaches outside another camera's view; negative: it does not."""
        inner, outer = camera.box, self.camera.box
        least = min(
            inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]
        )
        return least / camera.resolution

    def copy(self, painter: QPainter, camera: Camera) -> None:
        """Put the picture where it lies in a view, larger or smaller when the zoom differs."""
        scale = self.camera.resolution / camera.resolution
        corner, dpr = camera.project(self.camera.unproject(0, 0)), self._ink.dpr
        if abs(scale - 1) < 1e-6:
            at = QPointF(round(corner.x * dpr) / dpr, round(corner.y * dpr) / dpr)
            painter.drawImage(at, self.pixels)
            return
        box = QRectF(corner.x, corner.y, self.camera.width * scale, self.camera.height * scale)
        painter.drawImage(box, self.pixels, QRectF(self.pixels.rect()))


def _clear(painter: QPainter, *, strip: QRectF) -> None:
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.fillRect(strip, Qt.GlobalColor.transparent)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


class CrowdPicture:
    """The pins of one view, with a margin to pan into.

    The last whole picture is shown until the next one is whole; at first, what there is of it.
    """

    def __init__(self) -> None:
        self._shown: _Picture | None = None
        self._next: _Picture | None = None
        self._stale = False
        self._spare: QImage | None = None
        self._new: tuple[int, ...] = ()

    @property
    def idle(self) -> bool:
        """Whether no picture is being drawn."""
        return self._next is None

    def drop(self) -> None:
        """Draw anew at the next painting; meanwhile the old picture stands in."""
        self._next, self._stale, self._new = None, True, ()

    def forget(self) -> None:
        """Keep nothing: the pixels are of no more use."""
        self.drop()
        self._shown = self._spare = None

    def follow(self, before: PinSet, after: PinSet) -> None:
        """Keep the picture when a few pins were only added; they are stamped on it."""
        old, new = len(before), len(after)
        if before.pins == after.pins:
            return
        added = 0 < new - old <= _STAMPED and after.pins[:old] == before.pins
        if added and self._next is None and not self._stale:
            self._new = (*self._new, *range(old, new))
        else:
            self.drop()

    def paint(self, painter: QPainter, camera: Camera, ink: SpriteInk, sight: Sight) -> None:
        """Draw the pins in view from the picture, and begin another where it does not hold.

        While the zoom moves the picture is drawn larger or smaller; it is drawn anew at rest.
        """
        if self._new and self._shown is not None:
            self._shown.stamp(sight.scene, self._new, sight.how)
        self._new = ()
        if self._next is None and self._worn(camera, sight.how):
            self._next = _Picture(camera.grown(_AROUND_PX), ink, sight, self._spare)
        picture = self._shown or self._next
        if picture is not None and picture.cleared:
            picture.copy(painter, camera)

    def advance(self, time_left: Callable[[], bool]) -> bool:
        """Go on with the picture that is being drawn; whether there is more to see now."""
        if self._next is None:
            return False
        if self._next.advance(time_left):
            self._spare = None if self._shown is None else self._shown.pixels
            self._shown, self._next, self._stale = self._next, None, False
            return True
        return self._shown is None

    def _worn(self, camera: Camera, how: Arrangement) -> bool:
        """Whether another picture is to be drawn; never while the zoom moves."""
        if self._shown is None:
            return True
        if how.zoom != camera.zoom:
            return False
        return self._stale or self._shown.room(camera) < _ROOM_PX
