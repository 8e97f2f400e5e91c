"""One document on the Share stage: its first page, what it is, and how to save or print it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from walkshop.i18n import Language, msg, msgn
from walkshop.services.output.preview import PagePreview, Preview
from walkshop.ui import tokens
from walkshop.ui.plain import plain_tip
from walkshop.ui.share.documents import Document
from walkshop.ui.share.sheet import SheetPicture
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.flow import Flow
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.type import px

WIDTH = 240


class DocumentCard(QWidget):
    """A card with its buttons; `bad` words only where something is missing.

    Signals:
        save_wanted, print_wanted: a person wants the document as a file, or on paper.
    """

    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, document: Document, language: Language) -> None:
        super().__init__()
        say = language.say
        self.document = document
        self._language = language
        self._paper = ""
        self.picture = SheetPicture()
        self._title = plain_label(say(document.title), tokens.NAME)
        self.kind = soft_label(document.kind)
        self.missing = plain_label("", colour=tokens.BAD)
        self.state = soft_label("")
        self.save = Button(say(msg("Save")), self.save_wanted.emit)
        self.print = Button(say(msg("Print")), self.print_wanted.emit)
        for button in (self.save, self.print):
            button.setAccessibleName(f"{button.text()}: {say(document.title)}")
        self.setAccessibleName(say(document.title))
        self.setAccessibleDescription(say(document.about))
        self.setToolTip(plain_tip(say(document.about)))
        self._lay_out()
        # Not before it lies in the card: it would be shown as a window that takes the focus.
        self.print.setVisible(document.prints)
        self.show_missing("")
        self.show_busy(False, "")

    def show_missing(self, words: str) -> None:
        """Say what a reader will miss, or nothing."""
        self.missing.setText(words)
        self.missing.setVisible(bool(words))

    def show_paper(self, paper: str) -> None:
        """Say what the file is, with its paper where the chosen one holds."""
        self._paper = paper
        self._show_kind()

    def show_preview(self, preview: Preview | None) -> None:
        """Show the first page, and say how many there are."""
        self.picture.show_preview(preview)
        self._show_kind()

    def show_busy(self, busy: bool, words: str) -> None:
        """While documents are made nothing else can be saved; `words` say how it stands."""
        self.save.setEnabled(not busy)
        self.print.setEnabled(not busy)
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.LINE), tokens.BORDER))
        painter.setBrush(QColor(tokens.CARD))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        painter.end()

    def _lay_out(self) -> None:
        lines = column(self, gap=tokens.GAP_4, edge=tokens.GAP_16)
        lines.addWidget(self.picture)
        lines.addSpacing(px(tokens.GAP_8))
        for label in (self._title, self.kind, self.missing):
            lines.addWidget(label)
        lines.addStretch(1)
        lines.addWidget(self.state)
        acts = QWidget()
        flow = Flow(acts, tokens.GAP_8, tokens.GAP_8)
        flow.setContentsMargins(0, px(tokens.GAP_4), 0, 0)
        flow.addWidget(self.save)
        flow.addWidget(self.print)
        lines.addWidget(acts)

    def _show_kind(self) -> None:
        document, say = self.document, self._language.say
        parts = [document.kind]
        paper = self._paper if document.any_paper else document.paper
        if paper:
            parts.append(paper.upper())
        preview = self.picture.preview
        if isinstance(preview, PagePreview) and document.prints:
            parts.append(say(msgn("{n} page", "{n} pages", preview.pages)))
        if document.opens is not None:
            parts.append(say(document.opens))
        self.kind.setText(", ".join(parts))
