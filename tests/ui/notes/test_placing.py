"""Giving a place to what has none: from the tray, by key, for the whole area."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note, a_walk
from tests.ui.desks import HERE, THERE, TestDesk, a_desk
from walkshop.domain.geo import LonLat
from walkshop.domain.queries.notes import pin_at
from walkshop.domain.records import WHOLE, Area, Line, NoteId, NotYet, Point
from walkshop.ui.notes.acts import carried
from walkshop.ui.notes.drag import note_data
from walkshop.ui.notes.panel import NotesPanel

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk()


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


def test_the_tray_holds_what_has_no_place_and_what_holds_for_the_whole_area(
    panel: NotesPanel,
) -> None:
    assert [pin.note for pin in panel.map_side.without.pins] == ["note 4"]
    assert [pin.note for pin in panel.map_side.whole.pins] == ["note 3"]
    assert panel.map_side.whole.isVisible()


def test_a_click_in_the_tray_and_one_on_the_map_place_the_note(
    panel: NotesPanel, made: TestDesk
) -> None:
    (pin,) = panel.map_side.without.pins
    QTest.mouseClick(pin, LEFT)
    assert made.desk.selection.in_hand.current == NoteId("note 4")
    assert "4 goes there" in panel.ghost.words.hint
    QTest.mouseClick(panel.map_side.canvas, LEFT, pos=QPoint(80, 90))
    assert isinstance(made.walk.note(NoteId("note 4")).place, Point)
    assert panel.map_side.without.pins == []
    assert panel.map_side.pending is None


def test_esc_lets_go_of_a_note_from_the_tray(panel: NotesPanel, made: TestDesk) -> None:
    QTest.mouseClick(panel.map_side.without.pins[0], LEFT)
    QTest.keyClick(panel.line, Qt.Key.Key_Escape)
    QTest.mouseClick(panel.map_side.canvas, LEFT, pos=QPoint(80, 90))
    assert made.walk.note(NoteId("note 4")).place == NotYet()
    assert panel.map_side.pending is not None


def test_a_note_carried_from_the_tray_is_put_down_on_the_map(
    panel: NotesPanel, made: TestDesk
) -> None:
    canvas = panel.map_side.canvas
    data = note_data(NoteId("note 4"))
    at = QPoint(120, 140)
    copy, held = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, data, LEFT, held)
    QApplication.sendEvent(canvas, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(canvas, QDropEvent(QPointF(at), copy, data, LEFT, held))
    place = made.walk.note(NoteId("note 4")).place
    assert isinstance(place, Point)
    assert canvas.view.camera.to_screen(place.at) == pytest.approx((120, 140), abs=0.5)


def test_the_keyboard_alone_places_a_note(panel: NotesPanel, made: TestDesk) -> None:
    made.desk.selection.select_note(NoteId("note 4"))
    QTest.keyClick(panel.line, Qt.Key.Key_Return, CONTROL)
    assert made.walk.note(NoteId("note 4")).place == Point(panel.map_side.middle)
    QTest.keyClicks(panel.line, "Getypt")
    QTest.keyClick(panel.line, Qt.Key.Key_Return, CONTROL)
    assert made.notes[-1].place == Point(panel.map_side.middle)


def test_the_keyboard_says_that_a_note_is_for_the_whole_area(
    panel: NotesPanel, made: TestDesk
) -> None:
    made.desk.selection.select_note(NoteId("note 4"))
    QTest.keyClick(panel.line, Qt.Key.Key_H, CONTROL | SHIFT)
    assert made.walk.note(NoteId("note 4")).place == WHOLE


def test_the_keyboard_says_that_a_guessed_place_is_right(panel: NotesPanel, made: TestDesk) -> None:
    made.desk.selection.select_note(NoteId("note 2"))
    QTest.keyClick(panel.line, Qt.Key.Key_Return, CONTROL | SHIFT)
    assert made.walk.note(NoteId("note 2")).place == Point(THERE)


def test_a_full_tray_counts_what_does_not_fit_and_shows_it_in_the_list(qtbot: QtBot) -> None:
    made = a_desk(a_walk(*(a_note(nr) for nr in range(1, 61))))
    panel = NotesPanel(made.desk)
    qtbot.addWidget(panel)
    panel.resize(1000, 700)
    panel.show()
    box = panel.map_side.without
    shown = [pin for pin in box.pins if pin.isVisible()]
    assert 0 < len(shown) < 60
    assert shown[-1].geometry().right() < box.width()
    with qtbot.waitSignal(made.desk.filter.changed):
        box.more.emit()
    assert made.desk.filter.wanted.without_place


def test_arrow_keys_go_through_the_tray(qtbot: QtBot) -> None:
    made = a_desk(a_walk(a_note(1), a_note(2)))
    panel = NotesPanel(made.desk)
    qtbot.addWidget(panel)
    panel.resize(1000, 700)
    panel.show()
    qtbot.waitUntil(panel.line.hasFocus)
    first, second = panel.map_side.without.pins
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert made.desk.selection.in_hand.current == NoteId("note 2")


@pytest.mark.parametrize("shape", ["line", "area"])
def test_a_line_or_an_area_is_carried_in_its_own_form(shape: str) -> None:
    corners = (HERE, LonLat(HERE.lon + 0.002, HERE.lat), LonLat(HERE.lon + 0.001, HERE.lat + 0.002))
    place = Line(corners[:2], assumed=True) if shape == "line" else Area(corners, assumed=True)
    walk = a_walk(a_note(1, place=place))
    moved = carried(walk, place, THERE)
    assert type(moved) is type(place)
    assert pin_at(walk, moved) == pytest.approx(THERE)
    assert not getattr(moved, "assumed", True)
