"""Gives exports their map: the one painter, asked for by documents that know nothing of Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QGuiApplication

from walkshop.domain.geo import LonLat, to_mercator
from walkshop.domain.queries.shown import shown_bounds
from walkshop.domain.records import Walk
from walkshop.i18n import LANGUAGES, Language, Text, language, msg
from walkshop.services.basemap.data import MapData, RasterTiles
from walkshop.services.basemap.finding import WEB, find_map
from walkshop.services.folders import web_maps_folder
from walkshop.services.output.request import MapPicture as Asked
from walkshop.services.output.request import NamesOn, Paint, WrittenName
from walkshop.ui.map.camera import WORLD_M
from walkshop.ui.map.furniture import map_words
from walkshop.ui.map.of_walk import Wanted, scene_of
from walkshop.ui.map.picture import MapPicture, PictureOptions, drawn_names, map_png, map_svg
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.tilestore import for_paper

T = TypeVar("T")


class Painters:
    """The painters of one walk's map; the map file is read once.

    Qt needs an application before it can letter a map: one is made where there is none yet.

    Args:
        walk_file: beside it the map file is looked for.
    """

    def __init__(self, walk: Walk, walk_file: Path | None) -> None:
        found = for_paper(find_map(walk.area.basemap, walk_file), web_maps_folder())
        self.missing: Text | None = _missing(walk, found)
        """Why documents show the outline of the area instead of the map; None where they do not."""
        self.data: MapData | None = outlined(self.missing) if self.missing else found
        self._last: tuple[Walk, str, Wanted, Scene] | None = None
        self.svg: Paint = self._svg
        self.png: Paint = self._png
        self.names: NamesOn = self._names

    def _svg(self, asked: Asked) -> bytes:
        return _with_application(
            lambda: map_svg(self._picture(asked), asked.width_px, asked.height_px)
        )

    def _names(self, asked: Asked) -> list[WrittenName]:
        found = _with_application(
            lambda: drawn_names(self._picture(asked), asked.width_px, asked.height_px)
        )
        return [WrittenName(name.text, name.at) for name in found]

    def _png(self, asked: Asked) -> bytes:
        width = round(asked.width_px * asked.scale)
        height = round(asked.height_px * asked.scale)
        return _with_application(
            lambda: map_png(self._picture(asked), width, height, asked.scale, asked.webp)
        )

    def _picture(self, asked: Asked) -> MapPicture:
        words = language(asked.language)
        options = PictureOptions(
            style=asked.look,
            padding=0,
            furniture=map_words(self.data, words) if asked.words else None,
            squares=asked.squares,
            enlarged=asked.enlarged,
        )
        return MapPicture(self.data, self._scene(asked, words), asked.bounds, options)

    def _scene(self, asked: Asked, words: Language) -> Scene:
        """What stands on the map; a drawing and its names are asked for one after the other."""
        wanted = Wanted(asked.notes, asked.stops, asked.whole, asked.hot_spots)
        same = self._last is not None and self._last[0] is asked.walk
        if self._last is None or not same or self._last[1:3] != (words.code, wanted):
            self._last = (asked.walk, words.code, wanted, scene_of(asked.walk, words, wanted))
        return self._last[3]


def outlined(because: Text) -> MapData:
    """No map at all, that says why in the corner where the others say whose they are."""
    return MapData((), {code: language(code).say(because) for code in LANGUAGES})


def _missing(walk: Walk, found: MapData | None) -> Text | None:
    """Why a map that the walk names cannot stand in its documents."""
    name = walk.area.basemap.name if walk.area.basemap else ""
    if found is None and not name:
        return None
    web = found.web if found else None
    # A web map of a person's own is known to this laptop alone, and never printed.
    if name.startswith(WEB) and (web is None or not web.print):
        return msg("This web map may not be printed: only the outline is shown.")
    if found is None:
        return msg("The map was not found: only the outline is shown.")
    if web is None:
        return None
    bounds = shown_bounds(walk)
    if found.tiles is None or bounds is None or _any_seen(found.tiles, bounds.centre):
        return None
    return msg("This web map was not looked at here yet: only the outline is shown.")


def _any_seen(tiles: RasterTiles, at: LonLat) -> bool:
    """Whether any picture of a place is at hand, at any zoom."""
    x, y = to_mercator(at)
    for zoom in range(tiles.min_zoom, tiles.max_zoom + 1):
        metres = WORLD_M / 2**zoom
        column, row = int((x + WORLD_M / 2) / metres), int((WORLD_M / 2 - y) / metres)
        if tiles.tile(zoom, column, row) is not None:
            return True
    return False


def _with_application(paint: Callable[[], T]) -> T:
    if QGuiApplication.instance() is not None:
        return paint()
    application = QGuiApplication([])
    try:
        return paint()
    finally:
        application.shutdown()
