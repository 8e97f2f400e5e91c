"""The morning after: the chat of the app group comes in, and nobody's name comes with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.programs import a_program
from tests.services.intake.chat.chats import ANDROID, NAMES, photo, zipped
from tests.stories.hands import CTRL, click, press, seen, walk_of
from tests.stories.test_story_intake import drop, page_of
from walkshop.app import Program
from walkshop.domain.records import Source
from walkshop.ui.frame.new_walk import Wish

pytestmark = pytest.mark.slow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Program:
    made = a_program(qtbot)
    assert made.start_page is not None
    made.start_page.new_walk.begun.emit(Wish("Crooswijk", "", tmp_path / "walk.gpkg"))
    qtbot.waitUntil(lambda: made.frame is not None)
    return made


def bring_in(program: Program, qtbot: QtBot, chat: Path) -> None:
    """Drop the chat on the window, say who Fatima is, and read it in."""
    drop(program.frame, chat)
    page = page_of(program, qtbot)
    who = seen(program, "Fatima")
    assert isinstance(who, QComboBox)
    who.setFocus()
    while who.currentText() != "Duo d2":
        press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.outlook.sources[0].proposal.rows[0].duo == "d2")
    qtbot.waitUntil(lambda: page.reading._job is None)
    click(program, "Read in 6 notes")


def test_an_app_group_comes_in_by_duo_and_its_names_are_nowhere_in_the_file(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    files = {"IMG_20270308_WA0001__jpg": photo()}
    chat = zipped(tmp_path / "Chat met Fatima Voorbeeld.zip", ANDROID, **files)
    bring_in(program, qtbot, chat)
    notes = sorted(walk_of(program).notes.values(), key=lambda note: note.nr)
    assert {note.source for note in notes} == {Source.APP_GROUP}
    assert [note.duo for note in notes] == ["d2", "d2", "", "", "d2", "d2"]
    assert [len(note.photos) for note in notes] == [0, 0, 1, 0, 0, 0]
    assert program.walk is not None
    program.walk.save()
    raw = program.walk.path.read_bytes()
    program.window.close()
    assert b"Losse tegels" in raw
    assert not [name for name in NAMES if name.encode() in raw]


def test_the_same_chat_again_brings_nothing_and_one_undo_takes_all_of_it_back(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    chat = zipped(tmp_path / "chat.zip", ANDROID)
    bring_in(program, qtbot, chat)
    before = walk_of(program)
    drop(program.frame, chat)
    page = page_of(program, qtbot)
    assert not page.go.isEnabled()
    QTest.mouseClick(page.cancel, LEFT)
    assert walk_of(program) == before
    press(Qt.Key.Key_Z, CTRL)
    assert walk_of(program).notes == {}
    program.window.close()
