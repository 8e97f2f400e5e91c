"""What can be done with a note in hand: each act at once, and one undo each."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.domain.builders import a_note
from tests.ui.stages import ENGLISH, a_store, nid, small_walk
from walkshop.domain.records import (
    AssetType,
    Interview,
    InterviewId,
    Kind,
    Lens,
    LensId,
    Participant,
    ParticipantId,
)
from walkshop.ui.inspector.panel import Inspector
from walkshop.ui.selection import Selection

LEFT = Qt.MouseButton.LeftButton
OLD = LensId("old")


@pytest.fixture
def inspector(qtbot):
    store = a_store(
        small_walk(
            Lens(id=OLD, name="Fit and old"),
            Participant(id=ParticipantId("p7"), code="P07"),
            Interview(id=InterviewId("talk"), who="older man", minutes=10, call_again=True),
            a_note(6, "Nice 😀 but dirty", kind=Kind.ASSET, interview=InterviewId("talk")),
            a_note(7, "Too far", interview=InterviewId("talk")),
        )
    )
    selection = Selection()
    made = Inspector(store, selection, ENGLISH)
    made.store, made.selection = store, selection
    qtbot.addWidget(made)
    made.resize(388, 900)
    made.show()
    selection.select_note(nid(6))
    made.note.more.toggle()
    return made


def now(inspector, nr=6):
    return inspector.store.walk.note(nid(nr))


def put_cursor(field, first, last=None):
    cursor = field.textCursor()
    cursor.setPosition(first)
    if last is not None:
        cursor.setPosition(last, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def undone(inspector, before):
    inspector.store.undo()
    return now(inspector) == before


def test_one_press_counts_one_more_voice_and_each_is_taken_back(inspector):
    before = now(inspector)
    QTest.mouseClick(inspector.note.voices.also, LEFT)
    assert len(now(inspector).voices) == 1
    QTest.mouseClick(inspector.note.voices.drops[0], LEFT)
    assert now(inspector).voices == ()
    inspector.store.undo()
    assert undone(inspector, before)


def test_a_voice_keeps_its_lens_and_its_own_words(inspector):
    voices = inspector.note.voices
    QTest.mouseClick(voices.fold.button, LEFT)
    voices.lens.choose(OLD)
    voices.words.setPlainText("I trip over it")
    QTest.mouseClick(voices.keep, LEFT)
    (voice,) = now(inspector).voices
    assert (voice.words, voice.lens) == ("I trip over it", OLD)
    assert voices.words.text() == ""


def test_the_cursor_cuts_a_note_in_two_between_words_and_after_a_smiley(inspector):
    words = inspector.note.words
    put_cursor(words.said, 10)  # Qt counts the smiley as two: within "but"
    assert words.preview.text() == "First: Nice 😀 Second: but dirty"
    QTest.mouseClick(words.split, LEFT)
    half = next(note for note in inspector.store.walk.notes.values() if note.split_from == nid(6))
    assert (now(inspector).text, half.text, half.nr) == ("Nice 😀", "but dirty", 8)
    inspector.selection.select_note(half.id)
    assert inspector.note.steps.steps[0].title == "8 (from 6)"
    inspector.store.undo()
    assert now(inspector).text == "Nice 😀 but dirty"


def test_selected_words_become_a_quote_with_its_consent(inspector):
    words = inspector.note.words
    assert not words.quote.isEnabled()
    put_cursor(words.said, 8, 11)
    QTest.mouseClick(words.quote, LEFT)
    assert now(inspector).quotes == ("but",)
    words.consent.choose(False)
    assert now(inspector).quote_consent is False
    QTest.mouseClick(words.drops[0], LEFT)
    assert now(inspector).quotes == ()
    assert not words.consent.isVisible()


def test_a_general_wording_is_kept_when_the_person_goes_on(inspector):
    inspector.note.words.general.setPlainText("Nice")
    inspector.note.words.general.finish()
    assert now(inspector).public_text == "Nice"


def test_a_note_is_hidden_and_shown_again_with_one_button(inspector):
    QTest.mouseClick(inspector.note.hiding, LEFT)
    assert now(inspector).masked
    assert inspector.note.hiding.text() == "Show to others again"
    QTest.mouseClick(inspector.note.hiding, LEFT)
    assert not now(inspector).masked


def test_a_report_gets_its_number_and_day(inspector):
    care = inspector.note.care
    care.report.click()
    assert now(inspector).report
    QTest.keyClicks(care.reference, "2027-118")
    QTest.keyClick(care.reference, Qt.Key.Key_Return)
    assert (now(inspector).report_ref, now(inspector).reported_on) == ("2027-118", date(2027, 3, 8))
    care.on.setText("10-3-2027")
    QTest.keyClick(care.on, Qt.Key.Key_Return)
    assert now(inspector).reported_on == date(2027, 3, 10)
    care.report.click()
    assert (now(inspector).report, now(inspector).report_ref) == (False, "")


def test_setting_apart_needs_a_reason_and_is_taken_back(inspector):
    care = inspector.note.care
    QTest.keyClicks(care.because, "About another area")
    QTest.keyClick(care.because, Qt.Key.Key_Return)
    assert (now(inspector).set_apart, now(inspector).set_apart_because) == (
        True,
        "About another area",
    )
    QTest.mouseClick(care.back, LEFT)
    assert not now(inspector).set_apart


def test_lens_duo_participant_and_strength_are_set(inspector):
    speaker = inspector.note.speaker
    speaker.lens.choose(OLD)
    speaker.participant.choose(ParticipantId("p7"))
    speaker.strength.choose(AssetType.STORIES)
    QTest.keyClicks(speaker.duo, "d2")
    QTest.keyClick(speaker.duo, Qt.Key.Key_Return)
    note = now(inspector)
    assert (note.lens, note.participant, note.asset_type, note.duo) == (
        OLD,
        "p7",
        AssetType.STORIES,
        "d2",
    )


def test_a_name_in_place_of_a_duo_is_refused_under_the_field(inspector):
    duo = inspector.note.speaker.duo
    QTest.keyClicks(duo, "Mevrouw Jansen")
    QTest.keyClick(duo, Qt.Key.Key_Return)
    assert now(inspector).duo == ""
    assert inspector.note.speaker.refused()[0] == "duo"
    inspector.selection.select_note(nid(7))
    assert inspector.note.speaker.refused() == ("", "")


def test_notes_of_one_conversation_lead_to_each_other(inspector):
    (button,) = inspector.note.joined.buttons
    QTest.mouseClick(button, LEFT)
    assert inspector.selection.in_hand.current == nid(7)


def test_several_notes_are_merged_and_taken_apart_again(inspector):
    inspector.selection.select_notes([nid(6), nid(7)])
    assert inspector.many.preview.text().endswith("They become 6 (also 7).")
    QTest.mouseClick(inspector.many.merge, LEFT)
    assert now(inspector, 7).merged_into == nid(6)
    assert inspector.selection.in_hand.current == nid(6)
    assert inspector.note.steps.steps[0].title == "6 (also 7)"
    apart = inspector.note.joined.buttons[0]
    QTest.mouseClick(apart, LEFT)
    assert now(inspector, 7).merged_into is None
