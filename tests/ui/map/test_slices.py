"""The work on a map in slices: pins before the ground, the ground before its names."""

import pytest
from PySide6.QtGui import QImage, QPainter

from walkshop.domain.geo import LonLat, to_mercator
from walkshop.services.basemap.data import Feature, MapData, Shape
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.ink import SpriteInk
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.marklayer import MarkLayer
from walkshop.ui.map.marks import Highlight
from walkshop.ui.map.names import names_of
from walkshop.ui.map.painter import BasemapPainter
from walkshop.ui.map.pinset import Pin, PinSet
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.slices import Work, one_slice
from walkshop.ui.map.style import COLOUR, map_style
from walkshop.ui.map.tiles import TileCache

pytestmark = pytest.mark.usefixtures("qapp")
HERE = LonLat(4.49, 51.93)
CAMERA = Camera(to_mercator(HERE), 16, 500, 400)


def a_map() -> MapData:
    line = tuple(CAMERA.unproject(x, 200) for x in (0, 250, 500))
    return MapData((Feature("street", Shape.LINE, (line,), name="Voorstraat", grade="main"),))


def work() -> Work:
    style = map_style(COLOUR)
    layer = MarkLayer(CAMERA, style)
    layer.names = names_of(a_map())
    pins = [
        Pin(str(n), LonLat(HERE.lon + n % 40 * 1e-4 - 0.002, HERE.lat + n // 40 * 1e-4 - 0.001),
            PinLook("idea", "#0072B2"))
        for n in range(800)
    ]  # fmt: skip
    layer.set_scene(Scene(PinSet(pins)), CAMERA)
    return Work(layer, TileCache(BasemapPainter(a_map(), style), 1.0), SpriteInk(1.0), CAMERA)


def paint(work: Work) -> None:
    image = QImage(500, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    work.tiles.paint(painter, CAMERA)
    work.layer.paint(painter, CAMERA, work.ink, Highlight())
    painter.end()


def test_pins_come_first_then_the_ground_then_names() -> None:
    left = work()
    paint(left)
    seen = []
    for _ in range(2000):
        seen.append((not left.layer.crowd_idle, not left.tiles.idle, not left.layer.idle))
        one_slice(left, 0.0)
        paint(left)
        if left.layer.idle and left.tiles.idle:
            break
    assert left.layer.idle
    assert left.tiles.idle
    assert seen[0] == (True, True, True)
    assert seen == sorted(seen, reverse=True)


def test_with_nothing_left_nothing_is_shown_anew() -> None:
    left = work()
    paint(left)
    while not (left.layer.idle and left.tiles.idle):
        one_slice(left)
        paint(left)
    assert one_slice(left) == []
