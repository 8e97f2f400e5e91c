"""The board moves along while cards are carried near its left or right edge."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea

from walkshop.ui.widgets.type import px

_NEAR = 56
_STEP = 14
_EVERY_MS = 16


class EdgeScroll(QObject):
    """Scrolls `area` sideways for as long as cards are held near one of its edges."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._step = 0
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._go_on)

    def hover(self, at: QPoint | None) -> None:
        """Cards are carried at this place on the screen; None: they left or were put down."""
        self._step = 0
        if at is not None:
            x = self._area.viewport().mapFromGlobal(at).x()
            if x < px(_NEAR):
                self._step = -px(_STEP)
            elif x > self._area.viewport().width() - px(_NEAR):
                self._step = px(_STEP)
        if self._step:
            self._timer.start()
        else:
            self._timer.stop()

    def _go_on(self) -> None:
        bar = self._area.horizontalScrollBar()
        bar.setValue(bar.value() + self._step)
