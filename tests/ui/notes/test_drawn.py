"""Lines and areas drawn in Notes, and what a double click on bare map does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import TestDesk, a_desk
from walkshop.domain.records import Area, Line, NoteId, Point
from walkshop.ui.map.tools.tool import ToolId
from walkshop.ui.notes.panel import NotesPanel

LEFT = Qt.MouseButton.LeftButton
WAY = (QPoint(60, 60), QPoint(140, 60), QPoint(140, 130))


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
    panel.map_side.canvas.tools.drop()
    panel.map_side.canvas.view.halt()


def draw(panel: NotesPanel, tool: ToolId) -> None:
    canvas = panel.map_side.canvas
    canvas.tools.choose(tool)
    for at in WAY:
        QTest.mouseClick(canvas, LEFT, pos=at)
    QTest.keyClick(panel.line, Qt.Key.Key_Return)


def test_a_drawn_area_is_the_place_of_the_selected_note_in_one_undo(
    panel: NotesPanel, made: TestDesk
) -> None:
    before = made.walk.note(NoteId("note 1")).place
    made.desk.selection.select_note(NoteId("note 1"))
    draw(panel, ToolId.AREA)
    assert isinstance(made.walk.note(NoteId("note 1")).place, Area)
    made.desk.store.undo()
    assert made.walk.note(NoteId("note 1")).place == before


def test_a_drawn_line_waits_for_the_words_in_the_line(panel: NotesPanel, made: TestDesk) -> None:
    QTest.keyClicks(panel.line, "Scheve stoep")
    draw(panel, ToolId.LINE)
    assert len(made.notes) == 4, "Enter ended the line and saved no note"
    QTest.keyClick(panel.line, Qt.Key.Key_Return)
    assert isinstance(made.notes[-1].place, Line)
    assert made.notes[-1].text == "Scheve stoep"
    assert panel.map_side.pending is None


def test_esc_lets_go_of_a_drawn_line(panel: NotesPanel) -> None:
    draw(panel, ToolId.LINE)
    assert isinstance(panel.map_side.pending, Line)
    QTest.keyClick(panel.line, Qt.Key.Key_Escape)
    assert panel.map_side.pending is None
    assert panel.map_side.canvas.tools.pending is None


def test_a_double_click_with_an_empty_line_zooms_and_leaves_no_ring(panel: NotesPanel) -> None:
    canvas = panel.map_side.canvas
    zoom = canvas.view.camera.zoom
    QTest.mouseClick(canvas, LEFT, pos=WAY[0])
    QTest.mouseDClick(canvas, LEFT, pos=WAY[0])
    assert canvas.view.camera.zoom == pytest.approx(zoom + 1, abs=0.02)
    assert panel.map_side.pending is None


def test_a_double_click_with_words_places_one_note_and_does_not_zoom(
    panel: NotesPanel, made: TestDesk
) -> None:
    canvas = panel.map_side.canvas
    zoom = canvas.view.camera.zoom
    QTest.keyClicks(panel.line, "Mooi bankje")
    QTest.mouseClick(canvas, LEFT, pos=WAY[0])
    QTest.mouseDClick(canvas, LEFT, pos=WAY[0])
    assert len(made.notes) == 5
    assert isinstance(made.notes[-1].place, Point)
    assert canvas.view.camera.zoom == zoom
    assert panel.map_side.pending is None


def around(panel: NotesPanel, key: str, held: Qt.KeyboardModifier) -> None:
    canvas = panel.map_side.canvas
    middle = canvas.pin_box(key).center().toPoint()
    canvas.tools.choose(ToolId.LASSO)
    ring = [middle + QPoint(*step) for step in ((-30, -30), (30, -30), (30, 30), (-30, 30))]
    QTest.mousePress(canvas, LEFT, held, ring[0])
    for at in ring[1:]:
        QTest.mouseMove(canvas, at)
    QTest.mouseRelease(canvas, LEFT, held, ring[-1])


def test_a_lasso_selects_and_with_ctrl_it_adds(panel: NotesPanel, made: TestDesk) -> None:
    around(panel, "note 1", Qt.KeyboardModifier.NoModifier)
    assert made.desk.selection.in_hand.notes == {NoteId("note 1")}
    around(panel, "note 2", Qt.KeyboardModifier.ControlModifier)
    assert made.desk.selection.in_hand.notes == {NoteId("note 1"), NoteId("note 2")}


def test_a_key_shows_what_is_selected(panel: NotesPanel, made: TestDesk) -> None:
    made.desk.selection.select_note(NoteId("note 2"))
    QTest.keyClick(panel.line, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    middle = panel.map_side.canvas.pin_box("note 2").center()
    size = panel.map_side.canvas.size()
    assert (middle.x(), middle.y()) == pytest.approx((size.width() / 2, size.height() / 2), abs=2)
