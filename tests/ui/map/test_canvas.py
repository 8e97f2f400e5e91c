"""The map under hands: real mouse and key events, offscreen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from walkshop.domain.geo import Bounds, LonLat
from walkshop.i18n import language
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pinset import Pin
from walkshop.ui.map.scene import Aside, StopMark, WholeNotes

AREA = Bounds(4.4845, 51.9238, 4.5032, 51.9371)
HERE = LonLat(4.4914, 51.9319)
THERE = LonLat(4.4960, 51.9280)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[MapCanvas]:
    made = MapCanvas(language("en"))
    qtbot.addWidget(made)
    made.view.calm = True
    made.resize(800, 600)
    made.set_pins([pin("1", HERE), pin("2", THERE)])
    made.fit_to(AREA)
    made.show()
    yield made
    made.view.halt()


def pin(key: str, at: LonLat) -> Pin:
    return Pin(key, at, PinLook("idea", "#E69F00", "#000000", "O", 1))


def spot(canvas: MapCanvas, key: str) -> QPoint:
    return canvas.pin_box(key).center().toPoint()


def drag(canvas: MapCanvas, start: QPoint, end: QPoint, let_go: bool = True) -> None:
    QTest.mousePress(canvas, LEFT, pos=start)
    for part in (0.2, 0.6, 1.0):
        QTest.mouseMove(canvas, start + (end - start) * part)
        # QTest moves the pointer but holds no button: say that it is held.
        _held_move(canvas, start + (end - start) * part)
    if let_go:
        QTest.mouseRelease(canvas, LEFT, pos=end)


def _held_move(canvas: MapCanvas, at: QPoint) -> None:
    from PySide6.QtGui import QMouseEvent

    where = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        canvas.mapToGlobal(where),
        Qt.MouseButton.NoButton,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(canvas, event)


def wheel(canvas: MapCanvas, at: QPointF, notches: float) -> None:
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_a_click_on_a_pin_says_which_and_with_what_key_held(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(canvas.pin_clicked) as heard:
        QTest.mouseClick(canvas, LEFT, control, spot(canvas, "2"))
    assert heard.args == ["2", control]


def test_a_click_beside_all_pins_says_where(canvas: MapCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.place_clicked) as heard:
        QTest.mouseClick(canvas, LEFT, pos=QPoint(120, 90))
    (at,) = heard.args
    assert canvas.view.camera.to_screen(at) == pytest.approx((120, 90), abs=1)


def test_pulling_the_map_moves_the_map_and_no_pin(canvas: MapCanvas, qtbot: QtBot) -> None:
    before = canvas.lonlat_at(QPointF(300, 300))
    with (
        qtbot.assertNotEmitted(canvas.place_clicked),
        qtbot.assertNotEmitted(canvas.pin_dropped),
    ):
        drag(canvas, QPoint(300, 300), QPoint(360, 280))
    assert canvas.view.camera.to_screen(before) == pytest.approx((360, 280), abs=1)


def test_carrying_a_pin_tells_its_new_place_once(canvas: MapCanvas, qtbot: QtBot) -> None:
    start, end = spot(canvas, "1"), spot(canvas, "1") + QPoint(80, 50)
    heard: list[tuple[str, LonLat]] = []
    canvas.pin_dropped.connect(lambda key, at: heard.append((key, at)))
    camera = canvas.view.camera
    drag(canvas, start, end)
    ((key, at),) = heard
    assert key == "1"
    assert camera.to_screen(at) == pytest.approx((end.x(), end.y()), abs=1.5)
    assert canvas.view.camera == camera, "the map stayed"


def test_a_carried_pin_is_shown_under_the_hand(canvas: MapCanvas) -> None:
    start, end = spot(canvas, "1"), spot(canvas, "1") + QPoint(80, 50)
    drag(canvas, start, end, let_go=False)
    assert canvas.carried is not None
    index, middle = canvas.carried
    assert canvas.scene.pins.pins[index].key == "1"
    assert (middle - QPointF(end)).manhattanLength() < 2
    QTest.mouseRelease(canvas, LEFT, pos=end)
    assert canvas.carried is None


def test_escape_puts_a_carried_pin_back_though_the_line_has_the_focus(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    line = QLineEdit(canvas)
    line.show()
    start, end = spot(canvas, "1"), spot(canvas, "1") + QPoint(80, 50)
    with qtbot.assertNotEmitted(canvas.pin_dropped):
        drag(canvas, start, end, let_go=False)
        QTest.keyClick(line, Qt.Key.Key_Escape)
        assert canvas.carried is None
        QTest.mouseRelease(canvas, LEFT, pos=end)


def test_where_pins_are_fixed_dragging_one_moves_the_map(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.movable = False
    camera = canvas.view.camera
    with qtbot.assertNotEmitted(canvas.pin_dropped):
        drag(canvas, spot(canvas, "1"), spot(canvas, "1") + QPoint(60, 0))
    assert canvas.view.camera != camera


def test_the_wheel_zooms_to_the_pointer(canvas: MapCanvas) -> None:
    at = QPointF(150, 120)
    held, zoom = canvas.lonlat_at(at), canvas.view.camera.zoom
    wheel(canvas, at, 2)
    assert canvas.view.camera.zoom == pytest.approx(zoom + 1, abs=0.02)
    assert canvas.view.camera.to_screen(held) == pytest.approx((150, 120), abs=0.5)


def test_a_double_click_zooms_in_on_that_place(canvas: MapCanvas) -> None:
    at = QPointF(150, 120)
    held, zoom = canvas.lonlat_at(at), canvas.view.camera.zoom
    QTest.mouseDClick(canvas, LEFT, pos=at.toPoint())
    assert canvas.view.camera.zoom == pytest.approx(zoom + 1, abs=0.02)
    assert canvas.view.camera.to_screen(held) == pytest.approx((150, 120), abs=0.5)


def test_two_fingers_on_a_touchpad_zoom(canvas: MapCanvas) -> None:
    zoom = canvas.view.camera.zoom
    where = QPointF(200, 200)
    device = QPointingDevice.primaryPointingDevice()
    pinch = Qt.NativeGestureType.ZoomNativeGesture
    event = QNativeGestureEvent(pinch, device, 2, where, where, where, 1.0, QPointF())
    QApplication.sendEvent(canvas, event)
    assert canvas.view.camera.zoom == pytest.approx(zoom + 1)


def test_the_keys_on_the_map_zoom_and_have_names(canvas: MapCanvas) -> None:
    zoom = canvas.view.camera.zoom
    plus, minus = canvas._buttons.plus, canvas._buttons.minus
    QTest.mouseClick(plus, LEFT)
    assert canvas.view.camera.zoom == pytest.approx(zoom + 1, abs=0.02)
    QTest.mouseClick(minus, LEFT)
    assert canvas.view.camera.zoom == pytest.approx(zoom, abs=0.02)
    assert (plus.accessibleName(), minus.accessibleName()) == ("Zoom in", "Zoom out")
    assert min(plus.width(), plus.height()) >= 36


def test_arrows_move_the_map_when_the_keyboard_is_on_it(canvas: MapCanvas) -> None:
    before = canvas.view.camera.to_screen(HERE)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    after = canvas.view.camera.to_screen(HERE)
    assert (after.x - before.x, after.y - before.y) == pytest.approx((-80, 80), abs=0.5)


def test_escape_in_another_window_leaves_a_carried_pin_in_the_hand(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    elsewhere = QLineEdit()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    start, end = spot(canvas, "1"), spot(canvas, "1") + QPoint(80, 50)
    with qtbot.waitSignal(canvas.pin_dropped):
        drag(canvas, start, end, let_go=False)
        QTest.keyClick(elsewhere, Qt.Key.Key_Escape)
        QTest.mouseRelease(canvas, LEFT, pos=end)


def test_a_pin_in_the_box_of_the_whole_area_is_pointed_at(canvas: MapCanvas) -> None:
    canvas.set_whole(WholeNotes("Whole area", (Aside("9", PinLook("idea", nr=9)),)))
    box = canvas.layer.whole_box(canvas.view.camera)
    assert box is not None
    cell = box.cells[0]
    QTest.mouseMove(canvas, QPoint(round(cell.x), round(cell.y)))
    assert canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(canvas, QPoint(400, 590))
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_click_leaves_the_keyboard_where_it_was(canvas: MapCanvas) -> None:
    assert not canvas.focusPolicy() & Qt.FocusPolicy.ClickFocus
    assert canvas.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_pointing_at_a_pin_names_it_and_leaving_it_names_none(canvas: MapCanvas) -> None:
    heard: list[str] = []
    canvas.pin_hovered.connect(heard.append)
    QTest.mouseMove(canvas, spot(canvas, "2"))
    QTest.mouseMove(canvas, QPoint(20, 20))
    assert heard == ["2", ""]


def test_a_fitted_map_stays_fitted_until_a_hand_moves_it(canvas: MapCanvas) -> None:
    canvas.resize(500, 400)
    assert canvas.view.camera.bounds.contains(LonLat(AREA.west, AREA.north))
    drag(canvas, QPoint(100, 100), QPoint(300, 250))
    middle = canvas.view.camera.at
    canvas.resize(520, 420)
    assert canvas.view.camera.at == pytest.approx(middle, abs=1e-5)


def test_other_pins_and_stops_are_shown_at_once(canvas: MapCanvas) -> None:
    canvas.set_pins([pin("3", HERE)])
    canvas.set_stops([StopMark(1, THERE)], [(HERE, THERE)])
    assert canvas.pin_at(spot(canvas, "3").toPointF()) == "3"
    assert canvas.accessibleName() == "Map with 1 note"
    assert len(canvas.layer.shown.plates) == 1


def test_a_selected_pin_that_goes_away_is_forgotten_and_comes_back_selected(
    canvas: MapCanvas,
) -> None:
    canvas.set_selected(frozenset({"2"}))
    canvas.set_pins([pin("1", HERE)])
    assert canvas.highlight.selected == frozenset()
    canvas.set_pins([pin("1", HERE), pin("2", THERE)])
    assert canvas.highlight.selected == frozenset({1})


def test_the_ring_of_the_next_note_is_seen(canvas: MapCanvas) -> None:
    before = canvas.grab().toImage()
    canvas.set_pending(LonLat(4.4945, 51.9300))
    assert canvas.grab().toImage() != before
    canvas.set_pending(None)
    assert canvas.grab().toImage() == before
