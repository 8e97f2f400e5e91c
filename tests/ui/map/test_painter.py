"""The map under the pins, read back from pixels."""

import itertools
import math
from dataclasses import replace

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


def line(layer: str, grade: str, *corners: tuple[float, float], level: int = 0) -> Feature:
    return replace(street(grade, *corners, level=level), layer=layer)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [(("street", "residential"), ("rail", "train")), (("path", "foot"), ("water", ""))],
)
def test_a_bridge_hides_what_it_crosses(upper: tuple[str, str], lower: tuple[str, str]) -> None:
    below = line(*lower, (0, 100), (200, 100))
    crossed = colour(painted(below), 104, 100)
    image = painted(below, line(*upper, (100, 0), (100, 200), level=1))
    assert colour(image, 140, 100) == colour(painted(below), 140, 100)
    assert colour(image, 104, 100) != crossed


def test_a_bridge_has_a_stronger_edge_than_its_street() -> None:
    ways = [painted(street("tertiary", (0, 100), (200, 100), level=n)) for n in (0, 1)]
    darkest = [min(image.pixelColor(100, y).lightness() for y in range(200)) for image in ways]
    assert darkest[1] < darkest[0] - 20


def test_a_house_over_a_tunnel_hides_it_and_a_bridge_hides_the_house() -> None:
    house = area("building", ring(50, 50, 150, 150))
    under = street("main", (0, 100), (200, 100), level=-1)
    assert colour(painted(house, under), 100, 100) == "#e3dbd0"
    over = street("main", (0, 100), (200, 100), level=1)
    assert colour(painted(house, over), 100, 100) == "#fbe8b2"


def test_a_tunnel_is_pale_with_dashed_sides() -> None:
    image = painted(street("main", (0, 100), (200, 100), level=-1))
    assert colour(image, 100, 100) == map_style(COLOUR).layers["tunnel"].fill.lower()
    sides = [y for y in range(200) if len({colour(image, x, y) for x in range(40, 160)}) > 1]
    assert sides


def test_a_waterway_is_water_with_banks_that_join_a_pond_without_a_seam() -> None:
    pond = area("water", ring(100, 60, 180, 140))
    brook = line("water", "", (0, 100), (140, 100))
    image = painted(pond, brook)
    assert {colour(image, x, 100) for x in range(10, 170)} == {WATER}
    assert colour(image, 50, 100) != colour(image, 50, 110) == LAND


def test_grades_of_rails_and_paths_look_different() -> None:
    kinds = [("rail", g) for g in ("tram", "train")] + [("path", g) for g in ("foot", "steps")]
    images = [painted(line(*kind, (0, 100), (200, 100))) for kind in kinds]
    assert all(a != b for a, b in itertools.combinations(images, 2))


def test_arrows_are_on_one_way_streets_and_only_from_near() -> None:
    street_there = street("residential", (-300, 100), (500, 100))
    both, one = (BasemapPainter(MapData((replace(street_there, oneway=way),)), map_style(COLOUR))
                 for way in (False, True))  # fmt: skip
    for zoom, same in ((18.5, False), (16, True)):
        camera = CAMERA.zoomed_to(zoom)
        assert (shown(both, camera) == shown(one, camera)) is same


def shown(basemap: BasemapPainter, camera: Camera) -> QImage:
    image = QImage(int(camera.width), int(camera.height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    basemap.paint(painter, camera)
    painter.end()
    return image


def test_from_afar_small_things_are_left_out() -> None:
    house, park = area("building", ring(90, 90, 110, 110)), area("green", ring(-900, 0, 900, 900))
    path = line("path", "foot", (0, 100), (200, 100))
    bare, full = (
        BasemapPainter(MapData(f), map_style(COLOUR)) for f in ((park,), (park, house, path))
    )
    assert shown(bare, CAMERA.zoomed_to(12)) == shown(full, CAMERA.zoomed_to(12))
    assert shown(bare, CAMERA) != shown(full, CAMERA)


def test_a_map_in_four_tiles_is_the_map_in_one() -> None:
    curve = [(x, 100 + 60 * math.sin(x / 30)) for x in range(-100, 301, 5)]
    features = (
        area("green", ring(-2000, 60, 90, 3000)), area("water", ring(60, -3000, 130, 80)),
        area("building", ring(92, 85, 120, 111)), street("main", *curve),
        street("residential", (0, 0), (200, 200)), line("rail", "train", (0, 150), (200, 40)),
    )  # fmt: skip
    basemap = BasemapPainter(MapData(features), map_style(COLOUR))
    whole = shown(basemap, CAMERA)
    for column, row in itertools.product((0, 1), (0, 1)):
        centre = CAMERA.unproject(50 + 100 * column, 50 + 100 * row)
        tile = shown(basemap, Camera(centre, CAMERA.zoom, 100, 100))
        apart = [
            abs(
                tile.pixelColor(x, y).lightness()
                - whole.pixelColor(x + 100 * column, y + 100 * row).lightness()
            )
            for x in range(100)
            for y in range(100)
        ]
        assert max(apart) <= 12


def test_a_view_is_made_ready_in_parts_that_end() -> None:
    streets = [street("residential", (0, y / 4), (200, y / 4)) for y in range(800)]
    basemap = BasemapPainter(MapData(tuple(streets)), map_style(COLOUR))
    parts = 0
    while not basemap.ready(CAMERA, lambda: False):
        parts += 1
        assert parts < 50
    assert parts > 3
