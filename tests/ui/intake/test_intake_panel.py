"""Looking at files before they are read in: by mouse and keys, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import TestDesk, a_desk
from tests.ui.stages import nameless
from walkshop.domain.records import NotYet, Point, Walk
from walkshop.ui.intake.dropping import FileDrops
from walkshop.ui.intake.panel import IntakePanel
from walkshop.ui.intake.rows import Cell
from walkshop.ui.jobs import Jobs

LEFT = Qt.MouseButton.LeftButton
TABLE = (
    "nr,opmerking,soort,lat,lon\n1,Losse tegels,Moet beter,51.93,4.49\n2,Fijn park,Fijn,,\n,,,,\n"
)


@dataclass
class Page:
    """The page, and everything it stands on."""

    panel: IntakePanel
    desk: TestDesk
    folder: Path
    qtbot: QtBot

    def read(self, words: str, name: str = "a.csv", *more: str) -> None:
        """Read a file with these words, and wait until it is seen."""
        (self.folder / name).write_text(words, encoding="utf-8")
        self.panel.read([self.folder / file for file in (name, *more)])
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is worked out any more."""
        self.qtbot.waitUntil(lambda: self.panel.reading._job is None)

    def cells(self, cell: Cell) -> list[str]:
        """The words of one column."""
        model = self.panel.table.rows
        return [model.index(row, cell).data() for row in range(model.rowCount())]

    def words(self) -> list[str]:
        """Everything said beside the rows."""
        found = self.panel.side.summary.findChildren(QWidget)
        return [text() for widget in found if (text := getattr(widget, "text", None))]

    @property
    def walk(self) -> Walk:
        """The walk as it is now."""
        return self.desk.walk


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[Page]:
    desk, jobs = a_desk(), Jobs()
    panel = IntakePanel(desk.desk, jobs, lambda _parent: [tmp_path / "a.csv"])
    qtbot.addWidget(panel)
    panel.resize(968, 640)
    panel.show()
    yield Page(panel, desk, tmp_path, qtbot)
    jobs.close()


def test_rows_are_seen_with_their_numbers_to_come_and_nothing_has_changed(page):
    before = page.walk
    page.read(TABLE)
    assert page.cells(Cell.NR) == ["5", "6"]
    assert page.cells(Cell.WORDS) == ["Losse tegels", "Fijn park"]
    assert page.cells(Cell.KIND) == ["Must improve", "Good"]
    assert page.walk is before


def test_one_button_reads_them_in_and_one_undo_takes_them_back(page):
    before = page.walk
    page.read("tekst\nLosse tegels\nDonker\n")
    assert page.panel.go.text() == "Read in 2 notes"
    with page.qtbot.waitSignal(page.panel.left):
        QTest.mouseClick(page.panel.go, LEFT)
    assert [note.text for note in page.desk.notes][4:] == ["Losse tegels", "Donker"]
    page.desk.desk.store.undo()
    assert page.walk == before


def test_letting_go_leaves_no_trace(page):
    before = page.walk
    page.read(TABLE)
    with page.qtbot.waitSignal(page.panel.left):
        QTest.mouseClick(page.panel.cancel, LEFT)
    assert page.walk is before
    assert page.panel.outlook is None
    assert page.panel.choose.isVisible()


def test_the_space_bar_ticks_rows_off_and_the_numbers_move_up(page):
    page.read("tekst\nLosse tegels\nDonker\nNat\n")
    page.panel.table.selectRow(0)
    QTest.keyClick(page.panel.table, Qt.Key.Key_Space)
    page.settle()
    assert page.cells(Cell.NR) == ["–", "5", "6"]
    assert page.panel.go.text() == "Read in 2 notes"
    QTest.keyClick(page.panel.table, Qt.Key.Key_Space)
    page.settle()
    assert page.cells(Cell.NR) == ["5", "6", "7"]


def test_a_row_that_may_be_double_is_ticked_off_until_somebody_says_so(page):
    page.read("tekst\nweinig bankjes te\nMooi groen\n")
    assert page.cells(Cell.REMARK) == ["perhaps note 1 again", "note 2, there already"]
    assert not page.panel.go.isEnabled()
    (box,) = page.panel.side.summary.findChildren(QCheckBox)
    box.click()
    page.settle()
    assert page.panel.go.text() == "Read in 1 note"


