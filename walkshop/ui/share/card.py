"""One document on the Share stage: what it is, what is missing in it, and how to save it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.share.documents import Document
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.type import px

WIDTH = 256


class DocumentCard(QWidget):
    """A card with one button; `bad` words only where something is missing."""

    def __init__(self, document: Document, language: Language, save: Callable[[], object]) -> None:
        super().__init__()
        say = language.say
        self.document = document
        self._title = plain_label(say(document.title), tokens.TITLE)
        self.kind = soft_label(document.kind)
        self._about = plain_label(say(document.about))
        self.missing = plain_label("", colour=tokens.BAD)
        self.state = soft_label("")
        self.save = Button(say(msg("Save as")), save)
        self.save.setAccessibleName(f"{say(msg('Save as ...'))} {say(document.title)}")
        self.setAccessibleName(say(document.title))
        self.setMinimumHeight(px(196))
        lines = column(self, gap=tokens.GAP_4, edge=tokens.GAP_16)
        for label in (self._title, self.kind, self._about, self.missing):
            lines.addWidget(label)
        lines.addStretch(1)
        beside = row(gap=tokens.GAP_12)
        beside.addWidget(self.save)
        beside.addWidget(self.state, 1, Qt.AlignmentFlag.AlignVCenter)
        lines.addLayout(beside)

    def show_missing(self, words: str) -> None:
        """Say what a reader will miss, or nothing."""
        self.missing.setText(words)
        self.missing.setVisible(bool(words))

    def show_paper(self, paper: str) -> None:
        """Say what the file is, with its paper where the chosen one holds."""
        kind = self.document.kind
        self.kind.setText(f"{kind}, {paper.upper()}" if self.document.any_paper else kind)

    def show_busy(self, busy: bool, words: str) -> None:
        """While documents are made nothing else can be saved; `words` say how it stands."""
        self.save.setEnabled(not busy)
        self.state.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.LINE), tokens.BORDER))
        painter.setBrush(QColor(tokens.CARD))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        painter.end()
