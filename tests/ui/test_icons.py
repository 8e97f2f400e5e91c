"""Icons: every name has its glyph, in the colour that was asked for, sharp at any size."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from walkshop.ui import tokens
from walkshop.ui.icons import _NAMES, glyph_icon, icon


def ink_of(drawn: QIcon, side: int, mode: QIcon.Mode, state: QIcon.State) -> set[str]:
    picture = drawn.pixmap(QSize(side, side), 1.0, mode, state).toImage()
    pixels = (picture.pixelColor(x, y) for x in range(side) for y in range(side))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", sorted(_NAMES))
def test_every_icon_draws_something(qtbot: QtBot, name: str) -> None:
    assert ink_of(icon(name), 48, QIcon.Mode.Normal, QIcon.State.Off) == {tokens.INK}


def test_colour_follows_the_state_of_the_button(qtbot: QtBot) -> None:
    drawn = icon("notes", tokens.SOFT, tokens.ACCENT)
    assert ink_of(drawn, 48, QIcon.Mode.Normal, QIcon.State.Off) == {tokens.SOFT}
    assert ink_of(drawn, 48, QIcon.Mode.Normal, QIcon.State.On) == {tokens.ACCENT}
    assert ink_of(drawn, 48, QIcon.Mode.Disabled, QIcon.State.Off) == {tokens.DISABLED}


def test_the_package_with_all_its_fonts_is_not_loaded(qtbot: QtBot) -> None:
    icon("notes")
    assert "qtawesome" not in sys.modules


def test_data_names_a_glyph_and_an_unknown_name_gives_none(qtbot: QtBot) -> None:
    drawn = glyph_icon("house-line")
    assert ink_of(drawn, 48, QIcon.Mode.Normal, QIcon.State.Off) == {tokens.INK}
    assert glyph_icon("no such glyph").isNull()
    assert glyph_icon("").isNull()
