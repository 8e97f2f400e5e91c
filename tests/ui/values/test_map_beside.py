"""The map beside the board: a lasso takes notes in hand as a click does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import TestDesk, a_desk
from walkshop.domain.records import NoteId
from walkshop.ui.map.tools.tool import ToolId
from walkshop.ui.values.map_beside import MapBeside

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk()


@pytest.fixture
def beside(qtbot: QtBot, made: TestDesk) -> Iterator[MapBeside]:
    beside = MapBeside(made.desk)
    qtbot.addWidget(beside)
    beside.canvas.view.calm = True
    beside.resize(500, 400)
    beside.show()
    yield beside
    beside.canvas.tools.drop()
    beside.canvas.view.halt()


def circle(beside: MapBeside, key: str, keys: Qt.KeyboardModifier) -> None:
    """Draw a lasso around one pin."""
    canvas = beside.canvas
    canvas.tools.choose(ToolId.LASSO)
    middle = canvas.pin_box(key).center().toPoint()
    ways = [middle + QPoint(east, south) for east, south in ((-30, -30), (30, -30), (30, 30))]
    QTest.mousePress(canvas, LEFT, keys, ways[0])
    for at in ways[1:]:
        QTest.mouseMove(canvas, at)
    QTest.mouseRelease(canvas, LEFT, keys, middle + QPoint(-30, 30))


def test_a_lasso_takes_notes_in_hand_and_ctrl_adds_to_them(
    beside: MapBeside, made: TestDesk
) -> None:
    circle(beside, "note 1", Qt.KeyboardModifier.NoModifier)
    assert set(made.desk.selection.in_hand.notes) == {NoteId("note 1")}
    circle(beside, "note 2", Qt.KeyboardModifier.ControlModifier)
    assert set(made.desk.selection.in_hand.notes) == {NoteId("note 1"), NoteId("note 2")}
    assert not beside.chosen.isHidden()
