"""A whole evening by keyboard alone: from a new walk to a document, back to nothing, and again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.programs import a_program, notes_of
from tests.stories.hands import CTRL, SHIFT, focused, name_of, press, tab_to, walk_of, write
from walkshop.app import Program
from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.records import AnswerKind, Point, Subject

pytestmark = pytest.mark.slow
_MOST = 20
"""More presses than there are acts to take back."""

SAID = ("Te weinig bankjes", "Nergens zitten onderweg", "Een bank bij de winkel")


def begin(qtbot: QtBot) -> Program:
    program = a_program(qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(Qt.Key.Key_N, CTRL)
    write("Wandeling West")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(notes_of(program).line.hasFocus)
    qtbot.wait(100)  # a window just shown takes its shortcuts with its first events
    return program


def pin_three() -> None:
    for words in SAID:
        write(words)
        press(Qt.Key.Key_Return, CTRL)


def group() -> None:
    press(Qt.Key.Key_3, CTRL)
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_G, CTRL)
    write("Rest on the way")
    press(Qt.Key.Key_Return)


def plan_and_answer() -> None:
    press(Qt.Key.Key_4, CTRL)
    tab_to("New action")
    press(Qt.Key.Key_Space)
    write("Place three benches")
    press(Qt.Key.Key_Tab)
    tab_to("Who leads?")
    write("Parks department")
    press(Qt.Key.Key_Return)
    tab_to("Answer")
    press(Qt.Key.Key_W)  # its first letter
    press(Qt.Key.Key_Tab)
    tab_to("Answer from")
    write("District manager")
    press(Qt.Key.Key_Return)


def save_a_document() -> None:
    press(Qt.Key.Key_5, CTRL)
    tab_to("Save: ")
    press(Qt.Key.Key_Space)


def test_a_whole_evening_by_keyboard_alone(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    program = begin(qtbot)
    pin_three()
    group()
    plan_and_answer()
    is_whole(program)
    save_a_document()
    qtbot.waitUntil(lambda: any(tmp_path.iterdir()) and not program.jobs.busy, timeout=20_000)
    assert name_of(focused()).startswith("Save: ")
    there_and_back(program)
    assert program.walk is not None
    path = program.walk.path
    assert program.window.close()
    again = a_program(qtbot)
    again.open(path)
    is_whole(again)


def there_and_back(program: Program) -> None:
    press(Qt.Key.Key_2, CTRL)
    for _ in range(_MOST):
        press(Qt.Key.Key_Z, CTRL)
    now = walk_of(program)
    assert not any((now.notes, now.values, now.actions, now.answers))
    for _ in range(_MOST):
        press(Qt.Key.Key_Z, CTRL | SHIFT)


def is_whole(program: Program) -> None:
    walk = walk_of(program)
    assert [note.text for note in walk.notes.values()] == list(SAID)
    assert all(isinstance(note.place, Point) for note in walk.notes.values())
    (value,) = walk.values.values()
    assert {note.value for note in walk.notes.values()} == {value.id}
    (action,) = walk.actions.values()
    assert (action.what, action.leader) == ("Place three benches", "Parks department")
    answer = AnswerBook(walk).own(Subject.ACTION, action.id)
    assert answer is not None
    assert (answer.answer, answer.answered_by) == (AnswerKind.TAKEN_UP, "District manager")


def test_the_help_card_comes_and_goes_by_its_key_and_gives_the_focus_back(qtbot: QtBot) -> None:
    program = begin(qtbot)
    write("Half een zin")
    press(Qt.Key.Key_F1)
    assert program.help.isVisible()
    write("x")
    press(Qt.Key.Key_Escape)
    assert not program.help.isVisible()
    assert focused() is notes_of(program).line
    assert notes_of(program).line.text() == "Half een zin"
    notes_of(program).line.clear()
