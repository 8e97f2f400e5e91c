"""The inspector under hands: what it shows of the thing in hand, and what is decided there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.domain.builders import STAMP, a_note
from tests.ui.stages import ENGLISH, REST, SAFE, a_store, an_action, nameless, nid, small_walk
from walkshop.domain.edits.answers import give_answers
from walkshop.domain.records import (
    NOT_YET,
    WHOLE,
    ActionStatus,
    Answer,
    AnswerId,
    AnswerKind,
    AtStop,
    Kind,
    Membership,
    Quadrant,
    Side,
    StopId,
    Subject,
    ThemeId,
)
from walkshop.i18n import msg
from walkshop.ui.inspector.panel import Inspector
from walkshop.ui.selection import Selection

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def inspector(qtbot):
    benches = an_action(2, what="Place three benches", values=(REST,), leader="Parks",
                        first_date=date(2027, 4, 20), leader_yes_on=date(2027, 3, 8),
                        status=ActionStatus.AGREED)  # fmt: skip
    store, selection = a_store(small_walk(benches)), Selection()
    made = Inspector(store, selection, ENGLISH)
    made.store, made.selection = store, selection
    qtbot.addWidget(made)
    made.resize(388, 700)
    made.show()
    return made


def steps(page):
    return [(step.label, step.title, step.done) for step in page.steps.steps]


def answer(about, about_id, **fields):
    given = Answer(id=AnswerId("x"), about=about, about_id=about_id, answer=AnswerKind.KEEP)
    return replace(given, **fields)


def test_nothing_in_hand_says_what_to_do(inspector):
    assert inspector.page is inspector.empty


def test_a_thread_shows_what_happened_and_what_has_not(inspector):
    inspector.selection.select_note(nid(1))
    assert steps(inspector.note) == [
        ("Note", "1", True),
        ("Value", "Rest on the way", True),
        ("Action 2", "Place three benches", True),
        ("Answer", "", False),
        ("Told", "", False),
    ]


def test_a_note_that_nobody_took_up_is_dashed_all_the_way(inspector):
    inspector.selection.select_note(nid(5))
    assert [done for _label, _title, done in steps(inspector.note)] == [True] + [False] * 4


def test_a_thread_follows_the_walk_to_the_answer_and_the_telling(inspector):
    inspector.selection.select_note(nid(1))
    told = answer(Subject.NOTE, nid(1), because="It is fine.", told_on=date(2027, 5, 1))
    inspector.store.apply(msg("Answer"), lambda walk: give_answers(walk, [told], STAMP))
    given, telling = inspector.note.steps.steps[-2:]
    assert (given.title, given.lines[0], given.done) == ("Stays as it is", "It is fine.", True)
    assert (telling.title, telling.done) == ("Saturday 1 May 2027", True)
    inspector.store.undo()
    assert not inspector.note.steps.steps[-1].done


def test_kind_and_themes_are_chosen_at_once(inspector):
    inspector.selection.select_note(nid(5))
    fields = inspector.note.fields
    assert fields.kind.currentText() == "No kind yet"
    fields.kind.choose(Kind.IDEA)
    fields.theme.choose(ThemeId("cultuur"))
    fields.second.choose(ThemeId("wonen"))
    note = inspector.store.walk.note(nid(5))
    assert (note.kind, note.kind_chosen) == (Kind.IDEA, True)
    assert (note.theme, note.theme2) == ("cultuur", "wonen")
    assert fields.kind.findText("No kind yet") == -1
    inspector.store.undo()
    assert fields.second.currentText() == "No second theme"


def test_a_place_is_confirmed_moved_and_taken_away(inspector):
    inspector.selection.select_note(nid(1))
    fields = inspector.note.fields
    QTest.mouseClick(fields.confirm, LEFT)
    assert inspector.store.walk.note(nid(1)).place.assumed is False
    assert not fields.confirm.isVisible()
    for place in (WHOLE, AtStop(StopId("stop")), NOT_YET):
        fields.place.choose(place)
        assert inspector.store.walk.note(nid(1)).place == place
    assert fields.place.currentText() == "Not placed yet"


def test_a_note_is_put_in_a_value_and_taken_out(inspector):
    inspector.selection.select_note(nid(4))
    inspector.note.fields.value.choose(SAFE)
    assert inspector.store.walk.note(nid(4)).value == SAFE
    inspector.note.fields.value.choose(None)
    assert inspector.store.walk.note(nid(4)).value is None


def test_a_locked_note_stays_and_the_field_shows_it(qtbot):
    locked = a_note(1, "Bench", value=REST, membership=Membership.LOCKED)
    store, selection = a_store(small_walk(locked)), Selection()
    made = Inspector(store, selection, ENGLISH)
    qtbot.addWidget(made)
    selection.select_note(nid(1))
    refusals = []
    store.refused.connect(refusals.append)
    made.note.fields.value.choose(SAFE)
    assert [str(refusal) for refusal in refusals] == [
        "Note 1 is locked in its value. Unlock it first."
    ]
    assert made.note.fields.value.thing == REST


def test_several_notes_show_their_count_and_are_grouped_in_one_step(inspector):
    inspector.selection.select_notes([nid(3), nid(4), nid(5)])
    assert inspector.page is inspector.many
    inspector.many.value.choose(REST)
    assert {inspector.store.walk.note(nid(nr)).value for nr in (3, 4, 5)} == {REST}
    inspector.store.undo()
    QTest.keyClicks(inspector.many.name, "All of them")
    QTest.mouseClick(inspector.many.make, LEFT)
    assert "All of them" in [value.name for value in inspector.store.walk.values.values()]


def test_a_value_without_a_name_is_refused_where_it_is_typed(inspector):
    inspector.selection.select_notes([nid(4), nid(5)])
    QTest.mouseClick(inspector.many.make, LEFT)
    assert inspector.many.form.refused()[1].startswith("A value needs a name.")


def test_a_value_in_hand_is_worded_field_by_field(inspector):
    inspector.selection.select_value(REST)
    form = inspector.value.form
    form.sentence.setPlainText("We find it important that you can sit down.")
    form.sentence.finish()
    form.sign.setPlainText("A bench every few minutes")
    form.sign.finish()
    form.counter.setPlainText("Benches attract noise")
    form.counter.finish()
    form.question.choose(Quadrant.INCLUSION)
    form.side.choose(Side.BOTH)
    value = inspector.store.walk.value(REST)
    assert value.statement == "We find it important that you can sit down."
    assert (value.sign, value.counter_voice) == (
        "A bench every few minutes",
        "Benches attract noise",
    )
    assert (value.quadrant, value.side) == (Quadrant.INCLUSION, Side.BOTH)
    assert form.question.currentText() == "3  Can everyone take part and get everywhere?"


def test_a_value_keeps_its_name_when_none_is_typed(inspector):
    inspector.selection.select_value(REST)
    inspector.value.form.name.clear()
    QTest.keyClick(inspector.value.form.name, Qt.Key.Key_Return)
    assert inspector.store.walk.value(REST).name == "Rest on the way"
    assert inspector.value.form.refused()[0] == "name"


def test_a_value_is_removed_only_when_no_action_is_done_for_it(inspector):
    inspector.selection.select_value(SAFE)
    QTest.mouseClick(inspector.value.remove, LEFT)
    assert SAFE not in inspector.store.walk.values
    assert inspector.page is inspector.empty
    inspector.store.undo()
    inspector.selection.select_value(REST)
    QTest.mouseClick(inspector.value.remove, LEFT)
    assert REST in inspector.store.walk.values


def test_an_action_in_hand_is_shown_in_short(inspector):
    inspector.selection.select_action(an_action(2).id)
    assert steps(inspector.action)[:2] == [
        ("Value", "Rest on the way", True),
        ("Action 2", "Place three benches", True),
    ]


def test_every_control_has_a_name(inspector):
    for page in (inspector.note, inspector.many, inspector.value):
        assert nameless(page) == []
