"""How many notes of each kind: the outlines of the kinds with their counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Kind
from walkshop.domain.words import KIND
from walkshop.i18n import Language
from walkshop.ui import tokens
from walkshop.ui.map.pins import draw_kind
from walkshop.ui.widgets.type import px, ui_font

_SIGN = 15
_GAP = 5
_AFTER = 12


class KindCounts(QWidget):
    """Counts by kind in one line; kinds without notes are left out."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._counts: list[tuple[Kind, int]] = []
        self.setFixedHeight(px(tokens.CHIP_HEIGHT))

    def show_counts(self, counts: Mapping[Kind, int]) -> None:
        """Show other counts."""
        self._counts = [(kind, counts[kind]) for kind in Kind if counts.get(kind)]
        words = [f"{n} {self._language.say(KIND[kind])}" for kind, n in self._counts]
        self.setAccessibleName(", ".join(words))
        self.setToolTip(", ".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All counts beside each other."""
        return QSize(round(sum(self._width(n) for _kind, n in self._counts)), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw signs and numbers."""
        painter = QPainter(self)
        painter.setFont(ui_font(tokens.BODY))
        size, x = px(_SIGN), 1.0
        for kind, n in self._counts:
            draw_kind(painter, QRectF(x, (self.height() - size) / 2, size, size), str(kind))
            painter.setPen(QColor(tokens.INK))
            box = QRectF(x + size + px(_GAP), 0, px(80), self.height())
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(n)
            )
            x += self._width(n)
        painter.end()

    def _width(self, n: int) -> float:
        number = QFontMetricsF(ui_font(tokens.BODY)).horizontalAdvance(str(n))
        return px(_SIGN) + px(_GAP) + number + px(_AFTER)
