"""Which screen is the room's: one that shows something else than the laptop does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

ScreenT = TypeVar("ScreenT")


def screens_now() -> list[QScreen]:
    """The screens that this machine has."""
    return list(QGuiApplication.screens())


def room_place(own: QRect, others: Sequence[QRect]) -> QRect | None:
    """The first place beside the laptop's own; None where all show the same, or there is one."""
    return next((other for other in others if not other.intersects(own)), None)


def own_place(widget: QWidget) -> QRect:
    """The place of the screen on which a widget stands."""
    return widget.screen().geometry()
