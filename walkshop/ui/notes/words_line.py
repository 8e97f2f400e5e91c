"""A note's words in one line above the entry line, while something is done with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from walkshop.i18n import Language, Text
from walkshop.ui import tokens
from walkshop.ui.frame.small import OneLine
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.type import px


class Words(QLineEdit):
    """The words of a note.

    Signals:
        given_up: Esc.
    """

    given_up = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedHeight(px(tokens.ENTRY_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the note as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class WordsLine(QWidget):
    """Stands above the entry line while a person works on the words of one note.

    Args:
        hint: what to do.
        act: the words of the button; Enter does the same.

    Signals:
        left: put away, with or without a change.
    """

    left = Signal()

    def __init__(self, language: Language, words: Words, hint: Text, act: Text) -> None:
        super().__init__()
        on_surface(self, "card")
        self._note = ""
        self._words = words
        self._words.returnPressed.connect(self._finish)
        self._words.given_up.connect(self.put_away)
        line = row(gap=tokens.GAP_8)
        line.addWidget(self._words, 1)
        line.addWidget(Button(language.say(act), self._finish))
        told = OneLine(language.say(hint), "soft")
        told.setFixedHeight(px(tokens.CHIP_HEIGHT))
        lines = column(self, tokens.GAP_8)
        lines.addWidget(told)
        lines.addLayout(line)
        self.hide()

    def begin(self, note: str, words: str) -> None:
        """Show the words of a note."""
        self._note = note
        self._words.setText(words)
        self.show()
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Leave the note as it is."""
        self.hide()
        self.left.emit()

    def do(self) -> None:
        """What Enter and the button do with the words."""
        raise NotImplementedError

    def _finish(self) -> None:
        self.do()
        self.put_away()
