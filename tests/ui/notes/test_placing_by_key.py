"""Placing without a pointer, and what a carried pin becomes: each one act, one undo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note, a_walk
from tests.ui.desks import HERE, THERE, TestDesk, a_desk
from walkshop.domain.geo import LonLat
from walkshop.domain.records import NOT_YET, Area, AtStop, Note, NoteId, Point, Stop, StopId
from walkshop.ui.notes.panel import NotesPanel

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
STOP = StopId("stop 1")
NEW = LonLat(4.4925, 51.9291)


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    stop = Stop(id=STOP, nr=1, name="Goudseplein", at=HERE, order=1.0)
    guess = a_note(2, "guessed", place=Point(THERE, assumed=True))
    return a_desk(a_walk(stop, a_note(1, "at the stop", place=AtStop(STOP)), guess))


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


def note(made: TestDesk, nr: int) -> Note:
    return made.walk.note(NoteId(f"note {nr}"))


@pytest.mark.parametrize("nr", [1, 2])
def test_a_carried_pin_has_a_certain_place_and_one_undo_takes_it_back(
    panel: NotesPanel, made: TestDesk, nr: int
) -> None:
    before = note(made, nr).place
    panel.map_side.canvas.pin_dropped.emit(f"note {nr}", NEW)
    assert note(made, nr).place == Point(NEW)
    made.desk.store.undo()
    assert note(made, nr).place == before


def test_a_key_takes_the_place_away(panel: NotesPanel, made: TestDesk) -> None:
    made.desk.selection.select_note(NoteId("note 2"))
    QTest.keyClick(panel.line, Qt.Key.Key_N, KEYS)
    assert note(made, 2).place == NOT_YET
    made.desk.store.undo()
    assert note(made, 2).place == Point(THERE, assumed=True)


def test_a_key_places_at_the_stop_that_is_set(panel: NotesPanel, made: TestDesk) -> None:
    made.desk.selection.select_note(NoteId("note 2"))
    panel.chips.set_stop(STOP)
    QTest.keyClick(panel.line, Qt.Key.Key_S, KEYS)
    assert note(made, 2).place == AtStop(STOP)


def test_without_a_note_or_a_stop_it_is_said_what_to_do(
    panel: NotesPanel, made: TestDesk, qtbot: QtBot
) -> None:
    for key in (Qt.Key.Key_N, Qt.Key.Key_S):
        with qtbot.waitSignal(made.desk.store.refused) as heard:
            QTest.keyClick(panel.line, key, KEYS)
        assert made.desk.say(heard.args[0].message) == "Choose a note first."
    made.desk.selection.select_note(NoteId("note 2"))
    with qtbot.waitSignal(made.desk.store.refused) as heard:
        QTest.keyClick(panel.line, Qt.Key.Key_S, KEYS)
    assert made.desk.say(heard.args[0].message) == "No stop is set."


def test_a_pulled_corner_is_one_act_that_one_undo_takes_back(
    panel: NotesPanel, made: TestDesk
) -> None:
    canvas = panel.map_side.canvas
    corners = tuple(canvas.lonlat_at(QPointF(*at)) for at in ((90, 90), (200, 90), (200, 200)))
    panel.acts.draw(NoteId("note 2"), Area(corners))
    made.desk.selection.select_note(NoteId("note 2"))
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(90, 90))
    for at in (QPoint(80, 85), QPoint(70, 75), QPoint(60, 70)):
        QTest.mouseMove(canvas, at)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 70))
    assert note(made, 2).place != Area(corners)
    made.desk.store.undo()
    assert note(made, 2).place == Area(corners)
