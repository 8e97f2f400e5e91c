"""A whole evening with the mouse: only words are typed, everything else is pressed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from tests.programs import Answers, a_program, notes_of
from tests.stories.hands import CTRL, LEFT, NONE, choose, click, pick, seen, walk_of, write
from walkshop.app import Program
from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.records import AnswerKind, Point, Subject
from walkshop.services.gpkg import read_walk

pytestmark = [
    pytest.mark.slow,
    # The offscreen platform has no keyboard to give to a menu, and says so.
    pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard"),
]
SAID = ("Te weinig bankjes", "Nergens zitten onderweg", "Een bank bij de winkel")
_MOST = 40
SPOTS = (QPoint(120, 90), QPoint(260, 130), QPoint(180, 250))


def begin(qtbot: QtBot, path: Path) -> Program:
    program = a_program(qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert isinstance(program._asking, Answers)
    program._asking.to_save = path
    click(program, "New walk")
    assert program.start_page is not None
    QTest.mouseClick(program.start_page.new_walk.title, LEFT)
    write("Wandeling Noord")
    click(program, "Choose a place")
    click(program, "Begin the walk")
    qtbot.waitUntil(notes_of(program).line.hasFocus)
    qtbot.wait(100)  # the parts of a page come on screen with its first events
    return program


def pin_three(program: Program) -> None:
    for words, spot in zip(SAID, SPOTS, strict=True):
        write(words)
        QTest.mouseClick(notes_of(program).map_side.canvas, LEFT, pos=spot)


def group(program: Program) -> None:
    click(program, "Values")
    cards = next(
        view
        for view in program.window.findChildren(QListView)
        if view.isVisible() and view.model().rowCount() == len(SAID)
    )
    for row, held in enumerate((NONE, CTRL, CTRL)):
        spot = cards.visualRect(cards.model().index(row, 0)).center()
        QTest.mouseClick(cards.viewport(), LEFT, held, spot)
    field = seen(program, "Name of a new value")
    QTest.mouseClick(field, LEFT)
    write("Rest on the way")
    click(program, "Make value")


def plan_and_answer(program: Program) -> None:
    click(program, "Action agenda")
    click(program, "New action")
    write("Place three benches")
    click(program, "Who leads?")
    write("Parks department")
    click(program, "Where?")
    choose(seen(program, "Answer"), "We take this up")
    field = seen(program, "Answer from")
    assert isinstance(field, QLineEdit)
    QTest.mouseClick(field, LEFT)
    write("District manager")
    click(program, "Where?")


def is_whole(walk) -> None:
    assert [note.text for note in walk.notes.values()] == list(SAID)
    assert all(isinstance(note.place, Point) for note in walk.notes.values())
    (value,) = walk.values.values()
    assert {note.value for note in walk.notes.values()} == {value.id}
    (action,) = walk.actions.values()
    answer = AnswerBook(walk).own(Subject.ACTION, action.id)
    assert (action.what, action.leader) == ("Place three benches", "Parks department")
    assert answer is not None
    assert (answer.answer, answer.answered_by) == (AnswerKind.TAKEN_UP, "District manager")


def test_a_whole_evening_by_mouse(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    program = begin(qtbot, tmp_path / "noord.gpkg")
    pin_three(program)
    group(program)
    plan_and_answer(program)
    is_whole(walk_of(program))
    click(program, "Share")
    click(program, "Save: ")
    done = [".pdf", ".html", ".png"]
    qtbot.waitUntil(
        lambda: any(f.suffix in done for f in tmp_path.iterdir()) and not program.jobs.busy,
        timeout=20_000,
    )
    assert program.walk is not None
    store = program.walk.store
    turn(program, "Undo")
    assert not any((store.walk.notes, store.walk.values, store.walk.actions, store.walk.answers))
    turn(program, "Redo")
    assert program.window.close()
    is_whole(read_walk(tmp_path / "noord.gpkg"))


def turn(program: Program, words: str) -> None:
    """Choose Undo or Redo in the menu until there is nothing left of it."""
    assert program.frame is not None
    assert program.walk is not None
    menu, store = program.frame.top.menu_button.menu(), program.walk.store
    for _ in range(_MOST):
        if (store.undo_label if words == "Undo" else store.redo_label) is None:
            return
        menu.aboutToShow.emit()
        pick(menu, words)
    raise AssertionError(f"{words} never comes to an end")


def test_every_number_of_the_status_line_filters_and_lets_go(qtbot: QtBot, tmp_path: Path) -> None:
    program = begin(qtbot, tmp_path / "noord.gpkg")
    pin_three(program)
    QTest.keyClicks(notes_of(program).line, "Zonder plek")
    QTest.keyClick(notes_of(program).line, Qt.Key.Key_Return)
    qtbot.wait(60)  # numbers are counted a moment after the last act
    assert program.walk is not None
    button = click(program, "1 not placed yet")
    assert [note.text for note in program.walk.filter.shown] == ["Zonder plek"]
    assert button.property("checked")
    click(program, "1 not placed yet")
    assert len(program.walk.filter.shown) == 4
