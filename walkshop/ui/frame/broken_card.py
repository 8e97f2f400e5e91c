"""On the start page after a crash: what is safe, and the way back to where one was."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from walkshop.i18n import Language, Text, msg
from walkshop.ui import tokens
from walkshop.ui.frame.unfinished import Broken
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.type import px

_BESIDE = 480


class BrokenCard(QFrame):
    """Says of one walk that it was not closed, and until when everything of it is kept.

    Signals:
        resumed: go on with this Broken walk.
    """

    resumed = Signal(object)

    def __init__(self, language: Language, broken: Broken) -> None:
        super().__init__()
        self.setProperty("role", "broken")
        say = language.say
        self.go_on = Button(
            say(msg("Continue where you were")), lambda: self.resumed.emit(broken), "primary"
        )
        self.go_on.setAutoDefault(True)  # Enter is a click
        words = QVBoxLayout()
        words.setSpacing(0)
        stopped = msg("Walkshop stopped during {title}.", title=broken.title)
        words.addWidget(plain_label(say(stopped), tokens.NAME, most=2))
        words.addWidget(plain_label(say(_kept(broken.kept))))
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(*[px(tokens.GAP_16)] * 4)
        row.setSpacing(px(tokens.GAP_16))
        row.addLayout(words, 1)
        row.addWidget(self.go_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button comes under the words where there is little room beside them."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = event.size().width() < px(_BESIDE)
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)


def _kept(moment: datetime) -> Text:
    time = f"{moment:%H:%M:%S}"
    return msg("Everything up to {time} is kept. What you were typing then is not.", time=time)
