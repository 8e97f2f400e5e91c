"""Keys that are the map's own while the focus is elsewhere: those of its window, of no other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

_KINDS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class WindowKeys(QObject):
    """Hears the keys of the window that `owner` is in, while it is asked to.

    Args:
        act_of: what a key does now; None where it means what it always means.
    """

    def __init__(
        self,
        owner: QObject | None,
        act_of: Callable[[Qt.Key], Callable[[], None] | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._owner = owner
        self._act_of = act_of
        self._on = False

    def listen(self, on: bool) -> None:
        """Hear keys from now on, or no longer."""
        application = QApplication.instance()
        if application is None or on is self._on:
            return
        self._on = on
        if on:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that means something here, before what has the focus gets it."""
        if not isinstance(event, QKeyEvent) or event.type() not in _KINDS:
            return super().eventFilter(watched, event)
        act = self._act_of(Qt.Key(event.key())) if self._is_here(watched) else None
        if act is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            act()
        event.accept()
        return True

    def _is_here(self, watched: QObject) -> bool:
        if not isinstance(self._owner, QWidget):
            return False
        if isinstance(watched, QWidget):
            return watched.window() is self._owner.window()
        return isinstance(watched, QWindow) and watched is self._owner.window().windowHandle()
