"""The entry line: type what was said, Enter, next. Letters are always words here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.widgets.type import px

LONGEST = 4000
"""Characters of one note; more is a document, not something that was said."""


class EntryLine(QLineEdit):
    """One line of words. Enter offers it; it empties only once the words are kept."""

    offered = Signal(str)
    let_go = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setProperty("role", "entry")
        self.setMaxLength(LONGEST)
        self.setFixedHeight(px(tokens.ENTRY_HEIGHT))
        name = language.say(msg("What was said?"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(language.say(msg("Type what was said, then Enter.")))
        self.setPlaceholderText(name)
        self._typed_last = ""

    @property
    def has_words(self) -> bool:
        """Whether anything but blanks was typed."""
        return bool(self.text().strip())

    def taken(self) -> None:
        """The words are kept: make room for the next, and remember these for the Up key."""
        self._typed_last = self.text()
        self.clear()

    def event(self, event: QEvent) -> bool:
        """In an empty line undo and redo are about acts, not about typing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if not self.text() and (event.matches(keys.Undo) or event.matches(keys.Redo)):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter offers the line, Up brings the last one back, Esc lets go; the rest is typing."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.offered.emit(self.text())
        elif key == Qt.Key.Key_Up and not self.text():
            self.setText(self._typed_last)
        elif key == Qt.Key.Key_Escape:
            self.let_go.emit()
        else:
            super().keyPressEvent(event)
