"""What is missing in the documents now: each in a red line, with the way to its notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkshop.domain.queries.answers import Standing
from walkshop.domain.records import Note, Walk
from walkshop.i18n import Language, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.filtering import Filter, Wanted
from walkshop.ui.share.documents import numbers_of, off_the_map, unanswered
from walkshop.ui.share.redline import RedLine
from walkshop.ui.widgets.layouts import column

_NAMED = 4
"""With more notes than this the link does not name them."""


class Lacking(QWidget):
    """The red lines; not there while nothing is missing.

    Signals:
        notes_wanted: the filter now shows the notes that a line is about.
    """

    notes_wanted = Signal()

    def __init__(self, narrowing: Filter, language: Language) -> None:
        super().__init__()
        self._narrowing = narrowing
        self._language = language
        self.answers = RedLine(lambda: self._ask(Wanted(standing=Standing.WITHOUT)))
        self.places = RedLine(lambda: self._ask(Wanted(without_place=True)))
        lines = column(self, gap=tokens.GAP_8)
        lines.addWidget(self.answers)
        lines.addWidget(self.places)

    def show_walk(self, walk: Walk, today: date) -> None:
        """Say what is missing in this walk."""
        self._show_answers(unanswered(walk, today))
        self._show_places(off_the_map(walk))
        self.setVisible(self.answers.isVisibleTo(self) or self.places.isVisibleTo(self))

    def _show_answers(self, notes: Sequence[Note]) -> None:
        say, n = self._language.say, len(notes)
        what = msgn("{n} note has no answer yet.", "{n} notes have no answer yet.", n)
        so = say(msg("The action agenda prints as draft."))
        self.answers.say(say(what) if n else "", so, self._link(notes))

    def _show_places(self, notes: Sequence[Note]) -> None:
        say, n = self._language.say, len(notes)
        what = msgn("{n} note has no place yet.", "{n} notes have no place yet.", n)
        so = msgn(
            "It stands in the list, not on the map.", "They stand in the list, not on the map.", n
        )
        self.places.say(say(what) if n else "", say(so), self._link(notes))

    def _link(self, notes: Sequence[Note]) -> str:
        n = len(notes)
        if n > _NAMED:
            return self._language.say(msgn("Show this note", "Show these notes", n))
        numbers = numbers_of(notes, self._language)
        return self._language.say(msg("Show {numbers}", numbers=numbers))

    def _ask(self, wanted: Wanted) -> None:
        self._narrowing.want(wanted)
        self.notes_wanted.emit()