def test_a_table_without_words_asks_for_the_column_and_then_reads_it(page):
    page.read("wat,wie\nDonker,x\n")
    assert page.panel.refusal.text() == "Choose the column that says what was said."
    assert page.panel.side.switch.key == "fields"
    page.panel.side.fields.choices["a.csv", "wat"].choose("text")
    page.settle()
    assert page.cells(Cell.WORDS) == ["Donker"]
    assert page.panel.refusal.text() == ""


def test_exchanged_numbers_are_turned_only_when_asked(page):
    page.read("tekst,lat,lon\nDonker,4.49,51.93\n")
    assert isinstance(page.panel.outlook.rows[0].note.place, NotYet)
    buttons = page.panel.side.summary.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Exchange north and east").click()
    page.settle()
    assert page.panel.outlook.rows[0].note.place == Point((4.49, 51.93))


def test_what_was_guessed_and_left_out_is_said(page):
    page.read('tekst,thema\nDonker,poezen\n" ",veilig\n')
    words = page.words()
    assert "1 new note" in words
    assert any(line.startswith("Theme “poezen” (row 2)") for line in words)
    assert "Row 3: There is no text in this row." in words


def test_a_file_that_cannot_be_read_says_why_and_brings_nothing(page):
    page.read("x", "a.dwg")
    assert "is of a kind that cannot be read" in page.panel.refusal.text()
    assert page.panel.choose.isVisible()


def test_one_bad_file_does_not_keep_the_good_ones_out(page):
    (page.folder / "b.csv").write_text("", encoding="utf-8")
    page.read("tekst\nDonker\n", "a.csv", "b.csv")
    assert page.panel.go.text() == "Read in 1 note"


def test_pasted_lines_come_in_one_note_each(page):
    QApplication.clipboard().setText("- Donker\n- Nat\n")
    page.panel.paste()
    page.settle()
    assert page.cells(Cell.WORDS) == ["Donker", "Nat"]
    QApplication.clipboard().clear()
    page.panel.paste()
    assert page.panel.refusal.text() == "There is no text to paste. Copy a list first."


def test_numbers_follow_when_the_walk_changes_meanwhile(page):
    page.read("tekst\nDonker\nNat\n")
    assert page.cells(Cell.NR) == ["5", "6"]
    page.desk.desk.store.apply(*_one_more())
    page.settle()
    assert page.cells(Cell.NR) == ["6", "7"]


def _one_more():
    from tests.domain.builders import STAMP, a_note
    from walkshop.domain.edits.notes import add_note
    from walkshop.i18n import msg

    return msg("Note"), lambda walk: add_note(walk, a_note(5, "Tussendoor"), STAMP)


def test_a_pin_and_its_row_are_chosen_together(page):
    page.read("tekst,lat,lon\nNat,,\nDonker,51.93,4.49\n")
    page.panel.table.selectRow(1)
    (pin,) = page.panel.side.canvas.scene.pins.pins
    assert page.panel.side.canvas.highlight.keys == {pin.key}
    page.panel.table.selectRow(0)
    page.panel.side.canvas.pin_clicked.emit(pin.key, Qt.KeyboardModifier.NoModifier)
    assert page.panel.table.currentIndex().row() == 1


def test_everything_has_a_name_and_the_model_keeps_its_word(page):
    page.read(TABLE)
    model: QAbstractItemModel = page.panel.table.rows
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    page.panel.table.rows.tick([0], on=False)
    page.settle()
    assert tester.model() is model
    assert nameless(page.panel) == []


def test_files_that_fall_on_the_window_are_taken_and_other_things_are_not(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    inner = QWidget(window)  # takes things too, but not files
    inner.setAcceptDrops(True)
    drops, fallen = FileDrops(window), []
    drops.dropped.connect(fallen.append)
    for url in (QUrl.fromLocalFile(str(tmp_path / "a.csv")), QUrl("https://example.org/a.csv")):
        mime = QMimeData()
        mime.setUrls([url])
        held = (Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(inner, QDragEnterEvent(QPoint(1, 1), *held))
        QApplication.sendEvent(inner, QDropEvent(QPointF(1, 1), *held))
    assert fallen == [[tmp_path / "a.csv"]]
