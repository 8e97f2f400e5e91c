"""The entry line: type what was said, Enter, next. Letters are always words here."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.widgets.type import px

LONGEST = 4000
"""Characters of one note; more is a document, not something that was said."""


class EntryLine(QLineEdit):
    """One line of words. Enter offers it; it empties only once the words are kept.

    Signals:
        offered: the words, and whether the next line is the other half of the same breath.
        let_go: Esc.
        taken_up: Tab, while something is suggested.
        lines_pasted: more than one line lies on the clipboard; the line stays as it was.
    """

    offered = Signal(str, bool)
    let_go = Signal()
    taken_up = Signal()
    lines_pasted = Signal()

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
        self.suggests = False
        """Whether Tab takes a suggestion; else it moves on."""

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
            about_acts = event.matches(keys.Undo) or event.matches(keys.Redo)
            if (not self.text() and about_acts) or _is_act(event):
                event.ignore()
                return False
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and self.suggests and cast("QKeyEvent", event).key() == Qt.Key.Key_Tab:
            self.taken_up.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter offers the line, Up brings the last one back, Esc lets go; the rest is typing."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            go_on = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.offered.emit(self.text(), go_on)
        elif event.matches(QKeySequence.StandardKey.Paste) and self._many_lines():
            self.lines_pasted.emit()
        elif key == Qt.Key.Key_Up and not self.text():
            self.setText(self._typed_last)
        elif key == Qt.Key.Key_Escape:
            self.let_go.emit()
        else:
            super().keyPressEvent(event)

    def _many_lines(self) -> bool:
        """Whether more than one line lies on the clipboard: each is a note of its own."""
        lines = QGuiApplication.clipboard().text().splitlines()
        return sum(bool(line.strip()) for line in lines) > 1


def _is_act(event: QKeyEvent) -> bool:
    """Keys that a line of text would keep for itself: here they are acts on notes."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() == Qt.Key.Key_U
