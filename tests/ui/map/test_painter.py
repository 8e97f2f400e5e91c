"""The map under the pins, read back from pixels."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from walkshop.domain.geo import LonLat, to_mercator
from walkshop.services.basemap.data import Feature, MapData, Ring, Shape
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.painter import EDGE_PX, BasemapPainter
from walkshop.ui.map.shapes import Shapes
from walkshop.ui.map.style import BLACK_WHITE, COLOUR, PALE, map_style, street_px

pytestmark = pytest.mark.usefixtures("qapp")
CAMERA = Camera(to_mercator(LonLat(4.49, 51.93)), 17, 200, 200)
GREEN, LAND, WATER = "#d3e5bf", "#f5f2ec", "#b9d6e8"


def ring(left: float, top: float, right: float, bottom: float) -> Ring:
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return tuple(CAMERA.unproject(x, y) for x, y in corners)


def area(layer: str, *parts: Ring) -> Feature:
    return Feature(layer, Shape.AREA, parts)


def street(grade: str, *corners: tuple[float, float], level: int = 0) -> Feature:
    line = tuple(CAMERA.unproject(x, y) for x, y in corners)
    return Feature("street", Shape.LINE, (line,), grade=grade, level=level)


def painted(*features: Feature, style: str = COLOUR) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    BasemapPainter(MapData(features), map_style(style)).paint(painter, CAMERA)
    painter.end()
    return image


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def test_without_things_a_map_is_land() -> None:
    assert colour(painted(), 100, 100) == LAND


def test_water_lies_over_green_and_land_around_them() -> None:
    image = painted(area("water", ring(50, 50, 150, 150)), area("green", ring(20, 20, 180, 180)))
    assert (colour(image, 100, 100), colour(image, 30, 30)) == (WATER, GREEN)
    assert colour(image, 5, 5) == LAND


@pytest.mark.parametrize("turned", [False, True])
def test_a_hole_stays_open_whichever_way_it_was_drawn(turned: bool) -> None:
    outer, hole = ring(20, 20, 180, 180), ring(80, 80, 120, 120)
    image = painted(area("building", outer, hole[::-1] if turned else hole))
    assert colour(image, 100, 100) == LAND
    assert colour(image, 50, 50) == "#e3dbd0"


def test_two_waters_that_meet_show_no_edge_between_them() -> None:
    image = painted(area("water", ring(20, 20, 110, 180)), area("water", ring(90, 20, 180, 180)))
    assert {colour(image, x, 100) for x in range(30, 170)} == {WATER}


def test_a_street_is_as_wide_as_on_the_ground_with_its_casing_beside_it() -> None:
    image = painted(street("residential", (0, 100), (200, 100)))
    white = sum(colour(image, 100, y) == "#ffffff" for y in range(200))
    assert white == pytest.approx(5 * 1.6 / CAMERA.metres_per_px, abs=2)
    assert street_px(5, 1.6) == 5
    assert street_px(5, 1000) == 1


def test_no_casing_runs_across_a_crossing() -> None:
    image = painted(
        street("residential", (0, 100), (200, 100)), street("main", (100, 0), (100, 200))
    )
    assert colour(image, 100, 100) == "#fbe8b2"
    assert {colour(image, x, 100) for x in range(115, 180)} == {"#ffffff"}


def test_a_bridge_is_drawn_over_the_street_below() -> None:
    image = painted(
        street("residential", (100, 0), (100, 200), level=1), street("main", (0, 100), (200, 100))
    )
    assert colour(image, 100, 100) == "#ffffff"


def test_three_styles_know_the_same_layers() -> None:
    styles = [map_style(name) for name in (COLOUR, PALE, BLACK_WHITE)]
    assert len({frozenset(style.layers) for style in styles}) == 1
    assert len({style.land for style in styles}) == 3


def test_what_nobody_has_a_look_for_is_not_drawn() -> None:
    assert painted(area("parking", ring(20, 20, 180, 180))) == painted()


def test_things_cut_to_the_frame_end_at_the_frame() -> None:
    shapes = Shapes(MapData((area("green", ring(-900, -900, 900, 120)),)))
    (group,) = shapes.groups
    box = shapes.path(group, CAMERA, cut=True).boundingRect()
    assert QRectF(-0.01, -0.01, 200.02, 200.02).contains(box)
    assert box.bottom() == pytest.approx(120, abs=0.1)
    assert shapes.path(group, CAMERA).boundingRect().left() < -800


def test_a_thing_beside_the_view_is_left_out() -> None:
    shapes = Shapes(MapData((area("green", ring(300, 300, 400, 400)),)))
    assert shapes.path(shapes.groups[0], CAMERA).isEmpty()
    assert EDGE_PX < 100


def test_colours_of_styles_can_be_read_by_qt() -> None:
    for name in (COLOUR, PALE, BLACK_WHITE):
        style = map_style(name)
        looks = style.layers.values()
        used = {c for look in looks for c in (look.fill, look.edge, look.casing, look.line) if c}
        assert all(QColor(c).isValid() for c in {*used, style.land, *style.labels.values()})
