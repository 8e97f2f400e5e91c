"""The map for the room: its own view, lettered at 28 pt, with a head that says where we are."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from walkshop.domain.geo import Bounds, LonLat
from walkshop.i18n import Language
from walkshop.services.basemap.data import MapData
from walkshop.ui import tokens
from walkshop.ui.map.arrange import Arrangement, arrange
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.furniture import map_words
from walkshop.ui.map.ink import SpriteInk
from walkshop.ui.map.labels import Label, lay_out
from walkshop.ui.map.lettering import label_font, width_px
from walkshop.ui.map.marks import Highlight, MarksPainter, number_width
from walkshop.ui.map.names import names_of
from walkshop.ui.map.painter import BasemapPainter
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.style import COLOUR, map_style
from walkshop.ui.projector.fit import Room, room_font
from walkshop.ui.projector.fit import lay_out as lay_words
from walkshop.ui.projector.painter import MARGIN, head_block, unit_of
from walkshop.ui.widgets.text import lines_in

FOCUS_ZOOM = 16.7
"""Some 450 m across for a note in hand: streets have names, and the room knows where it is."""

_HEAD_PADDING = 22
_PLATE = QSizeF(92, 72)
_NO_MAP = MapData(())


@dataclass(frozen=True, slots=True)
class MapPage:
    """What the map shows.

    Args:
        head: the words over it.
        stop: the number on the plate before them; None for none.
        bounds: what is in view when no place is; WGS84.
        focus: the place in the middle.
        selected: indexes of the pins that are ringed.
    """

    scene: Scene
    head: str
    bounds: Bounds
    stop: int | None = None
    focus: LonLat | None = None
    selected: frozenset[int] = frozenset()


class RoomMap:
    """Paints map pages; what lies under the pins is kept until the view changes."""

    def __init__(self, data: MapData | None, language: Language) -> None:
        self._data = data or _NO_MAP
        self._style = map_style(COLOUR)
        self._basemap = BasemapPainter(self._data, self._style)
        self._names = names_of(self._data)
        self._words = map_words(data, language)
        self._ground: tuple[tuple[Camera, float], QPixmap] | None = None
        self._ink: SpriteInk | None = None
        self._zoomed = 0.0

    def zoom_by(self, step: float) -> None:
        """Look from nearer, or from further away."""
        self._zoomed = max(-3.0, min(3.0, self._zoomed + step))

    def paint(
        self,
        painter: QPainter,
        page: MapPage,
        size: QSizeF,
        chosen: float,
        unit: float | None = None,
    ) -> None:
        """Paint head and map on `size` px; the painter's device sets the density.

        Args:
            chosen: the size of the type that somebody chose, 1.0 for the usual one.
            unit: that of the whole screen, when `size` is a part of it.
        """
        unit = unit or unit_of(size)
        head = self._head(painter, page, size, Room(size.width(), size.height(), unit, chosen))
        box = QRectF(0, head, size.width(), max(size.height() - head, 1.0))
        painter.save()
        painter.setClipRect(box)
        painter.translate(box.topLeft())
        self._map(painter, page, box.size(), unit * max(chosen, 1.0))
        self._source(painter, box.size())
        painter.restore()

    def camera(self, page: MapPage, size: QSizeF, scale: float) -> Camera:
        """What is in view of a map of `size` px whose signs are drawn `scale` times as large."""
        wide, high = size.width() / scale, size.height() / scale
        whole = Camera.fitting(page.bounds, wide, high, tokens.GAP_32)
        if page.focus is None:
            return whole.zoomed_to(whole.zoom + self._zoomed)
        zoom = max(whole.zoom, FOCUS_ZOOM) + self._zoomed
        return Camera.over(page.focus, zoom, wide, high)

    def _head(self, painter: QPainter, page: MapPage, size: QSizeF, whole: Room) -> float:
        """Paint the head; its height in px."""
        unit = whole.unit
        left = MARGIN * 0.78 * unit
        plate = QSizeF(_PLATE * unit) if page.stop is not None else QSizeF(0, 0)
        beside = plate.width() + 26 * unit if page.stop is not None else 0.0
        wide = size.width() - 2 * left - beside
        room = Room(wide, size.height() * 0.3, unit, min(whole.size, 1.0))
        pieces = lay_words([head_block(page.head)], room)[0]
        words = pieces[-1].foot if pieces else 0.0
        high = max(words, plate.height()) + 2 * _HEAD_PADDING * unit
        if page.stop is not None:
            at = QRectF(QPointF(left, (high - plate.height()) / 2), plate)
            _plate(painter, at, str(page.stop))
        top = (high - words) / 2
        for piece in pieces:
            lines = QRectF(left + beside, top + piece.top, wide, piece.lines.height)
            piece.lines.draw(painter, lines, piece.colour)
        return high

    def _map(self, painter: QPainter, page: MapPage, size: QSizeF, unit: float) -> None:
        scale = tokens.ROOM_TEXT.px / tokens.BODY.px * unit
        camera = self.camera(page, size, scale)
        painter.save()
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, camera, scale)
        how = arrange(page.scene, camera, number_width, float(tokens.PIN_LIST))
        marks = MarksPainter(page.scene, how, camera, self._pixels(painter, scale))
        marks.outline(painter, self._style.layers["area"].line)
        marks.route(painter)
        marks.names(painter, self._labels(camera, how), self._style)
        marks.stops(painter)
        marks.pins(painter, Highlight(selected=page.selected))
        painter.restore()

    def _paint_ground(self, painter: QPainter, camera: Camera, scale: float) -> None:
        """What never changes while one looks at the same place, from ready pixels."""
        dense = scale * painter.device().devicePixelRatioF()
        if self._ground is None or self._ground[0] != (camera, dense):
            pixels = QPixmap(math.ceil(camera.width * dense), math.ceil(camera.height * dense))
            pixels.setDevicePixelRatio(dense)
            pixels.fill(QColor(self._style.land))
            into = QPainter(pixels)
            self._basemap.paint(into, camera)
            into.end()
            self._ground = ((camera, dense), pixels)
        painter.drawPixmap(QPointF(0, 0), self._ground[1])

    def _pixels(self, painter: QPainter, scale: float) -> SpriteInk:
        """Ready pictures of signs for the density of this screen."""
        dense = scale * painter.device().devicePixelRatioF()
        if self._ink is None or self._ink.dpr != dense:
            self._ink = SpriteInk(dense)
        return self._ink

    def _labels(self, camera: Camera, how: Arrangement) -> list[Label]:
        return lay_out(
            self._names, camera, how.taken, lambda text, layer: width_px(text, label_font(layer))
        )

    def _source(self, painter: QPainter, size: QSizeF) -> None:
        """Whose map it is: the one thing that may be small."""
        words = " · ".join(part for part in (self._words.notice, self._words.attribution) if part)
        if not words:
            return
        font = room_font(tokens.BODY.px)
        lines = lines_in(words, font, tokens.BODY.line, size.width() - 16)
        wide, high = lines.widest + 16, lines.height + 6
        plate = QRectF(size.width() - wide, size.height() - high, wide, high)
        painter.fillRect(plate, QColor(tokens.CARD))
        lines.draw(painter, plate.adjusted(8, 3, 0, -3), tokens.SOFT)


def _plate(painter: QPainter, box: QRectF, words: str) -> None:
    """The number of a stop, white on the accent; wider for a longer number."""
    shape = QPainterPath()
    shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, QColor(tokens.ACCENT))
    painter.setFont(room_font(round(box.height() * 0.62), tokens.NUMBER.weight))
    painter.setPen(QColor(tokens.ON_ACCENT))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)
