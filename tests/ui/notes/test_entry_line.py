"""The entry line with its grammar, in the real panel over a real store, by key events alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note, a_walk
from tests.ui.desks import ENTER, HERE, THERE, TestDesk, a_desk, type_line
from walkshop.domain.records import (
    NOT_YET,
    WHOLE,
    AtStop,
    Guess,
    Kind,
    Lens,
    LensId,
    NoteId,
    Participant,
    ParticipantId,
    Stop,
    StopId,
    Value,
    ValueId,
)
from walkshop.ui.notes.panel import NotesPanel

TAB = Qt.Key.Key_Tab
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made() -> TestDesk:
    return a_desk(
        a_walk(
            Stop(id=StopId("stop 1"), nr=1, name="Goudseplein", at=HERE, order=1.0),
            Stop(id=StopId("stop 2"), nr=2, name="Boezemsingel", at=THERE, order=2.0),
            Lens(id=LensId("child"), name="kind van 8"),
            Participant(id=ParticipantId("p1"), code="P01", duo="d1", lens=LensId("child")),
            Participant(id=ParticipantId("p2"), code="P02", duo="d2"),
            Value(id=ValueId("rest"), name="Rusten"),
            a_note(1, "Te weinig banken", value=ValueId("rest")),
            a_note(2, "Serviceflat te duur. Nieuwe woonconcepten"),
        )
    )


@pytest.fixture
def panel(qtbot: QtBot, made: TestDesk) -> Iterator[NotesPanel]:
    panel = NotesPanel(made.desk)
    qtbot.addWidget(panel)
    panel.map_side.canvas.view.calm = True
    panel.resize(1000, 700)
    panel.show()
    qtbot.waitUntil(panel.line.hasFocus)
    yield panel
    panel.map_side.canvas.view.halt()


def test_marks_and_tags_become_what_they_mean_and_the_words_stay(
    panel: NotesPanel, made: TestDesk
) -> None:
    typed = '! "Hier is niks voor ons" #bank @boez @d1'
    type_line(panel.line, typed)
    note = made.notes[-1]
    assert (note.text, note.typed) == ('"Hier is niks voor ons"', typed)
    assert (note.kind, note.kind_chosen, note.theme) == (Kind.CONCERN, True, "recreatie")
    assert (note.place, note.stop) == (AtStop(StopId("stop 2")), StopId("stop 2"))
    assert (note.duo, note.lens) == ("d1", "child")
    assert note.quotes == ("Hier is niks voor ons",)


def test_stop_and_duo_stay_set_and_the_rest_does_not(panel: NotesPanel, made: TestDesk) -> None:
    type_line(panel.line, "+ Mooi #groen @2 @d2")
    type_line(panel.line, "Nog iets")
    note = made.notes[-1]
    assert (note.stop, note.duo) == ("stop 2", "d2")
    assert (note.kind, note.kind_chosen, note.theme) == (Kind.UNKNOWN, False, None)


def test_a_line_of_tags_only_sets_them(panel: NotesPanel, made: TestDesk) -> None:
    before = len(made.notes)
    type_line(panel.line, "@1 @d1")
    assert len(made.notes) == before
    assert panel.line.text() == ""
    assert panel.chips.stop is not None
    assert (panel.chips.stop.nr, panel.chips.duo) == (1, "d1")


def test_what_was_not_understood_stays_in_the_words_and_is_kept_to_look_at(
    panel: NotesPanel, made: TestDesk
) -> None:
    QTest.keyClicks(panel.line, "Te hard rijden #ve")
    assert "#ve:" in panel.ghost.words.remark
    QTest.keyClick(panel.line, ENTER)
    note = made.notes[-1]
    assert (note.text, note.guesses) == ("Te hard rijden #ve", (Guess("#ve", ""),))


def test_the_whole_area_and_no_place_are_said_in_the_line(
    panel: NotesPanel, made: TestDesk
) -> None:
    type_line(panel.line, "@1")
    type_line(panel.line, "Meer mantelzorg @wijk")
    assert made.notes[-1].place == WHOLE
    type_line(panel.line, "Ergens anders @?")
    assert (made.notes[-1].place, made.notes[-1].stop) == (NOT_YET, None)


def test_one_more_voice_keeps_its_words_and_its_lens(panel: NotesPanel, made: TestDesk) -> None:
    type_line(panel.line, "@d1")
    type_line(panel.line, "=1 wij hadden dat ook")
    type_line(panel.line, "=1")
    voices = made.notes[0].voices
    assert [(voice.words, voice.lens, voice.duo) for voice in voices] == [
        ("wij hadden dat ook", "child", "d1"),
        ("", "child", "d1"),
    ]
    assert len(made.notes) == 2


def test_a_number_goes_to_its_note_and_saves_nothing(panel: NotesPanel, made: TestDesk) -> None:
    type_line(panel.line, "2")
    assert made.desk.selection.in_hand.current == "note 2"
    assert (len(made.notes), panel.line.text()) == (2, "")


def test_a_mark_alone_saves_nothing_and_the_line_stays(panel: NotesPanel, made: TestDesk) -> None:
    type_line(panel.line, "*")
    assert (len(made.notes), panel.line.text()) == (2, "*")
    assert panel.ghost.words.refusal == "no text yet"


def test_tab_takes_the_suggestion_and_enter_never_does(panel: NotesPanel, made: TestDesk) -> None:
    QTest.keyClicks(panel.line, "Mooie bomen")
    assert "Green and water" in panel.ghost.words.suggestion[0]
    QTest.keyClick(panel.line, ENTER)
    assert made.notes[-1].theme is None
    QTest.keyClicks(panel.line, "Mooie bomen")
    QTest.keyClick(panel.line, TAB)
    assert panel.line.hasFocus()
    assert panel.ghost.words.suggestion == ()
    QTest.keyClick(panel.line, ENTER)
    assert (made.notes[-1].theme, made.notes[-1].kind) == ("natuur", Kind.ASSET)


def test_a_second_tab_moves_on(panel: NotesPanel) -> None:
    QTest.keyClicks(panel.line, "Mooie bomen")
    QTest.keyClick(panel.line, TAB)
    QTest.keyClick(panel.line, TAB)
    assert not panel.line.hasFocus()


def test_both_halves_of_one_breath_remember_each_other(panel: NotesPanel, made: TestDesk) -> None:
    QTest.keyClicks(panel.line, "Eerst dit")
    QTest.keyClick(panel.line, ENTER, SHIFT)
    type_line(panel.line, "en dan dat")
    type_line(panel.line, "los daarvan")
    first, second, third = made.notes[-3:]
    assert (first.same_breath, second.same_breath) == (second.id, first.id)
    assert third.same_breath is None


def test_up_brings_the_last_line_back_as_it_was_typed(panel: NotesPanel) -> None:
    type_line(panel.line, "+ Mooi #groen @2")
    QTest.keyClick(panel.line, Qt.Key.Key_Up)
    assert panel.line.text() == "+ Mooi #groen @2"


def test_after_eight_notes_at_one_stop_the_chip_asks(panel: NotesPanel) -> None:
    type_line(panel.line, "@2")
    for nr in range(8):
        assert "still" not in panel.chips._set.text()
        type_line(panel.line, f"Regel {nr}")
    assert panel.chips._set.text() == "still at stop 2?"
    type_line(panel.line, "@2")
    assert "still" not in panel.chips._set.text()


def test_more_lines_pasted_are_read_in_and_one_line_is_typing(
    panel: NotesPanel, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("- een\n- twee\n")
    with qtbot.waitSignal(panel.line.lines_pasted):
        QTest.keyClick(panel.line, Qt.Key.Key_V, CTRL)
    assert panel.line.text() == ""
    QGuiApplication.clipboard().setText("een\n")
    QTest.keyClick(panel.line, Qt.Key.Key_V, CTRL)
    assert panel.line.text().startswith("een")


def test_acts_work_while_the_line_has_the_focus(panel: NotesPanel, made: TestDesk) -> None:
    made.desk.selection.select_note(NoteId("note 1"))
    QTest.keyClick(panel.line, Qt.Key.Key_U, CTRL)
    assert len(made.notes[0].voices) == 1
    QTest.keyClick(panel.line, Qt.Key.Key_F8)
    assert made.notes[0].masked
    QTest.keyClick(panel.line, Qt.Key.Key_F8)
    assert not made.notes[0].masked


def test_a_note_is_split_where_the_cursor_stands_by_keys_alone(
    panel: NotesPanel, made: TestDesk
) -> None:
    made.desk.selection.select_note(NoteId("note 2"))
    QTest.keyClick(panel.line, Qt.Key.Key_F3)
    words = QGuiApplication.focusObject()
    assert words is not None
    QTest.keyClicks(panel.split_line._words, "x")
    QTest.keyClick(panel.split_line._words, ENTER)
    assert [note.text for note in made.notes[1:]] == [
        "Serviceflat te duur.",
        "Nieuwe woonconcepten",
    ]
    assert panel.line.hasFocus()
    made.desk.store.undo()
    assert made.notes[1].text == "Serviceflat te duur. Nieuwe woonconcepten"


def test_words_are_set_right_in_place_and_esc_leaves_them(
    panel: NotesPanel, made: TestDesk
) -> None:
    made.desk.selection.select_note(NoteId("note 1"))
    QTest.keyClick(panel.line, Qt.Key.Key_F2)
    QTest.keyClicks(panel.reword_line._words, " hier")
    QTest.keyClick(panel.reword_line._words, Qt.Key.Key_Escape)
    assert made.notes[0].text == "Te weinig banken"
    QTest.keyClick(panel.line, Qt.Key.Key_F2)
    QTest.keyClicks(panel.reword_line._words, " hier")
    QTest.keyClick(panel.reword_line._words, ENTER)
    assert made.notes[0].text == "Te weinig banken hier"
    assert panel.line.hasFocus()


def test_a_note_goes_with_the_one_before_it(panel: NotesPanel, made: TestDesk) -> None:
    type_line(panel.line, "Nog een bank")
    QTest.keyClick(panel.line, Qt.Key.Key_F4)
    assert made.notes[-1].value is None  # the note before it is in no value
    made.desk.selection.select_note(NoteId("note 2"))
    QTest.keyClick(panel.line, Qt.Key.Key_F4)
    assert made.notes[1].value == "rest"
