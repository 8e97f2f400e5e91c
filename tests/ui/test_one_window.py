"""No part of the window is ever shown as a window of its own: that takes the focus away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.programs import with_sample
from tests.ui.clipping import STAGES
from walkshop.domain.queries.notes import note_by_nr

pytestmark = pytest.mark.slow


class Shown(QObject):
    """Hears which widgets are shown as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every event of the program comes by here."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(repr(watched))
        return False


def test_only_the_window_itself_is_ever_shown_as_one(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    assert program.frame is not None
    assert program.walk is not None
    note = note_by_nr(program.walk.store.walk, 27)
    assert note is not None
    hears, application = Shown(), QApplication.instance()
    assert application is not None
    application.installEventFilter(hears)
    for stage in STAGES:
        program.frame.open_stage(stage)
        program.walk.selection.select_note(note.id)
        qtbot.wait(50)
        program.walk.selection.clear()
    application.removeEventFilter(hears)
    assert hears.windows == []
