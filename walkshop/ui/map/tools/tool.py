"""What every tool of the map can be told; places are px of the map, corners stay on the ground."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from walkshop.ui import tokens
from walkshop.ui.map.camera import Camera


class ToolId(StrEnum):
    """The tools that a stage can offer."""

    BOX = "box"
    LASSO = "lasso"
    LINE = "line"
    AREA = "area"


class Tool(Protocol):
    """One drawing, from its first press to its end; it says itself when it is done."""

    @property
    def begun(self) -> bool:
        """Whether something is drawn that Enter, Backspace and Esc are about."""

    def press(self, at: QPointF, camera: Camera) -> None:
        """The left button went down."""

    def move(self, at: QPointF, camera: Camera) -> None:
        """The pointer moved, with the button up or down."""

    def release(self, at: QPointF, keys: Qt.KeyboardModifier, camera: Camera) -> None:
        """The left button went up."""

    def lift(self) -> None:
        """The press under way does not count; what was drawn before it stays."""

    def finish(self) -> None:
        """Enter or a double click: what is drawn is all of it."""

    def step_back(self) -> None:
        """Backspace: take the last corner away."""

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Draw what is drawn so far."""


def stroke(painter: QPainter, path: QPainterPath, filled: bool = False) -> None:
    """Draw a line of a hand: accent on a pale edge, so that it shows on any map."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if filled:
        wash = QColor(tokens.ACCENT)
        wash.setAlpha(36)
        painter.fillPath(path, wash)
    painter.strokePath(path, QPen(QColor(tokens.PIN_HALO), 5))
    painter.strokePath(path, QPen(QColor(tokens.ACCENT), 2))
