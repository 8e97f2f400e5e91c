"""Small things that the frame repeats: a line that ends in dots, a key cap, a dividing line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from walkshop.ui import tokens
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.type import ui_font

_TYPES = {
    "title": tokens.TITLE,
    "name": tokens.NAME,
    "number": tokens.NUMBER,
    "start": tokens.START_TITLE,
}
_COLOURED = frozenset({"soft", "bad"})


class OneLine(QLabel):
    """Plain words on one line; what does not fit ends in dots and stands in the tooltip.

    Args:
        role: title, name, number, soft, start or bad; body when empty.
    """

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._type = _TYPES.get(role, tokens.BODY)
        if role in _COLOURED:
            self.setProperty("role", role)
        # Set here and not by the style sheet: the width must be right before it is first shown.
        self.setFont(ui_font(self._type))
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(" ".join(text.split()))
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All words on one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        metrics = self.fontMetrics()
        wide = min(metrics.horizontalAdvance(self.text()) + 4, metrics.horizontalAdvance("mmmm…"))
        return QSize(wide, metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
        self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")


def key_cap(keys: str) -> QLabel:
    """A key as it stands on the keyboard; screen readers hear it from the act itself."""
    cap = QLabel(keys)
    cap.setTextFormat(Qt.TextFormat.PlainText)
    cap.setProperty("role", "key")
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return cap


def rule(across: bool = True) -> QFrame:
    """A dividing line of 1 px, across or down."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setProperty("along", "across" if across else "down")
    if across:
        line.setFixedHeight(1)
    else:
        line.setFixedWidth(1)
    return line


_SIGNS = {"Return": "Enter", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def spoken_keys(keys: str) -> str:
    """Keys as caps show them, and as they stand on the keyboard: "Ctrl Z", "Alt ←"."""
    plus = keys.endswith("+")  # the key itself, not what joins keys
    parts = [part for part in keys.split("+") if part]
    return " ".join([*(_SIGNS.get(part, part) for part in parts), *["+"] * plus]) or keys
