"""Asking later how far an action is, and the fields that are folded away."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.stages import ENGLISH, a_store, an_action, small_walk
from walkshop.domain.records import ActionStatus, Money, Residents, Scale, StatusRound
from walkshop.ui.agenda.panel import AgendaPanel
from walkshop.ui.selection import Selection

ONE = an_action(1).id
AGREED = {"status": ActionStatus.AGREED, "leader": "Parks", "first_date": date(2027, 4, 20),
          "leader_yes_on": date(2027, 3, 8)}  # fmt: skip


@pytest.fixture
def page(qtbot):
    store, selection = a_store(small_walk(an_action(1, **AGREED), an_action(2))), Selection()
    made = AgendaPanel(store, selection, ENGLISH)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    selection.select_action(ONE)
    made.page.store, made.page.selection = store, selection
    return made.page


def action(page):
    return page.store.walk.action(ONE)


def fill(field, words):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_only_what_was_agreed_is_asked_after(page):
    assert page.rounds.isVisible()
    page.selection.select_action(an_action(2).id)
    assert not page.rounds.isVisible()


def test_each_round_stays_with_its_day_and_words(page):
    page.rounds.words.setPlainText("Two of three stand")
    fill(page.rounds.on, "21 april 2027")
    fill(page.rounds.next, "1 juni 2027")
    QTest.mouseClick(page.rounds.add, Qt.MouseButton.LeftButton)
    told = StatusRound(date(2027, 4, 21), ActionStatus.BEGUN, "Two of three stand")
    assert action(page).rounds == (told,)
    assert (action(page).status, action(page).next_check) == (ActionStatus.BEGUN, date(2027, 6, 1))
    assert page.rounds.line_of(told) == "21 April 2027: begun. Two of three stand"
    assert page.rounds.words.text() == ""
    assert page.rounds.status.thing is ActionStatus.DONE
    page.store.undo()
    assert action(page).rounds == ()


def test_a_round_that_stops_it_asks_why(page):
    page.rounds.status.choose(ActionStatus.STOPPED)
    page.rounds.tell()
    assert page.rounds.form.refused()[0] == "words"
    page.rounds.words.setPlainText("The money is gone")
    page.rounds.tell()
    assert action(page).stopped_because == "The money is gone"


def test_a_day_that_is_none_is_not_told(page):
    fill(page.rounds.on, "soon")
    assert page.rounds.form.refused()[0] == "on"
    page.rounds.tell()
    assert action(page).rounds == ()


def test_fields_that_are_rarely_filled_in_are_folded_and_counted(page):
    more = page.form.more
    assert not more.money.isVisible()
    QTest.mouseClick(more.button, Qt.MouseButton.LeftButton)
    more.residents.choose(Residents.WITH_HELP)
    more.decided_at.choose(Scale.CITY)
    more.money.choose(Money.TO_1000)
    fill(more.exists, "Two benches")
    fill(more.decision_by, "The council")
    fill(more.money_source, "Area fund")
    fill(more.ready_on, "1 juni 2027")
    now = action(page)
    assert (now.residents, now.decided_at, now.money) == (
        Residents.WITH_HELP, Scale.CITY, Money.TO_1000,
    )  # fmt: skip
    assert (now.exists, now.decision_by, now.money_source) == (
        "Two benches", "The council", "Area fund",
    )  # fmt: skip
    assert now.ready_on == date(2027, 6, 1)
    more.turn()
    assert more.button.accessibleName() == "More to fill in (7 filled in)"
    assert not more.money.isVisible()
