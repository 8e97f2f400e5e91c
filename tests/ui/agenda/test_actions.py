"""The agenda under hands: actions by form, refusals under their field, the top three."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.domain.builders import STAMP
from tests.ui.stages import (
    ENGLISH,
    REST,
    SAFE,
    a_store,
    an_action,
    nameless,
    nid,
    small_walk,
)
from walkshop.domain.edits.actions import change_action, check_action
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import ActionStatus, Term
from walkshop.i18n import language, msg
from walkshop.ui.agenda.actionform import PLACES
from walkshop.ui.agenda.panel import AgendaPanel
from walkshop.ui.agenda.rows import AgendaModel, Cell
from walkshop.ui.selection import Selection

LEFT = Qt.MouseButton.LeftButton
WARNING = QAbstractItemModelTester.FailureReportingMode.Warning
ONE = an_action(1).id


def open_agenda(qtbot, walk, words=ENGLISH):
    store, selection = a_store(walk), Selection()
    made = AgendaPanel(store, selection, words)
    made.store, made.selection = store, selection
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.show()
    return made


@pytest.fixture
def panel(qtbot):
    later = an_action(2, what="Ask for a desk", term=Term.LONG)
    return open_agenda(qtbot, small_walk(an_action(1, what="Place benches", values=(REST,)), later))


def fill(field, words):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def action(panel, key=ONE):
    return panel.store.walk.action(key)


def titles(panel):
    return [row.words[0] for row in panel.table.rows.rows if row.action is None]


def test_the_table_has_two_parts_in_the_order_of_the_agenda(panel):
    assert titles(panel) == ["Now and within a year", "Later"]
    assert [row.words[Cell.WHAT] for row in panel.table.rows.rows if row.action] == [
        "Place benches",
        "Ask for a desk",
    ]


def test_a_row_a_card_and_the_selection_are_one(panel):
    panel.table.selectRow(1)
    assert panel.selection.in_hand.action == ONE
    panel.selection.select_action(an_action(2).id)
    assert panel.table.currentIndex().row() == 3
    assert panel.page.form.action.what == "Ask for a desk"


def test_each_field_takes_effect_when_the_person_goes_on(panel):
    panel.selection.select_action(ONE)
    form = panel.page.form
    fill(form.leader, "Parks")
    fill(form.helpers, "Residents")
    fill(form.where, "Boezemsingel")
    fill(form.first_step, "Walk the route together")
    fill(form.date, "20 april 2027")
    form.term.choose(Term.NOW)
    form.values.tick(SAFE)
    now = action(panel)
    assert (now.leader, now.helpers, now.place_words) == ("Parks", "Residents", "Boezemsingel")
    assert (now.first_step, now.first_date) == ("Walk the route together", date(2027, 4, 20))
    assert (now.term, now.values) == (Term.NOW, (REST, SAFE))
    assert form.date.text() == "20 April 2027"


def test_an_agreement_asks_for_what_lacks_one_field_at_a_time(panel):
    panel.selection.select_action(ONE)
    form = panel.page.form
    QTest.mouseClick(panel.page.agree, LEFT)
    assert form.refused()[0] == "leader"
    fill(form.leader, "everyone")
    assert form.refused() == ("leader", "“Everyone” is no one. Who starts?")
    fill(form.leader, "gemeente")
    assert form.refused()[0] == "leader"
    fill(form.leader, "gemeente, stadsbeheer")
    assert form.refused()[0] == "date"
    fill(form.date, "20-4-2027")
    assert form.refused()[0] == "yes"
    fill(form.yes, "vandaag")
    assert form.refused() == ("", "")
    assert action(panel).status is ActionStatus.AGREED
    assert not panel.page.agree.isVisible()


def test_as_soon_as_possible_is_refused_and_the_focus_stays(panel):
    panel.selection.select_action(ONE)
    fill(panel.page.form.date, "asap")
    assert panel.page.form.refused() == (
        "date",
        "Choose a day or a week. “As soon as possible” cannot be checked later.",
    )
    assert panel.focusWidget() is panel.page.form.date
    assert action(panel).first_date is None


def test_a_stop_asks_for_its_reason(panel):
    panel.selection.select_action(ONE)
    panel.page.form.status.choose(ActionStatus.STOPPED)
    assert panel.page.form.refused()[0] == "stopped"
    fill(panel.page.form.stopped, "The money went elsewhere")
    assert action(panel).status is ActionStatus.STOPPED


def test_a_new_action_for_the_value_in_hand_is_born_with_its_words(panel):
    panel.selection.select_value(SAFE)
    QTest.mouseClick(panel.bar.new, LEFT)
    assert len(panel.store.walk.actions) == 2
    panel.page.form.what.setPlainText("Check the pavements")
    panel.page.form.what.finish()
    made = panel.store.walk.action(panel.selection.in_hand.action)
    assert (made.nr, made.what, made.values) == (3, "Check the pavements", (SAFE,))
    panel.store.undo()
    assert len(panel.store.walk.actions) == 2


def test_a_new_action_of_chosen_notes_keeps_what_is_filled_in_before_its_words(panel):
    panel.selection.select_notes([nid(1), nid(3)])
    panel.start_new()
    fill(panel.page.form.leader, "Residents")
    assert panel.page.form.refused()[0] == "what"
    panel.page.form.what.setPlainText("Count the benches")
    panel.page.form.what.finish()
    made = panel.store.walk.action(panel.selection.in_hand.action)
    assert (made.leader, made.notes) == ("Residents", (nid(1), nid(3)))


def test_three_stand_on_top_and_a_fourth_is_refused(qtbot):
    top = [an_action(nr, top=nr) for nr in (1, 2, 3)]
    panel = open_agenda(qtbot, small_walk(*top, an_action(4)))
    panel.selection.select_action(an_action(4).id)
    QTest.keyClick(panel.page.form.top, Qt.Key.Key_Space)
    assert (
        panel.page.form.refused()[1] == "There are three already: 1, 2 and 3. Take one out first."
    )
    assert not panel.page.form.top.isChecked()
    QTest.mouseClick(panel.top.cards[1], LEFT)
    assert panel.selection.in_hand.action == an_action(2).id
    QTest.keyClick(panel.page.form.top, Qt.Key.Key_Space)
    panel.selection.select_action(an_action(4).id)
    QTest.keyClick(panel.page.form.top, Qt.Key.Key_Space)
    assert panel.store.walk.action(an_action(4).id).top == 2


def test_an_idea_is_removed_and_comes_back_by_undo(panel):
    panel.selection.select_action(ONE)
    QTest.mouseClick(panel.page.remove, LEFT)
    assert ONE not in panel.store.walk.actions
    panel.store.undo()
    assert [row.action for row in panel.table.rows.rows][1] == ONE


def test_a_change_made_elsewhere_is_shown_in_table_card_and_form(panel):
    panel.selection.select_action(ONE)
    other = replace(action(panel), what="Place three benches", top=1)
    panel.store.apply(msg("x"), lambda walk: change_action(walk, other, STAMP))
    assert panel.table.rows.rows[1].words[Cell.WHAT] == "Place three benches"
    assert panel.page.form.what.text() == "Place three benches"
    assert panel.top.cards[0].accessibleName() == "1 Place three benches"


def test_every_refusal_of_an_action_has_its_field():
    yes = {"leader": "Parks", "first_date": date(2027, 4, 20), "leader_yes_on": date(2027, 3, 8)}
    lacking = [
        {"what": ""}, {"leader": "iedereen"}, {"status": ActionStatus.STOPPED},
        *({**yes, "status": ActionStatus.AGREED, key: None} for key in yes if key != "leader"),
        {**yes, "status": ActionStatus.AGREED, "leader": ""},
        {**yes, "status": ActionStatus.AGREED, "leader": "gemeente"},
    ]  # fmt: skip
    for fields in lacking:
        with pytest.raises(WalkshopError) as refusal:
            check_action(an_action(1, **fields))
        assert refusal.value.message in PLACES


def test_an_agenda_without_actions_says_that_this_is_fine(qtbot):
    panel = open_agenda(qtbot, small_walk())
    assert panel.empty.isVisible()
    assert not panel.table.isVisible()


def test_the_table_is_a_sound_model_while_actions_come_and_go(qapp):
    model = AgendaModel(ENGLISH)
    tester = QAbstractItemModelTester(model, WARNING)
    for walk in (small_walk(an_action(1)), small_walk(an_action(1, leader="x")), small_walk()):
        assert model.show_walk(walk, frozenset(walk.actions))
    tester.deleteLater()


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_control_has_a_name(qtbot, code):
    panel = open_agenda(qtbot, small_walk(an_action(1, top=1)), language(code))
    panel.selection.select_action(ONE)
    assert nameless(panel) == []


def test_in_a_small_window_the_table_and_the_form_take_turns(panel):
    panel.resize(456, 290)
    assert panel.table.isVisible()
    assert not panel.page.isVisible()
    row = panel.table.visualRect(panel.table.rows.index(panel.table.rows.row_of(ONE), 1))
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=row.center())
    assert panel.page.form.what.isVisible()
    assert not panel.table.isVisible()
    assert panel.page.form.action.id == ONE
    panel.side.button("table").click()
    assert panel.table.isVisible()
    panel.resize(1400, 800)
    assert panel.table.isVisible()
    assert panel.page.form.what.isVisible()
    assert not panel.side.button("table").isVisible()


def test_a_new_action_is_reached_in_a_small_window(panel):
    panel.resize(456, 290)
    panel.bar.new.click()
    assert panel.page.form.what.isVisible()
    QTest.keyClicks(panel.page.form.what, "Count benches")
    QTest.keyClick(panel.page.form.what, Qt.Key.Key_Tab)
    assert len(panel.store.walk.actions) == 3
