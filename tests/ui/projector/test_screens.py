"""The room screen on real screens of Qt: beside each other, mirrored, alone, lost and found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
BEAMER = {"name": "beamer", "x": 1366, "y": 0, "width": 1024, "height": 768}
MIRROR = {"name": "mirror", "x": 0, "y": 0, "width": 1024, "height": 768}
COMMON = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}

PROGRAM = """
import json
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from tests.ui.desks import a_desk
from walkshop.ui.projector.room import Room, places_now

app = QApplication([])
screens = {screen.name(): screen for screen in app.screens()}
window, line = QWidget(), QLineEdit()
QVBoxLayout(window).addWidget(line)
window.setScreen(screens["laptop"])
window.setGeometry(20, 20, 900, 600)
window.show()
line.setFocus()
gone, said, told = [], [], {}
room = Room(a_desk().desk, window, said.append,
            lambda: [place for place in places_now() if place not in gone])

def settle():
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()

def tell(when):
    settle()
    view = room.view
    told[when] = {"open": room.is_open, "over": room.over is not None,
                  "screen": view.screen().name() if view else "",
                  "place": list(view.geometry().getRect()) if view else [],
                  "typing": app.focusWidget() is line, "said": len(said)}

room.toggle()
tell("opened")
beamer = screens.get("beamer")
if beamer is not None:
    gone.append(beamer.geometry())
    app.screenRemoved.emit(beamer)
    tell("lost")
    gone.clear()
    app.screenAdded.emit(beamer)
    tell("found")
room.close()
window.close()
print(json.dumps(told))
"""


def told_with(folder: Path, *screens: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What the room screen did in a process of its own that has these screens."""
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": [{**screen, **COMMON} for screen in screens]}))
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, dict[str, Any]] = json.loads(run.stdout.splitlines()[-1])
    return found


@pytest.mark.slow
def test_it_fills_the_other_screen_and_comes_back_to_it(tmp_path: Path) -> None:
    told = told_with(tmp_path, LAPTOP, BEAMER)
    there = {"open": True, "over": False, "screen": "beamer", "place": [1366, 0, 1024, 768]}
    assert told["opened"] == {**there, "typing": True, "said": 0}
    assert (told["lost"]["open"], told["lost"]["typing"], told["lost"]["said"]) == (False, True, 1)
    assert told["found"] == {**there, "typing": True, "said": 2}


@pytest.mark.slow
@pytest.mark.parametrize("screens", [(LAPTOP,), (LAPTOP, MIRROR)], ids=["alone", "mirrored"])
def test_a_screen_that_shows_the_same_gives_one_screen(
    tmp_path: Path, screens: tuple[dict[str, Any], ...]
) -> None:
    told = told_with(tmp_path, *screens)
    assert (told["opened"]["open"], told["opened"]["over"]) == (True, True)
