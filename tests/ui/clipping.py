"""Looks for words that do not fit: `python -m tests.ui.clipping nl 150 1280x720` prints them.

What ends in dots and has all its words in a tooltip is as it should be.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from tests.programs import Answers
from walkshop.app import Program
from walkshop.domain.queries.notes import note_by_nr
from walkshop.services.sample import copy_sample
from walkshop.services.settings import Settings, SettingsFile
from walkshop.ui.frame.small import OneLine
from walkshop.ui.prepare.panel import PreparePanel
from walkshop.ui.widgets.labels import Words

STAGES = ("prepare", "notes", "values", "agenda", "share", "settings")
_SLACK = 1
_ARROW = 26
"""px of a combo box for its arrow."""


def clipped(window: QWidget) -> list[str]:
    """What does not fit in `window` as it is on screen now, one line each."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.width() and widget.height():
            found += [f"{_path(widget)}: {why}" for why in _faults(widget)]
    return found


def _faults(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, Words):
        if widget.heightForWidth(widget.width()) > widget.height() + _SLACK:
            yield f"lines are cut: “{widget.text()}”"
    elif isinstance(widget, QLabel):
        yield from _too_narrow(widget, widget.text(), widget.contentsRect().width())
    elif isinstance(widget, QPushButton | QToolButton):
        wanted = widget.sizeHint()
        short = widget.text() and wanted.width() > widget.width() + _SLACK
        low = widget.text() and widget.fontMetrics().height() > widget.height()
        if (short and not widget.toolTip()) or low:
            yield f"“{widget.text()}” wants {wanted.toTuple()}, has {widget.size().toTuple()}"
    elif isinstance(widget, QAbstractButton):
        yield from _too_narrow(widget, widget.text(), widget.width())
    elif isinstance(widget, QComboBox):
        yield from _too_narrow(widget, widget.currentText(), widget.width() - _ARROW)
    elif isinstance(widget, QLineEdit) and not widget.text():
        margins = widget.textMargins()
        room = widget.contentsRect().width() - margins.left() - margins.right()
        yield from _too_narrow(widget, widget.placeholderText(), room)
    if isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
        yield from _outside(widget)


def _too_narrow(widget: QWidget, text: str, room: int) -> Iterator[str]:
    if widget.visibleRegion().isEmpty():
        return  # scrolled away: its tooltip comes when it is painted
    lines = text.splitlines() or [""]
    wide = max(widget.fontMetrics().horizontalAdvance(line) for line in lines)
    line_high = widget.fontMetrics().height()
    if wide > room + _SLACK and not widget.toolTip():
        yield f"“{text}” is {wide} px wide and has {room}"
    if isinstance(widget, OneLine) and text and widget.height() < line_high - 2:
        yield f"“{text}” is {line_high} px high and has {widget.height()}"


def _outside(widget: QWidget) -> Iterator[str]:
    """A control that its parent cuts off, other than in what scrolls."""
    parent = widget.parentWidget()
    if parent is None or parent.objectName().startswith("qt_scrollarea"):
        return
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
        yield f"lies at {widget.geometry().getRect()} outside {parent.size().toTuple()}"


def _path(widget: QWidget) -> str:
    names = []
    step: QWidget | None = widget
    while step is not None and len(names) < 4:
        names.append(type(step).__name__)
        step = step.parentWidget()
    return " < ".join(names)


def look(code: str, percent: int, size: tuple[int, int], pictures: Path | None = None) -> list[str]:
    """What does not fit in any stage of the sample, or on the start page and the help card."""
    settings = SettingsFile(None)
    settings.keep(Settings(text_size=percent))
    program = Program(settings, Answers(), code)
    found = []
    with TemporaryDirectory() as folder:
        copy_sample(Path(folder) / "walk.gpkg")
        for place in _places(program, Path(folder) / "walk.gpkg", size):
            found += [f"{place}: {line}" for line in clipped(program.window)]
            if pictures is not None:
                name = f"{place}-{code}-{percent}-{size[0]}.png"
                program.window.grab().save(str(pictures / name))
        program.window.close()
    return found


def _places(program: Program, walk: Path, size: tuple[int, int]) -> Iterator[str]:
    program.show_start()
    program.window.resize(*size)
    program.window.show()
    yield _painted(program, "start")
    program.open(walk)
    assert program.frame is not None
    assert program.walk is not None
    note = note_by_nr(program.walk.store.walk, 27)
    assert note is not None
    for stage in STAGES:
        program.frame.open_stage(stage)
        panel = program.frame.panel(stage)
        if isinstance(panel, PreparePanel):
            for part in panel.parts:
                panel.open(part)
                yield _painted(program, f"{stage} {part}")
        yield _painted(program, stage)
        program.walk.selection.select_note(note.id)
        yield _painted(program, f"{stage}+note")
        program.walk.selection.clear()
    program.show_help()
    yield _painted(program, "help")
    program.show_help()


def _painted(program: Program, place: str) -> str:
    QTest.qWait(120)
    program.window.grab()  # tooltips of what is cut come with painting
    return place


if __name__ == "__main__":
    application = QApplication([])
    wide, high = map(int, sys.argv[3].split("x"))
    into = Path(sys.argv[4]) if len(sys.argv) > 4 else None
    print("\n".join(look(sys.argv[1], int(sys.argv[2]), (wide, high), into)))
