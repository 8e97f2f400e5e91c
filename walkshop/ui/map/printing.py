"""Gives exports their map: the one painter, asked for by documents that know nothing of Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from walkshop.domain.records import Walk
from walkshop.i18n import language
from walkshop.services.basemap.data import MapData
from walkshop.services.basemap.finding import find_map
from walkshop.services.output.request import MapPicture as Asked
from walkshop.services.output.request import Paint
from walkshop.ui.map.furniture import map_words
from walkshop.ui.map.of_walk import scene_of
from walkshop.ui.map.picture import MapPicture, PictureOptions, map_png, map_svg

_STYLES = {"colour": "colour", "pale": "pale", "black_white": "black_white"}


class Painters:
    """The painters of one walk's map; the map file is read once.

    Qt needs an application before it can letter a map: one is made where there is none yet.

    Args:
        walk_file: beside it the map file is looked for.
    """

    def __init__(self, walk: Walk, walk_file: Path | None) -> None:
        self.data: MapData | None = find_map(walk.area.basemap, walk_file)
        self.svg: Paint = self._svg
        self.png: Paint = self._png

    def _svg(self, asked: Asked) -> bytes:
        return _with_application(
            lambda: map_svg(self._picture(asked), asked.width_px, asked.height_px)
        )

    def _png(self, asked: Asked) -> bytes:
        width = round(asked.width_px * asked.scale)
        height = round(asked.height_px * asked.scale)
        return _with_application(
            lambda: map_png(self._picture(asked), width, height, asked.scale, asked.webp)
        )

    def _picture(self, asked: Asked) -> MapPicture:
        words = language(asked.language)
        options = PictureOptions(
            style=_STYLES[asked.look],
            padding=0,
            furniture=map_words(self.data, words) if asked.words else None,
        )
        scene = scene_of(asked.walk, words, asked.notes, asked.stops)
        return MapPicture(self.data, scene, asked.bounds, options)


def _with_application(paint: Callable[[], bytes]) -> bytes:
    if QGuiApplication.instance() is not None:
        return paint()
    application = QGuiApplication([])
    try:
        return paint()
    finally:
        application.shutdown()
