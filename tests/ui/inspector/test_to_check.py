"""Nakijken: each reason to look at a note has its act, and what is good does not come back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.domain.builders import a_note, a_walk
from tests.ui.stages import ENGLISH, a_store, nid
from walkshop.domain.geo import LonLat
from walkshop.domain.records import WHOLE, Guess, Kind, Point, ThemeId
from walkshop.ui.filtering import Filter
from walkshop.ui.inspector.panel import Inspector
from walkshop.ui.selection import Selection

LEFT = Qt.MouseButton.LeftButton
DONE = {"kind": Kind.IDEA, "kind_chosen": True, "theme": ThemeId("werk"), "place": WHOLE}


@pytest.fixture
def look(qtbot):
    def at(*notes):
        store, selection = a_store(a_walk(*notes)), Selection()
        narrowing = Filter(store, store)
        made = Inspector(store, selection, ENGLISH)
        made.store, made.checks = store, narrowing.checks
        qtbot.addWidget(made)
        made.resize(388, 900)
        made.show()
        with qtbot.waitSignal(narrowing.checks.changed):
            made.watch(narrowing.checks)
        selection.select_note(notes[0].id)
        return made

    return at


def press(made, key):
    QTest.mouseClick(made.note.check.buttons[key], LEFT)


def test_a_possible_name_is_good_as_it_is_or_hidden(look):
    made = look(a_note(1, "Vraag het aan mevrouw Jansen", **DONE))
    assert list(made.note.check.buttons) == [
        "private/Make general",
        "private/Hide",
        "private/Good as it is",
    ]
    press(made, "private/Hide")
    assert made.store.walk.note(nid(1)).masked
    press(made, "private/Good as it is")
    assert made.store.walk.note(nid(1)).checked == ("private: Jansen",)
    assert made.note.check.isHidden()
    made.store.undo()
    assert not made.note.check.isHidden()


def test_make_general_leads_to_the_field(look):
    made = look(a_note(1, "Vraag het aan mevrouw Jansen", **DONE))
    press(made, "private/Make general")
    assert made.note.more.is_out
    assert made.note.words.general.hasFocus()


def test_what_is_not_chosen_leads_to_its_field(look):
    made = look(a_note(1))
    for key, field in (("kind", "kind"), ("theme", "theme"), ("place", "place")):
        press(made, f"{key}/Choose a {key}")
        assert made.note.fields.field(field).isAncestorOf(made.focusWidget()) or (
            made.note.fields.field(field) is made.focusWidget()
        )


def test_a_guessed_place_is_right_with_one_press(look, qtbot):
    place = Point(LonLat(4.49, 51.93), assumed=True)
    made = look(a_note(1, **{**DONE, "place": place, "place_words": "Gouds"}))
    with qtbot.waitSignal(made.checks.changed):
        press(made, "guess/Place is right")
    assert made.store.walk.note(nid(1)).place.assumed is False
    assert made.note.check.isHidden()


def test_a_double_is_merged_with_the_first(look):
    words = "Er zijn te weinig banken"
    made = look(a_note(2, words, **DONE), a_note(1, words, **DONE))
    press(made, "double/Merge with {nr}")
    assert made.store.walk.note(nid(2)).merged_into == nid(1)


def test_a_quote_asks_for_consent(look):
    made = look(a_note(1, "te weinig banken", quotes=("banken",), **DONE))
    press(made, "quote/No, they may not")
    assert made.store.walk.note(nid(1)).quote_consent is False


def test_a_tag_that_was_not_understood_can_only_be_good(look):
    made = look(a_note(1, guesses=(Guess("#ge", ""),), **DONE))
    assert list(made.note.check.buttons) == ["not understood/Good as it is"]
