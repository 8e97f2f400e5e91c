"""The rows of the list, under Qt's own watchdog while edits, undo and filters run."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note
from tests.ui.desks import HERE, TestDesk, a_desk, many_notes
from walkshop.domain.edits.notes import add_note, add_notes
from walkshop.domain.edits.place import move_note
from walkshop.domain.edits.setting import change_stop
from walkshop.domain.records import AtStop, NoteId, Point, StopId
from walkshop.i18n import msg
from walkshop.store.store import Edit
from walkshop.ui.notes.list import NotesList
from walkshop.ui.notes.model import ROW, Order, Row

LABEL = msg("An act")


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk()


@pytest.fixture
def view(qtbot: QtBot, made: TestDesk) -> Iterator[NotesList]:
    view = NotesList(made.desk)
    qtbot.addWidget(view)
    tester = QAbstractItemModelTester(
        view.notes, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    yield view
    del tester


def numbers(view: NotesList) -> list[int]:
    return [view.notes.row_at(place).note.nr for place in range(view.notes.rowCount())]


def do(made: TestDesk, edit: Edit) -> None:
    assert made.desk.store.apply(LABEL, edit)


def test_rows_follow_every_edit_undo_and_redo(made: TestDesk, view: NotesList) -> None:
    stamp = made.desk.store.stamp()
    do(made, lambda walk: add_note(walk, a_note(0, "Nieuw"), stamp))
    do(made, lambda walk: move_note(walk, NoteId("note 4"), Point(HERE), stamp))
    fresh = [a_note(nr, "Later") for nr in (8, 9, 12)]
    do(made, lambda walk: add_notes(walk, fresh, stamp))
    assert numbers(view) == [1, 2, 3, 4, 5, 8, 9, 12]
    for _ in range(3):
        made.desk.store.undo()
    assert numbers(view) == [1, 2, 3, 4]
    for _ in range(3):
        made.desk.store.redo()
    assert numbers(view) == [1, 2, 3, 4, 5, 8, 9, 12]


def test_a_filter_takes_rows_out_and_brings_them_back(made: TestDesk, view: NotesList) -> None:
    made.desk.filter.want_words("ban")
    assert numbers(view) == [1]
    made.desk.filter.clear()
    assert numbers(view) == [1, 2, 3, 4]


def test_notes_stand_by_number_by_stop_or_newest_first(made: TestDesk, view: NotesList) -> None:
    view.set_order(Order.NEWEST)
    assert numbers(view) == [4, 3, 2, 1]
    view.set_order(Order.STOP)
    assert numbers(view) == [4, 1, 2, 3]
    view.set_order(Order.NUMBER)
    assert numbers(view) == [1, 2, 3, 4]


def test_only_a_note_without_a_pin_has_a_third_line(made: TestDesk, view: NotesList) -> None:
    thirds = [view.notes.row_at(place).third for place in range(4)]
    assert thirds == ["", "", "whole neighbourhood", "not placed yet"]


def test_a_note_at_a_stop_without_a_place_has_no_pin(made: TestDesk, view: NotesList) -> None:
    stamp = made.desk.store.stamp()
    stop = StopId("stop 1")
    do(made, lambda walk: move_note(walk, NoteId("note 1"), AtStop(stop), stamp))
    assert view.notes.row_at(0).third == ""
    do(made, lambda walk: change_stop(walk, replace(walk.stop(stop), at=None), stamp))
    assert view.notes.row_at(0).third == "not placed yet"


def test_a_screen_reader_hears_number_kind_and_words(made: TestDesk, view: NotesList) -> None:
    index = view.notes.index(0)
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "1, Must improve: Te weinig bankjes"
    row = index.data(ROW)
    assert isinstance(row, Row)
    assert row.look.nr == 1
    assert "bankjes" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_five_thousand_notes_take_one_more_without_a_wait(qtbot: QtBot) -> None:
    made = a_desk(many_notes(5_000))
    view = NotesList(made.desk)
    qtbot.addWidget(view)
    view.resize(300, 600)
    view.show()
    stamp = made.desk.store.stamp()
    started = time.perf_counter()
    do(made, lambda walk: add_note(walk, a_note(0, "Nog een"), stamp))
    view.repaint()
    assert time.perf_counter() - started < 5  # a hang, not a slow day
    assert view.notes.rowCount() == 5_001
