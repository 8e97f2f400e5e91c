"""Plain words on screen: never rich text, never wider than their place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from walkshop.ui import tokens
from walkshop.ui.plain import plain_tip
from walkshop.ui.tokens import Type
from walkshop.ui.widgets.text import break_lines, natural_width
from walkshop.ui.widgets.type import px, ui_font

_LEAST_WIDTH = 24


class Words(QLabel):
    """Words in lines as wide as the label, broken anywhere if they must.

    Args:
        role: size, line height and weight.
        colour: a token; empty for that of ink.
        most: no more lines than this; what is left out stands in the tooltip. 0 for all.
    """

    def __init__(
        self,
        text: str = "",
        role: Type = tokens.BODY,
        colour: str = "",
        most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._colour = colour or tokens.INK
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(ui_font(role))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self.updateGeometry()

    def set_most(self, most: int) -> None:
        """Show no more lines than this; 0 for all."""
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self.update()

    def set_colour(self, colour: str) -> None:
        """Show the words in another colour, a token."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px of the words in lines of `width` px."""
        return self._height(width)

    def sizeHint(self) -> QSize:
        """One line, as wide as it is."""
        wide = int(natural_width(self.text(), self._role)) + 1
        return QSize(wide, self._height(wide))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide and one line high."""
        return QSize(px(_LEAST_WIDTH), px(self._role.line) if self.text() else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        lines = break_lines(self.text(), self._role, self.width(), self._most)
        painter = QPainter(self)
        colour = self._colour if self.isEnabled() else tokens.DISABLED
        lines.draw(painter, QRectF(self.rect()), colour)
        painter.end()
        self.setToolTip(plain_tip(self.text()) if lines.cut else "")

    def _height(self, width: int) -> int:
        if not self.text():
            return 0
        return break_lines(self.text(), self._role, width, self._most).height


def plain_label(text: str, role: Type = tokens.BODY, colour: str = "", most: int = 0) -> Words:
    """Words that break into lines where they must; plain text whatever they hold."""
    return Words(text, role, colour, most)


def title_label(text: str) -> Words:
    """The title of a part of the screen."""
    return Words(text, tokens.TITLE)


def soft_label(text: str, most: int = 0) -> Words:
    """Words that stand back: labels, reasons, places."""
    return Words(text, tokens.BODY, tokens.SOFT, most)
