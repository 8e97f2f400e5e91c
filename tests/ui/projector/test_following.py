"""What the room sees follows the facilitator, stays when told, and answers to a remote."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.domain.builders import STAMP, a_note
from tests.ui.projector.halls import Hall
from tests.ui.stages import HERE, REST, SAFE, nid
from walkshop.domain.edits.notes import add_notes
from walkshop.domain.records import Point, StopId, Walk
from walkshop.i18n import msg
from walkshop.ui.projector.thing import Sort, Thing, stop_thing

KEY = Qt.Key


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


def test_a_note_without_a_place_is_read_in_words_at_once(hall: Hall) -> None:
    hall.select(4)
    assert not hall.view.show_now.on_map
    assert hall.view.page.words == ("Lovely playground",)
    QTest.keyClick(hall.view, KEY.Key_PageUp)
    assert hall.view.show_now.thing.sort is Sort.STOP


def test_the_room_stays_with_what_it_sees_until_it_follows_again(hall: Hall) -> None:
    hall.room.acts["room_follow"].trigger()
    hall.select(1)
    assert hall.view.show_now.thing.sort is Sort.MAP
    assert not hall.room.acts["room_follow"].isChecked()
    hall.room.acts["room_follow"].trigger()
    assert hall.view.show_now.thing.key == nid(1)


def test_the_room_sees_the_name_of_the_stop_at_which_notes_are_read(hall: Hall) -> None:
    show = hall.view.show_now
    show.stay_at(StopId("stop"))
    shown = hall.view.map_page()
    assert shown is not None
    assert (shown.stop, shown.head, shown.focus, shown.line) == (3, "Boezemsingel", HERE, "")
    hall.select(2)
    hall.made.desk.selection.clear()
    assert show.thing == stop_thing(StopId("stop"))
    show.stay_at(None)
    assert show.thing.sort is Sort.MAP


def test_a_note_is_read_under_the_map_as_soon_as_it_is_kept(hall: Hall) -> None:
    fresh = replace(a_note(0, "Een bank", place=Point(HERE)), nr=0)
    hall.made.desk.store.apply(msg("Note added"), partial(add_notes, notes=[fresh], stamp=STAMP))
    shown = hall.view.map_page()
    assert shown is not None
    assert shown.line.endswith("  Een bank")


def test_a_note_kept_while_the_room_looks_at_a_value_does_not_take_its_place(hall: Hall) -> None:
    hall.made.desk.selection.select_value(REST)
    hall.made.desk.store.apply(msg("Note added"), lambda walk: walk.having(a_note(9, "Een bank")))
    assert hall.view.show_now.thing.key == REST


@pytest.mark.parametrize(
    ("part", "sort"),
    list(enumerate([Sort.QUESTION, Sort.MAP, Sort.MAP, Sort.VALUE, Sort.ACTION, Sort.CLOSING])),
)
def test_a_part_of_the_evening_has_its_own_picture(hall: Hall, part: int, sort: Sort) -> None:
    hall.view.show_now.show_part(part)
    assert hall.view.show_now.thing.sort is sort


def test_people_are_asked_about_the_value_that_they_see(hall: Hall) -> None:
    hall.made.desk.selection.select_value(SAFE)
    hall.room.acts["room_check"].trigger()
    assert hall.view.show_now.thing == Thing(Sort.CHECK, (SAFE,))
    hall.room.acts["room_four"].trigger()
    assert hall.view.page.four
    hall.view.grab()


def test_a_point_in_an_empty_line_is_the_remote_and_in_words_a_letter(hall: Hall) -> None:
    QTest.keyClick(hall.line, KEY.Key_Period)
    assert hall.view.show_now.black
    QTest.keyClick(hall.line, KEY.Key_Period)
    QTest.keyClicks(hall.line, "B.")
    assert not hall.view.show_now.black
    assert hall.line.text() == "B."
    hall.room.close()
    hall.line.clear()
    QTest.keyClicks(hall.line, ".")
    assert hall.line.text() == "."


def test_a_remote_works_while_nothing_is_typed(hall: Hall) -> None:
    hall.line.clearFocus()
    QTest.keyClick(hall.window, KEY.Key_B)
    assert hall.view.show_now.black
    QTest.keyClick(hall.window, KEY.Key_PageDown)
    assert hall.view.show_now.thing.sort is Sort.STOP
