"""Crash and copies: the power goes at minute 40, and a second typist has a file of her own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.programs import Answers, notes_of
from tests.stories.crashed_window import HALF
from tests.stories.hands import LEFT, walk_of
from tests.ui.desks import type_line
from walkshop.app import Program
from walkshop.cli.common import editing
from walkshop.domain.edits.notes import add_note
from walkshop.domain.records import Note, NoteId, Stamp
from walkshop.i18n import msg
from walkshop.services.folders import Folders
from walkshop.services.gpkg import check
from walkshop.services.sample import copy_sample
from walkshop.services.settings import SettingsFile
from walkshop.ui.frame.broken_card import BrokenCard
from walkshop.ui.intake.dropping import FileDrops
from walkshop.ui.intake.merging import MergePage

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
TYPED = 12
A_MINUTE = 60


def killed(path: Path, state: Path) -> list[int]:
    """The numbers that were told as saved before the program was killed within a line."""
    command = [sys.executable, "-m", "tests.stories.crashed_window", path, state, str(TYPED)]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told = []
        for line in child.stdout:
            if line.strip() == "half":
                break
            told.append(int(line))
        child.send_signal(signal.SIGKILL)
        child.wait(A_MINUTE)
    return told


def program_with(qtbot: QtBot, state: Path) -> Program:
    program = Program(SettingsFile(None), Answers(), "nl", Folders(state=state))
    qtbot.addWidget(program.window)
    program.window.resize(1280, 720)
    program.show_start()
    program.window.show()
    return program


def gone_on(qtbot: QtBot, state: Path) -> Program:
    """Started again after the crash, and the one button of the card clicked."""
    program = program_with(qtbot, state)
    card = program.window.findChild(BrokenCard)
    assert card is not None
    assert card.isVisible()
    QTest.mouseClick(card.go_on, LEFT)
    qtbot.waitUntil(notes_of(program).line.hasFocus)
    return program


@pytest.mark.timeout(180)
def test_after_a_power_cut_one_goes_on_where_one_was_and_half_a_line_is_lost(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path, state = tmp_path / "avond.gpkg", tmp_path / "state"
    copy_sample(path)
    told = killed(path, state)
    assert len(told) == TYPED + 1
    program = gone_on(qtbot, state)
    assert program.frame is not None
    assert program.frame.stage == "notes"
    kept = {note.nr: note.text for note in walk_of(program).notes.values()}
    typed = range(told[0] + 1, told[-1] + 1)
    assert [kept[nr] for nr in typed] == [f"Gezegd {nr}" for nr in typed]
    assert max(kept) == told[-1]
    assert not any(HALF in words for words in kept.values())
    type_line(notes_of(program).line, "Verder na de stroom")
    assert walk_of(program).marks.note == told[-1] + 2
    assert program.window.close()
    assert check(path).ok
    assert program_with(qtbot, state).window.findChild(BrokenCard) is None


def second_typist(path: Path, stamp: Stamp, *words: str) -> None:
    """What somebody else types in a copy."""
    with editing(path) as store:
        for text in words:
            note = Note(id=NoteId(f"second {text}"), nr=0, text=text)
            store.apply(msg("New note"), lambda walk, note=note: add_note(walk, note, stamp))


def merge(qtbot: QtBot, program: Program, other: Path) -> bool:
    """Let a copy fall on the window and merge it; False where there was nothing to merge."""
    assert program.frame is not None
    drops = program.frame.findChild(FileDrops)
    assert drops is not None
    drops.dropped.emit([other])
    page = program.frame.panel("merge")
    assert isinstance(page, MergePage)
    qtbot.waitUntil(lambda: page.merged is not None, timeout=20_000)
    new = page.go.isEnabled()
    QTest.mouseClick(page.go if new else page.cancel, LEFT)
    assert program.frame.stage == "notes"
    return new


def words_in(program: Program) -> Counter[str]:
    return Counter(note.text for note in walk_of(program).notes.values())


@pytest.mark.timeout(120)
def test_the_file_of_a_second_typist_merges_without_doubles(qtbot: QtBot, tmp_path: Path) -> None:
    path, other = tmp_path / "avond.gpkg", tmp_path / "tweede typist.gpkg"
    copy_sample(path)
    shutil.copy(path, other)
    program = program_with(qtbot, tmp_path / "state")
    program.open(path)
    qtbot.waitUntil(notes_of(program).line.hasFocus)
    type_line(notes_of(program).line, "Bij mij getypt")
    assert program.walk is not None
    second_typist(other, program.walk.store.stamp(), "Bij haar getypt", "En nog een")
    before, words = walk_of(program), words_in(program)
    assert merge(qtbot, program, other)
    assert words_in(program) == words + Counter(["Bij haar getypt", "En nog een"])
    numbers = [note.nr for note in walk_of(program).notes.values()]
    assert len(set(numbers)) == len(numbers)
    assert not merge(qtbot, program, other)
    program.walk.store.undo()
    assert walk_of(program) == before
    assert program.window.close()
    assert check(path).ok
