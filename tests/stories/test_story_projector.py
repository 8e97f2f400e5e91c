"""Projector: read from 8 m with the lights on, told apart in grey, and nothing half typed."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect, QSizeF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.programs import notes_of, with_sample
from tests.ui.desks import type_line
from tests.ui.map.test_pins_in_grey import APART_PX, SEEN, apart, grey
from tests.ui.projector.test_reading import contrast
from walkshop.app import Program
from walkshop.domain.records import Kind
from walkshop.services.themes import DEFAULT_SET, theme_set
from walkshop.ui import tokens
from walkshop.ui.projector.painter import unit_of
from walkshop.ui.projector.room import Room
from walkshop.ui.projector.thing import Sort
from walkshop.ui.projector.view import RoomView

pytestmark = pytest.mark.slow
LAPTOP, BEAMER = QRect(0, 0, 800, 800), QRect(800, 0, 1024, 768)
PX_OF_28_PT = 28 * 96 / 72
"""On the screen of 720 px high for which the sizes of the room are drawn; they grow with it."""
SLICES = 4
"""Pictures alike in a row after which nothing is being painted any more."""
A_PIN = 300
"""Px that differ at least where a note comes on the map."""
PAGES = 40
"""Presses of the remote in which the whole evening passes by."""


@pytest.fixture
def evening(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Program, RoomView]]:
    """The sample on the laptop, and a beamer of 1024 by 768 beside it."""
    program = with_sample(qtbot, tmp_path, "nl")
    assert program.frame is not None
    room = program.frame.findChild(Room)
    assert room is not None
    room._places = lambda: [LAPTOP, BEAMER]
    room.toggle()
    assert room.view is not None
    room.view.showNormal()  # the screen of the tests is smaller than a beamer
    room.view.resize(BEAMER.size())
    qtbot.waitUntil(lambda: room.view is not None and room.view.size() == BEAMER.size())
    yield program, room.view
    room.close()
    assert program.window.close()


def changed(one: QImage, other: QImage) -> int:
    """In how many px two pictures are seen to differ; edges of letters are never quite alike."""
    flat = [image.convertToFormat(QImage.Format.Format_Grayscale8) for image in (one, other)]
    first, second = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in flat)
    return int((np.abs(first - second) >= SEEN).sum())


def whole_evening(view: RoomView) -> Iterator[Sort]:
    """Each page for the room in turn, by the key of a presenter's remote."""
    yield view.show_now.thing.sort
    for _ in range(PAGES):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        yield view.show_now.thing.sort


def picture(view: RoomView) -> QImage:
    return view.grab().toImage()


def settled(qtbot: QtBot, view: RoomView) -> QImage:
    """The picture once its map is painted, which comes in slices."""
    seen = [picture(view)]

    def is_still() -> bool:
        seen.append(picture(view))
        return len(seen) > SLICES and all(one == seen[-1] for one in seen[-SLICES:])

    qtbot.waitUntil(is_still, timeout=20_000)
    return seen[-1]


def test_every_word_for_the_room_is_28_pt_or_more(evening: tuple[Program, RoomView]) -> None:
    view = evening[1]
    least = PX_OF_28_PT * unit_of(QSizeF(BEAMER.size()))
    passed = Counter[Sort]()
    for sort in whole_evening(view):
        pieces = [piece for sheet in view.laid().sheets for piece in sheet]
        passed[sort] += len(pieces)
        for piece in pieces:
            assert piece.lines.font.pixelSize() >= least, (sort, piece.lines.lines)
    assert min(passed[sort] for sort in (Sort.VALUE, Sort.ACTION, Sort.CLOSING)) > 0


def test_a_value_stands_dark_on_light_with_a_contrast_of_seven(
    evening: tuple[Program, RoomView],
) -> None:
    view = evening[1]
    assert Sort.VALUE in itertools.takewhile(lambda sort: sort != Sort.ACTION, whole_evening(view))
    while view.show_now.thing.sort is not Sort.VALUE:
        QTest.keyClick(view, Qt.Key.Key_PageUp)
    seen = picture(view)
    top = range(seen.height() // 3)
    colours = Counter(seen.pixelColor(x, y).name() for x in range(seen.width()) for y in top)
    paper, ink = (name for name, _ in colours.most_common(2))
    assert contrast(ink, paper) >= 7


def test_freeze_hides_my_typing_until_i_let_go(
    qtbot: QtBot, evening: tuple[Program, RoomView]
) -> None:
    program, view = evening
    line = notes_of(program).line
    QTest.keyClick(view, Qt.Key.Key_F9)
    before = settled(qtbot, view)
    QTest.keyClicks(line, "De heer Jansen van nummer")
    assert changed(before, picture(view)) == 0
    line.clear()
    type_line(line, "Een bank bij het water @1")
    after = settled(qtbot, view)
    assert changed(before, after) == 0
    QTest.keyClick(view, Qt.Key.Key_F9)
    type_line(line, "Nog een bank @2")
    assert changed(before, settled(qtbot, view)) > A_PIN


def test_a_half_typed_line_is_not_for_the_room(
    qtbot: QtBot, evening: tuple[Program, RoomView]
) -> None:
    program, view = evening
    before = settled(qtbot, view)
    QTest.keyClicks(notes_of(program).line, "De heer Jansen van nummer")
    assert changed(before, picture(view)) == 0


@pytest.mark.parametrize("colours", ["light", "contrast"])
def test_all_kinds_and_themes_are_told_apart_on_the_room_screen_in_grey(
    qtbot: QtBot, colours: str
) -> None:
    tokens.wear(colours)
    try:
        themes = theme_set(DEFAULT_SET).themes
        drawn = [grey(kind, theme, tokens.PIN_ROOM) for kind in Kind for theme in themes]
    finally:
        tokens.wear("light")
    nearest = min(apart(one, other) for one, other in itertools.combinations(drawn, 2))
    assert nearest >= APART_PX * (tokens.PIN_ROOM / tokens.PIN_MAP)
