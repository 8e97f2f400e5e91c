"""The list and the selection: chosen here is chosen everywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note, a_walk
from tests.ui.desks import TestDesk, a_desk, many_notes
from walkshop.domain.records import NoteId, ThemeId
from walkshop.i18n import msg
from walkshop.ui.notes.list import NotesList
from walkshop.ui.prepare.model import set_about

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk()


def shown(qtbot: QtBot, made: TestDesk) -> NotesList:
    view = NotesList(made.desk)
    qtbot.addWidget(view)
    view.resize(300, 500)
    view.show()
    return view


def click(
    view: NotesList, place: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    at = view.visualRect(view.notes.index(place)).center()
    QTest.mouseClick(view.viewport(), LEFT, held, at)


def test_a_click_takes_a_note_in_hand(qtbot: QtBot, made: TestDesk) -> None:
    view = shown(qtbot, made)
    with qtbot.waitSignal(view.clicked_row):
        click(view, 1)
    assert made.desk.selection.in_hand.current == NoteId("note 2")


def test_ctrl_and_click_takes_more_notes_in_hand(qtbot: QtBot, made: TestDesk) -> None:
    view = shown(qtbot, made)
    click(view, 0)
    click(view, 2, CONTROL)
    assert made.desk.selection.in_hand.notes == {NoteId("note 1"), NoteId("note 3")}


def test_what_is_chosen_elsewhere_is_chosen_here_and_in_view(qtbot: QtBot) -> None:
    made = a_desk(many_notes(200))
    view = shown(qtbot, made)
    made.desk.selection.select_note(NoteId("note 150"))
    rows = [index.row() for index in view.selectionModel().selectedIndexes()]
    assert rows == [149]
    assert view.viewport().rect().intersects(view.visualRect(view.notes.index(149)))


def test_arrow_keys_walk_through_the_notes(qtbot: QtBot, made: TestDesk) -> None:
    view = shown(qtbot, made)
    made.desk.selection.select_note(NoteId("note 1"))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert made.desk.selection.in_hand.current == NoteId("note 2")


def test_letting_go_elsewhere_lets_go_here(qtbot: QtBot, made: TestDesk) -> None:
    view = shown(qtbot, made)
    click(view, 0)
    made.desk.selection.clear()
    assert not view.selectionModel().selectedIndexes()


def test_a_long_note_takes_two_lines_and_no_more(qtbot: QtBot) -> None:
    long = a_note(1, "w" * 500)
    made = a_desk(a_walk(long, a_note(2, "kort"), a_note(3, "twee\nregels", place=long.place)))
    view = shown(qtbot, made)
    heights = [view.visualRect(view.notes.index(place)).height() for place in range(3)]
    assert heights == [79, 59, 79]
    assert not view.horizontalScrollBar().isVisible()
    assert view.grab().width() == 300


def test_another_theme_set_shows_in_the_pins_of_the_list(qtbot: QtBot) -> None:
    made = a_desk(a_walk(a_note(1, theme=ThemeId("leefomgeving"))))
    view = shown(qtbot, made)
    edit = set_about("theme_set", "place-standard-14", made.desk.store.stamp())
    made.desk.store.apply(msg("Another set"), edit)
    assert view.notes.row_at(0).look.letter == "P"
