"""What a screen reader finds on the map, asked through Qt as a reader asks."""

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from walkshop.domain.geo import Bounds, LonLat
from walkshop.i18n import language
from walkshop.ui.map.accessible import name_pins_of_maps
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pinset import Pin
from walkshop.ui.map.scene import Aside, WholeNotes
from walkshop.ui.map.tools.tool import ToolId

pytestmark = pytest.mark.slow


NAME = QAccessible.Text.Name


def pin(nr: int, name: str) -> Pin:
    return Pin(str(nr), LonLat(4.49 + nr / 1000, 51.93), PinLook("idea", nr=nr), name)


def shown(qtbot: QtBot) -> MapCanvas:
    name_pins_of_maps()
    canvas = MapCanvas(language("en"))
    qtbot.addWidget(canvas)
    canvas.resize(500, 400)
    canvas.set_pins([pin(1, "Note 1, too few benches"), pin(2, "")])
    canvas.fit_to(Bounds(4.48, 51.92, 4.50, 51.94))
    canvas.show()
    return canvas


def children(canvas: MapCanvas) -> list[QAccessibleInterface]:
    found = QAccessible.queryAccessibleInterface(canvas)
    return [found.child(at) for at in range(found.childCount())]


def test_every_pin_is_a_child_with_its_name_or_number(qtbot: QtBot) -> None:
    canvas = shown(qtbot)
    names = [child.text(NAME) for child in children(canvas)]
    assert names[-2:] == ["Note 1, too few benches", "2"]


def test_a_child_says_where_it_is_and_is_found_there(qtbot: QtBot) -> None:
    canvas = shown(qtbot)
    child = children(canvas)[-2]
    assert child.rect().width() >= 24
    at = child.rect().center()
    found = QAccessible.queryAccessibleInterface(canvas).childAt(at.x(), at.y())
    assert found.text(NAME) == "Note 1, too few benches"


def test_a_selected_pin_says_so(qtbot: QtBot) -> None:
    canvas = shown(qtbot)
    canvas.set_selected(frozenset({"2"}))
    states = [bool(child.state().selected) for child in children(canvas)[-2:]]
    assert states == [False, True]


def test_a_pin_that_went_away_is_no_longer_valid(qtbot: QtBot) -> None:
    canvas = shown(qtbot)
    last = children(canvas)[-1]
    canvas.set_pins([pin(1, "One")])
    assert not last.isValid()
    assert children(canvas)[-1].text(NAME) == "One"


@pytest.mark.parametrize("way", ["deleted", "forgotten"])
def test_a_map_that_goes_takes_its_children_along(qtbot: QtBot, way: str) -> None:
    for _ in range(5):
        canvas = MapCanvas(language("en"))
        canvas.set_pins([pin(1, "One")])
        assert children(canvas)
        if way == "deleted":
            canvas.deleteLater()
            QApplication.sendPostedEvents(canvas, QEvent.Type.DeferredDelete)
        del canvas
        gc.collect()
    assert children(shown(qtbot))


def test_a_reader_presses_a_pin_as_a_click_does(qtbot: QtBot) -> None:
    canvas = shown(qtbot)
    press = children(canvas)[-1].actionInterface()
    assert press.actionNames() == [press.pressAction()]
    with qtbot.waitSignal(canvas.pin_clicked) as heard:
        press.doAction(press.pressAction())
    assert heard.args[0] == "2"


def test_the_pins_in_the_box_of_the_whole_area_are_children_too(qtbot: QtBot) -> None:
    canvas = shown(qtbot)
    canvas.set_whole(WholeNotes("Whole", (Aside("9", PinLook("idea", nr=9), "Note 9 (Whole)"),)))
    canvas.set_selected(frozenset({"9"}))
    last = children(canvas)[-1]
    assert last.text(NAME) == "Note 9 (Whole)"
    assert bool(last.state().selected)
    at = last.rect().center()
    found = QAccessible.queryAccessibleInterface(canvas).childAt(at.x(), at.y())
    assert found.text(NAME) == "Note 9 (Whole)"


def test_the_tools_are_buttons_with_names(qtbot: QtBot) -> None:
    canvas = shown(qtbot)
    canvas.offer(tuple(ToolId))
    assert canvas._tool_buttons is not None
    found = QAccessible.queryAccessibleInterface(canvas._tool_buttons)
    parts = [found.child(at) for at in range(found.childCount())]
    assert len(parts) == 7
    assert all(part.text(NAME) for part in parts)
