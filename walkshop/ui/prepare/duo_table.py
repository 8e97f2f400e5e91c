"""The duos as they were dealt: who goes with whom, and with which eyes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from walkshop.domain.records import LensId, Participant, Walk
from walkshop.domain.words import ROLE
from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.prepare import model
from walkshop.ui.widgets.fields import Choice
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.type import px


class DuoTable(QWidget):
    """One line a duo.

    Args:
        on_lens: called with a duo and the lens that it gets.
    """

    def __init__(self, desk: Desk, on_lens: Callable[[str, LensId | None], object]) -> None:
        super().__init__()
        self._desk = desk
        self._on_lens = on_lens
        self.lenses: dict[str, Choice[LensId | None]] = {}
        self.words: dict[str, str] = {}
        self._body = QWidget()
        self._lines = column(self)
        self._lines.addWidget(self._body)

    def show_walk(self, walk: Walk, duos: Mapping[str, tuple[Participant, ...]]) -> None:
        """Show the duos; the lines are made anew only when people moved."""
        words = {duo: self._who(members) for duo, members in duos.items()}
        if words != self.words:
            self._make(words)
        offered: list[tuple[LensId | None, str]] = [(None, self._desk.say(msg("no lens")))]
        offered += [(LensId(lens.id), lens.name) for lens in model.lenses_in_order(walk)]
        for duo, members in duos.items():
            self.lenses[duo].offer(offered)
            self.lenses[duo].show_thing(next((one.lens for one in members if one.lens), None))

    def _who(self, members: tuple[Participant, ...]) -> str:
        say = self._desk.say
        away = say(msg("not there"))
        return ", ".join(
            " ".join(
                filter(
                    None,
                    (
                        one.code,
                        say(ROLE[one.role]) if one.role else "",
                        "" if one.present else f"({away})",
                    ),
                )
            )
            for one in members
        )

    def _make(self, words: dict[str, str]) -> None:
        self.words, self.lenses = words, {}
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(tokens.GAP_12))
        grid.setVerticalSpacing(px(tokens.FORM_GAP))
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        say = self._desk.say
        heads = (msg("Duo"), msg("Who"), msg("Looks with the eyes of"))
        for place, text in enumerate(heads if words else ()):
            grid.addWidget(soft_label(say(text)), 0, place)
        for line, (duo, who) in enumerate(words.items(), start=1):
            chosen = Choice[LensId | None]([], self._chooser(duo))
            chosen.setAccessibleName(f"{duo}, {say(heads[2])}")
            self.lenses[duo] = chosen
            middle = Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(plain_label(duo, tokens.NUMBER), line, 0, middle)
            grid.addWidget(plain_label(who), line, 1, middle)
            grid.addWidget(chosen, line, 2)
        self._lines.replaceWidget(self._body, fresh)
        self._body.hide()
        self._body.deleteLater()
        self._body = fresh

    def _chooser(self, duo: str) -> Callable[[LensId | None], object]:
        return lambda lens: self._on_lens(duo, lens)
