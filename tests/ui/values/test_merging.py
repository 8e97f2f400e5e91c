"""Values as one and apart again, and the map and the form beside the board."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.stages import HERE, REST, SAFE, AtOnce, a_desk, a_store, nid, small_walk
from walkshop.domain.edits.values import change_value
from walkshop.domain.records import Point
from walkshop.i18n import msg
from walkshop.ui.values.panel import ValuesPanel

pytestmark = pytest.mark.slow

# The offscreen platform has no keyboard to give to a menu, and says so.
with_menu = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(qtbot):
    walk = small_walk()
    walk = walk.having(replace(walk.note(nid(4)), place=Point(HERE)))
    desk = a_desk(a_store(walk))
    made = ValuesPanel(desk, AtOnce())
    made.desk, made.store, made.selection = desk, desk.store, desk.selection
    made.side.map.canvas.view.calm = True
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def numbers(column):
    return [int(card.look.number) for card in column.list.cards.cards]


def choose(panel, words):
    """Press the entry of the open menu with these words, and close it."""
    (menu,) = [m for m in panel.findChildren(QMenu) if m.isVisible()]
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


@with_menu
def test_two_values_are_merged_from_the_bar_and_split_again(panel):
    panel.selection.select_value(SAFE)
    assert not panel.value_bar.split.isVisible()
    QTest.mouseClick(panel.value_bar.merge, LEFT)
    choose(panel, "Rest on the way")
    assert panel.selection.in_hand.value == REST
    assert numbers(panel.board.column(REST)) == [1, 2, 3]
    assert panel.board.column(REST).title.others.text() == "with “Walk safely”"
    QTest.mouseClick(panel.value_bar.split, LEFT)
    choose(panel, "Walk safely")
    assert numbers(panel.board.column(SAFE)) == [3]


def test_merging_is_one_step(panel):
    before = panel.store.walk.values
    panel.acts.merge(REST, SAFE)
    panel.store.undo()
    assert panel.store.walk.values == before
    assert numbers(panel.board.column(SAFE)) == [3]


@with_menu
def test_the_menu_of_a_head_locks_the_value_and_takes_it_in_hand(panel):
    head = panel.board.column(SAFE).title
    where = QPoint(10, 10)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, head.mapToGlobal(where))
    QApplication.sendEvent(head, event)
    choose(panel, "Lock")
    assert panel.store.walk.value(SAFE).locked
    assert panel.selection.in_hand.value == SAFE
    assert not panel.value_bar.merge.isEnabled()
    QTest.mouseClick(panel.value_bar.lock, LEFT)
    assert not panel.store.walk.value(SAFE).locked


def test_the_bar_renames_a_value_in_its_place(panel):
    panel.selection.select_value(REST)
    QTest.mouseClick(panel.value_bar.rename, LEFT)
    head = panel.board.column(REST).title
    QTest.keyClicks(head.name, "Sit")
    QTest.keyClick(head.name, Qt.Key.Key_Return)
    assert panel.store.walk.value(REST).name == "Sit"


def test_ctrl_l_locks_the_value_or_the_notes_in_hand(panel):
    panel.selection.select_notes([nid(1), nid(2)])
    panel.board.column(REST).list.setFocus()
    QTest.keyClick(panel.board.column(REST).list, Qt.Key.Key_L, CTRL)
    assert panel.acts.all_locked([nid(1), nid(2)])
    panel.selection.select_value(SAFE)
    QTest.keyClick(panel.board.column(REST).list, Qt.Key.Key_L, CTRL)
    assert panel.store.walk.value(SAFE).locked


def test_the_other_voice_stands_at_the_foot_of_its_value(panel):
    value, stamp = panel.store.walk.value(SAFE), panel.store.stamp()
    spoken = replace(value, counter_voice="Not for us.")
    panel.store.apply(msg("Words"), lambda walk: change_value(walk, spoken, stamp))
    assert panel.board.column(SAFE).foot.words.text() == "Not for us."
    assert panel.board.column(SAFE).foot.isVisible()
    assert not panel.board.column(REST).foot.isVisible()


def click_pin(panel, nr, keys=NONE):
    canvas = panel.side.map.canvas
    QTest.mouseClick(canvas, LEFT, keys, canvas.pin_box(nid(nr)).center().toPoint())


def test_a_pin_lights_its_card_and_ctrl_adds_another(panel, qtbot):
    canvas = panel.side.map.canvas
    qtbot.waitUntil(lambda: canvas.at_rest)
    click_pin(panel, 1)
    assert [card.note for card in panel.board.column(REST).list.chosen()] == [nid(1)]
    qtbot.waitUntil(lambda: canvas.at_rest)
    click_pin(panel, 4, CTRL)
    assert panel.selection.in_hand.notes == {nid(1), nid(4)}
    assert panel.side.map.chosen.words.text() == "2 chosen: 1 and 4"
    assert panel.side.map.chosen.isVisible()


def test_notes_without_a_pin_are_said_on_the_map(panel):
    panel.selection.select_notes([nid(1), nid(2)])
    said = panel.side.map.chosen.words.text()
    assert said == "2 chosen: 1 and 2. 1 is not on the map"


def test_the_map_shows_the_notes_in_view(panel):
    panel.desk.filter.want_words("playground")
    assert [pin.key for pin in panel.side.map.canvas.scene.pins.pins] == [nid(4)]


def test_a_value_in_hand_brings_its_form_and_lights_its_notes(panel):
    panel.selection.select_value(REST)
    assert panel.side.page == "form"
    assert panel.side.form.value.form.name.text() == "Rest on the way"
    assert panel.side.map.canvas.highlight.selected
    panel.selection.select_note(nid(1))
    assert panel.side.page == "map"


def test_the_form_of_a_note_stays_where_people_chose_it(panel):
    panel.selection.select_note(nid(1))
    QTest.mouseClick(panel.side.switch.button("form"), LEFT)
    assert panel.side.switch.button("form").text() == "Note"
    panel.selection.select_note(nid(2))
    assert panel.side.page == "form"
    QTest.mouseClick(panel.side.switch.button("map"), LEFT)
    panel.selection.select_note(nid(3))
    assert panel.side.page == "map"


def test_where_there_is_little_height_a_new_value_is_named_on_demand(panel, qtbot):
    panel.resize(1200, 420)
    assert not panel.chosen.name.isVisible()
    panel.selection.select_note(nid(4))
    panel.chosen.start_name()
    assert panel.chosen.name.isVisible()
    QTest.keyClicks(panel.chosen.name, "Play")
    QTest.keyClick(panel.chosen.name, Qt.Key.Key_Return)
    assert not panel.chosen.name.isVisible()
    assert panel.store.walk.note(nid(4)).value == panel.selection.in_hand.value


def test_a_narrow_place_shows_board_or_map_with_a_switch(panel):
    panel.resize(456, 600)
    assert panel.width() == 456
    assert panel.board.isVisible()
    assert not panel.side.isVisible()
    QTest.mouseClick(panel.halves.switch.button("side"), LEFT)
    assert panel.side.map.canvas.isVisible()
    assert not panel.board.isVisible()
    panel.resize(1200, 600)
    assert panel.board.isVisible()
    assert panel.side.isVisible()
