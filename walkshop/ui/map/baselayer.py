"""What lies under the marks of a map on screen: vectors, pictures of a file or of the internet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from walkshop.i18n import Language, Text
from walkshop.services.basemap.data import MapData, WebSource
from walkshop.services.folders import web_maps_folder
from walkshop.ui import tokens
from walkshop.ui.fonts import map_font
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.lettering import Lettering, draw_words
from walkshop.ui.map.painter import BasemapPainter
from walkshop.ui.map.rastertiles import RasterPainter, Square, covered
from walkshop.ui.map.style import MapStyle
from walkshop.ui.map.tiles import TileCache

if TYPE_CHECKING:
    from walkshop.ui.map.webtiles import WebTiles

_NO_MAP = MapData(())


class BaseLayer(QObject):
    """One map in one style, with the tiles of one screen.

    Signals:
        renewed: there is more of the map to show, or other words about it.
    """

    renewed = Signal()

    def __init__(
        self, data: MapData | None, style: MapStyle, dpr: float, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        data = data or _NO_MAP
        self.trouble: Text | None = None
        """Why pictures do not come, while they do not."""
        self._web = self._fetching(data.web) if data.web is not None else None
        rasters = None if self._web is None else RasterPainter(self._web, style, late=True)
        self._basemap = BasemapPainter(data, style, rasters)
        self.tiles = TileCache(self._basemap, dpr)

    def for_screen(self, dpr: float) -> None:
        """Draw with this many device px to the px from now on."""
        self.tiles = TileCache(self._basemap, dpr)

    def settle(self, camera: Camera) -> None:
        """People look here now: what is missing here is asked for, and nothing elsewhere."""
        if self._web is None or self._basemap.rasters is None:
            return
        self._web.look_at(camera.box)
        for square in self._basemap.rasters.missed_in(camera.box):
            self.tiles.renew(covered(square))

    def close(self) -> None:
        """Another map comes: nothing is fetched for this one any more."""
        if self._web is not None:
            self._web.close()
        self.deleteLater()

    def _fetching(self, source: WebSource) -> WebTiles:
        from walkshop.ui.map.webtiles import WebTiles

        web = WebTiles(source, web_maps_folder(), self)
        web.arrived.connect(self._came)
        web.quiet.connect(self._say)
        return web

    def _came(self, zoom: int, column: int, row: int) -> None:
        square = Square(zoom, column, row)
        if self._basemap.rasters is not None:
            self._basemap.rasters.forget(square)
        self.tiles.renew(covered(square))
        self.renewed.emit()

    def _say(self, trouble: Text | None) -> None:
        self.trouble = trouble
        self.renewed.emit()


def seen_before(data: MapData, style: MapStyle) -> BasemapPainter:
    """The painter of a map of which nothing is fetched: of the web, what was seen before."""
    if data.web is None:
        return BasemapPainter(data, style)
    from walkshop.ui.map.tilestore import CachedTiles

    seen = CachedTiles(data.web, web_maps_folder())
    return BasemapPainter(data, style, RasterPainter(seen, style))


def draw_trouble(
    painter: QPainter, camera: Camera, language: Language, trouble: Text | None
) -> None:
    """One line over the scale bar that says why a part of the map is missing, if any is."""
    if trouble is None:
        return
    words = language.say(trouble)
    font = map_font(tokens.BODY.px, tokens.BODY.weight)
    metrics = QFontMetricsF(font)
    plate = QRectF(10, camera.height - 70, metrics.horizontalAdvance(words) + 20, 28)
    painter.fillRect(plate, QColor(tokens.CARD))
    at = QPointF(plate.left() + 10, plate.center().y() + metrics.capHeight() / 2)
    draw_words(painter, at, words, Lettering(font, tokens.INK))
