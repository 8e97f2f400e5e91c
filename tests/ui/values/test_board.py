"""The board under hands: choosing cards, putting them in values, naming values."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.stages import REST, SAFE, AtOnce, a_desk, a_store, nameless, nid, small_walk
from walkshop.domain.records import Membership
from walkshop.ui.values.panel import ValuesPanel

# The offscreen platform has no keyboard to give to a menu, and says so.
with_menu = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(qtbot):
    store = a_store(small_walk())
    made = ValuesPanel(a_desk(store), AtOnce())
    made.store, made.selection = store, made._selection
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def click(panel, column, nr, keys=NONE):
    cards = column.list
    place = cards.visualRect(cards.cards.index(cards.cards.row_of(nid(nr))))
    QTest.mouseClick(cards.viewport(), LEFT, keys, place.center())


def numbers(column):
    return [int(card.look.number) for card in column.list.cards.cards]


def test_columns_show_what_stands_under_each_value_and_under_none(panel):
    assert numbers(panel.board.not_placed) == [4, 5]
    assert numbers(panel.board.column(REST)) == [1, 2]
    assert numbers(panel.board.column(SAFE)) == [3]


def test_cards_are_chosen_across_columns_with_ctrl(panel):
    click(panel, panel.board.not_placed, 4)
    click(panel, panel.board.column(SAFE), 3, CTRL)
    assert panel.selection.in_hand.notes == {nid(4), nid(3)}
    click(panel, panel.board.column(REST), 1)
    assert panel.selection.in_hand.notes == {nid(1)}
    assert panel.board.not_placed.list.chosen() == []


def test_a_selection_made_elsewhere_is_shown_on_the_board(panel):
    panel.selection.select_notes([nid(2), nid(5)])
    assert [card.note for card in panel.board.column(REST).list.chosen()] == [nid(2)]
    assert [card.note for card in panel.board.not_placed.list.chosen()] == [nid(5)]
    assert panel.chosen.words.text() == "2 chosen"


@with_menu
def test_chosen_cards_are_put_in_a_value_from_the_menu(panel):
    panel.selection.select_notes([nid(4), nid(5)])
    QTest.mouseClick(panel.chosen.place, LEFT)
    menu = panel.findChild(QMenu)
    names = [action.text() for action in menu.actions()]
    assert names[:2] == ["Rest on the way", "Walk safely"]
    menu.actions()[1].trigger()
    menu.close()
    assert numbers(panel.board.column(SAFE)) == [3, 4, 5]
    assert panel.store.walk.note(nid(4)).membership is Membership.HAND


@with_menu
def test_enter_on_a_card_offers_the_values_and_delete_takes_it_out(panel):
    click(panel, panel.board.column(REST), 1)
    QTest.keyClick(panel.board.column(REST).list, Qt.Key.Key_Return)
    menu = panel.findChild(QMenu)
    assert menu.activeAction() is menu.actions()[0]
    menu.close()
    QTest.keyClick(panel.board.column(REST).list, Qt.Key.Key_Delete)
    assert numbers(panel.board.column(REST)) == [2]
    assert panel.store.walk.note(nid(1)).value is None


def test_arrows_go_from_column_to_column(panel, qtbot):
    click(panel, panel.board.not_placed, 5)
    QTest.keyClick(panel.board.not_placed.list, Qt.Key.Key_Right)
    assert panel.selection.in_hand.notes == {nid(2)}
    QTest.keyClick(panel.board.column(REST).list, Qt.Key.Key_Left)
    assert panel.selection.in_hand.notes == {nid(5)}


def test_a_value_is_made_of_the_chosen_notes_by_name(panel):
    panel.selection.select_notes([nid(4), nid(5)])
    QTest.keyClicks(panel.chosen.name, "Proud of our story")
    QTest.keyClick(panel.chosen.name, Qt.Key.Key_Return)
    made = panel.selection.in_hand.value
    assert panel.store.walk.value(made).name == "Proud of our story"
    assert numbers(panel.board.column(made)) == [4, 5]
    panel.store.undo()
    assert made not in panel.store.walk.values
    assert numbers(panel.board.not_placed) == [4, 5]


def test_a_value_without_a_name_is_refused_in_one_sentence(panel):
    panel.selection.select_note(nid(4))
    QTest.mouseClick(panel.chosen.make_button, LEFT)
    assert panel.chosen.refusal.text() == "A value needs a name. Use words of the room."
    assert len(panel.store.walk.values) == 2


def test_a_value_is_renamed_in_its_place(panel):
    head = panel.board.column(REST).title
    QTest.mouseDClick(head, LEFT, NONE, QPoint(10, 10))
    QTest.keyClicks(head.name, "Sit down anywhere")
    QTest.keyClick(head.name, Qt.Key.Key_Return)
    assert panel.store.walk.value(REST).name == "Sit down anywhere"
    assert head.accessibleName() == "Sit down anywhere"
    assert not head.name.isVisible()


def test_escape_leaves_a_name_as_it_was(panel):
    head = panel.board.column(REST).title
    QTest.keyClick(head, Qt.Key.Key_F2)
    QTest.keyClicks(head.name, "Something else")
    QTest.keyClick(head.name, Qt.Key.Key_Escape)
    assert panel.store.walk.value(REST).name == "Rest on the way"
    assert not head.name.isVisible()


def test_a_click_on_a_head_takes_the_value_in_hand(panel):
    QTest.mouseClick(panel.board.column(SAFE).title, LEFT)
    assert panel.selection.in_hand.value == SAFE
    QTest.keyClick(panel.board.column(REST).title, Qt.Key.Key_Return)
    assert panel.selection.in_hand.value == REST


def test_heads_are_equally_high(panel):
    heights = {column.head.height() for column in panel.board.columns()}
    assert len(heights) == 1


def test_every_control_has_a_name(panel):
    assert nameless(panel) == []
