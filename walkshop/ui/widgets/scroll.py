"""A column that scrolls up and down and never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from walkshop.ui.style import on_surface


def scrolling(content: QWidget, surface: str = "card") -> QScrollArea:
    """`content` on a surface ("card" or "paper"), as wide as its place and as high as it needs."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    on_surface(content, surface)
    on_surface(area.viewport(), surface)
    area.setWidget(content)
    return area


def rule(across: bool = True) -> QFrame:
    """A dividing line, across or down."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setProperty("along", "across" if across else "down")
    return line
