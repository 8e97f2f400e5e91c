"""Tiles give the same picture as painting at once, and are painted in slices."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from walkshop.domain.geo import LonLat, to_mercator
from walkshop.services.basemap.data import Feature, MapData, Shape
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.painter import BasemapPainter
from walkshop.ui.map.style import COLOUR, map_style
from walkshop.ui.map.tiles import TileCache

pytestmark = pytest.mark.usefixtures("qapp")
CAMERA = Camera(to_mercator(LonLat(4.49, 51.93)), 16.3, 600, 400)


def basemap() -> BasemapPainter:
    corners = [(50, 50), (550, 80), (500, 350), (50, 50)]
    water = Feature("water", Shape.AREA, (tuple(CAMERA.unproject(x, y) for x, y in corners),))
    line = tuple(CAMERA.unproject(x, y) for x, y in [(0, 380), (600, 20)])
    return BasemapPainter(
        MapData((water, Feature("street", Shape.LINE, (line,), grade="main"))), map_style(COLOUR)
    )


def shown(cache: TileCache, camera: Camera = CAMERA, moving: bool = False) -> QImage:
    dpr = cache.dpr
    image = QImage(
        round(camera.width * dpr), round(camera.height * dpr), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(dpr)
    painter = QPainter(image)
    cache.paint(painter, camera, moving)
    painter.end()
    return image


def filled(cache: TileCache, camera: Camera = CAMERA) -> QImage:
    shown(cache, camera)
    while not cache.idle:
        cache.fill(0.005, camera)
    return shown(cache, camera)


@pytest.mark.parametrize("dpr", [1.0, 1.25, 1.5, 2.0])
def test_no_seam_shows_between_tiles(dpr: float) -> None:
    image = filled(TileCache(basemap(), dpr))
    colours = {image.pixelColor(round(x * dpr), round(100 * dpr)).name() for x in range(200, 400)}
    assert colours == {"#b9d6e8"}


def test_before_tiles_are_there_the_map_is_land_and_work_is_left() -> None:
    cache = TileCache(basemap(), 1)
    image = shown(cache)
    assert image.pixelColor(300, 150) == QColor(map_style(COLOUR).land)
    assert not cache.idle


def test_the_shortest_slices_get_on_and_paint_the_middle_first() -> None:
    cache = TileCache(basemap(), 1)
    shown(cache)
    box, *_ = next(boxes for _ in range(5) if (boxes := cache.fill(0, CAMERA)))
    assert box.adjusted(-130, -130, 130, 130).contains(300, 200)


def test_meanwhile_tiles_of_another_zoom_stand_in() -> None:
    cache = TileCache(basemap(), 1)
    filled(cache)
    closer = shown(cache, CAMERA.zoomed_to(17))
    assert closer.pixelColor(300, 150).name() == "#b9d6e8"


def test_a_moving_zoom_asks_for_no_tiles() -> None:
    cache = TileCache(basemap(), 1)
    shown(cache, moving=True)
    assert cache.idle


def test_a_place_seen_before_needs_no_work() -> None:
    cache = TileCache(basemap(), 1)
    filled(cache)
    filled(cache, CAMERA.panned(900, 0))
    shown(cache)
    assert cache.idle


def test_what_is_renewed_stays_on_screen_until_it_is_painted_anew() -> None:
    cache = TileCache(basemap(), 1)
    before = filled(cache)
    cache.renew(CAMERA.box)
    assert shown(cache) == before
    assert not cache.idle


def test_what_is_renewed_elsewhere_is_no_work_here() -> None:
    cache = TileCache(basemap(), 1)
    filled(cache)
    cache.renew(CAMERA.panned(5000, 0).box)
    shown(cache)
    assert cache.idle
