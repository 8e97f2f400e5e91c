"""The style sheet: whole at every text size, and only with colours of the tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from walkshop.ui import tokens
from walkshop.ui.plain import button_words, plain_tip
from walkshop.ui.style import apply_style, style_sheet


@pytest.fixture
def _as_it_was(qapp: QApplication) -> Iterator[None]:
    font, name, palette = QFont(qapp.font()), qapp.style().objectName(), qapp.palette()
    yield
    qapp.setStyleSheet("")
    qapp.setStyle(name)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.parametrize("percent", tokens.TEXT_SIZES)
def test_every_text_size_has_a_whole_style_sheet(percent: int) -> None:
    sheet = style_sheet(percent)
    assert "$" not in sheet
    assert f"font-size: {round(18 * percent / 100)}px" in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.usefixtures("_as_it_was")
@pytest.mark.slow
def test_qt_reads_the_sheet_and_the_text_size_is_the_application_font(
    qapp: QApplication, qtbot: QtBot
) -> None:
    apply_style(qapp, 130)
    label = QLabel("words")
    qtbot.addWidget(label)
    label.show()
    assert qapp.font().pixelSize() == 20
    assert label.palette().windowText().color().name().upper() == tokens.INK


def test_words_that_look_like_markup_are_shown_as_they_are() -> None:
    assert plain_tip("<b>stoep</b> & rand") == "<qt>&lt;b&gt;stoep&lt;/b&gt; &amp; rand</qt>"
    assert plain_tip("") == ""
    assert re.search(r"…</qt>$", plain_tip("x" * 1_000))
    assert button_words("Rust & ruimte") == "Rust && ruimte"
