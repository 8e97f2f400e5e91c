"""A facilitator's exam: scenes of an evening, by the keys and in the order in which they happen."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.programs import a_program, notes_of, with_sample
from tests.ui.desks import type_line
from walkshop.app import Program
from walkshop.domain.queries.merges import Merges
from walkshop.domain.queries.notes import note_by_nr
from walkshop.domain.records import AtStop, Kind, Note, Point, Profile, Walk
from walkshop.i18n import language
from walkshop.services.output.edition import Edition
from walkshop.services.output.map_sheet import map_paper
from walkshop.ui.frame.new_walk import Wish
from walkshop.ui.inspector.thread import ThreadView

pytestmark = pytest.mark.slow
F3, F8 = Qt.Key.Key_F3, Qt.Key.Key_F8
ENTER = Qt.Key.Key_Return
SPOKEN = (
    ("!", "Te hard rijden", "K", "verkeer", Kind.CONCERN),
    ("+", "Mooie bomen", "N", "natuur", Kind.ASSET),
    ("*", "Meer bankjes", "R", "recreatie", Kind.IDEA),
    (">", "De hal kan een plek voor jong en oud worden", "O", "ontmoeten", Kind.OPPORTUNITY),
)


def the_walk(program: Program) -> Walk:
    assert program.walk is not None
    return program.walk.store.walk


def numbered(program: Program, nr: int) -> Note:
    found = next((note for note in the_walk(program).notes.values() if note.nr == nr), None)
    assert found is not None
    return found


def test_fast_hands(qtbot: QtBot, tmp_path: Path) -> None:
    """20 spoken notes with kind, theme and stop, no mouse; each is in at once."""
    program = with_sample(qtbot, tmp_path)
    line = notes_of(program).line
    before = len(the_walk(program).notes)
    slowest = 0.0
    for n in range(20):
        mark, words, letter, _theme, _kind = SPOKEN[n % 4]
        QTest.keyClicks(line, f"{mark} {words} {n} #{letter} @{n % 7 + 1}")
        start = time.perf_counter()
        QTest.keyClick(line, ENTER)
        slowest = max(slowest, time.perf_counter() - start)
    made = sorted(the_walk(program).notes.values(), key=lambda note: note.nr)[before:]
    assert [(note.theme, note.kind) for note in made] == [SPOKEN[n % 4][3:] for n in range(20)]
    stops = the_walk(program).stops
    assert [stops[note.place.stop].nr for note in made if isinstance(note.place, AtStop)] == [
        n % 7 + 1 for n in range(20)
    ]
    assert slowest < 10  # a hang, not a slow day: the bench measures


def test_split_and_merge(qtbot: QtBot, tmp_path: Path) -> None:
    """Two statements of one box become two notes; undo gives back exactly what was there."""
    program = a_program(qtbot)
    assert program.start_page is not None
    program.start_page.new_walk.begun.emit(Wish("Oost", "", tmp_path / "oost.gpkg"))
    qtbot.waitUntil(notes_of(program).line.hasFocus)
    panel = notes_of(program)
    type_line(panel.line, "Serviceflat te duur. Nieuwe woonconcepten")
    before = the_walk(program)
    QTest.keyClick(panel.line, F3)
    QTest.keyClick(panel.split_line._words, ENTER)
    assert [numbered(program, nr).text for nr in (1, 2)] == [
        "Serviceflat te duur.",
        "Nieuwe woonconcepten",
    ]
    assert numbered(program, 2).split_from == numbered(program, 1).id
    assert program.walk is not None
    program.walk.store.undo()
    assert the_walk(program).notes == before.notes


def test_also(qtbot: QtBot, tmp_path: Path) -> None:
    """Five people repeat the remark about benches: one note, six voices."""
    program = with_sample(qtbot, tmp_path)
    line = notes_of(program).line
    notes = len(the_walk(program).notes)
    for words in ("=27", "=27 wij ook", "=27", "=27 bij de brug ook", "=27"):
        type_line(line, words)
    note = numbered(program, 27)
    assert len(the_walk(program).notes) == notes
    assert Merges(the_walk(program)).mentions(note) == 6
    assert [voice.words for voice in note.voices if voice.words] == ["wij ook", "bij de brug ook"]
    assert note.text.startswith("Te weinig zitbanken")


def sheet_of(walk: Walk) -> str:
    edition = Edition(walk, language("nl"), Profile.PUBLIC, date(2027, 3, 9))
    return str(map_paper(edition, "a4").data)


def test_an_assumed_place_prints_its_sign_until_somebody_confirms(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = with_sample(qtbot, tmp_path, "nl")
    guessed = next(
        note
        for note in the_walk(program).notes.values()
        if isinstance(note.place, Point) and note.place.assumed
    )
    sign = f"'nr': '~{guessed.nr}'"
    assert sign in sheet_of(the_walk(program))
    assert program.walk is not None
    program.walk.selection.select_note(guessed.id)
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(notes_of(program).line, ENTER, control_shift)
    assert sign not in sheet_of(the_walk(program))
    assert sign.replace("~", "") in sheet_of(the_walk(program))


def test_trace(qtbot: QtBot, tmp_path: Path) -> None:
    """A resident asks about note 27: typed, and its whole thread stands beside the map."""
    program = with_sample(qtbot, tmp_path, "nl")
    start = time.perf_counter()
    type_line(notes_of(program).line, "27")
    assert program.walk is not None
    asked = note_by_nr(the_walk(program), 27)
    assert asked is not None
    assert program.walk.selection.in_hand.current == asked.id
    threads = [view for view in program.window.findChildren(ThreadView) if view.isVisible()]
    assert len(threads) == 1
    assert len(threads[0].steps) >= 4
    assert time.perf_counter() - start < 20  # two seconds to a person; a hang to a test


def test_hidden_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    """A name was called out: one key, and nobody else sees the note."""
    program = with_sample(qtbot, tmp_path)
    line = notes_of(program).line
    type_line(line, "Die man van nummer 12 doet dat")
    QTest.keyClick(line, F8)
    last = max(the_walk(program).notes.values(), key=lambda note: note.nr)
    assert last.masked
    assert last.text == "Die man van nummer 12 doet dat"
