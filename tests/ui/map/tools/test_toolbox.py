"""Tools and handles under a real mouse, offscreen."""

import math
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QPolygonF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from walkshop.domain.geo import Bounds, LonLat
from walkshop.i18n import language
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.figures import Figure
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pinset import Pin
from walkshop.ui.map.tools.tool import ToolId

AREA = Bounds(4.4845, 51.9238, 4.5032, 51.9371)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CORNERS = (QPoint(200, 200), QPoint(400, 200), QPoint(400, 400), QPoint(200, 400))


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[MapCanvas]:
    made = MapCanvas(language("en"))
    qtbot.addWidget(made)
    made.view.calm = True
    made.resize(800, 600)
    made.fit_to(AREA)
    made.offer(tuple(ToolId))
    made.show()
    yield made
    made.tools.drop()
    made.view.halt()


def pin(canvas: MapCanvas, key: str, at: QPoint, figure: Figure | None = None) -> Pin:
    look = PinLook("idea", "#E69F00", "#000000", "O", 1)
    return Pin(key, canvas.lonlat_at(QPointF(at)), look, figure=figure)


def with_area(canvas: MapCanvas) -> Figure:
    figure = Figure(tuple(canvas.lonlat_at(QPointF(at)) for at in CORNERS), closed=True)
    canvas.set_pins([pin(canvas, "a", QPoint(300, 300), figure)])
    canvas.set_selected(frozenset({"a"}))
    return figure


def pull(
    canvas: MapCanvas,
    way: list[QPoint],
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    let_go: bool = True,
) -> None:
    QTest.mousePress(canvas, LEFT, keys, way[0])
    for at in way[1:]:
        QTest.mouseMove(canvas, at)
    if let_go:
        QTest.mouseRelease(canvas, LEFT, keys, way[-1])


def test_shift_and_a_pull_zoom_to_the_box(canvas: MapCanvas) -> None:
    zoom, middle = canvas.view.camera.zoom, canvas.lonlat_at(QPointF(200, 175))
    pull(canvas, [QPoint(100, 100), QPoint(300, 250)], SHIFT)
    assert canvas.view.camera.zoom == pytest.approx(zoom + 2, abs=0.02)
    assert canvas.view.camera.to_screen(middle) == pytest.approx((400, 300), abs=2)


