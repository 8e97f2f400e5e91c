"""Taking notes with keys and mouse, in the real panel over a real store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import ENTER, HERE, THERE, TestDesk, a_desk, type_line
from tests.ui.map.test_canvas import drag
from walkshop.domain.records import AtStop, Kind, NoteId, NotYet, Point, StopId
from walkshop.ui.notes.panel import NotesPanel

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
EMPTY_SPOT = QPoint(60, 60)


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk()


@pytest.fixture
def panel(qtbot: QtBot, made: TestDesk) -> Iterator[NotesPanel]:
    panel = NotesPanel(made.desk)
    qtbot.addWidget(panel)
    panel.map_side.canvas.view.calm = True
    panel.resize(1000, 700)
    panel.show()
    panel.map_side.fit()
    qtbot.waitUntil(panel.line.hasFocus)
    yield panel
    panel.map_side.canvas.view.halt()


def click_map(panel: NotesPanel, at: QPoint = EMPTY_SPOT) -> None:
    QTest.mouseClick(panel.map_side.canvas, LEFT, pos=at)


def pin_spot(panel: NotesPanel, key: str) -> QPoint:
    return panel.map_side.canvas.pin_box(key).center().toPoint()


def test_words_and_enter_are_a_note_word_for_word(panel: NotesPanel, made: TestDesk) -> None:
    type_line(panel.line, "Wat een mooi #park in de buurt!")
    note = made.notes[-1]
    assert (note.nr, note.text, note.typed) == (5, "Wat een mooi #park in de buurt!", note.text)
    assert (note.kind, note.kind_chosen, note.place) == (Kind.UNKNOWN, False, NotYet())
    assert panel.line.text() == ""
    assert panel.line.hasFocus()


def test_forty_notes_are_typed_in_a_row(panel: NotesPanel, made: TestDesk) -> None:
    for nr in range(40):
        type_line(panel.line, f"Regel {nr}")
    assert [note.nr for note in made.notes] == list(range(1, 45))
    assert panel.list_side.view.notes.rowCount() == 44


def test_a_line_without_words_saves_nothing_and_says_so(panel: NotesPanel, made: TestDesk) -> None:
    type_line(panel.line, "   ")
    assert len(made.notes) == 4
    assert panel.ghost.words.refusal == "no text yet"
    QTest.keyClicks(panel.line, "a")
    assert panel.ghost.words.refusal == ""


def test_a_click_with_words_in_the_line_puts_that_note_there(
    panel: NotesPanel, made: TestDesk
) -> None:
    QTest.keyClicks(panel.line, "Hier")
    click_map(panel)
    note = made.notes[-1]
    assert note.text == "Hier"
    assert isinstance(note.place, Point)
    assert not note.place.assumed
    shown = panel.map_side.canvas.view.camera.to_screen(note.place.at)
    assert (round(shown.x), round(shown.y)) == (60, 60)


def test_a_click_with_an_empty_line_says_where_the_next_note_comes(
    panel: NotesPanel, made: TestDesk
) -> None:
    click_map(panel)
    ring = panel.map_side.pending
    assert ring is not None
    assert "at the ring on the map" in panel.ghost.words.parts
    type_line(panel.line, "Daar")
    assert made.notes[-1].place == Point(ring)
    assert panel.map_side.pending is None


@pytest.mark.parametrize("way", ["esc", "second click", "another stop"])
def test_the_ring_is_let_go_in_three_ways(panel: NotesPanel, made: TestDesk, way: str) -> None:
    click_map(panel)
    if way == "esc":
        QTest.keyClick(panel.line, Qt.Key.Key_Escape)
    elif way == "second click":
        click_map(panel, EMPTY_SPOT + QPoint(4, 2))
    else:
        panel.chips.set_stop(StopId("stop 1"))
    assert panel.map_side.pending is None
    assert len(made.notes) == 4


def test_esc_never_takes_words_away(panel: NotesPanel, made: TestDesk) -> None:
    made.desk.selection.select_note(NoteId("note 1"))
    QTest.keyClicks(panel.line, "half een zin")
    QTest.keyClick(panel.line, Qt.Key.Key_Escape)
    assert panel.line.text() == "half een zin"
    assert made.desk.selection.in_hand.current is None


def test_a_dragged_pin_is_one_act_and_no_longer_a_guess(panel: NotesPanel, made: TestDesk) -> None:
    start = pin_spot(panel, "note 2")
    drag(panel.map_side.canvas, start, start + QPoint(40, 30))
    place = made.walk.note(NoteId("note 2")).place
    assert isinstance(place, Point)
    assert not place.assumed
    made.desk.store.undo()
    assert made.walk.note(NoteId("note 2")).place == Point(THERE, assumed=True)


def test_a_click_on_a_pin_takes_it_in_hand_and_leaves_the_focus_in_the_line(
    panel: NotesPanel, made: TestDesk
) -> None:
    QTest.mouseClick(panel.map_side.canvas, LEFT, pos=pin_spot(panel, "note 2"))
    assert made.desk.selection.in_hand.current == NoteId("note 2")
    assert panel.line.hasFocus()


def test_the_stop_stays_set_from_note_to_note(panel: NotesPanel, made: TestDesk) -> None:
    panel.chips.set_stop(StopId("stop 2"))
    type_line(panel.line, "Een")
    type_line(panel.line, "Twee")
    stop = StopId("stop 2")
    assert [(note.stop, note.place) for note in made.notes[-2:]] == [(stop, AtStop(stop))] * 2
    panel.chips.set_stop(None)
    type_line(panel.line, "Drie")
    assert (made.notes[-1].stop, made.notes[-1].place) == (None, NotYet())


def test_up_in_an_empty_line_brings_the_last_line_back(panel: NotesPanel) -> None:
    type_line(panel.line, "Nog eens")
    QTest.keyClick(panel.line, Qt.Key.Key_Up)
    assert panel.line.text() == "Nog eens"


def test_alt_and_a_digit_give_the_typed_line_its_kind(panel: NotesPanel, made: TestDesk) -> None:
    QTest.keyClicks(panel.line, "Meer licht")
    QTest.keyClick(panel.line, Qt.Key.Key_4, ALT)
    assert panel.ghost.words.kind == "idea"
    QTest.keyClick(panel.line, ENTER)
    assert (made.notes[-1].kind, made.notes[-1].kind_chosen) == (Kind.IDEA, True)
    type_line(panel.line, "Volgende")
    assert made.notes[-1].kind is Kind.UNKNOWN


def test_alt_and_a_digit_with_an_empty_line_is_about_the_note_in_hand(
    panel: NotesPanel, made: TestDesk
) -> None:
    made.desk.selection.select_note(NoteId("note 3"))
    QTest.keyClick(panel.line, Qt.Key.Key_1, ALT)
    assert made.walk.note(NoteId("note 3")).kind is Kind.ASSET


def test_without_a_note_in_hand_an_act_is_about_the_note_typed_last(
    panel: NotesPanel, made: TestDesk
) -> None:
    QTest.keyClick(panel.line, Qt.Key.Key_2, ALT)
    assert panel.ghost.words.refusal == "Choose a note first, or type one."
    type_line(panel.line, "Zojuist")
    QTest.keyClick(panel.line, Qt.Key.Key_2, ALT)
    assert made.notes[-1].kind is Kind.CONCERN


def test_alt_arrows_nudge_the_pin_and_one_undo_takes_a_run_back(
    panel: NotesPanel, made: TestDesk
) -> None:
    made.desk.selection.select_note(NoteId("note 1"))
    before = pin_spot(panel, "note 1")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(panel.line, key, ALT)
    moved = pin_spot(panel, "note 1") - before
    assert (moved.x(), moved.y()) == (10, 5)
    made.desk.store.undo()
    assert made.walk.note(NoteId("note 1")).place == Point(HERE)
