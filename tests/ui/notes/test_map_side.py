"""The map of Notes: its switch for hot spots, and areas under a line with words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note, a_walk
from tests.ui.desks import HERE, TestDesk, a_desk
from walkshop.domain.geo import LonLat
from walkshop.domain.records import WHOLE, Area, NoteId, Point
from walkshop.ui.notes.panel import NotesPanel

LEFT = Qt.MouseButton.LeftButton
SQUARE = tuple(
    LonLat(HERE.lon + east, HERE.lat + north)
    for east, north in ((0.0, 0.0), (0.002, 0.0), (0.002, 0.0012), (0.0, 0.0012))
)
INSIDE = LonLat(HERE.lon + 0.0004, HERE.lat + 0.0003)


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    around = [Point(LonLat(HERE.lon - 0.001 * n, HERE.lat - 0.0006 * n)) for n in range(3)]
    notes = [a_note(n, f"here {n}", place=place) for n, place in enumerate(around * 2, 2)]
    whole = a_note(9, "everywhere", place=WHOLE)
    return a_desk(a_walk(a_note(1, "the square", place=Area(SQUARE)), *notes, whole))


@pytest.fixture
def panel(qtbot: QtBot, made: TestDesk) -> Iterator[NotesPanel]:
    panel = NotesPanel(made.desk)
    qtbot.addWidget(panel)
    panel.map_side.canvas.view.calm = True
    panel.resize(1000, 700)
    panel.show()
    qtbot.waitUntil(panel.line.hasFocus)
    yield panel
    panel.map_side.canvas.view.halt()


def click_inside(panel: NotesPanel) -> None:
    canvas = panel.map_side.canvas
    at = canvas.view.camera.to_screen(INSIDE)
    QTest.mouseClick(canvas, LEFT, pos=QPoint(round(at.x), round(at.y)))


def test_hot_spots_are_off_until_somebody_switches_them_on(panel: NotesPanel) -> None:
    canvas = panel.map_side.canvas
    assert canvas.scene.hot == ()
    QTest.mouseClick(panel.map_side.hot, LEFT)
    assert canvas.scene.hot
    QTest.mouseClick(panel.map_side.hot, LEFT)
    assert canvas.scene.hot == ()


def test_hot_spots_follow_the_filter(panel: NotesPanel, made: TestDesk) -> None:
    panel.map_side.hot.click()
    made.desk.filter.want_words("square")
    assert panel.map_side.canvas.scene.hot == ()


def test_a_click_inside_an_area_takes_its_note_in_hand(panel: NotesPanel, made: TestDesk) -> None:
    click_inside(panel)
    assert made.desk.selection.in_hand.notes == frozenset({NoteId("note 1")})
    assert panel.line.hasFocus()


def test_with_words_in_the_line_a_click_inside_an_area_places_them(
    panel: NotesPanel, made: TestDesk
) -> None:
    QTest.keyClicks(panel.line, "Een nieuwe bank")
    click_inside(panel)
    new = made.notes[-1]
    assert new.text == "Een nieuwe bank"
    assert isinstance(new.place, Point)


def test_the_tray_alone_lists_what_is_said_of_the_whole_area(panel: NotesPanel) -> None:
    canvas = panel.map_side.canvas
    assert canvas.layer.whole_box(canvas.view.camera) is None
    assert [pin.note for pin in panel.map_side.whole.pins] == ["note 9"]
