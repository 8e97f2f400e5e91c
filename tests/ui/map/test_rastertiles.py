"""Maps made of pictures, read back from pixels: the right picture in the right place."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtGui import QImage, QPainter

from tests.ui.map.test_decoding import coded
from walkshop.domain.geo import LonLat, to_mercator
from walkshop.services.basemap.data import Feature, MapData, Shape
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.painter import BasemapPainter
from walkshop.ui.map.rastertiles import RasterPainter, Square, covered
from walkshop.ui.map.style import BLACK_WHITE, COLOUR, PALE, map_style

pytestmark = pytest.mark.usefixtures("qapp")
HERE = to_mercator(LonLat(4.49, 51.93))
LAND = "#f5f2ec"


def tint(square: Square) -> str:
    """A colour of its own for neighbours, and for zooms."""
    return f"#{40 + 80 * (square.column % 2):02x}{40 + 80 * (square.row % 2):02x}{square.zoom:02x}"


@dataclass
class Chequers:
    """Pictures of one colour each, at some zooms, but for the holes."""

    min_zoom: int = 3
    max_zoom: int = 16
    tile_px: int = 256
    holes: set[int] = field(default_factory=set)
    asked: list[Square] = field(default_factory=list)

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        square = Square(zoom, column, row)
        self.asked.append(square)
        if zoom in self.holes:
            return None
        return coded(self.tile_px, self.tile_px, "PNG", tint(square))


def camera(zoom: float, side: float = 400) -> Camera:
    return Camera(HERE, zoom, side, side)


def painted(painter_of: RasterPainter, at: Camera, dpr: float = 1.0) -> QImage:
    side = round(at.width * dpr)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    image.fill(0xFFF5F2EC)
    painter = QPainter(image)
    painter_of.paint(painter, at)
    painter.end()
    return image


def square_at(at: Camera, x: float, y: float, zoom: int) -> Square:
    place = at.unproject(x, y)
    west, south, east, _ = covered(Square(zoom, 0, 2**zoom - 1))
    side = east - west
    return Square(zoom, int((place.x - west) // side), 2**zoom - 1 - int((place.y - south) // side))


@pytest.mark.parametrize(("shown", "expected"), [(14.0, 14), (14.4, 14), (14.6, 15), (19.3, 16)])
def test_each_place_shows_its_picture_of_the_nearest_zoom(shown: float, expected: int) -> None:
    at = camera(shown)
    image = painted(RasterPainter(Chequers(), map_style(COLOUR)), at)
    for x, y in ((3, 3), (397, 3), (201, 199), (3, 397), (397, 397)):
        square = square_at(at, x + 0.5, y + 0.5, expected)
        assert image.pixelColor(x, y).name() == tint(square)


@pytest.mark.parametrize("dpr", [1.0, 1.25, 1.5, 2.0])
def test_no_land_shows_between_pictures(dpr: float) -> None:
    image = painted(RasterPainter(Chequers(), map_style(COLOUR)), camera(14.37), dpr)
    names = {image.pixelColor(x, x // 2).name() for x in range(image.width())}
    assert all(name.endswith("0e") for name in names)


def test_pictures_of_512_px_are_taken_from_one_zoom_less() -> None:
    source = Chequers(tile_px=512)
    painted(RasterPainter(source, map_style(COLOUR)), camera(14))
    assert {square.zoom for square in source.asked} == {13}


def test_where_a_picture_is_missing_a_part_of_a_larger_one_stands_in() -> None:
    at = camera(14)
    image = painted(RasterPainter(Chequers(holes={13, 14}), map_style(COLOUR)), at)
    assert image.pixelColor(200, 200).name() == tint(square_at(at, 200.5, 200.5, 12))


def test_nothing_is_fetched_to_stand_in_while_a_picture_is_on_its_way() -> None:
    source = Chequers(holes={14})
    late = RasterPainter(source, map_style(COLOUR), late=True)
    assert painted(late, camera(14)).pixelColor(200, 200).name() == LAND
    assert {square.zoom for square in source.asked} == {14}
    assert set(late.missed_in(camera(14).box)) == set(source.asked)


def test_far_out_the_smallest_zoom_is_not_drawn_as_thousands_of_specks() -> None:
    source = Chequers(min_zoom=12)
    assert (
        painted(RasterPainter(source, map_style(COLOUR)), camera(6)).pixelColor(9, 9).name() == LAND
    )
    assert source.asked == []


def test_unpacking_goes_in_slices_and_ends() -> None:
    source = Chequers()
    rasters = RasterPainter(source, map_style(COLOUR))
    turns = 1
    while not rasters.ready(camera(14), lambda: False):
        turns += 1
        assert len(source.asked) == turns - 1
    assert turns == len(set(source.asked)) + 1


def test_what_never_comes_does_not_hold_up_the_rest() -> None:
    rasters = RasterPainter(Chequers(holes={14}), map_style(COLOUR), late=True)
    assert rasters.ready(camera(14), lambda: False)


def test_features_are_drawn_over_the_pictures() -> None:
    at = camera(14)
    corners = [(150, 150), (250, 150), (250, 250), (150, 250), (150, 150)]
    water = Feature("water", Shape.AREA, (tuple(at.unproject(*corner) for corner in corners),))
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    BasemapPainter(MapData((water,), tiles=Chequers()), map_style(COLOUR)).paint(painter, at)
    painter.end()
    assert image.pixelColor(200, 200).name() == "#b9d6e8"
    assert image.pixelColor(9, 9).name() == tint(square_at(at, 9.5, 9.5, 14))


def test_black_and_white_takes_the_colour_out_and_pale_makes_it_light() -> None:
    at = camera(14)
    grey = painted(RasterPainter(Chequers(), map_style(BLACK_WHITE)), at).pixelColor(200, 200)
    assert grey.red() == grey.green() == grey.blue()
    plain = painted(RasterPainter(Chequers(), map_style(COLOUR)), at).pixelColor(200, 200)
    pale = painted(RasterPainter(Chequers(), map_style(PALE)), at).pixelColor(200, 200)
    assert pale.lightness() > plain.lightness() + 40


def test_the_whole_is_one_picture_at_twice_the_density() -> None:
    source = Chequers()
    at = camera(14)
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    RasterPainter(source, map_style(COLOUR)).paint_whole(painter, at)
    painter.end()
    assert {square.zoom for square in source.asked} == {15}
    assert image.pixelColor(100, 300).name() == tint(square_at(at, 100.5, 300.5, 15))
