"""What is read from the last row: few words, large, dark on light, in everything that is shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.stages import ENGLISH, REST, a_desk, a_store, an_action, nid, small_walk
from walkshop.domain.records import Quadrant, StopId, Walk
from walkshop.domain.themes import _luminance as luminance
from walkshop.ui import tokens
from walkshop.ui.projector.fit import lay_out
from walkshop.ui.projector.four import boxes_of, lay_four
from walkshop.ui.projector.page import WORDS_AT_MOST, RoomPage, page_of
from walkshop.ui.projector.painter import lay_page, unit_of
from walkshop.ui.projector.show import SIZES, Show
from walkshop.ui.projector.thing import CLOSING, FOUR, MAP, QUESTION, Sort, Thing, stop_thing
from walkshop.ui.projector.view import RoomView

pytestmark = pytest.mark.slow

SCREENS = [(1280, 720), (1024, 768), (1920, 1080)]
THINGS = [
    QUESTION,
    MAP,
    stop_thing(StopId("stop")),
    Thing(Sort.NOTE, (nid(1),)),
    Thing(Sort.NOTE, (nid(4),)),
    Thing(Sort.GROUP, (nid(1), nid(2))),
    Thing(Sort.VALUE, (REST,)),
    FOUR,
    Thing(Sort.CHECK, (REST,)),
    Thing(Sort.ACTION, ("action 1",)),
    CLOSING,
]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def a_full_walk() -> Walk:
    walk = small_walk(an_action(1, leader="Parks department", notes=(nid(1),)))
    value = replace(
        walk.values[REST],
        statement="We find it important that one can sit down everywhere, so that all come out.",
        quadrant=Quadrant.INCLUSION,
    )
    return walk.having(value)


def head_of(picture: QImage) -> QImage:
    """What lies over the map, or the whole of a page of words without its pins."""
    return picture.copy(0, 0, picture.width(), picture.height() // 6)


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: f"{thing.sort} {thing.key}")
def test_words_are_painted_with_a_contrast_of_seven(qtbot: QtBot, thing: Thing) -> None:
    desk = a_desk(a_store(a_full_walk()))
    view = RoomView(desk, Show(desk))
    qtbot.addWidget(view)
    view.resize(1280, 720)
    view.show_now.show(thing)
    head = head_of(view.grab().toImage())
    seen = Counter(
        head.pixelColor(x, y).name() for x in range(0, head.width()) for y in range(head.height())
    )
    paper, _ = seen.most_common(1)[0]
    assert paper == tokens.CARD.lower()
    # The strokes themselves: half the pixels of a letter are the soft edge of its strokes.
    words = Counter({name: n for name, n in seen.items() if name != paper})
    assert words
    assert contrast(words.most_common(1)[0][0], paper) >= 7


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: f"{thing.sort} {thing.key}")
@pytest.mark.parametrize("screen", SCREENS, ids=lambda size: f"{size[0]}")
def test_no_sheet_has_more_words_than_people_read(
    qtbot: QtBot, thing: Thing, screen: tuple[int, int]
) -> None:
    page = page_of(a_full_walk(), thing, ENGLISH)
    for sheet in lay_page(page, QSizeF(*screen), 1.0).sheets:
        words = sum(len(line.split()) for piece in sheet for line in piece.lines.lines)
        assert words <= WORDS_AT_MOST


def test_many_words_go_on_on_a_next_sheet_and_none_is_lost(qtbot: QtBot) -> None:
    said = " ".join(f"word{n}" for n in range(100))
    sheets = lay_page(RoomPage(words=(said,)), QSizeF(1920, 1080), 1.0).sheets
    lines = [[line for piece in sheet for line in piece.lines.lines] for sheet in sheets]
    counts = [sum(len(line.split()) for line in sheet) for sheet in lines]
    assert sum(counts) == 100
    assert max(counts) <= WORDS_AT_MOST
    assert " ".join(line for sheet in lines for line in sheet) == said


@pytest.mark.parametrize("screen", SCREENS, ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("percent", SIZES)
def test_the_four_questions_fit_their_quarters_in_one_size(
    qtbot: QtBot, screen: tuple[int, int], percent: int
) -> None:
    size = QSizeF(*screen)
    four = page_of(a_full_walk(), FOUR, ENGLISH).four
    laid = lay_four(four, size, unit_of(size), percent / 100)
    boxes = boxes_of(size, unit_of(size))
    asked = {words[0].lines.font.pixelSize() for _, words in laid}
    assert len(asked) == 1
    assert min(asked) >= round(tokens.ROOM_TEXT.px * unit_of(size))
    for (_, words), box in zip(laid, boxes, strict=True):
        assert words[-1].foot <= box.height()


def test_nothing_is_painted_for_no_words(qtbot: QtBot) -> None:
    assert lay_out([], lay_page(RoomPage(), QSizeF(1280, 720), 1.0).room) == [()]
