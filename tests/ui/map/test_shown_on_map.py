"""Lines, areas, hot spots and the box of the whole area on a map under hands, and on paper."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from walkshop.domain.geo import Bounds, LonLat
from walkshop.i18n import language
from walkshop.services.geometry.hotspots import hot_spots
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.figures import Figure
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.picture import MapPicture, map_png, map_svg
from walkshop.ui.map.pinset import Pin, PinSet
from walkshop.ui.map.scene import Aside, Scene, StopMark, WholeNotes

AREA = Bounds(4.4845, 51.9238, 4.5032, 51.9371)
RING = (
    LonLat(4.488, 51.926), LonLat(4.492, 51.926), LonLat(4.492, 51.930), LonLat(4.488, 51.930),
)  # fmt: skip
WAY = (LonLat(4.494, 51.928), LonLat(4.500, 51.934))
GREEN = PinLook("idea", "#009E73", "#1C1B1A", "L", 1)
BLUE = PinLook("concern", "#0072B2", "#FFFFFF", "W", 2, assumed=True)
WHOLE = WholeNotes("Whole area", (Aside("w", PinLook("asset", "#E69F00", "#1C1B1A", "O", 9)),))


def pins() -> list[Pin]:
    return [
        Pin("area", LonLat(4.490, 51.928), GREEN, figure=Figure(RING, closed=True)),
        Pin("line", LonLat(4.497, 51.931), BLUE, figure=Figure(WAY)),
    ]


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[MapCanvas]:
    made = MapCanvas(language("en"))
    qtbot.addWidget(made)
    made.view.calm = True
    made.resize(800, 600)
    made.set_pins(pins())
    made.set_whole(WHOLE)
    made.fit_to(AREA)
    made.show()
    yield made
    made.view.halt()


def click(canvas: MapCanvas, at: QPointF) -> list[tuple[str, str]]:
    """What the map says to a click at these px."""
    told: list[tuple[str, str]] = []
    canvas.pin_clicked.connect(lambda key, _: told.append(("pin", key)))
    canvas.figure_clicked.connect(lambda key, *_: told.append(("figure", key)))
    canvas.place_clicked.connect(lambda _: told.append(("place", "")))
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at.toPoint())
    return told


def spot(canvas: MapCanvas, lon: float, lat: float) -> QPointF:
    return QPointF(*canvas.view.camera.to_screen(LonLat(lon, lat)))


def whole_spot(canvas: MapCanvas) -> QPointF:
    box = canvas.layer.whole_box(canvas.view.camera)
    assert box is not None
    return QPointF(box.cells[0].x, box.cells[0].y)


def test_a_click_inside_an_area_or_on_a_line_is_a_click_on_its_note(canvas: MapCanvas) -> None:
    assert click(canvas, spot(canvas, 4.4885, 51.9265)) == [("figure", "area")]


def test_a_click_on_the_pin_itself_comes_before_its_area(canvas: MapCanvas) -> None:
    assert click(canvas, canvas.pin_box("area").center()) == [("pin", "area")]


def test_a_click_on_a_line_is_a_click_on_its_note(canvas: MapCanvas) -> None:
    assert click(canvas, spot(canvas, 4.495, 51.929)) == [("figure", "line")]


def test_a_click_beside_all_is_a_place(canvas: MapCanvas) -> None:
    assert click(canvas, spot(canvas, 4.5, 51.926)) == [("place", "")]


def test_a_note_about_the_whole_area_is_clicked_like_a_pin(canvas: MapCanvas) -> None:
    assert canvas.pin_at(whole_spot(canvas)) == "w"
    assert click(canvas, whole_spot(canvas)) == [("pin", "w")]


def test_the_box_itself_is_no_place(canvas: MapCanvas) -> None:
    assert click(canvas, QPointF(16, 16)) == []


def test_pointing_at_an_area_rings_its_pin(canvas: MapCanvas) -> None:
    QTest.mouseMove(canvas, spot(canvas, 4.4885, 51.9265).toPoint())
    assert canvas.highlight.hover == 0


def test_a_selected_area_is_edged_in_accent(canvas: MapCanvas) -> None:
    def edged() -> bool:
        picture = canvas.grab().toImage()
        west = round(spot(canvas, 4.488, 51.9262).x())
        y = round(spot(canvas, 4.488, 51.9262).y())
        return any(picture.pixelColor(x, y) == QColor("#3E3A98") for x in range(west - 12, west))

    assert not edged()
    canvas.set_selected(frozenset({"area"}))
    assert edged()


def test_hot_spots_are_drawn_while_they_are_on(canvas: MapCanvas) -> None:
    places = [LonLat(4.499 + n * 1e-5, 51.927) for n in range(12)]
    at = spot(canvas, 4.499, 51.927).toPoint()
    bare = canvas.grab().toImage().pixelColor(at)
    canvas.set_hot(hot_spots(places))
    warm = canvas.grab().toImage().pixelColor(at)
    assert warm.lightness() < bare.lightness() - 30
    canvas.set_hot(())
    assert canvas.grab().toImage().pixelColor(at) == bare


def still(**more: object) -> MapPicture:
    scene = Scene(PinSet(pins()), (StopMark(1, WAY[0], 75.0),), (WAY,), **more)  # type: ignore[arg-type] # parts of a scene by name
    return MapPicture(None, scene, AREA)


@pytest.mark.usefixtures("qapp")
def test_on_paper_nothing_reaches_far_outside_when_zoomed_in() -> None:
    near = Bounds(4.4885, 51.9265, 4.4895, 51.9275)
    picture = MapPicture(None, still().scene, near)
    svg = map_svg(picture, 600, 400).decode()
    found = [
        float(number)
        for path in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}path")
        for number in re.findall(r"-?\d+\.?\d*", path.get("d", ""))
    ]
    assert found
    assert min(found) >= -160, "a pin just outside, never a corner of the area"
    assert max(found) <= 760


@pytest.mark.usefixtures("qapp")
def test_the_box_of_the_whole_area_prints_with_its_numbers() -> None:
    svg = map_svg(still(whole=WHOLE), 600, 400).decode()
    assert "Whole area" in svg
    assert ">9<" in re.sub(r"\s", "", svg)
    assert "Whole area" not in map_svg(still(), 600, 400).decode()


@pytest.mark.usefixtures("qapp")
def test_a_guessed_line_is_dashed_and_a_known_one_is_not() -> None:
    svg = map_svg(still(), 600, 400).decode()
    dashed = re.findall(r'stroke="#1c1b1a"[^>]*stroke-dasharray', svg)
    assert dashed
    image = QImage.fromData(map_png(still(), 600, 400))
    assert not image.isNull()
