"""Everything at once: the one primary button of Share, and a button to print all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Profile
from walkshop.i18n import Language, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.share.documents import DOCUMENTS
from walkshop.ui.share.making import Wish
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.labels import soft_label, title_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.type import px


class AllAtOnce(QWidget):
    """Says what will be made and for whom.

    Signals:
        save_wanted, print_wanted: a person wants all documents in a folder, or on paper.
    """

    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        say = language.say
        self._words = soft_label("")
        self.button = Button(say(msg("Save all to a folder")), self.save_wanted.emit, "primary")
        self.print = Button(say(msg("Print all")), self.print_wanted.emit)
        lines = column(self, gap=tokens.GAP_8, edge=tokens.GAP_16)
        lines.addWidget(title_label(say(msg("All at once"))))
        lines.addWidget(self._words)
        lines.addSpacing(px(tokens.GAP_8))
        lines.addWidget(self.button)
        lines.addWidget(self.print)
        lines.addStretch(1)

    def show_wish(self, wish: Wish) -> None:
        """Say what will be made, and for whom."""
        public = msg("For everyone: without names and without what is hidden from others.")
        team = msg("For the team: names may be in it. Do not forward it.")
        files = len(DOCUMENTS) * len(wish.languages)
        n = msgn("{n} document.", "{n} documents.", files)
        again = msg("Files of the same name are replaced.")
        whom = public if wish.profile is Profile.PUBLIC else team
        self._words.setText(" ".join(self._language.say(text) for text in (n, whom, again)))

    def show_busy(self, busy: bool) -> None:
        """While documents are made nothing else can be saved or printed."""
        self.button.setEnabled(not busy)
        self.print.setEnabled(not busy)
