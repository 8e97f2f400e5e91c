"""Heaps of pins that open under the pointer and for a selection."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from walkshop.domain.geo import LonLat
from walkshop.i18n import language
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pinset import Pin

HERE = LonLat(4.4914, 51.9319)


@pytest.fixture
def canvas(qtbot: QtBot) -> MapCanvas:
    """Nine notes on one place, one elsewhere."""
    made = MapCanvas(language("en"))
    qtbot.addWidget(made)
    made.view.calm = True
    made.resize(600, 500)
    places = [HERE] * 9 + [LonLat(4.4950, 51.9319)]
    made.set_pins([Pin(str(n), at, PinLook("idea", nr=n)) for n, at in enumerate(places)])
    made.view.jump(Camera.over(HERE, 16, 600, 500))
    made.show()
    return made


def middle(canvas: MapCanvas, key: str) -> QPoint:
    return canvas.pin_box(key).center().toPoint()


def test_pointing_at_a_heap_opens_it_and_going_away_closes_it(canvas: MapCanvas) -> None:
    QTest.mouseMove(canvas, middle(canvas, "0"))
    assert len(canvas.layer.shown.open) == 9
    QTest.mouseMove(canvas, QPoint(20, 20))
    assert not canvas.layer.shown.open


def test_every_pin_of_an_open_heap_can_be_pointed_at_and_clicked(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    QTest.mouseMove(canvas, middle(canvas, "0"))
    clicked: list[str] = []
    canvas.pin_clicked.connect(lambda key, _held: clicked.append(key))
    for key in map(str, range(9)):
        at = middle(canvas, key)
        QTest.mouseMove(canvas, at)
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert clicked == list(map(str, range(9)))


def test_a_selected_pin_holds_its_place_and_the_others_stand_around(canvas: MapCanvas) -> None:
    canvas.set_selected(frozenset({"4"}))
    at = canvas.view.camera.to_screen(HERE)
    box = canvas.pin_box("4").center()
    assert (box.x(), box.y()) == pytest.approx(at)
    assert len(canvas.layer.shown.open) == 8
    canvas.set_selected(frozenset())
    assert not canvas.layer.shown.open


def test_many_selected_pins_leave_heaps_closed(canvas: MapCanvas) -> None:
    canvas.set_selected(frozenset({"3", "4"}))
    assert not canvas.layer.shown.open


def test_zooming_keeps_the_heap_of_the_selection_open(canvas: MapCanvas) -> None:
    canvas.set_selected(frozenset({"4"}))
    canvas.zoom_by(1)
    assert len(canvas.layer.shown.open) == 8


def test_a_heap_opens_in_a_short_movement(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.view.calm = False
    QTest.mouseMove(canvas, middle(canvas, "0"))
    start = canvas.pin_box("0").center()
    qtbot.waitUntil(lambda: canvas._fans.at_rest, timeout=2000)
    assert len(canvas.layer.shown.open) == 9
    assert (canvas.pin_box("0").center() - start).manhattanLength() > 10
