"""A line in which one types before the eyes of the room: what is typed shows as dots."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_TO_THE_ROOM = frozenset({Qt.Key.Key_Period, Qt.Key.Key_Left, Qt.Key.Key_Right})
"""Keys of a remote that mean nothing in an empty line."""


class HiddenLine(QLineEdit):
    """Its words are those of another line, which does all the work: keeps, remembers, refuses.

    So nothing typed is lost when somebody goes back to the window.

    Signals:
        left: Esc was pressed.

    Args:
        line: the line that takes notes down.
        remote: what the room does with a key of a presenter's remote.
    """

    left = Signal()

    def __init__(
        self, line: QLineEdit, remote: Callable[[QKeyEvent], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._remote = remote
        # Dots, no copying, and a screen reader does not say the words aloud either.
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMaxLength(line.maxLength())
        self.setText(line.text())
        self.textEdited.connect(self._pass_on)
        line.textChanged.connect(self._take_over)

    def event(self, event: QEvent) -> bool:
        """In an empty line undo and redo are about acts, as in the other line."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and not self.text() and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Up are for the other line; Esc leaves; a remote works while it is empty."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up}:
            self._line.keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self.text() and key in _TO_THE_ROOM:
            self._remote(event)
        elif not is_undo(event):  # in a line of dots Qt's undo throws all words away
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab has nowhere to go."""
        return False

    def _pass_on(self, words: str) -> None:
        self._line.setText(words)
        self._line.textEdited.emit(words)

    def _take_over(self, words: str) -> None:
        if words != self.text():
            self.setText(words)


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key undoes or redoes."""
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo)
