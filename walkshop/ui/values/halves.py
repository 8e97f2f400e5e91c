"""The board and what stands beside it: both, or one at a time where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Switch
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.scroll import rule
from walkshop.ui.widgets.type import px

_BOARD, _SIDE = 69, 31
"""How the width is shared, in per cent."""
_LEAST = 400
_BOTH = 724
"""Less width (px) than this shows one of them, with a switch above it."""


class Halves(QWidget):
    """Two parts beside each other; in a narrow place a switch says which one is shown."""

    def __init__(self, language: Language, board: QWidget, side: QWidget) -> None:
        super().__init__()
        say = language.say
        self._board, self._side, self._line = board, side, rule(across=False)
        self._folded = False
        self.switch = Switch(
            say(msg("What is shown")),
            [("board", say(msg("Board"))), ("side", say(msg("Map and value")))],
        )
        self._bar = QWidget()
        on_surface(self._bar, "card")
        self._bar.setFixedHeight(px(tokens.SWITCH_BAR_HEIGHT))
        above = row(self._bar)
        above.setContentsMargins(px(tokens.GAP_12), 0, px(tokens.GAP_12), 0)
        above.addWidget(self.switch, 1, Qt.AlignmentFlag.AlignVCenter)
        self._bar.hide()
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(board, _BOARD)
        beside.addWidget(self._line)
        beside.addWidget(side, _SIDE)
        lines = column(self)
        lines.addWidget(self._bar)
        lines.addLayout(beside, 1)
        self.switch.chosen.connect(lambda _key: self._arrange())

    def minimumSizeHint(self) -> QSize:
        """Room for one of them."""
        return QSize(px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both, or the one that was chosen."""
        super().resizeEvent(event)
        folded = event.size().width() < px(_BOTH)
        if folded != self._folded:
            self._folded = folded
            self._arrange()

    def _arrange(self) -> None:
        self._bar.setVisible(self._folded)
        self._line.setVisible(not self._folded)
        self._board.setVisible(not self._folded or self.switch.key == "board")
        self._side.setVisible(not self._folded or self.switch.key == "side")
