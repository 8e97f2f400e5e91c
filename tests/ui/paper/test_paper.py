"""Sheets are typed over beside the line: by keys and mouse, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.paper.sheets import photo, scan
from tests.ui.desks import ENTER, TestDesk, a_desk, type_line
from tests.ui.stages import nameless
from walkshop.domain.records import AtStop, Kind, Note, Source, StopId
from walkshop.ui.jobs import Jobs
from walkshop.ui.paper.panel import PaperPanel

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DOWN, UP = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp


@dataclass
class Page:
    """The page, and everything it stands on."""

    panel: PaperPanel
    desk: TestDesk
    qtbot: QtBot

    def read(self, *paths: Path) -> None:
        """Put sheets on the table, and wait until the top one is seen."""
        self.panel.read(paths)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is read any more."""
        self.qtbot.waitUntil(lambda: not self.panel._work.busy, timeout=20_000)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the line."""
        QTest.keyClick(self.panel.line, key, held)
        self.settle()

    def lines(self) -> list[str]:
        """The words of the list of sheets."""
        return [self.panel.list.item(at).text() for at in range(self.panel.list.count())]

    @property
    def new(self) -> list[Note]:
        """The notes after the four that were there."""
        return self.desk.notes[4:]


def a_page(qtbot: QtBot, desk: TestDesk, jobs: Jobs) -> Page:
    panel = PaperPanel(desk.desk, jobs, lambda _parent: [])
    qtbot.addWidget(panel)
    panel.resize(968, 640)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return Page(panel, desk, qtbot)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, jobs: Jobs) -> Page:
    made = a_page(qtbot, a_desk(), jobs)
    made.read(*(photo(tmp_path / f"{name}.jpg") for name in "abc"))
    return made


def test_a_line_becomes_a_note_of_its_sheet_with_marks_and_tags_read(page):
    type_line(page.panel.line, "! Losse tegels @2 @d3")
    (note,) = page.new
    assert (note.text, note.kind, note.duo) == ("Losse tegels", Kind.CONCERN, "d3")
    assert (note.source, note.source_ref) == (Source.PAPER, "sheet 1")
    assert note.place == AtStop(StopId("stop 2"))
    type_line(page.panel.line, "Mooi park")
    assert (page.new[1].duo, page.new[1].stop) == ("d3", "stop 2")
    assert page.lines()[0] == "Sheet 1: 2 notes"


def test_page_keys_turn_the_sheets_and_each_keeps_its_stop_and_duo(page):
    type_line(page.panel.line, "@1 @d1")
    page.key(DOWN)
    assert (page.panel.pile.at, page.panel.chips.duo) == (1, "d1")
    type_line(page.panel.line, "@2 @d2")
    page.key(UP)
    assert (page.panel.chips.duo, page.panel.chips.stop.nr) == ("d1", 1)
    page.key(UP)
    assert page.panel.pile.at == 0


def test_a_sheet_that_is_done_is_ticked_off_and_the_next_one_comes(page):
    assert page.panel.count.text() == "3 of 3 sheets to go"
    page.key(ENTER, CTRL)
    assert (page.panel.pile.at, page.panel.count.text()) == (1, "2 of 3 sheets to go")
    QTest.mouseClick(page.panel.bar.done, LEFT)
    page.settle()
    page.key(ENTER, CTRL)
    assert page.panel.count.text() == "0 of 3 sheets to go"
    page.panel.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert page.panel.count.text() == "1 of 3 sheets to go"


def test_a_sheet_has_the_number_that_is_printed_on_it(page):
    page.panel.bar.number.selectAll()
    type_line(page.panel.bar.number, "14")
    type_line(page.panel.line, "Donker")
    assert page.new[0].source_ref == "sheet 14"
    assert page.lines()[0] == "Sheet 14: 1 note"


def test_what_nobody_can_read_is_kept_as_a_picture_and_one_undo_takes_it_back(page):
    before = page.desk.walk
    page.panel.view.zoom_by(1.0)
    QTest.mouseClick(page.panel.bar.keep, LEFT)
    (note,) = page.new
    assert (note.text, note.source_ref, len(note.photos)) == ("", "sheet 1", 1)
    cut = page.desk.walk.photos[note.photos[0]]
    assert (cut.width_px, cut.height_px) < (300, 200)
    page.desk.desk.store.undo()
    assert page.desk.walk == before


def test_tomorrow_it_goes_on_where_it_was(page, qtbot, tmp_path, jobs):
    for words in ("Los @d1", "Nat @d2"):
        type_line(page.panel.line, words)
        page.key(DOWN)
    again = a_page(qtbot, page.desk, jobs)
    again.read(*(tmp_path / f"{name}.jpg" for name in "abc"))
    assert again.panel.count.text() == "2 of 3 sheets to go"
    assert (again.panel.pile.at, again.panel.chips.duo) == (1, "d2")


def test_a_sheet_on_its_side_is_turned_and_pulled_and_zoomed(page):
    view = page.panel.view
    QTest.mouseClick(page.panel.bar.turn, LEFT)
    page.settle()
    assert view.in_view[3] - view.in_view[1] >= 300
    page.key(Qt.Key.Key_Plus, CTRL)
    seen = view.in_view
    QTest.mousePress(view, LEFT, pos=QPoint(100, 100))
    QTest.mouseMove(view, QPoint(60, 100))
    QTest.mouseRelease(view, LEFT, pos=QPoint(60, 100))
    assert view.in_view[0] > seen[0]
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.in_view[3] >= 300


def test_two_halves_of_one_breath_and_one_more_voice_work_as_in_notes(page):
    QTest.keyClicks(page.panel.line, "Te duur")
    page.key(ENTER, SHIFT)
    type_line(page.panel.line, "en te laat")
    assert page.new[1].same_breath == page.new[0].id
    type_line(page.panel.line, "=2 wij ook")
    assert [voice.words for voice in page.desk.notes[1].voices] == ["wij ook"]


def test_what_cannot_be_done_is_said_and_the_words_stay(page):
    type_line(page.panel.line, "*")
    assert page.panel.ghost.words.refusal == "no text yet"
    assert (page.panel.line.text(), page.new) == ("*", [])
    QApplication.clipboard().setText("Los\nNat\n")
    QTest.keyClick(page.panel.line, Qt.Key.Key_V, CTRL)
    assert page.panel.ghost.words.refusal == "Type one note at a time here."


def test_a_sheet_is_not_done_while_words_wait_in_the_line(page):
    QTest.keyClicks(page.panel.line, "Losse tegels")
    page.key(ENTER, CTRL)
    assert page.panel.ghost.words.refusal == "Save this line first, with Enter."
    assert page.panel.count.text() == "3 of 3 sheets to go"


def test_a_file_that_is_no_sheet_is_said_and_the_pages_of_a_scan_come(page, tmp_path):
    (tmp_path / "x.jpg").write_bytes(b"no picture")
    page.read(tmp_path / "x.jpg", scan(tmp_path / "scan.pdf", 2))
    assert "x.jpg" in page.panel.refusal.text()
    assert page.lines() == ["Sheet 1: 0 notes", "Sheet 2: 0 notes"]


def test_without_sheets_the_page_asks_for_them(qtbot, jobs):
    page = a_page(qtbot, a_desk(), jobs)
    assert page.panel.choose.isVisible()
    assert not page.panel.line.isVisible()
    assert [one for one in nameless(page.panel) if one.isVisible()] == []


def test_everything_has_a_name(page):
    assert [one for one in nameless(page.panel) if one.isVisible()] == []
