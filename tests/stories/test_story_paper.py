"""The morning after: nine field sheets and an app group come in; every note knows from where."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.programs import a_program
from tests.services.intake.chat.chats import ANDROID, zipped
from tests.services.paper.sheets import scan
from tests.stories.hands import CTRL, click, press, seen, walk_of, write
from tests.stories.test_story_intake import drop, page_of
from walkshop.app import Program
from walkshop.domain.records import Source
from walkshop.ui.frame.new_walk import Wish
from walkshop.ui.paper import asking
from walkshop.ui.paper.panel import PaperPanel

pytestmark = pytest.mark.slow

ENTER = Qt.Key.Key_Return
SHEETS = 9


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    made = a_program(qtbot)
    assert made.start_page is not None
    made.start_page.new_walk.begun.emit(Wish("Crooswijk", "", tmp_path / "walk.gpkg"))
    qtbot.waitUntil(lambda: made.frame is not None)
    sheets = scan(tmp_path / "sheets.pdf", SHEETS)
    monkeypatch.setattr(asking, "ask_sheets", lambda parent, language: [sheets])
    return made


def on_the_table(program: Program, qtbot: QtBot) -> PaperPanel:
    """Open the page by key and choose the scan."""
    assert program.frame is not None
    press(Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    page = program.frame.panel("paper")
    assert isinstance(page, PaperPanel)
    qtbot.waitUntil(lambda: page.choose.hasFocus() or page.line.hasFocus())
    click(program, "Choose sheets")
    qtbot.waitUntil(lambda: page.pile.top is not None, timeout=20_000)
    return page


def test_nine_sheets_and_an_app_group_come_in(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    page = on_the_table(program, qtbot)
    for nr in range(1, SHEETS + 1):
        write(f"! Losse tegels op blad {nr} @d{nr}")
        press(ENTER)
        write(f"Mooi groen op blad {nr}")
        press(ENTER)
        press(ENTER, CTRL)
    assert page.count.text() == "0 of 9 sheets to go"
    drop(program.frame, zipped(tmp_path / "chat.zip", ANDROID))
    page_of(program, qtbot)
    click(program, "Read in 6 notes")
    notes = sorted(walk_of(program).notes.values(), key=lambda note: note.nr)
    assert Counter(note.source for note in notes) == {Source.PAPER: 18, Source.APP_GROUP: 6}
    assert [note.source_ref for note in notes[:4]] == ["sheet 1", "sheet 1", "sheet 2", "sheet 2"]
    assert [note.duo for note in notes[:4]] == ["d1", "d1", "d2", "d2"]
    program.window.close()


def test_the_next_day_the_sheet_that_was_in_hand_lies_on_top(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    on_the_table(program, qtbot)
    for words in ("Los", "Nat"):
        write(words)
        press(ENTER)
        press(Qt.Key.Key_PageDown)
    program.window.close()
    again = a_program(qtbot)
    again.open(tmp_path / "walk.gpkg")
    qtbot.waitUntil(lambda: again.frame is not None, timeout=10_000)
    again.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    page = on_the_table(again, qtbot)
    assert (page.pile.at, page.count.text()) == (1, "8 of 9 sheets to go")
    QTest.mouseClick(seen(again, "Back to the notes"), Qt.MouseButton.LeftButton)
    assert again.frame is not None
    assert again.frame.stage == "notes"
    again.window.close()
