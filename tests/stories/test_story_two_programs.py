"""Another program writes into the walk file while the window has it open: both are kept."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.programs import notes_of, with_sample
from tests.ui.desks import type_line
from walkshop.app import Program
from walkshop.domain.queries.notes import note_by_nr
from walkshop.domain.records import Note
from walkshop.services.gpkg import check, read_walk

pytestmark = pytest.mark.slow


SECOND_MS = 1_000


def note(program: Program, nr: int) -> Note:
    assert program.walk is not None
    found = note_by_nr(program.walk.store.walk, nr)
    assert found is not None
    return found


def outside(path: Path, sql: str) -> None:
    """What a program that knows nothing of Walkshop does to the open file."""
    with sqlite3.connect(path, timeout=5) as other:
        other.execute(sql)
    other.close()


def saved(program: Program) -> bool:
    assert program.walk is not None
    return program.walk.store.pending == 0


def test_a_foreign_edit_appears_and_can_be_undone(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    before = note(program, 1).text
    outside(tmp_path / "walk.gpkg", "UPDATE notes SET text = 'Rustiger nu' WHERE nr = 1")
    qtbot.waitUntil(lambda: note(program, 1).text == "Rustiger nu", timeout=4 * SECOND_MS)
    line = QApplication.focusWidget()
    assert line is notes_of(program).line
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note(program, 1).text == before


def test_an_edit_between_ours_and_its_commit_loses_neither(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    path = tmp_path / "walk.gpkg"
    type_line(notes_of(program).line, "Hier staat een bank scheef")
    outside(path, "UPDATE notes SET text = 'Rustiger nu' WHERE nr = 1")
    type_line(notes_of(program).line, "En de lamp is stuk")
    qtbot.waitUntil(lambda: saved(program) and note(program, 1).text == "Rustiger nu", timeout=5000)
    assert [note(program, nr).text for nr in (29, 30)] == [
        "Hier staat een bank scheef",
        "En de lamp is stuk",
    ]
    assert program.window.close()
    kept = {note.nr: note.text for note in read_walk(path).notes.values()}
    assert (kept[1], kept[30], len(kept)) == ("Rustiger nu", "En de lamp is stuk", 30)
    assert check(path).ok
