"""One action in hand, in short: its number, what is done, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Action, Walk
from walkshop.domain.words import STATUS
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.inspector.model import action_steps
from walkshop.ui.inspector.thread import ThreadView
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.notes import look_of
from walkshop.ui.widgets.pins import PinRow
from walkshop.ui.widgets.scroll import rule
from walkshop.ui.widgets.text import capital


class ActionPage(QWidget):
    """Shows one action; it is changed on the agenda."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._nr = plain_label("", tokens.NUMBER_IN_HAND, tokens.ACCENT)
        self._what = plain_label("", tokens.ENTRY)
        self._state = soft_label("")
        self._pins = PinRow()
        self.steps = ThreadView()
        lines = column(self, gap=tokens.GAP_12)
        for widget in (self._nr, self._what, self._state, self._pins, rule()):
            lines.addWidget(widget)
        lines.addWidget(plain_label(language.say(msg("What happens with it")), tokens.NAME))
        lines.addWidget(self.steps)
        lines.addStretch(1)

    def show_action(self, walk: Walk, action: Action) -> None:
        """Show this action as it is in this walk."""
        self._nr.setText(str(action.nr))
        self._what.setText(action.what)
        self._state.setText(capital(self._language.say(STATUS[action.status])))
        notes = [walk.notes[key] for key in action.notes if key in walk.notes]
        numbers = self._language.row([str(note.nr) for note in notes])
        self._pins.show_looks([look_of(walk, note) for note in notes], numbers)
        self._pins.setVisible(bool(notes))
        self.steps.show_steps(action_steps(walk, action, self._language))
