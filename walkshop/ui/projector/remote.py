"""Lets a presenter's remote work while the window has the focus: its key for a black screen.

Page Up and Page Down are acts of their own. "." and "B" are letters wherever somebody types; only
in an empty entry line, where no note begins with it, the "." is the remote's.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget


class Remote(QObject):
    """Listens while the room sees another screen than this one.

    Args:
        owner: the frame in whose window one works.
        blacken: shows the room nothing, or something again.
    """

    def __init__(self, owner: QWidget, blacken: Callable[[], object]) -> None:
        super().__init__(owner)
        self._line: QLineEdit | None = None
        self._keys = [QShortcut(QKeySequence(key), owner) for key in (".", "B")]
        for key in self._keys:
            key.activated.connect(blacken)
            key.setEnabled(False)

    def listen(self, line: QLineEdit | None) -> None:
        """Take its keys from now on, also in `line` while that is empty."""
        for key in self._keys:
            key.setEnabled(True)
        self._line = line
        if line is not None:
            line.installEventFilter(self)

    def rest(self) -> None:
        """Every key is a letter again."""
        for key in self._keys:
            key.setEnabled(False)
        if self._line is not None:
            self._line.removeEventFilter(self)
            self._line = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An empty line leaves the point to the remote."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and self._line is not None and not self._line.text() and _is_point(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _is_point(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Period
