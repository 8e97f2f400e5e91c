"""Beside the agenda: the form in hand or what is without answer; in a small window in its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Switch
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.scroll import rule, scrolling
from walkshop.ui.widgets.type import px

TABLE, ACTION, OPEN = "table", "action", "open"


class AgendaSide(QWidget):
    """A switch over pages; the table is one of its choices while they take turns with it.

    Args:
        pages: what is shown, by its place.
    """

    def __init__(self, language: Language, pages: Sequence[QWidget]) -> None:
        super().__init__()
        self._language = language
        self.small = False
        on_surface(self, "card")
        say = language.say
        self.switch = Switch(
            say(msg("Beside the table")),
            (
                (TABLE, say(msg("Actions"))),
                (ACTION, say(msg("Action"))),
                (OPEN, say(msg("Without answer"))),
            ),
        )
        self.switch.choose(ACTION)
        holder = QWidget()
        holder.setFixedHeight(px(tokens.SWITCH_BAR_HEIGHT))
        beside = row(holder)
        beside.setContentsMargins(px(tokens.GAP_24), 0, px(tokens.GAP_24), 0)
        beside.addWidget(self.switch)
        self._pages = QStackedWidget()
        for page in pages:
            inner = QWidget()
            box = column(inner, edge=tokens.GAP_24)
            box.addWidget(page)
            box.addStretch(1)
            self._pages.addWidget(scrolling(inner))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for widget in (holder, rule(), self._pages):
            lines.addWidget(widget)

    def show_page(self, place: int) -> None:
        """Show one of the pages."""
        self._pages.setCurrentIndex(place)

    def count_open(self, n: int) -> None:
        """Say how many are without answer."""
        words = self._language.say(msg("Without answer"))
        self.switch.set_words(OPEN, f"{words} {n}" if n else words)

    def set_small(self, small: bool, in_hand: bool) -> None:
        """Take turns with the table, or stand beside it; without a thing in hand it comes first."""
        self.small = small
        if small and not in_hand and self.switch.key == ACTION:
            self.switch.choose(TABLE)
        elif not small and self.switch.key == TABLE:
            self.switch.choose(ACTION)

    def take_turns(self, table: QWidget) -> None:
        """Show the pages or `table`, or both where there is room."""
        on = self.switch.key == TABLE
        self.switch.button(TABLE).setVisible(self.small)
        table.setVisible(on or not self.small)
        self._pages.setVisible(not on or not self.small)
