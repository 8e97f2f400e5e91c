"""The 28 notes of Crooswijk, typed through the entry line, are the walk that the table brings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.domain.builders import STAMP, a_walk
from tests.ui.desks import TestDesk, a_desk, type_line
from walkshop.domain.edits.intake import bring_in
from walkshop.domain.entry.tags import KIND_MARKS
from walkshop.domain.records import Note, Walk, Whole
from walkshop.services.intake import AS_NAMED, propose
from walkshop.services.themes import theme_set
from walkshop.ui.notes.panel import NotesPanel

MARKS = {kind: mark for mark, kind in KIND_MARKS.items()}


@pytest.fixture
def imported(shared_data: Path) -> Walk:
    ids = count(1)
    table = shared_data / "walk" / "crooswijk_notes.csv"
    proposal = propose(table, a_walk(), AS_NAMED, lambda: f"id {next(ids)}")
    return bring_in(a_walk(), proposal.rows, STAMP).walk


@pytest.fixture
def made() -> TestDesk:
    return a_desk(a_walk())


@pytest.fixture
def panel(qtbot: QtBot, made: TestDesk) -> Iterator[NotesPanel]:
    panel = NotesPanel(made.desk)
    qtbot.addWidget(panel)
    panel.map_side.canvas.view.calm = True
    panel.resize(1000, 700)
    panel.show()
    qtbot.waitUntil(panel.line.hasFocus)
    yield panel
    panel.map_side.canvas.view.halt()


def as_typed(note: Note) -> str:
    """The line for a note: its kind in front, its words, its themes and place behind."""
    themes = theme_set("walkshop-17")
    letters = [themes.theme(one) for one in (note.theme, note.theme2) if one]
    tags = [f"#{theme.key}" for theme in letters if theme]
    place = ["@wijk"] if isinstance(note.place, Whole) else []
    return " ".join([MARKS[note.kind], note.text, *tags, *place])


def told(walk: Walk) -> dict[int, tuple[object, ...]]:
    """What a line can say of each note: a table also says where it was printed."""
    return {
        note.nr: (note.text, note.kind, note.theme, note.theme2, note.place)
        for note in walk.notes.values()
    }


def test_28_notes_typed_key_by_key_are_the_walk_that_the_table_brings(
    imported: Walk, panel: NotesPanel, made: TestDesk
) -> None:
    ordered = sorted(imported.notes.values(), key=lambda note: note.nr)
    assert len(ordered) == 28
    for note in ordered:
        type_line(panel.line, as_typed(note))
    assert told(made.walk) == told(imported)
    assert sum(isinstance(note.place, Whole) for note in made.walk.notes.values()) == 3
    assert panel.line.text() == ""
