"""The icons of the program: one set of thin lines, by what they stand for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QIcon

from walkshop.ui import tokens

_NAMES = {  # Phosphor, regular weight
    "prepare": "ph.clipboard-text",
    "notes": "ph.map-pin",
    "values": "ph.columns",
    "agenda": "ph.check-square-offset",
    "share": "ph.printer",
    "search": "ph.magnifying-glass",
    "clear": "ph.x",
    "menu": "ph.list",
    "settings": "ph.gear",
    "undo": "ph.arrow-u-up-left",
    "redo": "ph.arrow-u-up-right",
    "new": "ph.plus",
    "open": "ph.folder-simple",
    "sample": "ph.map-pin",
    "fold": "ph.caret-left",
    "unfold": "ph.caret-right",
    "down": "ph.caret-down",
    "close": "ph.x",
    "quit": "ph.sign-out",
    "start": "ph.house",
}


@lru_cache(maxsize=128)
def icon(name: str, colour: str = tokens.INK, current: str = "") -> QIcon:
    """The icon that stands for `name`; `current` colours it while its button is checked."""
    # Loading the icon fonts takes a moment that a command without a window need not spend.
    import qtawesome

    options = {"color": colour, "color_disabled": tokens.DISABLED}
    if current:
        options |= {"color_on": current, "color_on_active": current, "color_on_selected": current}
    made: QIcon = qtawesome.icon(_NAMES[name], **options)
    return made
