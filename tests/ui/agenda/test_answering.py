"""Answers on the agenda: to an action, to one note, to a whole group at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.domain.builders import STAMP, a_note
from tests.ui.stages import ENGLISH, REST, a_store, an_action, nid, small_walk
from walkshop.domain.edits.answers import check_answer, give_answers
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.records import (
    Answer,
    AnswerId,
    AnswerKind,
    AnswerState,
    ReasonKind,
    Subject,
)
from walkshop.i18n import msg
from walkshop.ui.agenda.answerform import PLACES
from walkshop.ui.agenda.panel import AgendaPanel
from walkshop.ui.agenda.side import OPEN
from walkshop.ui.selection import Selection

LEFT = Qt.MouseButton.LeftButton
ONE = an_action(1).id


@pytest.fixture
def panel(qtbot):
    store, selection = a_store(small_walk(an_action(1), an_action(2))), Selection()
    made = AgendaPanel(store, selection, ENGLISH)
    made.store, made.selection = store, selection
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.show()
    return made


def to_note(panel, nr):
    panel.side.choose(OPEN)
    panel.selection.select_note(nid(nr))
    return panel.open.form


def fill(field, words):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def given(panel, about, about_id):
    return AnswerBook(panel.store.walk).own(about, about_id)


def test_an_action_is_answered_in_its_form(panel):
    panel.selection.select_action(ONE)
    form = panel.page.answer
    form.answer.choose(AnswerKind.TAKEN_UP)
    fill(form.by, "District manager")
    form.state.choose(AnswerState.CONFIRMED)
    fill(form.on, "12 april 2027")
    answer = given(panel, Subject.ACTION, ONE)
    assert (answer.answer, answer.answered_by) == (AnswerKind.TAKEN_UP, "District manager")
    assert (answer.state, answer.on) == (AnswerState.CONFIRMED, date(2027, 4, 12))


def test_not_possible_asks_why_and_what_kind_of_reason(panel):
    panel.selection.select_action(ONE)
    form = panel.page.answer
    form.answer.choose(AnswerKind.CANNOT)
    assert form.refused()[0] == "because"
    form.because.setPlainText("There is no room.")
    form.because.finish()
    assert form.refused()[0] == "reason"
    assert given(panel, Subject.ACTION, ONE) is None
    form.reason.choose(ReasonKind.NOT_CHOSEN)
    assert form.refused() == ("", "")
    assert given(panel, Subject.ACTION, ONE).because == "There is no room."


def test_a_half_answer_waits_while_another_action_is_in_hand(panel):
    panel.selection.select_action(ONE)
    panel.page.answer.answer.choose(AnswerKind.LATER)
    panel.selection.select_action(an_action(2).id)
    assert panel.page.answer.draft.answer is None
    panel.selection.select_action(ONE)
    assert panel.page.answer.draft.answer is AnswerKind.LATER
    fill(panel.page.answer.due, "1 mei 2027")
    assert given(panel, Subject.ACTION, ONE).due == date(2027, 5, 1)


def test_an_answer_is_taken_back(panel):
    panel.selection.select_action(ONE)
    panel.page.answer.answer.choose(AnswerKind.KEEP)
    panel.page.answer.answer.choose(None)
    assert given(panel, Subject.ACTION, ONE) is None
    panel.store.undo()
    assert panel.page.answer.draft.answer is AnswerKind.KEEP


def test_what_has_no_answer_is_listed_and_counted_in_sight(panel):
    assert panel.side.button(OPEN).text() == "Without answer 5"
    form = to_note(panel, 4)
    form.answer.choose(AnswerKind.KEEP)
    QTest.mouseClick(panel.open.give, LEFT)
    assert given(panel, Subject.NOTE, nid(4)).on == STAMP.now.date()
    assert panel.side.button(OPEN).text() == "Without answer 4"
    assert panel.selection.in_hand.notes == {nid(5)}


def test_all_notes_of_a_value_are_answered_at_once(panel):
    form = to_note(panel, 1)
    panel.open.scope.choose(REST)
    assert panel.open.scope.currentText() == "all 2 of “Rest on the way” without an answer"
    form.answer.choose(AnswerKind.OTHER_PARTY)
    fill(form.whom, "the city")
    QTest.mouseClick(panel.open.give, LEFT)
    assert {given(panel, Subject.NOTE, nid(nr)).with_whom for nr in (1, 2)} == {"the city"}
    panel.store.undo()
    assert given(panel, Subject.NOTE, nid(1)) is None


def test_several_chosen_notes_get_one_answer_each(panel):
    panel.side.choose(OPEN)
    panel.selection.select_notes([nid(3), nid(5)])
    panel.open.form.answer.choose(AnswerKind.EXPLAINED)
    QTest.mouseClick(panel.open.give, LEFT)
    ids = {given(panel, Subject.NOTE, nid(nr)).id for nr in (3, 5)}
    assert len(ids) == 2


def test_without_an_answer_chosen_it_asks_for_one(panel):
    to_note(panel, 4)
    QTest.mouseClick(panel.open.give, LEFT)
    assert panel.open.form.refused() == ("answer", "Choose an answer first.")


def test_a_note_set_aside_is_not_answered(qtbot):
    aside = a_note(9, "Later perhaps", set_apart=True)
    store, selection = a_store(small_walk(aside)), Selection()
    panel = AgendaPanel(store, selection, ENGLISH)
    qtbot.addWidget(panel)
    panel.side.choose(OPEN)
    selection.select_note(nid(9))
    panel.open.form.answer.choose(AnswerKind.KEEP)
    panel.open.answer()
    assert "set aside" in panel.open.form.refused()[1]


def test_answers_that_follow_on_a_date_are_counted_apart(panel):
    waits = Answer(id=AnswerId("w"), about=Subject.NOTE, about_id=nid(4), due=date(2027, 5, 1),
                   answer=AnswerKind.PENDING, answered_by="Manager")  # fmt: skip
    panel.store.apply(msg("x"), lambda walk: give_answers(walk, [waits], STAMP))
    panel.side.choose(OPEN)
    assert panel.open._waiting.text() == "1 note waits for an answer"
    assert nid(4) not in [card.note for card in panel.open.list.cards.cards]


def test_every_refusal_of_an_answer_has_its_field():
    walk = small_walk()
    bare = Answer(id=AnswerId("x"), about=Subject.NOTE, about_id=nid(1), answer=AnswerKind.KEEP)
    lacking = [
        {"answer": AnswerKind.CANNOT},
        {"answer": AnswerKind.CANNOT, "because": "No room"},
        {"answer": AnswerKind.LATER},
        {"answer": AnswerKind.PENDING, "due": date(2027, 5, 1)},
        {"answer": AnswerKind.OTHER_PARTY},
        {"answer": AnswerKind.REPORTED},
    ]
    for fields in lacking:
        with pytest.raises(WalkshopError) as refusal:
            check_answer(walk, replace(bare, **fields))
        assert refusal.value.message in PLACES
