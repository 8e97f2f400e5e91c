"""Fingers on the map: real touch events of a touch screen, offscreen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from walkshop.domain.geo import Bounds
from walkshop.i18n import language
from walkshop.ui import tokens
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.figures import Figure
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pinset import Pin
from walkshop.ui.map.tools.tool import ToolId
from walkshop.ui.map.touch import REST_MS

pytestmark = pytest.mark.slow

AREA = Bounds(4.4845, 51.9238, 4.5032, 51.9371)
HERE, BARE = QPoint(300, 300), QPoint(500, 420)
CORNERS = (QPoint(200, 200), QPoint(400, 200), QPoint(400, 400), QPoint(200, 400))


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[MapCanvas]:
    made = MapCanvas(language("en"))
    qtbot.addWidget(made)
    made.view.calm = True
    made.resize(800, 600)
    made.fit_to(AREA)
    made.offer(tuple(ToolId))
    look = PinLook("idea", "#E69F00", "#000000", "O", 1)
    made.set_pins([Pin("1", made.lonlat_at(QPointF(HERE)), look)])
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.tools.drop()
    made.view.halt()


class Heard:
    """What the map told, in order."""

    def __init__(self, canvas: MapCanvas) -> None:
        self.told: list[str] = []
        canvas.pin_clicked.connect(lambda key, _keys: self.told.append(f"pin {key}"))
        canvas.place_clicked.connect(lambda _at: self.told.append("place"))
        canvas.pin_dropped.connect(lambda key, _at: self.told.append(f"dropped {key}"))


def tap(canvas: MapCanvas, screen: QPointingDevice, at: QPoint) -> None:
    QTest.touchEvent(canvas, screen).press(0, at, canvas).commit()
    QTest.touchEvent(canvas, screen).release(0, at, canvas).commit()


def pull(canvas: MapCanvas, screen: QPointingDevice, way: list[QPoint]) -> None:
    QTest.touchEvent(canvas, screen).press(0, way[0], canvas).commit()
    for at in way[1:]:
        QTest.touchEvent(canvas, screen).move(0, at, canvas).commit()
    QTest.touchEvent(canvas, screen).release(0, way[-1], canvas).commit()


def test_a_tap_is_one_click(canvas: MapCanvas, screen: QPointingDevice) -> None:
    heard = Heard(canvas)
    tap(canvas, screen, HERE)
    tap(canvas, screen, BARE)
    assert heard.told == ["pin 1", "place"]


def test_a_finger_needs_to_come_no_nearer_than_half_a_target(
    canvas: MapCanvas, screen: QPointingDevice
) -> None:
    heard = Heard(canvas)
    beside = HERE + QPoint(21, 0)
    assert not canvas.pin_at(QPointF(beside) + QPointF(2, 0))
    tap(canvas, screen, beside)
    assert heard.told == ["pin 1"]


def test_one_finger_pulls_the_map_even_from_a_pin(
    canvas: MapCanvas, screen: QPointingDevice
) -> None:
    heard = Heard(canvas)
    under = canvas.lonlat_at(QPointF(HERE))
    pull(canvas, screen, [HERE, HERE + QPoint(40, 0), HERE + QPoint(90, 30)])
    assert canvas.view.camera.to_screen(under) == pytest.approx((390, 330), abs=1)
    assert heard.told == []


def test_two_fingers_move_and_zoom_together_and_click_nothing(
    canvas: MapCanvas, screen: QPointingDevice
) -> None:
    heard = Heard(canvas)
    zoom, held = canvas.view.camera.zoom, canvas.lonlat_at(QPointF(350, 300))
    QTest.touchEvent(canvas, screen).press(0, QPoint(300, 300), canvas).commit()
    two = QTest.touchEvent(canvas, screen).move(0, QPoint(300, 300), canvas)
    two.press(1, QPoint(400, 300), canvas).commit()
    two = QTest.touchEvent(canvas, screen).move(0, QPoint(320, 350), canvas)
    two.move(1, QPoint(520, 350), canvas).commit()
    two = QTest.touchEvent(canvas, screen).release(0, QPoint(320, 350), canvas)
    two.release(1, QPoint(520, 350), canvas).commit()
    assert canvas.view.camera.zoom == pytest.approx(zoom + 1, abs=0.02)
    assert canvas.view.camera.to_screen(held) == pytest.approx((420, 350), abs=1)
    assert heard.told == []


def test_a_finger_that_rests_picks_a_pin_up_and_carries_it(
    canvas: MapCanvas, screen: QPointingDevice, qtbot: QtBot
) -> None:
    heard = Heard(canvas)
    QTest.touchEvent(canvas, screen).press(0, HERE, canvas).commit()
    qtbot.waitUntil(lambda: canvas.carried is not None, timeout=REST_MS * 4)
    QTest.touchEvent(canvas, screen).move(0, BARE, canvas).commit()
    QTest.touchEvent(canvas, screen).release(0, BARE, canvas).commit()
    assert heard.told == ["dropped 1"]
    assert canvas.carried is None


def test_a_pin_picked_up_and_let_go_where_it_was_is_only_clicked(
    canvas: MapCanvas, screen: QPointingDevice, qtbot: QtBot
) -> None:
    heard = Heard(canvas)
    QTest.touchEvent(canvas, screen).press(0, HERE, canvas).commit()
    qtbot.waitUntil(lambda: canvas.carried is not None, timeout=REST_MS * 4)
    assert canvas.carried is not None
    assert canvas.carried[1].y() < HERE.y() - 20  # above the finger
    QTest.touchEvent(canvas, screen).release(0, HERE + QPoint(2, 1), canvas).commit()
    assert heard.told == ["pin 1"]


def test_a_finger_that_rests_on_a_corner_takes_it_away(
    canvas: MapCanvas, screen: QPointingDevice, qtbot: QtBot
) -> None:
    figure = Figure(tuple(canvas.lonlat_at(QPointF(at)) for at in CORNERS), closed=True)
    canvas.set_pins([Pin("a", canvas.lonlat_at(QPointF(HERE)), PinLook("idea"), figure=figure)])
    canvas.set_selected(frozenset({"a"}))
    with qtbot.waitSignal(canvas.figure_reshaped, timeout=REST_MS * 4) as heard:
        QTest.touchEvent(canvas, screen).press(0, CORNERS[0] + QPoint(9, 9), canvas).commit()
    QTest.touchEvent(canvas, screen).release(0, CORNERS[0], canvas).commit()
    assert len(heard.args[1].along) == 3


def test_the_buttons_grow_for_fingers_work_by_them_and_shrink_for_a_mouse(
    canvas: MapCanvas, screen: QPointingDevice
) -> None:
    assert canvas._tool_buttons is not None
    line = canvas._tool_buttons.buttons[ToolId.LINE]
    tap(canvas, screen, BARE)
    assert line.width() == line.height() == tokens.TARGET_STANDING
    tap(canvas, screen, line.mapTo(canvas, line.rect().center()))
    assert canvas.tools.current is ToolId.LINE
    QTest.mouseMove(canvas, BARE + QPoint(3, 3))
    assert line.width() == tokens.TARGET_MIN


def test_an_area_is_drawn_by_taps_and_closed_on_its_first_corner(
    canvas: MapCanvas, screen: QPointingDevice, qtbot: QtBot
) -> None:
    canvas.tools.choose(ToolId.AREA)
    with qtbot.waitSignal(canvas.figure_drawn) as heard:
        for at in (*CORNERS, CORNERS[0]):
            tap(canvas, screen, at)
    assert len(heard.args[0].along) == 4


def test_two_fingers_between_two_corners_leave_the_drawing_as_it_was(
    canvas: MapCanvas, screen: QPointingDevice
) -> None:
    canvas.tools.choose(ToolId.LINE)
    tap(canvas, screen, CORNERS[0])
    QTest.touchEvent(canvas, screen).press(0, CORNERS[2], canvas).commit()
    two = QTest.touchEvent(canvas, screen).move(0, CORNERS[2], canvas)
    two.press(1, BARE, canvas).commit()
    two = QTest.touchEvent(canvas, screen).release(0, CORNERS[2], canvas)
    two.release(1, BARE, canvas).commit()
    assert canvas.tools.current is ToolId.LINE
    assert "m" not in canvas.tools._tool.measure()  # type: ignore[union-attr] # a line in hand


def test_a_second_tap_zooms_in(canvas: MapCanvas, screen: QPointingDevice) -> None:
    zoom = canvas.view.camera.zoom
    tap(canvas, screen, BARE)
    tap(canvas, screen, BARE + QPoint(3, 2))
    assert canvas.view.camera.zoom == pytest.approx(zoom + 1, abs=0.02)


def test_esc_puts_a_carried_pin_back_under_a_finger(
    canvas: MapCanvas, screen: QPointingDevice, qtbot: QtBot
) -> None:
    heard = Heard(canvas)
    QTest.touchEvent(canvas, screen).press(0, HERE, canvas).commit()
    qtbot.waitUntil(lambda: canvas.carried is not None, timeout=REST_MS * 4)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.touchEvent(canvas, screen).release(0, BARE, canvas).commit()
    assert heard.told == []
