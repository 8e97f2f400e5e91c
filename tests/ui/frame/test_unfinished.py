"""After a crash the program knows which walk was open, and until when it is safe."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.house.source import ROOT
from tests.programs import Answers
from tests.ui.desks import type_line
from walkshop.app import Program
from walkshop.services.folders import Folders
from walkshop.services.sample import copy_sample
from walkshop.services.settings import SettingsFile
from walkshop.ui.frame.unfinished import Unfinished
from walkshop.ui.notes.panel import NotesPanel

CRASH = """
import os, sys
from pathlib import Path
from walkshop.ui.frame.unfinished import Unfinished
mark = Unfinished(Path(sys.argv[1]))
mark.begin(Path(sys.argv[2]), "Oost", "notes")
mark.at(Path(sys.argv[2]), "values")
os._exit(1)
"""


def crash(folder: Path, walk: Path) -> None:
    subprocess.run([sys.executable, "-c", CRASH, folder, walk], cwd=ROOT, check=False)


def test_a_walk_that_was_closed_leaves_nothing_behind(tmp_path: Path) -> None:
    marks, walk = tmp_path / "open", tmp_path / "walk.gpkg"
    walk.touch()
    mark = Unfinished(marks)
    mark.begin(walk, "Oost", "notes")
    mark.end()
    assert Unfinished(marks).found() is None
    assert list(marks.iterdir()) == []


def test_a_walk_that_is_open_in_another_window_did_not_break_off(tmp_path: Path) -> None:
    walk = tmp_path / "walk.gpkg"
    walk.touch()
    mark = Unfinished(tmp_path / "open")
    mark.begin(walk, "Oost", "notes")
    assert Unfinished(tmp_path / "open").found() is None
    mark.end()


def test_after_a_crash_walk_stage_and_last_writing_are_known(tmp_path: Path) -> None:
    walk = tmp_path / "walk.gpkg"
    walk.touch()
    crash(tmp_path / "open", walk)
    found = Unfinished(tmp_path / "open").found()
    assert found is not None
    assert (found.path, found.title, found.stage) == (walk, "Oost", "values")
    assert found.kept == datetime.fromtimestamp(walk.stat().st_mtime).astimezone()
    Unfinished(tmp_path / "open").forget(walk)
    assert Unfinished(tmp_path / "open").found() is None


def test_what_makes_no_sense_or_is_gone_is_no_crash(tmp_path: Path) -> None:
    marks = tmp_path / "open"
    crash(marks, tmp_path / "never there.gpkg")
    (marks / "x.json").write_text("[")
    assert Unfinished(marks).found() is None
    assert Unfinished(None).found() is None


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    mark = Unfinished(tmp_path / "file" / "open")
    mark.begin(tmp_path / "walk.gpkg", "Oost", "notes")
    mark.at(tmp_path / "walk.gpkg", "values")
    mark.end()


def test_enter_on_the_start_page_goes_on_where_one_was(qtbot: QtBot, tmp_path: Path) -> None:
    copy_sample(tmp_path / "walk.gpkg")
    folders = Folders(tmp_path / "open", tmp_path / "pictures")
    crash(tmp_path / "open", tmp_path / "walk.gpkg")
    program = Program(SettingsFile(None), Answers(), "en", folders)
    qtbot.addWidget(program.window)
    program.window.show()
    program.show_start()
    assert program.start_page is not None
    card = program.start_page.broken
    assert card is not None
    qtbot.waitUntil(card.go_on.hasFocus)
    QTest.keyClick(card.go_on, Qt.Key.Key_Return)
    assert program.frame is not None
    assert program.frame.stage == "values"
    program.frame.open_stage("notes")
    panel = program.frame.panel("notes")
    assert isinstance(panel, NotesPanel)
    type_line(panel.line, "Verder")
    program.show_start()
    assert program.start_page is not None
    assert program.start_page.broken is None
    first = program.start_page.recent[0]
    assert "29 notes, 7 values, 7 actions" in first.accessibleName()
    assert len(list((tmp_path / "pictures").iterdir())) == 1
