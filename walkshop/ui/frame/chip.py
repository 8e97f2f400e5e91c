"""A chip: something that is set, with a cross; or a way to set it, with an arrow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from walkshop.ui import tokens
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.type import px, ui_font

_ICON = 14


class Chip(QAbstractButton):
    """Icon and words in a rounded box, 28 px high, as wide as its words."""

    def __init__(self, icon: QIcon) -> None:
        super().__init__()
        self.setIcon(icon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str, name: str = "") -> None:
        """Show these words; `name` is what a screen reader says, where it is more."""
        self.setText(words)
        self.setAccessibleName(name or words)
        self.setToolTip(plain_tip(name or words))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All of the words."""
        words = QFontMetricsF(ui_font(tokens.BODY)).horizontalAdvance(self.text())
        gap = px(6) if self.text() else 0
        wide = px(_ICON) + gap + words + 2 * px(tokens.GAP_12)
        return QSize(round(wide) + 1, px(tokens.CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(self.sizeHint().width(), px(96)), px(tokens.CHIP_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground by state, icon, words, and a ring when the keyboard is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.LINE if self.isDown() else tokens.SUNK if self.underMouse() else tokens.CARD
        strong = self.hasFocus()
        wide = tokens.BORDER_STRONG if strong else tokens.BORDER
        painter.setPen(QPen(QColor(tokens.ACCENT if strong else tokens.EDGE), wide))
        painter.setBrush(QColor(ground))
        inset = wide / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side = px(_ICON)
        left = px(tokens.GAP_12)
        self.icon().paint(painter, left, (self.height() - side) // 2, side, side)
        at = left + side + px(6)
        room = QRectF(at, 0, self.width() - at - px(tokens.GAP_12) + 1, self.height())
        painter.setFont(ui_font(tokens.BODY))
        painter.setPen(QColor(tokens.INK))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
