"""Above the agenda: how many actions are shown of how many, whose, and a button for a new one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Walk
from walkshop.i18n import Language, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.agenda.inview import leaders_of
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.layouts import row
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.type import px

_LEADER_WIDTH = 200


class AgendaBar(QWidget):
    """Holds which leader is asked for; `changed` says that it is another one."""

    changed = Signal()

    def __init__(self, language: Language, start_new: Callable[[], object]) -> None:
        super().__init__()
        self._language = language
        self._wanted: str | None = None
        on_surface(self, "card")
        self.setFixedHeight(px(tokens.SWITCH_BAR_HEIGHT))
        self.words = plain_label("", most=2)
        self.leader = Choice[str | None]((), self._choose)
        self.leader.setAccessibleName(language.say(msg("Actions of whom?")))
        self.leader.setMaximumWidth(px(_LEADER_WIDTH))
        self.new = Button(language.say(msg("New action")), start_new)
        beside = row(self, gap=tokens.GAP_12)
        beside.setContentsMargins(px(tokens.GAP_20), 0, px(tokens.GAP_20), 0)
        beside.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        beside.addWidget(self.leader, 2, Qt.AlignmentFlag.AlignVCenter)
        beside.addWidget(self.new)

    @property
    def wanted(self) -> str | None:
        """The leader whose actions are asked for; "" for actions without, None for all."""
        return self._wanted

    def show_walk(self, walk: Walk) -> None:
        """Offer the leaders of this walk; one that is gone is no longer asked for."""
        say = self._language.say
        leaders = leaders_of(walk)
        if self._wanted not in leaders:
            self._wanted = None
        nobody = say(msg("Nobody leads it yet"))
        offered: list[tuple[str | None, str]] = [(None, say(msg("All leaders")))]
        offered += [(name, capital(name) or nobody) for name in leaders]
        self.leader.offer(offered)
        self.leader.show_thing(self._wanted)
        self.leader.setVisible(len(leaders) > 1)

    def show_count(self, shown: int, of: int) -> None:
        """Say how many actions are shown of how many."""
        many = msgn("{n} action", "{n} actions", of)
        part = msgn("{shown} of {n} action", "{shown} of {n} actions", of, shown=shown)
        self.words.setText(self._language.say(many if shown == of else part) if of else "")

    def _choose(self, leader: str | None) -> None:
        self._wanted = leader
        self.changed.emit()
