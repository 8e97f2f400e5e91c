"""A debrief in plain steps through the real window: type, point, carry, close, open, take back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.programs import a_program, notes_of
from tests.ui.desks import type_line
from tests.ui.map.test_canvas import drag
from walkshop.app import Program
from walkshop.domain.records import Kind, Note, Point
from walkshop.ui.frame.new_walk import Wish

pytestmark = pytest.mark.slow


LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def begin(qtbot: QtBot, path: Path) -> Program:
    program = a_program(qtbot, code="nl")
    assert program.start_page is not None
    program.start_page.new_walk.begun.emit(Wish("Wandeling Oost", "", path))
    qtbot.waitUntil(notes_of(program).line.hasFocus)
    return program


def notes(program: Program) -> list[Note]:
    assert program.walk is not None
    return sorted(program.walk.store.walk.notes.values(), key=lambda note: note.nr)


def press(key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, key, held)


def test_notes_by_mouse_survive_closing_and_undo_goes_back_to_empty(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = begin(qtbot, tmp_path / "oost.gpkg")
    canvas = notes_of(program).map_side.canvas
    for nr, at in enumerate((QPoint(100, 100), QPoint(200, 120), QPoint(160, 220))):
        QTest.keyClicks(notes_of(program).line, f"Opmerking {nr}")
        QTest.mouseClick(canvas, LEFT, pos=at)
    first = notes(program)[0]
    drag(canvas, canvas.pin_box(first.id).center().toPoint(), QPoint(300, 300))
    moved = notes(program)[0].place
    assert moved != first.place
    assert program.window.close()

    again = a_program(qtbot)
    again.open(tmp_path / "oost.gpkg")
    assert notes(again)[0].place == moved
    assert [note.nr for note in notes(again)] == [1, 2, 3]
    qtbot.waitUntil(notes_of(again).line.hasFocus)
    for _ in range(4):
        press(Qt.Key.Key_Z, CONTROL)
    assert notes(again) == []


def test_notes_by_keyboard_alone(qtbot: QtBot, tmp_path: Path) -> None:
    program = begin(qtbot, tmp_path / "oost.gpkg")
    line = notes_of(program).line
    QTest.keyClicks(line, "Te weinig licht")
    press(Qt.Key.Key_2, ALT)
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_Right, ALT)
    type_line(line, "Mooie bomen")
    press(Qt.Key.Key_1, ALT)
    first, second = notes(program)
    assert (first.kind, second.kind) == (Kind.CONCERN, Kind.ASSET)
    assert isinstance(first.place, Point)
    press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "licht")
    assert program.walk is not None
    assert program.walk.filter.shown == (first,)


def test_sixty_notes_in_a_row_are_all_in_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    program = begin(qtbot, tmp_path / "oost.gpkg")
    for nr in range(60):
        type_line(notes_of(program).line, f"Gezegd {nr}")
    assert program.walk is not None
    store = program.walk.store
    qtbot.waitUntil(lambda: store.pending == 0, timeout=20_000)
    assert program.frame is not None
    assert store.trouble is None
    assert program.window.close()
    again = a_program(qtbot)
    again.open(tmp_path / "oost.gpkg")
    assert [note.text for note in notes(again)] == [f"Gezegd {nr}" for nr in range(60)]
