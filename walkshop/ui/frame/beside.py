"""The place of the inspector: beside the stage, or over the map where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.frame.small import rule
from walkshop.ui.icons import icon
from walkshop.ui.selection import InHand
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.type import px

_MOST = 0.75
"""The share of the map that it covers, where its words fit in that."""


class Beside(QWidget):
    """Holds the inspector. Over the map it is there only while something is in hand.

    Signals:
        closed: a person put it away; nothing is in hand now.
    """

    closed = Signal()

    def __init__(self, desk: Desk, inspector: QWidget) -> None:
        super().__init__()
        on_surface(self, "card")
        self._desk = desk
        self._over = False
        self._wanted = True
        self._free = QRect()
        self.inspector = inspector
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rule(across=False))
        row.addWidget(self._cross(), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(inspector, 1)
        desk.selection.changed.connect(self._show_or_hide)

    def take_body(self, body: QWidget) -> None:
        """The widget in whose layout it stands, and over which it comes in a narrow window."""
        self._body = body
        self.setMinimumWidth(px(tokens.INSPECTOR_MIN_WIDTH))
        self.share(0)

    def share(self, wide: int) -> None:
        """Take a fair part of a window of `wide` px: the map must not pay for it."""
        least, most = px(tokens.INSPECTOR_MIN_WIDTH), px(tokens.INSPECTOR_WIDTH)
        self.setMaximumWidth(max(least, min(most, round(wide * tokens.INSPECTOR_SHARE))))

    def set_wanted(self, wanted: bool) -> None:
        """Whether the open stage has an inspector beside it at all."""
        self._wanted = wanted
        self._show_or_hide(self._desk.selection.in_hand)

    def set_over(self, over: bool) -> None:
        """Come over the map, or stand beside it."""
        if over == self._over:
            return
        self._over = over
        self.cross.setVisible(over)
        layout = self._body.layout()
        if layout is None:
            return
        if over:
            layout.removeWidget(self)
            self.setParent(self._body)
        else:
            layout.addWidget(self)
        self._show_or_hide(self._desk.selection.in_hand)

    def place_over(self, free: QRect) -> None:
        """Cover the right of `free` (px of the body) while over the map."""
        self._free = free
        self._place()

    def _cross(self) -> QToolButton:
        # Beside the words and not above them: a low window has no line to spare.
        self.cross = QToolButton(self)
        self.cross.setIcon(icon("close"))
        self.cross.setProperty("role", "flat")
        words = self._desk.say(msg("Close"))
        self.cross.setAccessibleName(words)
        self.cross.setToolTip(words)
        self.cross.setMinimumSize(px(tokens.TARGET_MIN), px(tokens.TARGET_MIN))
        self.cross.clicked.connect(self._close)
        self.cross.hide()
        return self.cross

    def _close(self) -> None:
        self._desk.selection.clear()
        self.closed.emit()

    def _show_or_hide(self, in_hand: InHand) -> None:
        empty = in_hand == InHand()
        self.setVisible(self._wanted and not (self._over and empty))
        self._place()

    def _place(self) -> None:
        if not self._over:
            return
        self.setMaximumWidth(px(tokens.INSPECTOR_WIDTH))
        least = px(tokens.INSPECTOR_MIN_WIDTH) + self.cross.sizeHint().width()
        fair = max(least, round(self._free.width() * _MOST))
        wide = min(px(tokens.INSPECTOR_WIDTH), fair, self._free.width())
        self.setGeometry(self._free.right() + 1 - wide, self._free.top(), wide, self._free.height())
        self.raise_()
