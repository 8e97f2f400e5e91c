"""`walkshop screenshots`: every stage of the sample walk as a picture, for guides and for eyes."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from walkshop.cli.common import spoken
from walkshop.domain.errors import WalkshopError
from walkshop.i18n import LANGUAGES, msg

if TYPE_CHECKING:
    from walkshop.app import Program

HELP = msg("paint every stage of the sample walk as PNG, without a window on screen")

SIZES = ((1280, 720), (1920, 1080))
STAGES = ("prepare", "notes", "values", "agenda", "share")
IN_HAND = 27
"""The note that is in hand where a stage shows one: its thread goes all the way to an answer."""

_LEAST_MS, _MOST_MS, _STEP_MS = 400, 20_000, 50

FAR_AWAY = 10_000
"""px: a place that no picture shows."""


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--lang", choices=LANGUAGES, default="")


def run(args: argparse.Namespace) -> int:
    """Paint the pictures into the folder OUT, and print where each is."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    code = args.lang or spoken().code
    try:
        args.out.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise WalkshopError(
            msg("The folder {folder} cannot be made.", folder=str(args.out)),
            msg("Choose a folder in which you may write."),
            str(reason),
        ) from reason
    with TemporaryDirectory() as folder:
        for picture in _pictures(Path(folder), args.out, code):
            print(picture)
    return 0


def _pictures(folder: Path, out: Path, code: str) -> Iterator[Path]:
    """Paint a copy of the sample in `folder`, stage by stage; settings of nobody are read."""
    from PySide6.QtGui import QCursor
    from PySide6.QtWidgets import QApplication

    from walkshop.app import open_desk
    from walkshop.services.sample import SAMPLE, copy_sample
    from walkshop.services.settings import SettingsFile

    application = QApplication.instance() or QApplication([])
    walk = folder / SAMPLE
    copy_sample(walk)
    QCursor.setPos(FAR_AWAY, FAR_AWAY)  # offscreen it stands at 0, 0 and would hover there
    program = open_desk(walk, SettingsFile(None), code)
    for width, height in SIZES:
        program.window.resize(width, height)
        for stage in STAGES:
            _open(program, stage)
            path = out / f"{stage}-{code}-{width}.png"
            if not program.window.grab().save(str(path)):
                raise WalkshopError(
                    msg("The picture {name} cannot be written.", name=path.name),
                    msg("Choose a folder in which you may write."),
                )
            yield path
    program.window.close()
    del application


def _open(program: Program, stage: str) -> None:
    """Open a stage and wait until map and previews are painted."""
    from walkshop.domain.queries.notes import note_by_nr

    opened, frame = program.walk, program.frame
    if opened is None or frame is None:
        raise RuntimeError("the sample was opened just now")
    frame.open_stage(stage)
    note = note_by_nr(opened.store.walk, IN_HAND)
    if note is not None:
        opened.selection.select_note(note.id)
    _wait(program)


def _wait(program: Program) -> None:
    from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

    loop, timer, clock = QEventLoop(), QTimer(interval=_STEP_MS), QElapsedTimer()

    def look() -> None:
        done = clock.elapsed() >= _LEAST_MS and not program.jobs.busy
        if done or clock.elapsed() >= _MOST_MS:
            loop.quit()

    timer.timeout.connect(look)
    clock.start()
    timer.start()
    loop.exec()
    timer.stop()
