"""Cards carried over the board by hand and by keys, locked where they stand, and narrowed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.stages import REST, SAFE, AtOnce, a_desk, a_store, nid, small_walk
from walkshop.domain.edits.values import lock_value
from walkshop.domain.records import Membership
from walkshop.i18n import msg
from walkshop.ui.values.carrying import card_picture, cards_data, carried_cards
from walkshop.ui.values.panel import ValuesPanel
from walkshop.ui.widgets.cards import tack_box

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def panel(qtbot):
    desk = a_desk(a_store(small_walk()))
    made = ValuesPanel(desk, AtOnce())
    made.desk, made.store, made.selection = desk, desk.store, desk.selection
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def numbers(column):
    return [int(card.look.number) for card in column.list.cards.cards]


def enter(column, *notes):
    data = cards_data([(nr, nid(nr)) for nr in notes])
    event = QDragEnterEvent(QPoint(20, 20), MOVE, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(column, event)
    return data, event.isAccepted()


def drop(column, *notes):
    data, taken = enter(column, *notes)
    QApplication.sendEvent(column, QDragMoveEvent(QPoint(20, 30), MOVE, data, LEFT, NONE))
    if taken:
        QApplication.sendEvent(column, QDropEvent(QPointF(20, 30), MOVE, data, LEFT, NONE))
    return taken


def test_what_travels_comes_back_as_it_was():
    assert carried_cards(cards_data([(4, nid(4)), (12, nid(12))])) == [(4, nid(4)), (12, nid(12))]


def test_many_cards_are_put_down_in_a_value_as_one_step(panel):
    assert drop(panel.board.column(SAFE), 1, 4, 5)
    assert numbers(panel.board.column(SAFE)) == [1, 3, 4, 5]
    assert panel.store.walk.note(nid(4)).membership is Membership.HAND
    panel.store.undo()
    assert (numbers(panel.board.column(REST)), numbers(panel.board.not_placed)) == ([1, 2], [4, 5])


def test_a_card_put_down_where_none_has_a_value_is_taken_out(panel):
    assert drop(panel.board.not_placed, 3)
    assert panel.store.walk.note(nid(3)).value is None
    assert numbers(panel.board.not_placed) == [3, 4, 5]


def test_cards_that_stand_there_already_are_not_taken(panel):
    before = panel.store.walk
    assert not drop(panel.board.column(REST), 1, 2)
    assert panel.store.walk is before


def test_a_line_shows_where_a_card_lands_and_goes_when_it_leaves(panel):
    column = panel.board.column(REST)
    enter(column, 4)
    assert column.list._landing == 2
    QApplication.sendEvent(column, QDragLeaveEvent())
    assert column.list._landing is None


def test_the_board_moves_along_while_cards_are_held_at_its_edge(panel, qtbot):
    panel.resize(700, 600)
    bar = panel.board.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    view = panel.board.viewport()
    panel.board.edges.hover(view.mapToGlobal(QPoint(view.width() - 4, 50)))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    panel.board.edges.hover(None)


def test_the_picture_of_several_cards_is_larger_than_that_of_one(panel):
    cards = panel.board.column(REST).list
    place = cards.visualRect(cards.cards.index(0))
    one, many = card_picture(cards.viewport(), place, 1), card_picture(cards.viewport(), place, 3)
    assert one.deviceIndependentSize().toSize() == place.size()
    assert many.width() > one.width()


def test_pulling_a_card_carries_all_that_is_chosen(panel, monkeypatch):
    carried = []
    monkeypatch.setattr("walkshop.ui.values.board.carry", lambda *given: carried.append(given[3]))
    panel.selection.select_notes([nid(1), nid(4)])
    cards = panel.board.column(REST).list
    start = cards.visualRect(cards.cards.index(0)).center()
    QTest.mousePress(cards.viewport(), LEFT, NONE, start)
    for step in (10, 20, 40):
        QTest.mouseMove(cards.viewport(), start + QPoint(step, 0))
    QTest.mouseRelease(cards.viewport(), LEFT, NONE, start + QPoint(40, 0))
    assert carried == [[(4, nid(4)), (1, nid(1))]]


def test_ctrl_and_an_arrow_takes_cards_to_the_next_column_and_the_focus_along(panel):
    cards = panel.board.not_placed.list
    cards.setFocus()
    panel.selection.select_notes([nid(4), nid(5)], nid(4))
    QTest.keyClick(cards, Qt.Key.Key_Right, CTRL)
    assert numbers(panel.board.column(REST)) == [1, 2, 4, 5]
    assert panel.board.column(REST).list.hasFocus()
    QTest.keyClick(panel.board.column(REST).list, Qt.Key.Key_Right, CTRL)
    assert numbers(panel.board.column(SAFE)) == [3, 4, 5]
    QTest.keyClick(panel.board.column(SAFE).list, Qt.Key.Key_Right, CTRL)
    assert numbers(panel.board.column(SAFE)) == [3, 4, 5]


def test_the_card_with_the_focus_is_the_one_that_was_chosen_elsewhere(panel):
    cards = panel.board.column(REST).list
    cards.setFocus(Qt.FocusReason.MouseFocusReason)
    panel.selection.select_note(nid(2))
    assert cards.cards.card(cards.currentIndex()).note == nid(2)
    assert not cards.painter.rings
    panel.selection.select_note(nid(3))
    assert panel.board.column(SAFE).list.hasFocus()
    QTest.keyClick(panel.board.column(SAFE).list, Qt.Key.Key_Home)
    assert panel.board.column(SAFE).list.painter.rings


def test_a_thumbtack_locks_a_card_and_a_locked_card_stays(panel):
    cards = panel.board.column(REST).list
    place = cards.visualRect(cards.cards.index(0)).toRectF()
    tack = tack_box(cards.painter.box(place)).center().toPoint()
    QTest.mouseClick(cards.viewport(), LEFT, NONE, tack)
    assert panel.store.walk.note(nid(1)).membership is Membership.LOCKED
    assert cards.cards.cards[0].name.endswith("locked")
    said = []
    panel.store.refused.connect(said.append)
    drop(panel.board.column(SAFE), 1)
    assert numbers(panel.board.column(REST)) == [1, 2]
    assert len(said) == 1
    QTest.mouseClick(cards.viewport(), LEFT, NONE, tack)
    assert panel.store.walk.note(nid(1)).membership is Membership.HAND


def test_a_locked_value_takes_no_cards(panel):
    stamp = panel.store.stamp()
    panel.store.apply(msg("Lock"), lambda walk: lock_value(walk, SAFE, True, stamp))
    drop(panel.board.column(SAFE), 4)
    assert numbers(panel.board.column(SAFE)) == [3]
    assert panel.board.column(SAFE).title.accessibleName() == "Walk safely, locked"


def test_the_filter_narrows_the_board_and_heads_say_of_how_many(panel):
    panel.desk.filter.want_words("benches few")
    assert numbers(panel.board.column(REST)) == [1]
    assert panel.board.column(REST).title.few.text() == "1 of 2"
    assert numbers(panel.board.not_placed) == []
    assert panel.board.not_placed.empty.text() == "Nothing here is in view now."
    panel.desk.filter.clear()
    assert numbers(panel.board.column(REST)) == [1, 2]
    assert not panel.board.column(REST).title.few.isVisible()


def test_an_edit_draws_the_board_once(panel, monkeypatch):
    drawn = []
    show = panel.board.show_walk
    monkeypatch.setattr(panel.board, "show_walk", lambda *all: (drawn.append(1), show(*all)))
    panel.acts.put_in([nid(4)], REST)
    assert len(drawn) == 1
