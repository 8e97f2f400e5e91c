"""The program with its real window, in which a child types notes until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.programs import Answers, notes_of
from tests.ui.desks import type_line
from walkshop.app import Program
from walkshop.services.folders import Folders
from walkshop.services.settings import SettingsFile

HALF = "De half getypte zin die"


class Typist:
    """Types a note when the one before it is safe on disk, and tells which are; then half a line.

    Args:
        many: how many notes, before the line that is never finished.
    """

    def __init__(self, program: Program, many: int) -> None:
        assert program.walk is not None
        self._store = program.walk.store
        self._line = notes_of(program).line
        self._left = many
        self._timer = QTimer(program, interval=10)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        if self._store.pending:
            return
        nr = self._store.walk.marks.note
        print(nr - 1, flush=True)
        if self._left:
            self._left -= 1
            type_line(self._line, f"Gezegd {nr}")
        else:
            self._timer.stop()
            QTest.keyClicks(self._line, HALF)
            print("half", flush=True)


def main(path: Path, state: Path, many: int) -> None:
    """Open the walk at `path` and type `many` notes; whoever started this ends it."""
    app = QApplication([])
    program = Program(SettingsFile(None), Answers(), "nl", Folders(state=state))
    program.open(path)
    program.window.show()
    typist = Typist(program, many)
    app.exec()
    del typist


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
