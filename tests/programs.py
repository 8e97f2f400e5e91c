"""The program for tests: the real window over a real file; only dialogs answer by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from walkshop.app import Program
from walkshop.i18n import Language
from walkshop.services.sample import copy_sample
from walkshop.services.settings import SettingsFile
from walkshop.ui.notes.panel import NotesPanel


@dataclass
class Answers:
    """What a person would answer; `asked` counts the dialogs."""

    to_open: Path | None = None
    to_save: Path | None = None
    closes_unsaved: bool = True
    asked: int = 0

    def walk_to_open(self, parent: QWidget, language: Language) -> Path | None:
        """The file that was set."""
        self.asked += 1
        return self.to_open

    def place_to_save(self, parent: QWidget, language: Language, suggested: Path) -> Path | None:
        """The place that was set."""
        self.asked += 1
        return self.to_save

    def close_unsaved(self, parent: QWidget, language: Language, why: str) -> bool:
        """What was set."""
        self.asked += 1
        return self.closes_unsaved


def a_program(qtbot: QtBot, settings: SettingsFile | None = None, code: str = "en") -> Program:
    """A program without an open walk; its window closes with the test."""
    program = Program(settings or SettingsFile(None), Answers(), code)
    qtbot.addWidget(program.window)
    program.window.resize(1280, 720)
    program.show_start()
    program.window.show()
    return program


def with_sample(qtbot: QtBot, folder: Path, code: str = "en") -> Program:
    """A program with a copy of the sample walk open."""
    program = a_program(qtbot, code=code)
    copy_sample(folder / "walk.gpkg")
    program.open(folder / "walk.gpkg")
    qtbot.waitUntil(notes_of(program).line.hasFocus)
    return program


def notes_of(program: Program) -> NotesPanel:
    """The Notes stage of an open walk."""
    assert program.frame is not None
    panel = program.frame.panel("notes")
    assert isinstance(panel, NotesPanel)
    panel.map_side.canvas.view.calm = True
    return panel
