"""The page for the room fits: large when short, smaller when long, on sheets when very long."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from walkshop.domain.themes import _luminance as luminance
from walkshop.ui import tokens
from walkshop.ui.map.looks import PinLook
from walkshop.ui.projector.fit import blocks_of
from walkshop.ui.projector.page import RoomPage
from walkshop.ui.projector.painter import MARGIN, Laid, lay_page, unit_of
from walkshop.ui.projector.show import SIZES

SCREENS = [QSizeF(1024, 768), QSizeF(1280, 720), QSizeF(1920, 1080), QSizeF(640, 480)]
LONG = "Wij vinden het belangrijk dat iedereen over de stoep kan lopen zonder obstakels " * 7
TEXTS = {
    "short": "Onderweg kunnen uitrusten",
    "500 signs": LONG[:500],
    "one word": "Donaudampfschifffahrtsgesellschaftskapitän" * 12,
    "right to left": "نحن نعتبر من المهم أن يتمكن الجميع من الجلوس في الحي " * 9,
    "emoji": "Bankje 🪑🌳👵🏽 bij de singel! " * 18,
}


def pages(text: str) -> RoomPage:
    looks = tuple(PinLook(nr=nr) for nr in range(1, 9))
    return RoomPage("Dit vinden wij belangrijk", text[:500], (text[:500],), (), looks)


def words(laid: Laid) -> str:
    lines = (line for sheet in laid.sheets for piece in sheet for line in piece.lines.lines)
    return "".join("".join(line.split()) for line in lines)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda size: f"{size.width():.0f}")
@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_cut_and_nothing_overlaps(qtbot: QtBot, screen: QSizeF, name: str) -> None:
    page = pages(TEXTS[name])
    laid = lay_page(page, screen, 1.0)
    said = "".join("".join(block.text.split()) for block in blocks_of(page))
    assert words(laid) == said
    foot = laid.bottom - laid.foot.high
    for sheet in laid.sheets:
        assert sheet
        assert 52 * unit_of(screen) + sheet[-1].foot <= foot
        assert all(above.foot <= below.top + 0.5 for above, below in pairwise(sheet))


@pytest.mark.parametrize("screen", SCREENS[:3], ids=lambda size: f"{size.width():.0f}")
@pytest.mark.parametrize("name", TEXTS)
def test_every_line_is_as_wide_as_its_place_and_28_pt(
    qtbot: QtBot, screen: QSizeF, name: str
) -> None:
    laid = lay_page(pages(TEXTS[name]), screen, 1.0)
    least = round(tokens.ROOM_TEXT.px * unit_of(screen))
    for piece in (piece for sheet in laid.sheets for piece in sheet):
        font = piece.lines.font
        assert font.pixelSize() >= least
        widest = max(QFontMetricsF(font).horizontalAdvance(line) for line in piece.lines.lines)
        assert widest <= screen.width() - 2 * MARGIN * unit_of(screen) + font.pixelSize() / 2


def test_a_short_page_has_the_sizes_that_were_drawn(qtbot: QtBot) -> None:
    page = RoomPage("Kan ik erbij?", "Onderweg uitrusten", ("Wij vinden het belangrijk.",))
    laid = lay_page(page, QSizeF(1280, 720), 1.0)
    assert [piece.lines.font.pixelSize() for piece in laid.sheets[0]] == [38, 72, 46]
    twice = lay_page(page, QSizeF(2560, 1440), 1.0)
    assert [piece.lines.font.pixelSize() for piece in twice.sheets[0]] == [76, 144, 92]


@pytest.mark.parametrize("percent", SIZES)
def test_no_size_that_one_can_choose_cuts_anything(qtbot: QtBot, percent: int) -> None:
    screen = QSizeF(1024, 768)
    laid = lay_page(pages(LONG), screen, percent / 100)
    least = round(tokens.ROOM_TEXT.px * unit_of(screen))
    for sheet in laid.sheets:
        assert all(piece.lines.font.pixelSize() >= least for piece in sheet)
        assert 52 * unit_of(screen) + sheet[-1].foot <= laid.bottom - laid.foot.high


@pytest.mark.parametrize("many", [1, 7, 30, 400])
def test_pins_stay_on_the_screen_and_those_left_out_are_counted(qtbot: QtBot, many: int) -> None:
    looks = tuple(PinLook(nr=nr) for nr in range(1, many + 1))
    laid = lay_page(RoomPage(name="Rust", looks=looks), QSizeF(1024, 768), 1.0)
    foot = laid.foot
    assert len(foot.spots) + foot.more == many
    assert all(spot.at.x() + foot.pin <= laid.room.width for spot in foot.spots)
    assert foot.high <= 768 / 2


def test_a_single_pin_is_64_px(qtbot: QtBot) -> None:
    laid = lay_page(RoomPage(looks=(PinLook(nr=1),)), QSizeF(1280, 720), 1.0)
    assert laid.foot.pin == 64


@pytest.mark.parametrize("colour", [tokens.INK, tokens.SOFT, tokens.ACCENT])
def test_words_for_the_room_have_a_contrast_of_seven(colour: str) -> None:
    bright, dark = luminance(tokens.CARD), luminance(colour)
    assert (bright + 0.05) / (dark + 0.05) >= 7
