"""Looking for a street, a stop or a note on the map of Notes, with real keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import HERE, THERE, TestDesk, a_desk
from walkshop.domain.geo import to_mercator
from walkshop.domain.records import NoteId
from walkshop.services.basemap.data import Feature, MapData, Shape
from walkshop.ui.map.ground import Ground
from walkshop.ui.notes.panel import NotesPanel

pytestmark = pytest.mark.slow

NAMES = ("Goudsesingel", "<b>Goud</b>straat", *(f"Dwarsstraat {n}" for n in range(20)))


def a_map() -> MapData:
    west, south = to_mercator(HERE)
    ways = [((west + n, south), (west + 400 + n, south + 90)) for n in range(len(NAMES))]
    streets = zip(NAMES, ways, strict=True)
    return MapData(tuple(Feature("street", Shape.LINE, (way,), name=n) for n, way in streets))


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    made = a_desk()
    return replace(made, desk=replace(made.desk, ground=Ground(a_map())))


@pytest.fixture
def panel(qtbot: QtBot, made: TestDesk) -> Iterator[NotesPanel]:
    panel = NotesPanel(made.desk)
    qtbot.addWidget(panel)
    panel.map_side.canvas.view.calm = True
    panel.resize(1000, 700)
    panel.show()
    qtbot.waitUntil(panel.line.hasFocus)
    QTest.keyClick(panel.line, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: panel.finding.box.field.hasFocus() and made.desk.ground.places.ready)
    yield panel
    panel.map_side.canvas.view.halt()


def look(panel: NotesPanel, typed: str) -> list[tuple[str, str]]:
    """Type it; what is listed, as words and what they are."""
    box = panel.finding.box
    box.field.clear()
    QTest.keyClicks(box.field, typed)
    rows = [box.model.index(row) for row in range(box.model.rowCount())]
    hits = [row.data(Qt.ItemDataRole.UserRole) for row in rows]
    return [(hit.words, hit.what) for hit in hits]


def test_stops_go_before_streets_and_names_are_plain_words(panel: NotesPanel) -> None:
    stop, street = ("Goudseplein", "stop 1"), ("Goudsesingel", "street")
    assert look(panel, "goud") == [stop, street, ("<b>Goud</b>straat", "street")]
    assert len(look(panel, "dwars")) == 8


def test_a_number_is_a_note_and_a_stop(panel: NotesPanel) -> None:
    found = look(panel, "2")
    assert found[:2] == [("Mooi groen", "note 2"), ("Boezemsingel", "stop 2")]


def test_enter_flies_to_the_whole_street_and_gives_the_focus_back(panel: NotesPanel) -> None:
    look(panel, "goudses")
    QTest.keyClick(panel.finding.box.field, Qt.Key.Key_Return)
    canvas = panel.map_side.canvas
    assert not panel.finding.box.isVisible()
    assert panel.line.hasFocus()
    assert canvas.found is not None
    spot = canvas.view.camera.to_screen(canvas.found)
    assert spot == pytest.approx((canvas.width() / 2, canvas.height() / 2), abs=2)
    assert canvas.view.camera.bounds.contains(HERE)


def test_the_ring_goes_at_the_next_act(panel: NotesPanel, made: TestDesk) -> None:
    look(panel, "boezem")
    QTest.keyClick(panel.finding.box.field, Qt.Key.Key_Return)
    canvas = panel.map_side.canvas
    assert canvas.found == pytest.approx(THERE)
    made.desk.selection.select_note(NoteId("note 1"))
    assert canvas.found is None


def test_a_note_is_taken_in_hand_though_it_has_no_place(panel: NotesPanel, made: TestDesk) -> None:
    look(panel, "4")
    QTest.keyClick(panel.finding.box.field, Qt.Key.Key_Return)
    assert made.desk.selection.in_hand.current == NoteId("note 4")
    assert panel.map_side.canvas.found is None


def test_down_and_a_click_choose_another_row(panel: NotesPanel) -> None:
    look(panel, "dwars")
    box = panel.finding.box
    QTest.keyClick(box.field, Qt.Key.Key_Down)
    assert box.list.currentIndex().row() == 1
    assert box.field.accessibleDescription() == "Dwarsstraat 1, street"
    QTest.keyClick(box.field, Qt.Key.Key_Up)
    QTest.keyClick(box.field, Qt.Key.Key_Up)
    assert box.list.currentIndex().row() == 7
    place = box.list.visualRect(box.model.index(2)).center()
    QTest.mouseClick(box.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.map_side.canvas.found is not None


def test_esc_goes_back_to_the_line_and_keeps_what_is_in_hand(
    panel: NotesPanel, made: TestDesk
) -> None:
    made.desk.selection.select_note(NoteId("note 1"))
    look(panel, "xyz")
    assert panel.finding.box._nothing.text() == "Nothing found on this map."
    QTest.keyClick(panel.finding.box.field, Qt.Key.Key_Escape)
    assert panel.line.hasFocus()
    assert made.desk.selection.in_hand.current == NoteId("note 1")


def test_a_click_on_the_map_closes_the_field(panel: NotesPanel) -> None:
    QTest.mouseClick(panel.map_side.canvas, Qt.MouseButton.LeftButton, pos=QPoint(40, 300))
    assert not panel.finding.box.isVisible()
    assert panel.line.hasFocus()


def test_another_map_is_searched_once_it_lies_there(
    panel: NotesPanel, made: TestDesk, qtbot: QtBot
) -> None:
    look(panel, "kerk")
    church = Feature("street", Shape.LINE, (((0.0, 0.0), (9.0, 9.0)),), name="Kerkpad")
    made.desk.ground.set(MapData((church,)))
    qtbot.waitUntil(lambda: panel.finding.box.model.rowCount() == 1)
    assert look(panel, "goudses") == []
