"""A note's words in one line, to set right what was heard wrong; the history keeps the old ones."""

from __future__ import annotations

from PySide6.QtCore import Signal

from walkshop.i18n import Language, msg
from walkshop.ui.notes.entry import LONGEST
from walkshop.ui.notes.words_line import Words, WordsLine


class RewordLine(WordsLine):
    """Lets the words of a note be changed.

    Signals:
        reworded: the note and its words as they are now.
    """

    reworded = Signal(str, str)

    def __init__(self, language: Language) -> None:
        words = Words(language.say(msg("Words of the note")))
        words.setMaxLength(LONGEST)
        hint = msg("Enter keeps, Esc leaves it as it was.")
        super().__init__(language, words, hint, msg("Keep these words"))

    def do(self) -> None:
        """Keep the words."""
        self.reworded.emit(self._note, self._words.text())
