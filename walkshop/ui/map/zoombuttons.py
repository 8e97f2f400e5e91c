"""The two keys on the map for people who do not turn a wheel."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from walkshop.i18n import Language, msg
from walkshop.ui import tokens

_ARM_PX = 6.5


class ZoomButton(QAbstractButton):
    """Plus or minus, painted: one key of the pair."""

    def __init__(self, plus: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plus = plus
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(tokens.TARGET_MIN, tokens.TARGET_MIN)

    def sizeHint(self) -> QSize:
        """As large as it is fixed."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground by state, the sign, and a ring when the keyboard is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.CARD
        if self.isDown():
            ground = tokens.LINE
        elif self.underMouse():
            ground = tokens.SUNK
        face = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(face, tokens.RADIUS - 1, tokens.RADIUS - 1)
        painter.setPen(QPen(QColor(tokens.INK), 1.8, c=Qt.PenCapStyle.RoundCap))
        middle = QRectF(self.rect()).center()
        painter.drawLine(middle - QPointF(_ARM_PX, 0), middle + QPointF(_ARM_PX, 0))
        if self._plus:
            painter.drawLine(middle - QPointF(0, _ARM_PX), middle + QPointF(0, _ARM_PX))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.ACCENT), tokens.FOCUS_RING))
            painter.drawRoundedRect(face.adjusted(1, 1, -1, -1), tokens.RADIUS_SMALL, 4)


class ZoomButtons(QWidget):
    """Both keys on one card.

    Signals:
        zoomed: one level in (1) or out (-1).
    """

    zoomed = Signal(int)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plus, self.minus = ZoomButton(True, self), ZoomButton(False, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.plus)
        layout.addWidget(self.minus)
        self.plus.clicked.connect(lambda: self.zoomed.emit(1))
        self.minus.clicked.connect(lambda: self.zoomed.emit(-1))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.set_language(language)
        self.adjustSize()

    def set_target(self, px: int) -> None:
        """Make the keys this wide and high: larger for fingers."""
        for button in (self.plus, self.minus):
            button.setFixedSize(px, px)
        self.resize(px, 2 * px)

    def set_language(self, language: Language) -> None:
        """Name the keys for screen readers and tooltips."""
        for button, name in ((self.plus, msg("Zoom in")), (self.minus, msg("Zoom out"))):
            button.setAccessibleName(language.say(name))
            button.setToolTip(language.say(name))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card, its edge and the line between the keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.EDGE), tokens.BORDER))
        painter.setBrush(QColor(tokens.CARD))
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(card, tokens.RADIUS, tokens.RADIUS)
        painter.setPen(QPen(QColor(tokens.LINE), tokens.BORDER))
        half = self.height() / 2 + 0.5
        painter.drawLine(QPointF(1, half), QPointF(self.width() - 1, half))
