"""The right third of the Values stage: the map, or the form of what is in hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from walkshop.i18n import Text, msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.inspector.panel import Inspector
from walkshop.ui.selection import InHand
from walkshop.ui.style import on_surface
from walkshop.ui.values.map_beside import MapBeside
from walkshop.ui.widgets.buttons import Switch
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.scroll import rule
from walkshop.ui.widgets.type import px

MAP, FORM = "map", "form"


class Side(QWidget):
    """A switch above two pages. A value in hand brings its form; notes bring what people chose."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = MAP
        self._showing = False
        self.map = MapBeside(desk)
        self.form: Inspector | None = None
        say = desk.say
        self.switch = Switch(
            say(msg("Beside the board")), [(MAP, say(msg("Map"))), (FORM, say(msg("Value")))]
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.map)
        self.setMinimumWidth(px(tokens.INSPECTOR_MIN_WIDTH))
        self._lay_out()
        self.switch.chosen.connect(self._on_chosen)
        desk.selection.changed.connect(self._follow)
        self._follow(desk.selection.in_hand)

    def _lay_out(self) -> None:
        bar = QWidget()
        on_surface(bar, "card")
        bar.setFixedHeight(px(tokens.SWITCH_BAR_HEIGHT))
        beside = row(bar)
        beside.setContentsMargins(px(tokens.GAP_12), 0, px(tokens.GAP_12), 0)
        beside.addWidget(self.switch, 1, Qt.AlignmentFlag.AlignVCenter)
        lines = column(self)
        lines.addWidget(bar)
        lines.addWidget(rule())
        lines.addWidget(self._pages, 1)

    @property
    def page(self) -> str:
        """Which page is shown: "map" or "form"."""
        return FORM if self._pages.currentIndex() else MAP

    def show_page(self, page: str) -> None:
        """Show the map or the form; the form is made when it is first wanted."""
        if page == FORM and self.form is None:
            self.form = Inspector(self._desk.store, self._desk.selection, self._desk.language)
            self._pages.addWidget(self.form)
        self._pages.setCurrentIndex(1 if page == FORM else 0)
        self._showing = True
        self.switch.choose(page)
        self._showing = False

    def _on_chosen(self, page: str) -> None:
        if not self._showing:
            self._wanted = page
            self.show_page(page)

    def _follow(self, hand: InHand) -> None:
        self.switch.set_words(FORM, self._desk.say(_word(hand)))
        self.show_page(FORM if hand.value else self._wanted)


def _word(hand: InHand) -> Text:
    """What the form is about."""
    if hand.action:
        return msg("Action")
    if len(hand.notes) > 1:
        return msg("Notes")
    return msg("Note") if hand.notes else msg("Value")
