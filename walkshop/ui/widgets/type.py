"""Fonts and lengths on screen: the roles of the tokens at the text size that the person chose.

The text size is the application's own font: 15 px is 100 %. So a widget needs no setting.
"""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from walkshop.ui import tokens
from walkshop.ui.tokens import Type


def scale() -> float:
    """The text size as a factor, 1.0 for 100 %."""
    size = QApplication.font().pixelSize()
    return size / tokens.BODY.px if size > 0 else 1.0


def px(length: float) -> int:
    """A length in logical pixels at the current text size."""
    return round(length * scale())


def ui_font(role: Type) -> QFont:
    """The application's font in a role of type, with figures of one width."""
    font = QFont(QApplication.font())
    font.setPixelSize(max(1, px(role.px)))
    font.setWeight(QFont.Weight(role.weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
