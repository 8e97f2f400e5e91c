"""A note's words in one line, to set right what was heard wrong; the history keeps the old ones."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.frame.small import OneLine
from walkshop.ui.notes.entry import LONGEST
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.type import px


class RewordLine(QWidget):
    """Stands above the entry line while the words of a note are changed.

    Signals:
        reworded: the note and its words as they are now.
        left: put away, with or without a change.
    """

    reworded = Signal(str, str)
    left = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        on_surface(self, "card")
        self._note = ""
        self._words = _Words(language)
        self._words.returnPressed.connect(self._keep)
        self._words.given_up.connect(self.put_away)
        line = row(gap=tokens.GAP_8)
        line.addWidget(self._words, 1)
        line.addWidget(Button(language.say(msg("Keep these words")), self._keep))
        hint = language.say(msg("Enter keeps, Esc leaves it as it was."))
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
        self.show()
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Leave the note as it is."""
        self.hide()
        self.left.emit()

    def _keep(self) -> None:
        self.reworded.emit(self._note, self._words.text())
        self.put_away()


class _Words(QLineEdit):
    """The words."""

    given_up = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setAccessibleName(language.say(msg("Words of the note")))
        self.setMaxLength(LONGEST)
        self.setFixedHeight(px(tokens.ENTRY_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the words as they were."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
