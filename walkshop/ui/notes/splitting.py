"""A note's words in one line, to put the cursor between two statements and cut them apart."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.frame.small import OneLine
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.type import px


class SplitLine(QWidget):
    """Stands above the entry line while a note is being split.

    Signals:
        split: the note, and the character before which its words are cut.
        left: put away, with or without a cut.
    """

    split = Signal(str, int)
    left = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        on_surface(self, "card")
        self._note = ""
        self._language = language
        self._words = _Words(language)
        self._words.cut_wanted.connect(self._cut)
        self._words.given_up.connect(self.put_away)
        hint = language.say(msg("Put the cursor between the two statements, then Enter."))
        line = row(gap=tokens.GAP_8)
        line.addWidget(self._words, 1)
        line.addWidget(Button(language.say(msg("Split here")), self._cut))
        lines = column(self, tokens.GAP_8)
        told = OneLine(hint, "soft")
        told.setFixedHeight(px(tokens.CHIP_HEIGHT))
        lines.addWidget(told)
        lines.addLayout(line)
        self.hide()

    def begin(self, note: str, words: str) -> None:
        """Show the words of a note."""
        self._note = note
        self._words.setText(words)
        self._words.setCursorPosition(_middle(words))
        self.show()
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Leave the note as it is."""
        self.hide()
        self.left.emit()

    def _cut(self) -> None:
        self.split.emit(self._note, self._words.cursorPosition())
        self.put_away()


class _Words(QLineEdit):
    """Words in which only the cursor moves."""

    cut_wanted = Signal()
    given_up = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setAccessibleName(language.say(msg("Where to split")))
        self.setFixedHeight(px(tokens.ENTRY_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter cuts, Esc gives up, arrows move the cursor; words stay as they were said."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.cut_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in _MOVES:
            super().keyPressEvent(event)


_MOVES = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}


def _middle(words: str) -> int:
    """Behind the end of the sentence nearest to the middle, else the blank nearest to it."""
    ends = [at + 2 for at in range(len(words) - 2) if words[at] in ".!?;" and words[at + 1] == " "]
    blanks = [at + 1 for at, sign in enumerate(words) if sign == " "]
    half = len(words) / 2
    return min(ends or blanks, key=lambda at: abs(at - half), default=0)
