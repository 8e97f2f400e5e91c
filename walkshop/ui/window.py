"""The window itself: shows one page, remembers its place, and asks before it closes."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from walkshop.i18n import Language
from walkshop.ui.actions import Where, make_actions

LEAST_WIDTH, LEAST_HEIGHT = 512, 384
"""A screen of 1024 by 768 at 200 %."""

FIRST_WIDTH, FIRST_HEIGHT = 1280, 800


class Window(QMainWindow):
    """Holds no data: pages bring their own, and what keys do is given to it.

    Signals:
        closed: it closed for good.

    Args:
        may_close: asked when somebody closes it; False keeps it open.
    """

    closed = Signal()

    def __init__(self, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self._may_close = may_close
        self._acts: dict[str, QAction] = {}
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(FIRST_WIDTH, FIRST_HEIGHT)

    @property
    def acts(self) -> Sequence[QAction]:
        """The acts of the program itself, for menus."""
        return tuple(self._acts.values())

    def set_acts(self, language: Language, do: dict[str, Callable[[], object]]) -> None:
        """Speak `language`, and do these things by key from now on."""
        for action in self._acts.values():
            self.removeAction(action)
            action.deleteLater()
        self._acts = make_actions(self, Where.PROGRAM, language, do)

    def show_page(self, page: QWidget, title: str) -> None:
        """Put a page in the place of the one before."""
        before = self.takeCentralWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self.setCentralWidget(page)
        self.setWindowTitle(title)

    def place(self) -> str:
        """Where it stands, as text that `stand_at` understands."""
        return base64.b64encode(self.saveGeometry().data()).decode("ascii")

    def stand_at(self, place: str) -> None:
        """Stand where it stood; a place that makes no sense is left aside."""
        try:
            raw = base64.b64decode(place, validate=True)
        except (ValueError, binascii.Error):
            return
        if raw:
            self.restoreGeometry(QByteArray(raw))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when everything is safe, or somebody says so."""
        if self._may_close():
            event.accept()
            self.closed.emit()
        else:
            event.ignore()
