"""How many notes of each kind: the outlines of the kinds with their counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

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
    """Counts by kind, on as many lines as they need; kinds without notes are left out."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._counts: list[tuple[Kind, int]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(self, counts: Mapping[Kind, int]) -> None:
        """Show other counts."""
        self._counts = [(kind, counts[kind]) for kind in Kind if counts.get(kind)]
        words = [f"{n} {self._language.say(KIND[kind])}" for kind, n in self._counts]
        self.setAccessibleName(", ".join(words))
        self.setToolTip(", ".join(words))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px of all counts in lines of `width` px; 0 without counts."""
        if not self._counts:
            return 0
        return px(tokens.CHIP_HEIGHT) * (1 + max(at[1] for at in self._places(width)))

    def sizeHint(self) -> QSize:
        """All counts beside each other."""
        wide = sum(self._width(n) for _kind, n in self._counts)
        return QSize(round(wide), px(tokens.CHIP_HEIGHT) if self._counts else 0)

    def minimumSizeHint(self) -> QSize:
        """One count."""
        return QSize(px(_SIGN + _GAP + _AFTER), px(tokens.CHIP_HEIGHT) if self._counts else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw signs and numbers."""
        painter = QPainter(self)
        painter.setFont(ui_font(tokens.BODY))
        painter.setPen(QColor(tokens.INK))
        size, line = px(_SIGN), px(tokens.CHIP_HEIGHT)
        for (kind, n), (x, row) in zip(self._counts, self._places(self.width()), strict=True):
            top = row * line
            draw_kind(painter, QRectF(x + 1, top + (line - size) / 2, size, size), str(kind))
            painter.setPen(QColor(tokens.INK))
            box = QRectF(x + 1 + size + px(_GAP), top, px(80), line)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(n)
            )
        painter.end()

    def _places(self, width: int) -> list[tuple[float, int]]:
        """How far right (px) and on which line each count stands."""
        found: list[tuple[float, int]] = []
        x, row = 0.0, 0
        for _kind, n in self._counts:
            wide = self._width(n)
            if x and x + wide - px(_AFTER) > width:
                x, row = 0.0, row + 1
            found.append((x, row))
            x += wide
        return found

    def _width(self, n: int) -> float:
        number = QFontMetricsF(ui_font(tokens.BODY)).horizontalAdvance(str(n))
        return px(_SIGN) + px(_GAP) + number + px(_AFTER)
