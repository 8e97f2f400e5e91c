"""The frame: stages, keys, counts and room, with real panels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_walk
from tests.ui.desks import TestDesk, a_desk, type_line
from tests.ui.maps import maps_of
from walkshop.domain.records import Kind, NoteId
from walkshop.i18n import msg
from walkshop.ui.filtering import Wanted
from walkshop.ui.frame.frame import Frame
from walkshop.ui.frame.rail import RailButton
from walkshop.ui.frame.stage import Stage
from walkshop.ui.inspector.panel import Inspector
from walkshop.ui.jobs import Jobs
from walkshop.ui.notes.panel import NotesPanel
from walkshop.ui.prepare.panel import PreparePanel

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def a_frame(qtbot: QtBot, made: TestDesk, width: int = 1280) -> Frame:
    desk = made.desk

    def empty() -> QWidget:
        return QLabel("A stage of its own")

    stages = [
        Stage("prepare", msg("Prepare"), lambda: PreparePanel(desk, maps_of(made))),
        Stage("notes", msg("Notes"), lambda: NotesPanel(desk)),
        *(Stage(key, msg("Values"), empty) for key in ("values", "agenda", "share")),
        Stage("settings", msg("Settings"), empty, on_rail=False),
    ]
    frame = Frame(desk, stages, Inspector(desk.store, desk.selection, desk.language), Jobs())
    qtbot.addWidget(frame)
    frame.resize(width, 720)
    frame.show()
    frame.open_stage("notes")
    frame.panel("notes").map_side.canvas.view.calm = True
    qtbot.waitUntil(frame.panel("notes").line.hasFocus)
    return frame


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk()


@pytest.fixture
def frame(qtbot: QtBot, made: TestDesk) -> Iterator[Frame]:
    frame = a_frame(qtbot, made)
    yield frame
    frame.panel("notes").map_side.canvas.view.halt()


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, key, held)


def test_ctrl_and_a_digit_open_a_stage(frame: Frame) -> None:
    for digit, stage in ((Qt.Key.Key_1, "prepare"), (Qt.Key.Key_2, "notes")):
        press(digit, CONTROL)
        assert frame.stage == stage
        assert frame.panel(stage).isVisible()


def test_ctrl_z_in_an_empty_line_takes_the_last_act_back(frame: Frame, made: TestDesk) -> None:
    type_line(frame.panel("notes").line, "Een")
    press(Qt.Key.Key_Z, CONTROL)
    assert len(made.notes) == 4
    press(Qt.Key.Key_Y, CONTROL)
    assert made.notes[-1].text == "Een"
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert len(made.notes) == 5


def test_ctrl_z_in_a_line_with_words_takes_typing_back(frame: Frame, made: TestDesk) -> None:
    line = frame.panel("notes").line
    type_line(line, "Een")
    QTest.keyClicks(line, "half")
    press(Qt.Key.Key_Z, CONTROL)
    assert line.text() == ""
    assert made.notes[-1].text == "Een"


def test_with_nothing_to_undo_the_notice_says_so(frame: Frame) -> None:
    press(Qt.Key.Key_Z, CONTROL)
    assert frame.status.notice.words == "There is nothing to undo."


def test_ctrl_f_goes_to_the_search_field_and_enter_goes_back(frame: Frame, made: TestDesk) -> None:
    press(Qt.Key.Key_F, CONTROL)
    assert frame.top.search.hasFocus()
    QTest.keyClicks(frame.top.search, "groen")
    assert [note.nr for note in made.desk.filter.shown] == [2]
    assert frame.top.search._count.text() == "1 of 4 shown"
    assert len(frame.panel("notes").map_side.canvas.scene.pins.pins) == 1
    press(Qt.Key.Key_Return)
    assert frame.panel("notes").line.hasFocus()
    assert made.desk.filter.narrows


def test_esc_in_the_search_field_shows_all_notes(frame: Frame, made: TestDesk) -> None:
    press(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(frame.top.search, "groen")
    press(Qt.Key.Key_Escape)
    assert not made.desk.filter.narrows
    assert frame.top.search.text() == ""


def test_a_slash_is_a_letter_in_the_line_and_a_key_in_the_list(frame: Frame) -> None:
    line = frame.panel("notes").line
    QTest.keyClicks(line, "en/of")
    assert line.text() == "en/of"
    frame.panel("notes").list_side.view.setFocus()
    press(Qt.Key.Key_Slash)
    assert frame.top.search.hasFocus()


def test_f6_goes_round_all_parts_and_comes_back_to_the_line(frame: Frame) -> None:
    line = frame.panel("notes").line
    seen: list[QWidget | None] = []
    for _ in range(12):
        press(Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
        if line.hasFocus():
            break
    assert line.hasFocus()
    assert {frame.panel("notes").list_side.view, frame.panel("notes").map_side.canvas} <= set(seen)
    press(Qt.Key.Key_F6, SHIFT)
    assert not line.hasFocus()


def test_a_number_in_the_status_line_is_a_filter(frame: Frame, made: TestDesk) -> None:
    button = frame.status.counts.button("concern")
    assert button.accessibleName() == "2 Must improve"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [note.nr for note in made.desk.filter.shown] == [1, 4]
    assert button.isChecked()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not made.desk.filter.narrows


def test_a_number_clicked_in_another_stage_shows_its_notes(frame: Frame, made: TestDesk) -> None:
    frame.open_stage("prepare")
    QTest.mouseClick(frame.status.counts.button("not_placed"), Qt.MouseButton.LeftButton)
    assert frame.stage == "notes"
    assert made.desk.filter.wanted == Wanted(without_place=True)


def test_the_counts_follow_what_is_done(frame: Frame, made: TestDesk, qtbot: QtBot) -> None:
    type_line(frame.panel("notes").line, "Een")
    counts = frame.status.counts
    qtbot.waitUntil(lambda: counts.button("notes").text() == "5 notes")
    assert counts.button("not_placed").text() == "2 not placed yet"
    assert counts.button("without").accessibleName() == "5 without answer"
    assert counts.button(Kind.OPPORTUNITY.value).isHidden()


def test_every_control_has_a_name(frame: Frame) -> None:
    frame.open_stage("prepare")
    controls = [*frame.findChildren(QAbstractButton), *frame.findChildren(QLineEdit)]
    named = [c for c in controls if c.focusPolicy() != Qt.FocusPolicy.NoFocus and c.isVisible()]
    assert len(named) > 10
    assert not [control for control in named if not (control.accessibleName() or control.text())]


@pytest.mark.parametrize("width", [1024, 1280, 1920])
def test_nothing_sticks_out_of_the_window(qtbot: QtBot, made: TestDesk, width: int) -> None:
    frame = a_frame(qtbot, made, width)
    made.desk.selection.select_note(NoteId("note 1"))
    assert frame.width() == width
    canvas = frame.panel("notes").map_side.canvas
    assert canvas.width() >= 480
    for part in (frame._beside, frame.status, frame.top, canvas):
        place = part.mapTo(frame, part.rect().bottomRight())
        assert place.x() < width
        assert place.y() < 720
    canvas.view.halt()


def test_in_a_narrow_window_the_inspector_comes_over_the_map_only_with_something_in_hand(
    qtbot: QtBot, made: TestDesk
) -> None:
    frame = a_frame(qtbot, made, 1024)
    panel = frame.panel("notes")
    assert panel.list_side.folded
    assert not frame._beside.isVisible()
    wide = panel.map_side.canvas.width()
    made.desk.selection.select_note(NoteId("note 1"))
    assert frame._beside.isVisible()
    assert panel.map_side.canvas.width() == wide
    made.desk.selection.clear()
    assert not frame._beside.isVisible()
    panel.map_side.canvas.view.halt()


def test_a_button_puts_away_what_came_over_the_map_and_one_can_type_again(
    qtbot: QtBot, made: TestDesk
) -> None:
    frame = a_frame(qtbot, made, 512)
    panel = frame.panel("notes")
    made.desk.selection.select_note(NoteId("note 1"))
    assert frame._beside.cross.isVisible()
    assert frame._beside.x() > panel.map_side.canvas.mapTo(frame._body, QPoint()).x()
    QTest.mouseClick(frame._beside.cross, Qt.MouseButton.LeftButton)
    assert not frame._beside.isVisible()
    assert frame.focusWidget() is panel.line
    panel.map_side.canvas.view.halt()


def test_in_a_narrow_window_nothing_lies_over_the_finder(qtbot: QtBot, made: TestDesk) -> None:
    frame = a_frame(qtbot, made, 1024)
    made.desk.selection.select_note(NoteId("note 1"))
    press(Qt.Key.Key_G, CONTROL)
    assert not frame._beside.isVisible()
    frame.panel("notes").map_side.canvas.view.halt()


def test_a_walk_with_nothing_in_it_says_what_to_do(qtbot: QtBot) -> None:
    made = a_desk(a_walk())
    frame = a_frame(qtbot, made)
    side = frame.panel("notes").list_side
    assert side._empty.isVisible()
    assert "Type the first one" in side._empty.text()
    type_line(frame.panel("notes").line, "Eerste")
    assert not side._empty.isVisible()
    frame.panel("notes").map_side.canvas.view.halt()


def test_a_title_of_five_hundred_characters_leaves_the_search_field_its_room(
    qtbot: QtBot,
) -> None:
    walk = a_walk()
    made = a_desk(replace(walk, about=replace(walk.about, title="<b>lang</b> " * 42)))
    frame = a_frame(qtbot, made, 1024)
    assert frame.width() == 1024
    assert frame.top.search.width() >= 300
    frame.grab()
    assert "&lt;b&gt;lang" in frame.top.title.toolTip()
    frame.panel("notes").map_side.canvas.view.halt()


def test_the_menu_holds_what_can_be_done_here_with_its_keys(frame: Frame) -> None:
    menu = frame.top.menu_button.menu()
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:3] == ["Undo", "Redo", "Notes"]
    of_notes = menu.actions()[3].menu()
    inside = {action.text(): action.shortcut().toString() for action in of_notes.actions()}
    assert inside["Must improve"] == "Alt+2"
    frame.open_stage("prepare")
    menu.aboutToShow.emit()
    assert "Notes" not in [action.text() for action in menu.actions()]


def test_the_rail_tells_a_panel_whether_mouse_or_keys_opened_it(frame: Frame) -> None:
    heard: list[Qt.FocusReason] = []
    frame.stage_opened.connect(lambda _stage: heard.append(panel.reason))
    panel = _Listening()
    frame._panels["values"] = panel
    frame._stack.addWidget(panel)
    button = frame.rail.findChildren(RailButton)[2]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    frame.open_stage("notes")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert [heard[0], heard[2]] == [
        Qt.FocusReason.MouseFocusReason,
        Qt.FocusReason.TabFocusReason,
    ]


class _Listening(QLineEdit):
    """A panel that remembers why it got the focus."""

    reason = Qt.FocusReason.NoFocusReason

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.reason = event.reason()
        super().focusInEvent(event)
