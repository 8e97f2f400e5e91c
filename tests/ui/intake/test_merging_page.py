"""Another copy of the open walk in the window: seen first, merged by one button, undone by one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.programs import with_sample
from tests.stories.hands import LEFT, walk_of
from walkshop.app import Program
from walkshop.cli.common import clock, editing
from walkshop.cli.main import main
from walkshop.domain.edits.notes import reword_note
from walkshop.domain.queries.notes import note_by_nr
from walkshop.domain.records import Note
from walkshop.i18n import msg
from walkshop.ui.intake.dropping import FileDrops
from walkshop.ui.intake.merging import MergePage

pytestmark = pytest.mark.slow


def third(program: Program) -> Note:
    found = note_by_nr(walk_of(program), 3)
    assert found is not None
    return found


def drop(qtbot: QtBot, program: Program, path: Path) -> MergePage:
    """Let a file fall on the window and wait until it is read."""
    assert program.frame is not None
    drops = program.frame.findChild(FileDrops)
    assert drops is not None
    drops.dropped.emit([path])
    page = program.frame.panel("merge")
    assert isinstance(page, MergePage)
    qtbot.waitUntil(lambda: bool(page.merged or page.refusal.text()), timeout=20_000)
    return page


def said(page: MergePage) -> list[str]:
    found = page.findChildren(QWidget)
    return [text() for one in found if (text := getattr(one, "text", None))]


def both_reworded(qtbot: QtBot, folder: Path) -> tuple[Program, Path]:
    """The sample open, and a copy of it: note 3 has other words in each."""
    program = with_sample(qtbot, folder)
    other = folder / "other.gpkg"
    shutil.copy(folder / "walk.gpkg", other)
    note = third(program).id
    with editing(other) as store:
        store.apply(msg("Words"), lambda walk: reword_note(walk, note, "Theirs", clock()))
    assert program.walk is not None
    program.walk.store.apply(msg("Words"), lambda walk: reword_note(walk, note, "Ours", clock()))
    return program, other


def test_both_wordings_are_seen_ours_stays_and_undo_takes_it_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program, other = both_reworded(qtbot, tmp_path)
    before = walk_of(program)
    page = drop(qtbot, program, other)
    words = said(page)
    assert {"Note 3: The words", "Here: Ours", "There: Theirs"} <= set(words)
    assert walk_of(program) is before
    QTest.mouseClick(page.go, LEFT)
    assert (third(program).text, third(program).extra[-1][1]) == ("Ours", "Theirs")
    assert program.walk is not None
    program.walk.store.undo()
    assert walk_of(program) == before
    assert program.window.close()


def test_the_other_wording_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    program, other = both_reworded(qtbot, tmp_path)
    page = drop(qtbot, program, other)
    page.boxes[third(program).id, "text"].click()
    QTest.mouseClick(page.go, LEFT)
    assert (third(program).text, third(program).extra[-1][1]) == ("Theirs", "Ours")
    assert program.frame is not None
    assert program.frame.stage == "notes"
    assert program.window.close()


def test_another_walk_and_the_walk_itself_are_refused_in_a_sentence(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = with_sample(qtbot, tmp_path)
    other = tmp_path / "west.gpkg"
    assert main(["new", str(other), "--title", "West"]) == 0
    assert "another walk" in drop(qtbot, program, other).refusal.text()
    page = drop(qtbot, program, tmp_path / "walk.gpkg")
    assert "this walk itself" in page.refusal.text()
    assert not page.go.isEnabled()
    assert program.window.close()
