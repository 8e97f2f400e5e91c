"""Maps made of square pictures, drawn at any zoom: on screen in slices, on paper in one piece.

Pictures are numbered as on the web: row 0 in the north, zoom 0 the whole world in one.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from walkshop.services.basemap.data import Box, RasterTiles
from walkshop.ui.map.camera import TILE_PX, WORLD_M, Camera
from walkshop.ui.map.decoding import decoded
from walkshop.ui.map.style import BLACK_WHITE, PALE, MapStyle

KEPT_BYTES = 48_000_000
PAPER_DENSITY = 2.0
"""Pixels to the logical px on paper: 192 to the inch, where a screen has 96."""

_MOST_PAPER_PX = 16_000_000
_STAND_INS = 6
_MOST_MISSED = 2000
_DENSEST = 2
_PALE = 0.45


class Square(NamedTuple):
    """One picture: whole zoom, column from the west, row from the north."""

    zoom: int
    column: int
    row: int

    @property
    def parent(self) -> Square:
        """The picture of one zoom less that shows this place too."""
        return Square(self.zoom - 1, self.column // 2, self.row // 2)


class RasterPainter:
    """Draws the pictures of one source in a style.

    Args:
        late: the source fetches what it does not have, and says later that it came; then only
            pictures that are here stand in for it, so that no others are fetched.
        density: pixels to the logical px on paper.
    """

    def __init__(
        self,
        source: RasterTiles,
        style: MapStyle,
        late: bool = False,
        density: float = PAPER_DENSITY,
    ) -> None:
        self._source = source
        self._style = style
        self._late = late
        self._density = density
        self._made: OrderedDict[Square, QImage] = OrderedDict()
        self._bytes = 0
        self._missed: set[Square] = set()

    def forget(self, square: Square) -> None:
        """Unpack this picture anew when it is next drawn: another one came for it."""
        image = self._made.pop(square, None)
        self._bytes -= 0 if image is None else image.sizeInBytes()

    def missed_in(self, box: Box) -> list[Square]:
        """What was asked for in vain and shows any of `box` (EPSG:3857 metres)."""
        return [square for square in self._missed if meet(covered(square), box)]

    def ready(self, camera: Camera, time_left: Callable[[], bool]) -> bool:
        """Unpack what the camera needs, at least one picture; False when time ran out first."""
        for square in self._squares(camera):
            known = square in self._made
            if not known and self._picture(square) is not None and not time_left():
                return False
        return True

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Draw what the camera sees on its viewport (0, 0, width, height), px by px.

        Letters in the pictures keep their size on screens of any density: they must be read.
        """
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for square in self._squares(camera):
            self._draw(painter, square, camera)
        if self._style.id == PALE:
            veil = QColor(self._style.land)
            veil.setAlphaF(_PALE)
            painter.fillRect(QRectF(0, 0, camera.width, camera.height), veil)
        painter.restore()

    def paint_whole(self, painter: QPainter, camera: Camera) -> None:
        """The same as one picture, cut to the viewport: paper shows seams and cannot clip."""
        area = camera.width * camera.height
        density = min(self._density, math.sqrt(_MOST_PAPER_PX / area))
        wide, high = math.ceil(camera.width * density), math.ceil(camera.height * density)
        image = QImage(wide, high, QImage.Format.Format_RGB32)
        image.fill(QColor(self._style.land))
        inner = QPainter(image)
        finer = Camera(camera.centre, camera.zoom + math.log2(density), wide, high)
        self.paint(inner, finer)
        inner.end()
        painter.drawImage(QRectF(0, 0, camera.width, camera.height), image)

    def _squares(self, camera: Camera) -> list[Square]:
        """The pictures that cover a view; none where they would be too many and too small."""
        wanted = camera.zoom + math.log2(TILE_PX / self._source.tile_px)
        zoom = max(self._source.min_zoom, min(self._source.max_zoom, round(wanted)))
        if zoom - wanted > _DENSEST:
            return []
        west, south, east, north = camera.box
        metres = WORLD_M / 2**zoom
        last = 2**zoom - 1
        columns = _span((west + WORLD_M / 2) / metres, (east + WORLD_M / 2) / metres, last)
        rows = _span((WORLD_M / 2 - north) / metres, (WORLD_M / 2 - south) / metres, last)
        return [Square(zoom, column, row) for row in rows for column in columns]

    def _draw(self, painter: QPainter, square: Square, camera: Camera) -> None:
        shown, image = square, self._picture(square)
        while image is None and square.zoom - shown.zoom < _STAND_INS:
            shown = shown.parent
            if shown.zoom < self._source.min_zoom:
                return
            image = self._made.get(shown) if self._late else self._picture(shown)
        if image is None:
            return
        times = 2 ** (square.zoom - shown.zoom)
        wide, high = image.width() / times, image.height() / times
        part = QRectF(square.column % times * wide, square.row % times * high, wide, high)
        painter.drawImage(_on_screen(square, camera, painter), image, part)

    def _picture(self, square: Square) -> QImage | None:
        if square in self._made:
            self._made.move_to_end(square)
            return self._made[square]
        content = self._source.tile(square.zoom, square.column, square.row)
        image = None if content is None else decoded(content)
        if image is None:
            if len(self._missed) >= _MOST_MISSED:
                self._missed.clear()
            self._missed.add(square)
            return None
        self._missed.discard(square)
        self._made[square] = image = _grey(image) if self._style.id == BLACK_WHITE else image
        self._bytes += image.sizeInBytes()
        while self._bytes > KEPT_BYTES and len(self._made) > 1:
            _, old = self._made.popitem(last=False)
            self._bytes -= old.sizeInBytes()
        return image


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def covered(square: Square) -> Box:
    """What a picture shows: min x, min y, max x, max y in EPSG:3857 metres."""
    metres = WORLD_M / 2**square.zoom
    west, north = square.column * metres - WORLD_M / 2, WORLD_M / 2 - square.row * metres
    return (west, north - metres, west + metres, north)


def _span(first: float, last: float, most: int) -> range:
    """The whole numbers between two edges, the last edge itself left out, within 0 to `most`."""
    return range(max(0, math.floor(first + 1e-9)), min(most, math.ceil(last - 1e-9) - 1) + 1)


def _on_screen(square: Square, camera: Camera, painter: QPainter) -> QRectF:
    """Where a picture lies, its edges on whole device px: neighbours share them without a seam."""
    west, south, east, north = covered(square)
    scale, dpr = 1 / camera.resolution, painter.device().devicePixelRatioF()
    x0, y0 = camera.width / 2, camera.height / 2
    left, right = (round((x0 + (x - camera.centre.x) * scale) * dpr) / dpr for x in (west, east))
    top, bottom = (round((y0 - (y - camera.centre.y) * scale) * dpr) / dpr for y in (north, south))
    return QRectF(left, top, right - left, bottom - top)


def _grey(image: QImage) -> QImage:
    """The picture without colour, what is clear stays clear."""
    alpha = image.hasAlphaChannel()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    wanted = QImage.Format.Format_ARGB32_Premultiplied if alpha else QImage.Format.Format_RGB32
    result = grey.convertToFormat(wanted)
    if alpha:
        painter = QPainter(result)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, image)
        painter.end()
    return result
