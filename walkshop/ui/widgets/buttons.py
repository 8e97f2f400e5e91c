"""Buttons: a verb on each, and one primary button a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from walkshop.ui import tokens
from walkshop.ui.plain import button_words
from walkshop.ui.widgets.type import px


class Button(QPushButton):
    """A button with plain words, as wide as they are; what it does is given at once.

    Args:
        role: "primary", "quiet" (a link), "flat", or "" for the usual one (see ui.style).
    """

    def __init__(self, words: str, act: Callable[[], object], role: str = "") -> None:
        super().__init__(button_words(words))
        self.setAccessibleName(words)
        if role:
            self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._act = act
        self.clicked.connect(self._on_clicked)

    def minimumSizeHint(self) -> QSize:
        """All of its words."""
        return self.sizeHint()

    def set_words(self, words: str) -> None:
        """Say something else on the button."""
        self.setText(button_words(words))
        self.setAccessibleName(words)

    def _on_clicked(self) -> None:
        self._act()


class Switch(QWidget):
    """Joined buttons of which one is on; arrow keys move between them.

    Args:
        name: what is chosen here, for a screen reader.
        choices: keys with their words, the first one on.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, words in choices:
            button = QToolButton()
            button.setText(button_words(words))
            button.setCheckable(True)
            # The foot of the one that is on must not make it higher than the others.
            button.setFixedHeight(px(tokens.CONTROL_HEIGHT))
            button.setProperty("role", "switch")
            button.setAccessibleName(f"{name}: {words}")
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        next(iter(self._buttons.values())).setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def key(self) -> str:
        """The key that is on."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Turn the button of `key` on."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> QToolButton:
        """The button of `key`."""
        return self._buttons[key]

    def set_words(self, key: str, words: str) -> None:
        """Say something else on one of the buttons."""
        self._buttons[key].setText(button_words(words))
        self._buttons[key].setAccessibleName(f"{self.accessibleName()}: {words}")

    def _on_toggled(self, _button: QToolButton, on: bool) -> None:
        if on:
            self.chosen.emit(self.key)