def test_shift_and_a_click_are_still_a_click(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.set_pins([pin(canvas, "1", QPoint(300, 300))])
    with qtbot.waitSignal(canvas.pin_clicked) as heard:
        QTest.mouseClick(canvas, LEFT, SHIFT, QPoint(300, 300))
    assert heard.args == ["1", SHIFT]


def test_a_lasso_tells_the_pins_inside_and_goes_back_to_the_hand(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    canvas.set_pins([pin(canvas, "in", QPoint(300, 300)), pin(canvas, "out", QPoint(600, 300))])
    canvas.tools.choose(ToolId.LASSO)
    with qtbot.waitSignal(canvas.circled) as heard:
        pull(canvas, [*CORNERS])
    assert heard.args[0] == frozenset({"in"})
    assert canvas.tools.current is None


def test_an_area_is_closed_by_a_click_on_its_first_corner(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.tools.choose(ToolId.AREA)
    with qtbot.waitSignal(canvas.figure_drawn) as heard:
        for at in (*CORNERS, CORNERS[0]):
            QTest.mouseClick(canvas, LEFT, pos=at)
    (figure,) = heard.args
    assert figure.closed
    assert len(figure.along) == 4


def test_a_line_ends_with_enter_and_backspace_takes_a_corner_away(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    canvas.tools.choose(ToolId.LINE)
    for at in CORNERS[:3]:
        QTest.mouseClick(canvas, LEFT, pos=at)
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(canvas.figure_drawn) as heard:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    (figure,) = heard.args
    ends = [canvas.view.camera.to_screen(at) for at in figure.along]
    assert ends == [pytest.approx((at.x(), at.y()), abs=1) for at in CORNERS[:2]]


def test_enter_gives_no_area_of_two_corners_and_esc_gives_up(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    canvas.tools.choose(ToolId.AREA)
    with qtbot.assertNotEmitted(canvas.figure_drawn):
        for at in CORNERS[:2]:
            QTest.mouseClick(canvas, LEFT, pos=at)
        QTest.keyClick(canvas, Qt.Key.Key_Return)
        assert canvas.tools.current is ToolId.AREA
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.tools.current is None


def test_a_double_click_ends_a_line_without_a_corner_too_many(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    canvas.tools.choose(ToolId.LINE)
    QTest.mouseClick(canvas, LEFT, pos=CORNERS[0])
    with qtbot.waitSignal(canvas.figure_drawn) as heard:
        QTest.mouseClick(canvas, LEFT, pos=CORNERS[1])
        QTest.mouseDClick(canvas, LEFT, pos=CORNERS[1])
    assert len(heard.args[0].along) == 2


def test_a_corner_that_is_pulled_is_told_once(canvas: MapCanvas) -> None:
    with_area(canvas)
    heard: list[Figure] = []
    canvas.figure_reshaped.connect(lambda _key, figure: heard.append(figure))
    pull(canvas, [CORNERS[0], QPoint(170, 180), QPoint(150, 160)])
    (figure,) = heard
    assert canvas.view.camera.to_screen(figure.along[0]) == pytest.approx((150, 160), abs=1)


def test_esc_puts_a_corner_back(canvas: MapCanvas, qtbot: QtBot) -> None:
    figure = with_area(canvas)
    with qtbot.assertNotEmitted(canvas.figure_reshaped):
        pull(canvas, [CORNERS[0], QPoint(150, 160)], let_go=False)
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
        QTest.mouseRelease(canvas, LEFT, pos=QPoint(150, 160))
    assert canvas.tools.corners is not None
    assert canvas.tools.corners.figure == figure


def test_the_middle_of_an_edge_adds_a_corner(canvas: MapCanvas, qtbot: QtBot) -> None:
    with_area(canvas)
    with qtbot.waitSignal(canvas.figure_reshaped) as heard:
        QTest.mouseClick(canvas, LEFT, pos=QPoint(300, 200))
    assert len(heard.args[1].along) == 5


def test_a_right_click_takes_corners_away_down_to_three(canvas: MapCanvas) -> None:
    with_area(canvas)
    heard: list[tuple[LonLat, ...]] = []

    def keep(key: str, figure: Figure) -> None:
        heard.append(figure.along)
        canvas.set_pins([pin(canvas, key, QPoint(300, 300), figure)])

    canvas.figure_reshaped.connect(keep)
    QTest.mouseClick(canvas, RIGHT, pos=CORNERS[0])
    QTest.mouseClick(canvas, RIGHT, pos=CORNERS[1])
    assert [len(along) for along in heard] == [3]


def test_esc_in_another_window_ends_no_drawing(canvas: MapCanvas, qtbot: QtBot) -> None:
    elsewhere = QLineEdit()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    canvas.tools.choose(ToolId.LINE)
    QTest.mouseClick(canvas, LEFT, pos=CORNERS[0])
    QTest.keyClick(elsewhere, Qt.Key.Key_Escape)
    assert canvas.tools.current is ToolId.LINE


def test_delete_takes_the_corner_under_the_pointer_away(canvas: MapCanvas, qtbot: QtBot) -> None:
    with_area(canvas)
    QCursor.setPos(canvas.mapToGlobal(CORNERS[1]))
    with qtbot.waitSignal(canvas.figure_reshaped) as heard:
        QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(heard.args[1].along) == 3


def test_the_shape_as_it_was_is_not_shown_while_a_corner_is_pulled(canvas: MapCanvas) -> None:
    with_area(canvas)
    pull(canvas, [CORNERS[0], QPoint(150, 160)], let_go=False)
    assert canvas.highlight.reshaped == 0
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(150, 160))
    assert canvas.highlight.reshaped is None


def test_a_lasso_around_ten_thousand_pins_is_told_within_a_blink(canvas: MapCanvas) -> None:
    look = PinLook("idea", nr=1)
    spots = [QPointF(100 + n % 100 * 5, 100 + n // 100 * 4) for n in range(10_000)]
    canvas.set_pins([Pin(str(n), canvas.lonlat_at(at), look) for n, at in enumerate(spots)])
    turn = [2 * math.pi * n / 300 for n in range(300)]
    ring = QPolygonF([QPointF(350 + 150 * math.cos(a), 300 + 150 * math.sin(a)) for a in turn])
    start = time.perf_counter()
    found = canvas.layer.within(ring, canvas.view.camera)
    assert time.perf_counter() - start < 5  # a hang, not a slow day
    assert len(found) == pytest.approx(math.pi * 150**2 / 20, rel=0.05)
