"""Keeps a half line unread when somebody goes back to the window in front of the room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from walkshop.ui.projector.hidden_line import is_undo


class HalfLine(QObject):
    """Shows the words of a line as dots until somebody says otherwise, or the line is empty.

    Signals:
        changed: whether the words are hidden now.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: QLineEdit | None = None

    @property
    def hidden(self) -> bool:
        """Whether words stand in the line that the room may not read."""
        return self._line is not None

    def hide(self, line: QLineEdit) -> None:
        """Show what stands in `line` as dots; an empty line stays as it is."""
        if self._line is not None or not line.text():
            return
        self._line = line
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.installEventFilter(self)
        line.textChanged.connect(self._on_text)
        line.destroyed.connect(self._gone)
        line.textEdited.emit(line.text())  # what was understood of them is hidden too
        self.changed.emit(True)

    def show(self) -> None:
        """Show the words again."""
        line, self._line = self._line, None
        if line is not None:
            line.removeEventFilter(self)
            line.textChanged.disconnect(self._on_text)
            line.destroyed.disconnect(self._gone)
            line.setEchoMode(QLineEdit.EchoMode.Normal)
            line.textEdited.emit(line.text())
            self.changed.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In a line of dots Qt's undo throws all words away: it does nothing here."""
        keys = event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if keys and isinstance(event, QKeyEvent) and is_undo(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _on_text(self, words: str) -> None:
        if not words:
            self.show()

    def _gone(self) -> None:
        self._line = None
        self.changed.emit(False)
