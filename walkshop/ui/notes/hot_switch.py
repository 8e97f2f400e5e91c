"""The switch of the hot spots on the map of Notes: off until somebody wants to see them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton

from walkshop.i18n import Text, msg
from walkshop.ui import tokens
from walkshop.ui.icons import icon
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.type import px


class HotSwitch(QToolButton):
    """Stays down while the map shows where much was said."""

    def __init__(self, say: Callable[[Text], str]) -> None:
        super().__init__()
        self._words = say(msg("Hot spots"))
        self.setCheckable(True)
        self.setIcon(icon("hot", current=tokens.ACCENT))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(self._words)
        self.setAccessibleName(self._words)
        why = say(msg("Colour the map where much was said."))
        self.setToolTip(plain_tip(f"{self._words}. {why}"))

    def set_short(self, short: bool) -> None:
        """Show the icon alone, or the words too."""
        style = Qt.ToolButtonStyle
        self.setText("" if short else self._words)
        self.setToolButtonStyle(
            style.ToolButtonIconOnly if short else style.ToolButtonTextBesideIcon
        )

    def full_width(self) -> int:
        """px that icon and words take."""
        return self.sizeHint().width() + (0 if self.text() else self._words_width())

    def minimumSizeHint(self) -> QSize:
        """The icon."""
        return QSize(self.full_width() - self._words_width(), self.sizeHint().height())

    def _words_width(self) -> int:
        """px of the words and the gap before them."""
        return self.fontMetrics().horizontalAdvance(self._words) + px(tokens.GAP_4)
