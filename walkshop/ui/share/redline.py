"""The red line above the documents: what a reader will miss, and the way to those notes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from walkshop.ui import tokens
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.layouts import row
from walkshop.ui.widgets.type import px

_BAR = 4


class RedLine(QWidget):
    """One thing that is missing; there only while it is.

    Args:
        show: brings the notes it is about in view.
    """

    def __init__(self, show: Callable[[], object]) -> None:
        super().__init__()
        self.what = plain_label("", tokens.NAME, tokens.BAD)
        self.so = plain_label("", colour=tokens.BAD)
        self.link = Button("", show, "quiet")
        self.link.setStyleSheet(f"color: {tokens.BAD}; text-decoration: underline;")
        self._words = row(gap=px(6))
        self._words.addWidget(self.what)
        self._words.addWidget(self.so, 1)
        beside = row(self, gap=tokens.GAP_16)
        beside.setContentsMargins(px(tokens.GAP_20), px(6), px(tokens.GAP_8), px(6))
        beside.addLayout(self._words, 1)
        beside.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)
        beside.addWidget(self.link, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(self, what: str, so: str, link: str) -> None:
        """Say what is missing, what comes of it, and what the link shows; nothing hides it."""
        self.what.setText(what)
        self.so.setText(so)
        self.link.set_words(link)
        self.setAccessibleName(f"{what} {so}".strip())
        self.setVisible(bool(what))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line where both sentences fit, else two."""
        super().resizeEvent(event)
        needed = sum(part.sizeHint().width() for part in (self.what, self.so, self.link))
        fits = needed + px(tokens.GAP_48) + px(tokens.GAP_12) <= event.size().width()
        ways = QBoxLayout.Direction
        self._words.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        self._words.setSpacing(px(6) if fits else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pale red ground with a bar, beside the words that say why."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.BAD_TINT))
        painter.fillRect(QRectF(0, 0, px(_BAR), self.height()), QColor(tokens.BAD))
        painter.end()
