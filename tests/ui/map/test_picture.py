"""Pictures for paper: text stays text, and nothing reaches outside the frame."""

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from walkshop.domain.geo import Bounds, LonLat, to_mercator
from walkshop.files import sample_map
from walkshop.i18n import language
from walkshop.services.basemap.data import Feature, MapData, Shape
from walkshop.services.basemap.sketch import read_sketch
from walkshop.ui.map.furniture import map_words
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.picture import MapPicture, PictureOptions, drawn_names, map_png, map_svg
from walkshop.ui.map.pinset import Pin, PinSet
from walkshop.ui.map.scene import Scene, StopMark

pytestmark = pytest.mark.usefixtures("qapp")
AREA = Bounds(4.4880, 51.9270, 4.4960, 51.9330)
SVG = "{http://www.w3.org/2000/svg}"


def picture(style: str = "colour") -> MapPicture:
    data = read_sketch(sample_map("sketch", "crooswijk.geojson"))
    looks = [PinLook("concern", "#0072B2", "#FFFFFF", "V", nr) for nr in (27, 31)]
    places = (LonLat(4.4936, 51.9301), LonLat(4.4914, 51.9319))
    pins = PinSet([Pin(str(p.nr), at, p) for p, at in zip(looks, places, strict=True)])
    scene = Scene(pins, (StopMark(3, places[0]),), ((*places, LonLat(4.52, 51.94)),))
    words = map_words(data, language("en"))
    return MapPicture(data, scene, AREA, PictureOptions(style, furniture=words))


@pytest.fixture(scope="module")
def svg(qapp: object) -> ET.Element:
    return ET.fromstring(map_svg(picture(), 900, 600, "Map of the walk"))


def texts(svg: ET.Element) -> list[str]:
    return ["".join(node.itertext()).strip() for node in svg.iter(f"{SVG}text")]


def test_numbers_names_and_source_are_text(svg: ET.Element) -> None:
    said = texts(svg)
    assert {"27", "31", "3"} <= set(said)
    assert "Goudse Rijweg" in said
    assert any("Sketch by Walkshop" in line for line in said)


def test_text_is_in_the_font_that_paper_uses(svg: ET.Element) -> None:
    families = {node.get("font-family") for node in svg.iter(f"{SVG}text")}
    assert families == {"Noto Sans"}


def test_no_pixels_are_in_the_picture(svg: ET.Element) -> None:
    assert next(svg.iter(f"{SVG}image"), None) is None


def test_the_picture_has_its_size_and_title(svg: ET.Element) -> None:
    assert svg.get("viewBox") == "0 0 900 600"
    assert svg.findtext(f"{SVG}title") == "Map of the walk"


def _corners(svg: ET.Element) -> Iterator[tuple[float, float]]:
    """Every corner of an untransformed path or line."""
    for group in svg.iter(f"{SVG}g"):
        if group.get("transform") not in (None, "matrix(1,0,0,1,0,0)"):
            continue
        for shape in (*group.findall(f"{SVG}path"), *group.findall(f"{SVG}polyline")):
            numbers = re.findall(r"-?\d+\.?\d*", shape.get("d") or shape.get("points") or "")
            yield from zip(map(float, numbers[::2]), map(float, numbers[1::2]), strict=True)


def test_geometry_ends_at_the_frame_as_nothing_else_cuts_it(svg: ET.Element) -> None:
    corners = list(_corners(svg))
    assert len(corners) > 500
    assert all(-60 <= x <= 960 and -60 <= y <= 660 for x, y in corners)


def test_a_png_has_the_pixels_asked_for() -> None:
    image = QImage.fromData(map_png(picture(), 450, 300))
    assert (image.width(), image.height()) == (450, 300)


def test_twice_the_density_shows_the_same_map_in_more_pixels() -> None:
    small = QImage.fromData(map_png(picture(), 450, 300))
    large = QImage.fromData(map_png(picture(), 900, 600, scale=2))
    smooth = Qt.TransformationMode.SmoothTransformation
    halved = large.scaled(450, 300, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    spots = [(x, y) for x in range(5, 450, 7) for y in range(5, 300, 7)]
    apart = [
        abs(small.pixelColor(*at).lightness() - halved.pixelColor(*at).lightness()) for at in spots
    ]
    assert sum(apart) / len(apart) < 6


def test_black_and_white_has_no_colour_in_the_map() -> None:
    bare = MapPicture(picture().data, Scene(), AREA, PictureOptions("black_white"))
    image = QImage.fromData(map_png(bare, 450, 300))
    colours = [image.pixelColor(x, y) for x in range(0, 450, 5) for y in range(0, 300, 5)]
    assert all(c.red() == c.green() == c.blue() for c in colours)


def test_a_map_to_scale_has_its_bar_and_one_that_is_not_says_so(svg: ET.Element) -> None:
    sketch = picture()
    assert "sketch, not to scale" in texts(svg)
    assert not any(line.startswith(("50 m", "100 m")) for line in texts(svg))
    true = MapData(sketch.data.features if sketch.data else (), {"": "© OpenStreetMap"})
    options = PictureOptions(furniture=map_words(true, language("en")))
    drawn = ET.fromstring(map_svg(MapPicture(true, Scene(), AREA, options), 900, 600))
    assert any(line.startswith(("50 m", "100 m")) for line in texts(drawn))


def bow(name: str) -> Feature:
    """A street in a bow round the middle of the area, with no straight run."""
    middle = to_mercator(AREA.centre)
    turns = [math.radians(turn) for turn in range(20, 161, 5)]
    arc = tuple((middle.x + 170 * math.cos(t), middle.y + 170 * math.sin(t)) for t in turns)
    return Feature("street", Shape.LINE, (arc,), name, "residential")


def test_a_name_on_a_bend_is_written_as_letters_and_known_whole() -> None:
    bent = MapPicture(MapData((bow("Rondweg"),)), Scene(), AREA)
    drawn = ET.fromstring(map_svg(bent, 900, 600))
    assert sorted(texts(drawn)) == sorted("Rondweg")
    (name,) = drawn_names(bent, 900, 600)
    assert (name.text, name.layer) == ("Rondweg", "street")
    assert AREA.contains(name.at)


def test_every_level_name_that_is_known_is_whole_in_the_picture(svg: ET.Element) -> None:
    said = set(texts(svg))
    known = {name.text for name in drawn_names(picture(), 900, 600)}
    assert "Goudse Rijweg" in known
    assert len(known & said) > len(known) / 2
