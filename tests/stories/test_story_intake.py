"""The Crooswijk set: the notes of a real walk come in from two tables through the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.programs import a_program
from tests.stories.hands import CTRL, click, press, seen, walk_of
from walkshop.app import Program
from walkshop.domain.records import Note, Point, Whole
from walkshop.ui.frame.new_walk import Wish
from walkshop.ui.intake import asking
from walkshop.ui.intake.panel import IntakePanel

pytestmark = pytest.mark.slow

PASTED = "- Te weinig licht bij de tunnel\n- Mooie bomen\n"


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Program:
    made = a_program(qtbot)
    assert made.start_page is not None
    made.start_page.new_walk.begun.emit(Wish("Crooswijk", "", tmp_path / "crooswijk.gpkg"))
    qtbot.waitUntil(lambda: made.frame is not None)
    return made


def drop(onto: QWidget, *paths: Path) -> None:
    """Let files fall on a part of the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left = Qt.MouseButton.LeftButton
    held = (Qt.DropAction.CopyAction, mime, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(onto, QDragEnterEvent(QPoint(5, 5), *held))
    QApplication.sendEvent(onto, QDropEvent(QPointF(5, 5), *held))


def page_of(program: Program, qtbot: QtBot) -> IntakePanel:
    """The page that shows the files, when they are read."""
    assert program.frame is not None
    page = program.frame.panel("intake")
    assert isinstance(page, IntakePanel)
    qtbot.waitUntil(lambda: page.outlook is not None, timeout=10_000)
    return page


def by_nr(program: Program) -> dict[int, Note]:
    return {note.nr: note for note in walk_of(program).notes.values()}


def test_two_tables_that_fall_on_the_window_make_one_walk(program, qtbot, shared_data):
    folder = shared_data / "walk"
    names = ("crooswijk_notes.csv", "crooswijk_notes_geo.csv")
    assert program.frame is not None
    drop(program.frame, *(folder / name for name in names))
    page = page_of(program, qtbot)
    said = [
        text()
        for w in page.side.summary.findChildren(QWidget)
        if (text := getattr(w, "text", None))
    ]
    assert "28 new notes" in said
    assert "Column “location_hint”: the field “place_words”" in said
    click(program, "Read in 28 notes")
    notes = by_nr(program)
    assert list(notes) == list(range(1, 29))
    assert sum(isinstance(note.place, Point) for note in notes.values()) == 25
    assert [nr for nr, note in notes.items() if isinstance(note.place, Whole)] == [17, 25, 26]
    assert notes[4].theme_label == "cultuur en leefomgeving"
    assert seen(program, "Undo")
    press(Qt.Key.Key_Z, CTRL)
    assert by_nr(program) == {}


def test_a_row_without_a_theme_is_a_note_and_the_same_table_again_brings_nothing(
    program, qtbot, shared_data
):
    table = shared_data / "walk" / "crooswijk_notes.csv"
    assert program.frame is not None
    drop(program.frame, table)
    page_of(program, qtbot)
    click(program, "Read in 28 notes")
    assert by_nr(program)[16].theme is None
    drop(program.frame, table)
    page = page_of(program, qtbot)
    assert not page.go.isEnabled()
    QTest.mouseClick(page.cancel, Qt.MouseButton.LeftButton)
    assert len(by_nr(program)) == 28


def test_files_are_chosen_by_key_and_lines_are_pasted_by_key(program, qtbot, tmp_path, monkeypatch):
    table = tmp_path / "a.csv"
    table.write_text("opmerking;soort\nLosse tegels;Moet beter\n", encoding="utf-8")
    monkeypatch.setattr(asking, "ask_files", lambda parent, language: [table])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_I, CTRL)
    page_of(program, qtbot)
    click(program, "Read in 1 note")
    QApplication.clipboard().setText(PASTED)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_V, CTRL | shift)
    page_of(program, qtbot)
    click(program, "Read in 2 notes")
    said = [note.text for note in by_nr(program).values()]
    assert said == ["Losse tegels", "Te weinig licht bij de tunnel", "Mooie bomen"]
