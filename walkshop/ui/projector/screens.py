"""Which screen is the room's: one that shows something else than the laptop does."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from walkshop.i18n import Text, msg

_WINDOWS = msg(
    "Projector and laptop show the same. "
    "Press Windows+P and choose Extend, or go on with one screen."
)
_MAC = msg(
    "Projector and laptop show the same. "
    "Choose Extended Display in System Settings, Displays, or go on with one screen."
)
_OTHER = msg(
    "Projector and laptop show the same. "
    "Join the screens in the display settings, or go on with one screen."
)
_HOW = {"win32": _WINDOWS, "darwin": _MAC}


def how_to_extend(platform: str = sys.platform) -> Text:
    """What one does on this system so that the room sees something else than the laptop."""
    return _HOW.get(platform, _OTHER)


def screens_now() -> list[QScreen]:
    """The screens between which a window can be moved; others that there are do not count."""
    first = QGuiApplication.primaryScreen()
    return list(first.virtualSiblings()) if first is not None else []


def room_place(own: QRect, others: Sequence[QRect]) -> QRect | None:
    """The first place beside the laptop's own; None where all show the same, or there is one."""
    return next((other for other in others if not other.intersects(own)), None)


def own_place(widget: QWidget) -> QRect:
    """The place of the screen on which a widget stands."""
    return widget.screen().geometry()
