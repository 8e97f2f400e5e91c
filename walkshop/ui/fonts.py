"""The fonts of map and paper, registered once, so that a label breaks alike on every machine."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from walkshop.ui.tokens import Type

MAP_FAMILY = "Noto Sans"
_FILES = ("notos", "notosbo", "notosit")


@lru_cache(maxsize=1)
def register_fonts() -> str:
    """Make Noto Sans (regular, bold, italic) known to Qt; needs a QGuiApplication.

    Returns:
        The family's name. It is looked up once per process, Qt keeps the fonts for as long.
    """
    import pymupdf_fonts

    for name in _FILES:
        if QFontDatabase.addApplicationFontFromData(pymupdf_fonts.myfont(name)) < 0:
            raise RuntimeError(f"Qt refuses the font {name}")
    return MAP_FAMILY


@lru_cache(maxsize=64)
def map_font(px: float, weight: int = 400, italic: bool = False) -> QFont:
    """Noto Sans in `px` logical pixels (rounded to whole ones), with figures of one width."""
    font = QFont(register_fonts())
    font.setPixelSize(max(1, round(px)))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    font.setFeature(QFont.Tag("tnum"), 1)
    # Hinting would make a label as wide as its screen wants; on paper it must be as wide again.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def font_of(role: Type) -> QFont:
    """Noto Sans in a role of type, at 100 %."""
    return map_font(role.px, role.weight)
