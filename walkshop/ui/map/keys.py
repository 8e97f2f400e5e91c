"""Which keys are the map's own while the focus is elsewhere: those of its window, of no other."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget


def in_window_of(owner: QObject | None, watched: QObject) -> bool:
    """Whether an event that `watched` gets belongs to the window that `owner` is in."""
    if not isinstance(owner, QWidget):
        return False
    if isinstance(watched, QWidget):
        return watched.window() is owner.window()
    return isinstance(watched, QWindow) and watched is owner.window().windowHandle()
