"""The order of the agenda: dragged by hand or pushed by keys, each one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.stages import ENGLISH, a_store, an_action, small_walk
from walkshop.domain.queries.actions import agenda
from walkshop.domain.records import Term
from walkshop.ui.agenda.panel import AgendaPanel
from walkshop.ui.selection import Selection

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def panel(qtbot):
    actions = [an_action(1), an_action(2), an_action(3), an_action(4, term=Term.LONG)]
    store, selection = a_store(small_walk(*actions)), Selection()
    made = AgendaPanel(store, selection, ENGLISH)
    made.store, made.selection = store, selection
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    return made


def order(panel):
    return [action.nr for action in agenda(panel.store.walk)]


def drag(panel, row, to_y):
    table = panel.table
    on = table.visualRect(table.rows.index(row, 1)).center()
    view = table.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=on)
    QTest.mouseMove(view, on + QPoint(0, 30))
    QTest.mouseMove(view, QPoint(on.x(), to_y))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(on.x(), to_y))


def test_alt_and_an_arrow_push_an_action_and_undo_brings_it_back(panel):
    panel.selection.select_action(an_action(2).id)
    QTest.keyClick(panel.table, Qt.Key.Key_Up, ALT)
    assert order(panel) == [2, 1, 3, 4]
    QTest.keyClick(panel.table, Qt.Key.Key_Down, ALT)
    assert order(panel) == [1, 2, 3, 4]
    panel.store.undo()
    assert order(panel) == [2, 1, 3, 4]


def test_the_action_that_is_pushed_stays_in_hand(panel):
    panel.selection.select_action(an_action(3).id)
    QTest.keyClick(panel.table, Qt.Key.Key_Up, ALT)
    assert panel.selection.in_hand.action == an_action(3).id
    assert panel.table.currentIndex().row() == 2


def test_pushed_over_the_edge_it_goes_to_the_other_part(panel):
    panel.selection.select_action(an_action(3).id)
    QTest.keyClick(panel.table, Qt.Key.Key_Down, ALT)
    assert panel.store.walk.action(an_action(3).id).term is Term.LONG
    assert order(panel) == [1, 2, 3, 4]
    QTest.keyClick(panel.table, Qt.Key.Key_Up, ALT)
    assert panel.store.walk.action(an_action(3).id).term is Term.SHORT


def test_the_first_and_the_last_stay_where_they_are(panel):
    panel.selection.select_action(an_action(1).id)
    QTest.keyClick(panel.table, Qt.Key.Key_Up, ALT)
    panel.selection.select_action(an_action(4).id)
    QTest.keyClick(panel.table, Qt.Key.Key_Down, ALT)
    assert order(panel) == [1, 2, 3, 4]
    assert panel.store.walk.action(an_action(4).id).term is Term.LONG


def test_an_action_that_is_dragged_lands_between_two_rows(panel):
    top = panel.table.rowViewportPosition(1)
    drag(panel, 3, top + 2)
    assert order(panel) == [3, 1, 2, 4]
    panel.store.undo()
    assert order(panel) == [1, 2, 3, 4]


def test_an_action_that_is_dragged_into_the_other_part_gets_its_term(panel):
    last = panel.table.rowViewportPosition(5) + panel.table.rowHeight(5)
    drag(panel, 1, last)
    assert panel.store.walk.action(an_action(1).id).term is Term.LONG
    assert order(panel) == [2, 3, 4, 1]


def test_a_click_moves_nothing(panel):
    on = panel.table.visualRect(panel.table.rows.index(2, 1)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=on)
    assert panel.selection.in_hand.action == an_action(2).id
    assert order(panel) == [1, 2, 3, 4]
