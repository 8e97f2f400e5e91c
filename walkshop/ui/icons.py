"""The icons of the program: one set of thin lines, by what they stand for.

The glyphs are those that qtawesome brings. Only its Phosphor font is read: importing the package
loads Qt twice over and a dozen fonts, a fifth of a second of the start.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from walkshop.ui import tokens

_NAMES = {  # Phosphor, regular weight
    "prepare": "clipboard-text",
    "notes": "map-pin",
    "values": "columns",
    "agenda": "check-square-offset",
    "share": "printer",
    "room": "monitor",
    "search": "magnifying-glass",
    "clear": "x",
    "menu": "list",
    "settings": "gear",
    "undo": "arrow-u-up-left",
    "redo": "arrow-u-up-right",
    "new": "plus",
    "open": "folder-simple",
    "sample": "map-pin",
    "fold": "caret-left",
    "unfold": "caret-right",
    "down": "caret-down",
    "close": "x",
    "quit": "sign-out",
    "start": "house",
    "fit_walk": "frame-corners",
    "fit_selection": "crosshair",
    "box": "magnifying-glass-plus",
    "lasso": "selection-plus",
    "line": "line-segments",
    "area": "polygon",
    "hot": "circles-three",
}


_SHARE = 0.875
"""Of its box that a glyph fills."""


def icon(name: str, colour: str = "", current: str = "") -> QIcon:
    """The icon that stands for `name`, in ink where no colour is named.

    `current` colours it while its button is checked.
    """
    ink = colour or tokens.INK
    return _glyph_icon(_NAMES[name], ink, current or ink, tokens.DISABLED)


def glyph_icon(glyph: str, colour: str = "") -> QIcon:
    """The icon with this name in the set itself, as data names it; an empty icon for none."""
    if glyph not in _codes():
        return QIcon()
    ink = colour or tokens.INK
    return _glyph_icon(glyph, ink, ink, tokens.DISABLED)


@lru_cache(maxsize=256)
def _glyph_icon(glyph: str, colour: str, current: str, disabled: str) -> QIcon:
    return QIcon(_Glyph(_codes()[glyph], colour, current, disabled))


class _Glyph(QIconEngine):
    """Draws one glyph at any size, so that it is sharp on any screen."""

    def __init__(self, glyph: str, colour: str, current: str, disabled: str) -> None:
        super().__init__()
        self._glyph = glyph
        self._colours = (colour, current, disabled)

    def clone(self) -> QIconEngine:
        """Another one like it, as Qt asks when an icon is changed."""
        return _Glyph(self._glyph, *self._colours)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the glyph in the middle of `rect`."""
        colour, current, disabled = self._colours
        if mode is QIcon.Mode.Disabled:
            colour = disabled
        elif state is QIcon.State.On:
            colour = current
        painter.save()
        font = QFont(_family())
        font.setPixelSize(max(1, round(rect.height() * _SHARE)))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The glyph on nothing."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture


def _file(ending: str) -> Path:
    package = find_spec("qtawesome")
    folders = package.submodule_search_locations if package else None
    found = [file for folder in folders or () for file in Path(folder).glob(f"fonts/{ending}")]
    if not found:
        raise FileNotFoundError(f"qtawesome brings no {ending}")
    return found[0]


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    codes = json.loads(_file("phosphor-charmap*.json").read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in codes.items()}


@lru_cache(maxsize=1)
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_file("phosphor*.ttf")))
    if number < 0:
        raise RuntimeError("Qt refuses the font of the icons")
    return QFontDatabase.applicationFontFamilies(number)[0]
