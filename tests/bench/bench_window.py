"""How fast the window is: `python -m tests.bench.bench_window` prints times and the machine.

Bars: window up with map and pins within 1.2 s (must 2 s) from a warm disk, a stage again within
50 ms, a filter over 10,000 notes within 100 ms, and while one types the event loop never stops for
more than 50 ms (95th percentile).
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.desks import a_desk, many_notes
from walkshop.app import Program, open_desk
from walkshop.services.sample import copy_sample
from walkshop.services.settings import SettingsFile
from walkshop.ui.notes.panel import NotesPanel

STAGES = ("prepare", "values", "agenda", "share", "notes")
START = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from walkshop.app import open_desk
from walkshop.services.settings import SettingsFile
application = QApplication([])
program = open_desk(Path(sys.argv[1]), SettingsFile(None), "nl")
program.window.grab()
print(time.time())
program.window.close()
"""


def ms(act: Callable[[], object]) -> float:
    """How long one call takes, in ms."""
    before = time.perf_counter()
    act()
    return (time.perf_counter() - before) * 1000


def start(walk: Path) -> float:
    """From nothing to a painted window with map and pins, in ms, in a fresh process."""
    before = time.time()
    run = subprocess.run(
        [sys.executable, "-c", START, str(walk)], capture_output=True, text=True, check=True
    )
    return (float(run.stdout) - before) * 1000


def switches(program: Program) -> list[float]:
    """Opening a stage that was open before, painted, in ms."""
    assert program.frame is not None
    frame = program.frame
    for stage in STAGES:
        frame.open_stage(stage)
        QTest.qWait(600)
    times = []
    for _ in range(3):
        for stage in STAGES:
            times.append(ms(lambda stage=stage: (frame.open_stage(stage), frame.grab())))
            QTest.qWait(50)
    return times


def stops(act: Callable[[], object], times: int) -> list[float]:
    """How long the event loop stood still beyond its 5 ms tick while `act` was done, in ms."""
    seen: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        seen.append((now - last) * 1000 - 5)
        last = now

    timer = QTimer(interval=5)
    timer.timeout.connect(tick)
    timer.start()
    for _ in range(times):
        act()
        QTest.qWait(60)
    timer.stop()
    return seen


def typing(program: Program) -> list[float]:
    """Stops while twenty notes of three words are typed and kept."""
    assert program.frame is not None
    panel = program.frame.panel("notes")
    assert isinstance(panel, NotesPanel)

    def note() -> None:
        for word in ("Losse ", "tegels ", "hier"):
            QTest.keyClicks(panel.line, word)
            QTest.qWait(5)
        panel.line.offered.emit(panel.line.text(), False)

    return stops(note, 20)


def filtering() -> tuple[float, float]:
    """The first and a later filter by words over 10,000 notes, in ms."""
    made = a_desk(many_notes(10_000))
    first = ms(lambda: made.desk.filter.want_words("bankje 7"))
    return first, ms(lambda: made.desk.filter.want_words("bankje over"))


def percentile_95(times: list[float]) -> float:
    """What 95 of 100 stay under."""
    return statistics.quantiles(times, n=20)[-1]


def main() -> None:
    """Print what was measured."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with TemporaryDirectory() as folder:
        walk = Path(folder) / "walk.gpkg"
        copy_sample(walk)
        starts = [start(walk) for _ in range(5)]
        print(f"start      median {statistics.median(starts):.0f} ms, least {min(starts):.0f} ms")
        application = QApplication([])
        program = open_desk(walk, SettingsFile(None), "nl")
        program.window.resize(1280, 720)
        switched = switches(program)
        print(f"stage      95 % under {percentile_95(switched):.0f} ms")
        stood = typing(program)
        print(f"typing     event loop stops: 95 % under {percentile_95(stood):.0f} ms")
        first, later = filtering()
        print(f"filter     10,000 notes: first {first:.0f} ms, then {later:.0f} ms")
        program.window.close()
        del application


if __name__ == "__main__":
    main()
