"""The room screen at work: it opens, goes black, is stepped through, survives lost screens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note
from tests.ui.projector.halls import BEAMER, LAPTOP, Hall, a_hall
from tests.ui.stages import ENGLISH, nid, small_walk
from walkshop.domain.records import NoteId
from walkshop.i18n import msg
from walkshop.ui.prepare.model import set_about
from walkshop.ui.projector.screens import how_to_extend, room_place
from walkshop.ui.projector.thing import Sort

KEY = Qt.Key
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_it_opens_on_the_other_screen_and_closes(hall: Hall) -> None:
    assert hall.view.isVisible()
    assert hall.view.isWindow()
    assert hall.room.act.isChecked()
    hall.room.act.trigger()
    assert not hall.room.is_open
    assert not hall.room.act.isChecked()


@pytest.mark.parametrize("key", [KEY.Key_Period, KEY.Key_B, KEY.Key_F12])
def test_black_is_black_and_comes_back(hall: Hall, key: Qt.Key) -> None:
    QTest.keyClick(hall.view, key)
    assert hall.view.grab().toImage().pixelColor(20, 20) == QColor("black")
    QTest.keyClick(hall.view, key)
    assert hall.view.grab().toImage().pixelColor(2, 2) == QColor("white")


def test_a_remote_goes_through_the_evening_and_back(hall: Hall) -> None:
    seen = []
    for _ in range(6):
        QTest.keyClick(hall.view, KEY.Key_PageDown)
        seen.append(hall.view.show_now.thing.sort)
    assert seen == ["stop", "value", "value", "action", "closing", "closing"]
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


def test_the_picture_comes_back_with_the_screen_and_the_line_keeps_the_focus(hall: Hall) -> None:
    hall.select(1)
    hall.places.remove(BEAMER)
    hall.room.look_at_screens()
    hall.places.append(BEAMER)
    hall.room.look_at_screens()
    assert hall.room.is_open
    assert hall.view.show_now.thing.key == nid(1)
    assert hall.line.hasFocus()
    assert len(hall.said) == 2


def test_a_screen_that_comes_later_opens_nothing_by_itself(hall: Hall) -> None:
    hall.room.toggle()
    hall.room.look_at_screens()
    assert not hall.room.is_open


def test_a_screen_that_changes_its_size_is_filled_again(hall: Hall) -> None:
    hall.places[:] = [LAPTOP, QRect(800, 0, 1280, 720)]
    hall.room.look_at_screens()
    assert hall.view.geometry() == QRect(800, 0, 1280, 720)


def test_with_another_screen_left_it_moves_there(hall: Hall) -> None:
    hall.places[:] = [LAPTOP, QRect(0, 800, 800, 600)]
    hall.room.look_at_screens()
    assert hall.room.is_open
    assert hall.said == []


def test_one_screen_is_said_and_esc_goes_back_to_where_one_was(alone: Hall) -> None:
    over = alone.room.over
    assert over is not None
    assert over.asking
    assert over.words.text() == ENGLISH.say(how_to_extend())
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
    assert alone.view.show_now.thing.sort is Sort.STOP


def test_a_screen_that_comes_while_asking_is_taken(alone: Hall) -> None:
    alone.places.append(BEAMER)
    alone.room.look_at_screens()
    assert alone.room.over is None
    assert alone.view.isWindow()


def test_every_system_has_its_own_way_to_a_second_screen() -> None:
    said = {platform: ENGLISH.say(how_to_extend(platform)) for platform in ("win32", "darwin", "")}
    assert len(set(said.values())) == 3
    assert "Windows+P" in said["win32"]
    assert "Windows" not in said["darwin"] + said[""]


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


def test_another_theme_set_shows_in_the_pins_of_the_room(qtbot: QtBot) -> None:
    hall = a_hall(qtbot, [LAPTOP, BEAMER], small_walk())
    hall.room.toggle()
    hall.select(1)
    hall.view.grab()
    store = hall.made.desk.store
    store.apply(msg("Another set"), set_about("theme_set", "children-6", store.stamp()))
    letters = [pin.look.letter for pin in hall.view._scene(store.walk).pins.pins]
    assert letters == ["W"]
    hall.room.close()
