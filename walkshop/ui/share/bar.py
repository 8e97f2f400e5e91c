"""For whom, in which language, on which paper: what holds for all documents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Profile
from walkshop.domain.words import PROFILE
from walkshop.i18n import Language, Text, msg
from walkshop.ui import tokens
from walkshop.ui.share.making import BOTH, Wish
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Switch
from walkshop.ui.widgets.flow import Flow
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import row
from walkshop.ui.widgets.type import px

# A language is named in itself: who looks for it reads it.
_NAMES = (("nl", "Nederlands"), ("en", "English"))


class WishBar(QWidget):
    """Public comes first; `changed` says that something else was chosen."""

    changed = Signal()

    def __init__(self, language: Language, first: str, papers: Sequence[str]) -> None:
        super().__init__()
        on_surface(self, "card")
        say = language.say
        whom, tongue, paper = msg("For whom"), msg("Language"), msg("Paper")
        self.profile = Switch(say(whom), [(str(p), say(words)) for p, words in PROFILE.items()])
        self.language = Switch(say(tongue), (*_NAMES, (BOTH, say(msg("Both")))))
        self.paper = Switch(say(paper), [(name, name.upper()) for name in papers])
        self._first = first
        self.language.choose(first)
        flow = Flow(self, tokens.GAP_24, tokens.GAP_8)
        edge = px(tokens.SWITCH_BAR_HEIGHT - tokens.CONTROL_HEIGHT) // 2
        flow.setContentsMargins(px(tokens.GAP_20), edge, px(tokens.GAP_20), edge)
        parts: tuple[tuple[Text, Switch], ...] = (
            (whom, self.profile),
            (tongue, self.language),
            (paper, self.paper),
        )
        for text, switch in parts:
            pair = QWidget()
            beside = row(pair, gap=tokens.GAP_8)
            beside.addWidget(soft_label(say(text)), 0, Qt.AlignmentFlag.AlignVCenter)
            beside.addWidget(switch)
            flow.addWidget(pair)
            switch.chosen.connect(lambda _key: self.changed.emit())

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        profile = Profile(self.profile.key)
        return Wish(profile, self.language.key, self.paper.key, self._first)
