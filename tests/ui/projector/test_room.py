"""The room screen at work: it follows, holds, goes black, and survives what happens to screens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.domain.builders import STAMP, a_note
from tests.ui.desks import TestDesk, a_desk
from tests.ui.stages import HERE, REST, an_action, nid, small_walk
from walkshop.domain.edits.notes import add_notes
from walkshop.domain.records import NoteId, Point, Walk
from walkshop.i18n import Text, msg
from walkshop.ui.projector.room import Room
from walkshop.ui.projector.screens import room_place
from walkshop.ui.projector.thing import Sort, Thing
from walkshop.ui.projector.view import RoomView

LAPTOP, BEAMER = QRect(0, 0, 800, 800), QRect(800, 0, 1024, 768)
KEY = Qt.Key
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass
class Hall:
    """A room screen over a small window, and what was said in it."""

    made: TestDesk
    room: Room
    window: QWidget
    line: QLineEdit
    places: list[QRect]
    said: list[Text] = field(default_factory=list)

    @property
    def view(self) -> RoomView:
        assert self.room.view is not None
        return self.room.view

    def select(self, nr: int) -> None:
        self.made.desk.selection.select_note(nid(nr))


def a_hall(qtbot: QtBot, places: list[QRect], walk: Walk | None = None) -> Hall:
    made = a_desk(walk or small_walk(an_action(1)))
    window = QWidget()
    line = QLineEdit()
    QVBoxLayout(window).addWidget(line)
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    line.setFocus()
    said: list[Text] = []
    room = Room(made.desk, None, window, said.append, lambda: places)
    return Hall(made, room, window, line, places, said)


@pytest.fixture
def hall(qtbot: QtBot) -> Iterator[Hall]:
    hall = a_hall(qtbot, [LAPTOP, BEAMER])
    hall.room.act.trigger()
    yield hall
    hall.room.close()


@pytest.fixture
def alone(qtbot: QtBot) -> Iterator[Hall]:
    hall = a_hall(qtbot, [LAPTOP])
    hall.room.act.trigger()
    yield hall
    hall.room.close()


def test_it_opens_on_the_other_screen_and_closes(hall: Hall) -> None:
    assert hall.view.isVisible()
    assert hall.view.isWindow()
    assert hall.room.act.isChecked()
    hall.room.act.trigger()
    assert not hall.room.is_open
    assert not hall.room.act.isChecked()


def test_it_follows_what_is_in_hand(hall: Hall) -> None:
    hall.select(1)
    assert hall.view.show_now.thing == Thing(Sort.NOTE, (nid(1),))
    hall.made.desk.selection.select_value(REST)
    assert hall.view.page.name == "Rest on the way"
    hall.made.desk.selection.clear()
    assert hall.view.show_now.thing.sort is Sort.MAP


def test_a_note_stands_on_the_map_under_the_name_of_its_stop(hall: Hall) -> None:
    hall.select(1)
    shown = hall.view.map_page()
    assert shown is not None
    assert (shown.stop, shown.head, shown.focus) == (3, "Boezemsingel", HERE)
    assert len(shown.selected) == 1


def test_a_new_note_is_on_the_map_as_soon_as_it_is_kept(hall: Hall) -> None:
    fresh = a_note(0, "Een bank", place=Point(HERE))
    hall.made.desk.store.apply(
        msg("Note added"), partial(add_notes, notes=[replace(fresh, nr=0)], stamp=STAMP)
    )
    shown = hall.view.map_page()
    assert shown is not None
    assert len(shown.scene.pins) == 2


def test_a_held_picture_stays_and_follows_again(hall: Hall) -> None:
    hall.select(1)
    QTest.keyClick(hall.view, KEY.Key_F9)
    hall.made.desk.selection.select_value(REST)
    assert hall.view.show_now.thing.key == nid(1)
    assert hall.room.acts["room_hold"].isChecked()
    QTest.keyClick(hall.view, KEY.Key_F9)
    assert hall.view.show_now.thing.key == REST


def test_a_note_that_is_hidden_leaves_even_a_held_picture(hall: Hall) -> None:
    hall.select(1)
    hall.room.acts["room_hold"].trigger()

    def hide(walk: Walk) -> Walk:
        return walk.having(replace(walk.notes[nid(1)], masked=True))

    hall.made.desk.store.apply(msg("Hide from others"), hide)
    assert hall.view.show_now.thing.sort is Sort.MAP
    shown = hall.view.map_page()
    assert shown is None or "note 1" not in {pin.key for pin in shown.scene.pins.pins}


@pytest.mark.parametrize("key", [KEY.Key_Period, KEY.Key_B, KEY.Key_F12])
def test_black_is_black_and_comes_back(hall: Hall, key: Qt.Key) -> None:
    QTest.keyClick(hall.view, key)
    assert hall.view.grab().toImage().pixelColor(20, 20) == QColor("black")
    QTest.keyClick(hall.view, key)
    assert hall.view.grab().toImage().pixelColor(2, 2) == QColor("white")


def test_a_remote_goes_through_the_evening_and_back(hall: Hall) -> None:
    seen = []
    for _ in range(5):
        QTest.keyClick(hall.view, KEY.Key_PageDown)
        seen.append(hall.view.show_now.thing.sort)
    assert seen == ["value", "value", "action", "closing", "closing"]
    for _ in range(9):
        QTest.keyClick(hall.view, KEY.Key_PageUp)
    assert hall.view.show_now.thing.sort is Sort.QUESTION


def test_a_note_comes_on_the_map_and_then_in_words(hall: Hall) -> None:
    hall.select(1)
    assert hall.view.show_now.on_map
    QTest.keyClick(hall.view, KEY.Key_PageDown)
    assert not hall.view.show_now.on_map
    assert hall.view.page.words == ("Too few benches",)
    QTest.keyClick(hall.view, KEY.Key_Right)
    assert hall.view.page.words == ("A chance for benches",)


def test_the_type_grows_and_shrinks_from_either_window(hall: Hall) -> None:
    QTest.keyClick(hall.view, KEY.Key_Plus, BOTH)
    assert hall.view.show_now.percent == 120
    hall.room.acts["room_smaller"].trigger()
    hall.room.acts["room_smaller"].trigger()
    assert hall.view.show_now.percent == 85


def test_a_long_note_is_read_sheet_by_sheet(qtbot: QtBot) -> None:
    hall = a_hall(qtbot, [LAPTOP, BEAMER], small_walk(a_note(9, "heel lang verhaal " * 90)))
    hall.room.toggle()
    hall.select(9)
    hall.view.step(1)
    assert len(hall.view.laid().sheets) > 1
    assert hall.view.sheet == 0
    QTest.keyClick(hall.view, KEY.Key_PageDown)
    assert hall.view.sheet == 1
    assert hall.view.show_now.thing.key == NoteId("note 9")
    hall.view.grab()
    hall.room.close()


def test_its_keys_work_only_while_it_is_open(hall: Hall) -> None:
    assert hall.room.acts["room_next"].isEnabled()
    QTest.keyClick(hall.view, KEY.Key_Escape)
    assert not hall.room.is_open
    assert not hall.room.acts["room_next"].isEnabled()
    assert hall.room.acts["room"].isEnabled()


def test_a_lost_screen_closes_it_without_harm(hall: Hall) -> None:
    before = hall.made.walk
    hall.places.remove(BEAMER)
    hall.room.look_at_screens()
    assert not hall.room.is_open
    assert len(hall.said) == 1
    assert hall.made.walk is before


def test_the_line_keeps_the_focus_and_the_room_goes_with_its_window(hall: Hall) -> None:
    assert hall.line.hasFocus()
    hall.window.hide()
    assert not hall.room.is_open


def test_with_another_screen_left_it_moves_there(hall: Hall) -> None:
    hall.places[:] = [LAPTOP, QRect(0, 800, 800, 600)]
    hall.room.look_at_screens()
    assert hall.room.is_open
    assert hall.said == []


def test_one_screen_is_said_and_esc_goes_back_to_where_one_was(alone: Hall) -> None:
    over = alone.room.over
    assert over is not None
    assert over.asking
    assert "Windows+P" in over.words.text()
    assert over.geometry() == alone.window.rect()
    QTest.keyClick(over, KEY.Key_Escape)
    assert not alone.room.is_open
    assert alone.line.hasFocus()


def test_with_one_screen_the_picture_fills_the_window(alone: Hall) -> None:
    over = alone.room.over
    assert over is not None
    over.on.click()
    assert alone.view.isVisible()
    assert not alone.view.isWindow()
    assert alone.view.size() == alone.window.size()
    alone.window.resize(900, 600)
    QTest.keyClick(alone.view, KEY.Key_PageDown)
    assert alone.view.show_now.thing.sort is Sort.VALUE


def test_a_screen_that_comes_while_asking_is_taken(alone: Hall) -> None:
    alone.places.append(BEAMER)
    alone.room.look_at_screens()
    assert alone.room.over is None
    assert alone.view.isWindow()


@pytest.mark.parametrize(
    ("others", "place"),
    [
        ([LAPTOP], None),
        ([LAPTOP, LAPTOP], None),
        ([LAPTOP, QRect(0, 0, 1024, 768)], None),
        ([LAPTOP, BEAMER], BEAMER),
        ([], None),
    ],
    ids=["one", "mirrored", "mirrored in another size", "beside", "none"],
)
def test_the_room_is_a_screen_that_shows_something_else(
    others: list[QRect], place: QRect | None
) -> None:
    assert room_place(LAPTOP, others) == place
