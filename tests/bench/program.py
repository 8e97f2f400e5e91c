"""The whole program in a process of its own: how soon its map stands, and what it weighs."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tests.bench.scenery import pins
from walkshop.domain.records import Kind, Note, NoteId, Point
from walkshop.services.gpkg import create, read_walk
from walkshop.services.sample import copy_sample

_RUN = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from walkshop.app import open_desk
from walkshop.services.settings import SettingsFile
application = QApplication([])
program = open_desk(Path(sys.argv[1]), SettingsFile(None), "nl")
program.window.resize(1920, 1080)
from walkshop.ui.map.canvas import MapCanvas
canvas = next(c for c in program.window.findChildren(MapCanvas) if c.isVisible())
steps = int(sys.argv[2])
def look():
    if not canvas.at_rest or not canvas.scene.pins:
        return
    print(time.time(), len(canvas.scene.pins), flush=True)
    timer.timeout.disconnect()
    timer.timeout.connect(move)
def move():
    global steps
    steps -= 1
    if steps > 0:
        camera = canvas.view.camera.panned(-40 if steps % 80 < 40 else 40, 3)
        canvas.view.move(camera.zoomed_to(camera.zoom + (0.02 if steps % 40 < 20 else -0.02)))
    elif canvas.at_rest:
        program.window.close()
        application.quit()
timer = QTimer(interval=2)
timer.timeout.connect(look)
timer.start()
application.exec()
"""


class Life(NamedTuple):
    """One run: ms until everything is drawn, and the most memory it took in MB."""

    start: float
    peak: float


def sample_walk(folder: Path) -> Path:
    """The sample walk as people get it."""
    path = folder / "sample.gpkg"
    copy_sample(path)
    return path


def large_walk(folder: Path, count: int) -> Path:
    """The sample walk with this many notes more, spread as the pins of the map are."""
    sample = folder / "for_large.gpkg"
    copy_sample(sample)
    walk = read_walk(sample)
    some, chance = next(iter(walk.notes.values())), random.Random(5)
    first = walk.marks.note
    themes = sorted({note.theme for note in walk.notes.values() if note.theme})
    notes: dict[NoteId, Note] = dict(walk.notes)
    for nr, pin in enumerate(pins(count), first):
        key = NoteId(f"{chance.getrandbits(128):032x}")
        notes[key] = replace(
            some,
            id=key,
            nr=nr,
            text=f"Op de wandeling gezegd over plek {nr}, in een gewone zin.",
            kind=chance.choice(list(Kind)),
            theme=chance.choice(themes),
            place=Point(pin.at),
        )
    path = folder / f"walk{count}.gpkg"
    create(path, replace(walk, notes=notes, marks=replace(walk.marks, note=first + count)))
    return path


def lived(walk: Path, steps: int = 0) -> Life:
    """Start the program with a walk, move its map `steps` times, and close it.

    Raises:
        RuntimeError: the program ended without a map.
    """
    before = time.time()
    with subprocess.Popen(
        [sys.executable, "-c", _RUN, str(walk), str(steps)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as run:
        peak = 0.0
        while run.poll() is None:
            peak = max(peak, _weight(run.pid))
            time.sleep(0.05)
        out, err = run.communicate()
    if run.returncode or not out:
        raise RuntimeError(err[-800:])
    return Life((float(out.split()[0]) - before) * 1000, peak)


def _weight(pid: int) -> float:
    """Memory of a process in MB: PSS, else RSS where the system tells no PSS; 0 when it ended."""
    for file, name in ((f"/proc/{pid}/smaps_rollup", "Pss:"), (f"/proc/{pid}/status", "VmRSS:")):
        try:
            lines = Path(file).read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        for line in lines:
            if line.startswith(name):
                return int(line.split()[1]) / 1024
    return 0.0
