"""One screen for laptop and room: notes are typed unseen, and stand on the map after Enter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note
from tests.programs import notes_of, with_sample
from tests.ui.desks import ENTER, TestDesk, a_desk, type_line
from walkshop.domain.records import AtStop, Kind, Note, StopId
from walkshop.i18n import Text, msg
from walkshop.ui import tokens
from walkshop.ui.notes.panel import NotesPanel
from walkshop.ui.projector.line_foot import LineFoot
from walkshop.ui.projector.one_screen import OneScreen
from walkshop.ui.projector.room import Room
from walkshop.ui.projector.thing import Sort

pytestmark = pytest.mark.slow

KEY = Qt.Key
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
GOUDSEPLEIN = StopId("stop 1")


@dataclass
class Table:
    """The one screen over the Notes stage."""

    made: TestDesk
    panel: NotesPanel
    room: Room

    @property
    def foot(self) -> LineFoot:
        assert self.room.over is not None
        assert self.room.over.foot is not None
        return self.room.over.foot

    @property
    def line(self) -> QLineEdit:
        return self.foot.line

    @property
    def newest(self) -> Note:
        return self.made.notes[-1]


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[Table]:
    made = a_desk()
    window, panel = QWidget(), NotesPanel(made.desk)
    QVBoxLayout(window).addWidget(panel)
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show()
    qtbot.waitUntil(panel.line.hasFocus)
    said: list[Text] = []
    room = Room(made.desk, window, said.append, lambda: [QRect(0, 0, 1024, 768)])
    room.line = lambda: panel.line
    room.toggle()
    assert room.over is not None
    room.over.on.click()
    yield Table(made, panel, room)
    room.close()


def test_a_note_is_kept_at_the_stop_that_is_set(table: Table) -> None:
    table.panel.chips.set_stop(GOUDSEPLEIN)
    type_line(table.line, "Meer bankjes")
    assert table.newest.text == "Meer bankjes"
    assert table.newest.place == AtStop(GOUDSEPLEIN)
    assert table.line.text() == ""
    assert table.panel.line.text() == ""


def test_what_is_typed_shows_as_dots_until_enter(table: Table) -> None:
    QTest.keyClicks(table.line, "Geheim")
    assert table.line.displayText() == "•" * len("Geheim")
    assert "Geheim" not in table.foot.words
    QTest.keyClick(table.line, ENTER)
    assert table.foot.words == f"{table.newest.nr}  Geheim"


def test_the_room_sees_a_new_note_on_the_map(table: Table) -> None:
    table.panel.chips.set_stop(GOUDSEPLEIN)
    QTest.keyClick(table.line, KEY.Key_PageDown)
    type_line(table.line, "Meer bankjes")
    show = table.room.show_now
    assert (show.thing.sort, show.thing.key) == (Sort.NOTE, table.newest.id)
    assert show.on_map
    assert not table.made.desk.selection.in_hand.notes


def test_a_held_picture_stays_when_a_note_is_kept(table: Table) -> None:
    before = table.room.show_now.thing
    QTest.keyClick(table.line, KEY.Key_F9)
    type_line(table.line, "Meer bankjes")
    assert table.newest.text == "Meer bankjes"
    assert table.room.show_now.thing == before
    assert table.foot.words == ""


def test_a_hidden_note_from_elsewhere_is_not_shown_while_somebody_types(table: Table) -> None:
    QTest.keyClicks(table.line, "Half")
    fresh = replace(a_note(9, "Iets met een naam"), masked=True)
    table.made.desk.store.apply(msg("Note added"), lambda walk: walk.having(fresh))
    assert table.room.show_now.thing.sort is Sort.MAP
    assert table.foot.words == ""
    assert table.line.text() == "Half"


def test_the_keys_of_the_room_work_from_the_line(table: Table) -> None:
    show = table.room.show_now
    QTest.keyClicks(table.line, "Half")
    QTest.keyClick(table.line, KEY.Key_PageDown)
    QTest.keyClick(table.line, KEY.Key_PageUp)
    QTest.keyClick(table.line, KEY.Key_PageUp)
    assert show.thing.sort is Sort.QUESTION
    QTest.keyClick(table.line, KEY.Key_Plus, BOTH)
    assert show.percent == 120
    QTest.keyClick(table.line, KEY.Key_Minus, BOTH)
    assert show.percent == 100
    assert table.line.text() == "Half"


def test_on_a_black_screen_nothing_shows_and_typing_goes_on(table: Table) -> None:
    QTest.keyClick(table.line, KEY.Key_F12)
    QTest.keyClicks(table.line, "In het donker")
    seen = table.foot.grab().toImage()
    spots = {seen.pixelColor(x, seen.height() // 2).name() for x in range(0, seen.width(), 3)}
    assert spots == {QColor("black").name()}
    assert table.line.text() == "In het donker"


def test_a_point_in_an_empty_line_is_a_remote_and_else_a_letter(table: Table) -> None:
    QTest.keyClick(table.line, KEY.Key_Period)
    assert table.room.show_now.black
    QTest.keyClick(table.line, KEY.Key_Period)
    QTest.keyClicks(table.line, "Zo.")
    assert not table.room.show_now.black
    assert table.line.text() == "Zo."


def test_esc_leaves_and_no_words_are_lost(table: Table) -> None:
    QTest.keyClicks(table.line, "Half af")
    QTest.keyClick(table.line, KEY.Key_Escape)
    assert not table.room.is_open
    assert table.panel.line.text() == "Half af"
    assert len(table.made.notes) == 4


def test_half_a_line_stays_dots_in_the_window_until_a_key_says_show(table: Table) -> None:
    QTest.keyClicks(table.line, "Geheim")
    QTest.keyClick(table.line, KEY.Key_Escape)
    line, show = table.panel.line, table.room.acts["room_words"]
    assert "Geheim" not in line.displayText()
    QTest.keyClick(line, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "Geheim"
    assert show.isEnabled()
    QTest.keyClick(line, KEY.Key_F7)
    assert line.displayText() == "Geheim"
    assert not show.isEnabled()


def test_what_was_understood_of_a_hidden_half_line_is_hidden_too(table: Table) -> None:
    QTest.keyClicks(table.line, "Bankje bij de halte")
    QTest.keyClick(table.line, KEY.Key_Escape)
    ghost = table.panel.ghost
    assert ghost.words.parts == ()
    assert (ghost.words.suggestion, ghost.words.remark) == ((), "")
    table.room.acts["room_words"].trigger()
    assert ghost.words.parts


def test_a_hidden_half_line_is_kept_as_a_note_and_the_next_one_is_seen(table: Table) -> None:
    QTest.keyClicks(table.line, "Meer ban")
    QTest.keyClick(table.line, KEY.Key_Escape)
    type_line(table.panel.line, "ken")
    assert table.newest.text == "Meer banken"
    QTest.keyClicks(table.panel.line, "Zo")
    assert table.panel.line.displayText() == "Zo"


def test_an_empty_line_is_never_hidden(table: Table) -> None:
    QTest.keyClick(table.line, KEY.Key_Escape)
    assert not table.room.half_line.hidden
    assert not table.room.acts["room_words"].isEnabled()


def test_undo_never_throws_away_hidden_words(table: Table) -> None:
    QTest.keyClicks(table.line, "Half af")
    QTest.keyClick(table.line, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert table.line.text() == "Half af"


def test_a_kind_chosen_while_typing_counts(table: Table) -> None:
    QTest.keyClicks(table.line, "Meer bankjes")
    table.panel.taking.choose_kind(Kind.IDEA)
    QTest.keyClick(table.line, ENTER)
    assert table.newest.kind is Kind.IDEA
    QTest.keyClick(table.line, KEY.Key_Up)
    assert table.line.text() == "Meer bankjes"


def test_the_type_is_as_large_as_on_a_screen_without_a_line(table: Table) -> None:
    over, view = table.room.over, table.room.view
    assert over is not None
    assert view is not None
    assert view.height() < over.height()
    assert view.unit == pytest.approx(over.height() / tokens.ROOM_DESIGN_HEIGHT)
    assert table.line.font().pixelSize() >= tokens.ROOM_TEXT.px


def test_the_focus_stays_in_the_line_and_goes_back_at_the_end(table: Table) -> None:
    table.panel.list_side.view.setFocus()
    assert table.line.hasFocus()
    QTest.keyClick(table.line, KEY.Key_Escape)
    assert table.panel.line.hasFocus()


def test_in_the_program_the_line_is_that_of_notes(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path, "nl")
    frame = program.frame
    assert frame is not None
    frame.open_stage("values")
    frame.room()[0].trigger()
    over = frame.findChild(OneScreen)
    assert over is not None
    over.on.click()
    assert over.foot is not None
    type_line(over.foot.line, "Meer bankjes")
    assert over.foot.words.endswith("Meer bankjes")
    assert notes_of(program).line.text() == ""
    QTest.keyClick(over.foot.line, KEY.Key_Escape)
    assert frame.stage == "values"
