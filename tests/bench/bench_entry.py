"""How fast the line keeps up: `python -m tests.bench.bench_entry` prints times and the machine.

60 notes with kind, theme and stop are typed by real key events into the real window over a real
file. Bar: the program's own share under 3 s; a key under 16 ms.
"""

from __future__ import annotations

import os
import platform
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walkshop.app import open_desk
from walkshop.services.sample import copy_sample
from walkshop.services.settings import SettingsFile
from walkshop.ui.notes.panel import NotesPanel

NOTES = 60
MARKS = "+!>*?"
WORDS = "Te weinig zitbanken en vaak vreemd geplaatst bij de halte"


def line_of(n: int) -> str:
    """A line with all that a writer types."""
    return f"{MARKS[n % 5]} {WORDS} {n} #bank @{n % 7 + 1}"


def typed(panel: NotesPanel, application: QApplication) -> tuple[float, list[float]]:
    """Seconds of the program in all, and ms of each key, its painting included."""
    keys = []
    for n in range(NOTES):
        for sign in line_of(n):
            start = time.perf_counter()
            QTest.keyClick(panel.line, sign)
            application.processEvents()
            keys.append((time.perf_counter() - start) * 1000)
        start = time.perf_counter()
        QTest.keyClick(panel.line, Qt.Key.Key_Return)
        application.processEvents()
        keys.append((time.perf_counter() - start) * 1000)
    return sum(keys) / 1000, keys


def main() -> None:
    """Print what was measured."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    application = QApplication([])
    with TemporaryDirectory() as folder:
        walk = Path(folder) / "walk.gpkg"
        copy_sample(walk)
        program = open_desk(walk, SettingsFile(None), "nl")
        program.window.resize(1280, 720)
        assert program.frame is not None
        panel = program.frame.panel("notes")
        assert isinstance(panel, NotesPanel)
        share, keys = typed(panel, application)
        late = statistics.quantiles(keys, n=20)[-1]
        print(f"{NOTES} notes typed, program's own share: {share:.2f} s")
        print(f"a key: median {statistics.median(keys):.1f} ms, 95 % {late:.1f} ms")
        program.window.close()
        application.processEvents()


if __name__ == "__main__":
    main()
