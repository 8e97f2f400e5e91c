"""The button of the room screen in the top bar: an icon, its name, its key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from walkshop.ui import tokens
from walkshop.ui.frame.small import key_cap
from walkshop.ui.icons import icon
from walkshop.ui.plain import button_words, plain_tip
from walkshop.ui.widgets.type import px

_FOR_WORDS, _FOR_KEY = 880, 640
"""px of the bar from which the button has its words, and its key."""


class RoomButton(QPushButton):
    """Opens and closes the room screen; pressed in while that is open.

    Args:
        act: what it does, with its key and its tick.
    """

    def __init__(self, act: QAction) -> None:
        super().__init__(icon("room"), button_words(act.text()))
        self._act = act
        self._words = button_words(act.text())
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(act.text())
        keys = act.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(plain_tip(f"{act.text()} ({keys})"))
        self._cap = key_cap(keys)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet("text-align: left;")  # the key stands at the right
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, px(tokens.GAP_8), 0)
        row.addStretch(1)
        row.addWidget(self._cap)
        self.clicked.connect(act.trigger)
        act.changed.connect(self._show_tick)
        self._show_tick()

    def fit_in(self, width: int) -> None:
        """Show what a bar of `width` px has room for; the tooltip has it all."""
        self.setText(self._words if width >= px(_FOR_WORDS) else "")
        self._cap.setVisible(width >= px(_FOR_KEY))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Icon, words and key."""
        words = super().sizeHint()
        if self._cap.isHidden():
            return words
        return QSize(
            words.width() + self._cap.sizeHint().width() + px(tokens.GAP_12), words.height()
        )

    def minimumSizeHint(self) -> QSize:
        """All of it."""
        return self.sizeHint()

    def _show_tick(self) -> None:
        self.setChecked(self._act.isChecked())
