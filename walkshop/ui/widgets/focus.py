"""Keeps the focus while buttons are off: Qt drops it, and without it no key does anything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class KeptFocus:
    """Holds the focus on what a button that is off lies on, and gives it back later.

    Args:
        cards: what the buttons lie on that go off together.
    """

    def __init__(self, cards: Sequence[QWidget]) -> None:
        self._cards = tuple(cards)
        self._button: QWidget | None = None

    def hold(self) -> None:
        """Call this before the buttons go off."""
        self._button = None
        for card in self._cards:
            # That of the window: it holds too while a dialog of the system has just closed.
            focused = card.window().focusWidget()
            if focused is not None and card.isAncestorOf(focused):
                self._button = focused
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def give_back(self) -> None:
        """Call this once the buttons are on; a person who went elsewhere stays there."""
        button, self._button = self._button, None
        if button is None:
            return
        focused = button.window().focusWidget()
        if focused is None or focused in self._cards:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
