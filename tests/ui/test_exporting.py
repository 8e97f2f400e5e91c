"""Documents of the open walk, with what was typed a moment ago in them."""

from __future__ import annotations

import csv
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.programs import notes_of, with_sample
from tests.ui.desks import type_line
from walkshop.app import clock
from walkshop.domain.records import Profile
from walkshop.ui.exporting import WalkExporter


def test_a_table_holds_the_note_that_was_typed_last(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    type_line(notes_of(program).line, "Zojuist gezegd")
    assert program.walk is not None
    made = WalkExporter(program.walk, clock)(tmp_path / "notes.csv", "", Profile.PUBLIC, "nl", "a4")
    with made.path.open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == 29
    assert rows[-1]["text"] == "Zojuist gezegd"
