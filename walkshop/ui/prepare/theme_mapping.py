"""What another theme set would do to the notes, shown before it is used."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from walkshop.domain.queries.themes import ShownAs, shown_in
from walkshop.domain.records import Walk
from walkshop.domain.themes import Theme, ThemeSet
from walkshop.i18n import Text, msg, msgn
from walkshop.services.themes import every_theme
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.map.looks import ASSET, PinLook
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.flow import Flow
from walkshop.ui.widgets.labels import plain_label, soft_label, title_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.pins import PinWidget
from walkshop.ui.widgets.type import px

STAYS = msg("stays as it was")


class ThemeMapping(QWidget):
    """Each theme that notes have, and the theme by which it would be shown.

    Args:
        use: called when a person wants the set.
        leave: called when a person keeps the set that is there.
    """

    def __init__(self, desk: Desk, use: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self.title = title_label("")
        self.lost = soft_label("")
        self.use = Button(desk.say(msg("Use this set")), use, "primary")
        self.leave = Button(desk.say(msg("Keep the set")), leave)
        self.rows: list[tuple[str, str, str]] = []
        self._table = QWidget()
        self.lines = column(self, tokens.GAP_8)
        self.lines.addWidget(self.title)
        self.lines.addWidget(
            soft_label(desk.say(msg("Notes keep the theme they got. You can always go back.")))
        )
        self.lines.addWidget(self.lost)
        acts = QWidget()
        buttons = Flow(acts, tokens.GAP_8, tokens.GAP_8)
        buttons.addWidget(self.use)
        buttons.addWidget(self.leave)
        self.lines.addWidget(acts)
        self.lines.addWidget(self._table)

    def show_mapping(self, walk: Walk, themes: ThemeSet, name: str) -> None:
        """Show what the set called `name` would do."""
        self.title.setText(self._desk.say(msg("With {set}", set=name)))
        found = shown_in(walk, themes)
        without = sum(one.shown is None for one in found)
        lost = msgn(
            "{n} theme has no place in this set. Its name stays.",
            "{n} themes have no place in this set. Their names stay.",
            without,
        )
        self.lost.setText(self._desk.say(lost) if without else "")
        self.lost.setVisible(bool(without))
        self._fill(found)

    def _fill(self, found: list[ShownAs]) -> None:
        fresh, code = QWidget(), self._desk.language.code
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(tokens.GAP_12))
        grid.setVerticalSpacing(px(tokens.GAP_4))
        for place, wide in ((1, 3), (2, 2), (4, 3)):
            grid.setColumnStretch(place, wide)
        self.rows, middle = [], Qt.AlignmentFlag.AlignVCenter
        for line, one in enumerate(found):
            own = every_theme().get(one.theme)
            name = own.label(code) if own else one.theme
            notes = self._say(msgn("{n} note", "{n} notes", one.notes))
            shown = one.shown.label(code) if one.shown else self._say(STAYS)
            self.rows.append((name, notes, shown))
            grid.addWidget(_pin(own), line, 0)
            grid.addWidget(plain_label(name, tokens.NAME), line, 1, middle)
            grid.addWidget(soft_label(notes), line, 2, middle)
            grid.addWidget(_pin(one.shown), line, 3)
            words = plain_label(shown, tokens.NAME) if one.shown else soft_label(shown)
            grid.addWidget(words, line, 4, middle)
        self.lines.replaceWidget(self._table, fresh)
        self._table.hide()
        self._table.deleteLater()
        self._table = fresh

    def _say(self, text: Text) -> str:
        return self._desk.say(text)


def look_of_theme(theme: Theme | None) -> PinLook:
    """A pin of a theme, or the white one of a note without."""
    if theme is None:
        return PinLook(ASSET, "", "#000000", "")
    return PinLook(ASSET, theme.colour, theme.glyph_colour, theme.key)


def _pin(theme: Theme | None) -> PinWidget:
    pin = PinWidget(tokens.PIN_LIST)
    pin.show_look(look_of_theme(theme))
    return pin
