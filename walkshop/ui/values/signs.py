"""The small signs in the head of a value: the questions that it answers, and that it is locked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Quadrant
from walkshop.domain.words import QUADRANT, QUADRANT_NR
from walkshop.i18n import Language
from walkshop.ui import tokens
from walkshop.ui.widgets.tack import draw_tack
from walkshop.ui.widgets.type import px, ui_font

_SQUARE = 22
_TACK = 20


class Tack(QWidget):
    """The thumbtack of a value that is locked; there only when it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(px(_TACK), px(tokens.TITLE.line))
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.width() - 2.0
        draw_tack(painter, QRectF(1, (self.height() - side) / 2, side, side), tokens.INK)
        painter.end()


class Squares(QWidget):
    """The numbers of the four questions that a value answers, in squares."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._numbers: list[int] = []

    def show_questions(self, questions: Sequence[Quadrant]) -> None:
        """Show other questions."""
        self._numbers = [QUADRANT_NR[question] for question in questions]
        words = [f"{QUADRANT_NR[q]} {self._language.say(QUADRANT[q])}" for q in questions]
        self.setAccessibleName(". ".join(words))
        self.setToolTip("\n".join(words))
        step = px(_SQUARE) + px(tokens.GAP_4)
        self.setFixedSize(QSize(step * len(self._numbers), px(_SQUARE)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a square for each."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(tokens.NAME))
        side = px(_SQUARE)
        for place, number in enumerate(self._numbers):
            box = QRectF(place * (side + px(tokens.GAP_4)), 0, side, side)
            painter.setPen(QPen(QColor(tokens.EDGE), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(QColor(tokens.INK))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.end()
