"""A note's words in one line, to put the cursor between two statements and cut them apart."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from walkshop.i18n import Language, msg
from walkshop.ui.notes.words_line import Words, WordsLine


class SplitLine(WordsLine):
    """Lets the words of a note be cut in two.

    Signals:
        split: the note, and the character before which its words are cut.
    """

    split = Signal(str, int)

    def __init__(self, language: Language) -> None:
        words = _StillWords(language.say(msg("Where to split")))
        hint = msg("Put the cursor between the two statements, then Enter.")
        super().__init__(language, words, hint, msg("Split here"))

    def begin(self, note: str, words: str) -> None:
        """Show the words of a note, the cursor where they most likely part."""
        super().begin(note, words)
        self._words.setCursorPosition(_middle(words))

    def do(self) -> None:
        """Cut where the cursor stands."""
        self.split.emit(self._note, self._words.cursorPosition())


class _StillWords(Words):
    """Words in which only the cursor moves: they stay as they were said."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc end it, arrows move the cursor, and nothing is typed."""
        if event.key() in _KEYS:
            super().keyPressEvent(event)


_KEYS = {
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
}  # fmt: skip


def _middle(words: str) -> int:
    """Behind the end of the sentence nearest to the middle, else the blank nearest to it."""
    ends = [at + 2 for at in range(len(words) - 2) if words[at] in ".!?;" and words[at + 1] == " "]
    blanks = [at + 1 for at, sign in enumerate(words) if sign == " "]
    half = len(words) / 2
    return min(ends or blanks, key=lambda at: abs(at - half), default=0)
