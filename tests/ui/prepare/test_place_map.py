"""The map of Prepare: what is looked for there is found there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import THERE, a_desk
from walkshop.ui.prepare.place_map import PlaceMap


def test_a_button_on_the_map_opens_the_field_and_enter_goes_to_a_stop(qtbot: QtBot) -> None:
    made = a_desk()
    place_map = PlaceMap(made.desk)
    qtbot.addWidget(place_map)
    canvas = place_map.canvas
    canvas.view.calm = True
    place_map.resize(600, 400)
    place_map.show_walk(made.walk)
    place_map.show()
    assert canvas._tool_buttons is not None
    QTest.mouseClick(canvas._tool_buttons.buttons["search"], Qt.MouseButton.LeftButton)
    field = place_map.finding.box.field
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "boez")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert canvas.found == THERE
    assert canvas.hasFocus()
    canvas.view.halt()
