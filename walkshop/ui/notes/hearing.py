"""A quiet place that tells the facilitator who and what was hardly heard; not for the room."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkshop.domain.queries.fairness import Heard, heard
from walkshop.domain.words import QUADRANT
from walkshop.i18n import Text, msg, msgn
from walkshop.services.themes import label_of
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import clear, column
from walkshop.ui.widgets.wrapping import Wrapping

_MOST_THEMES = 6
"""More names than this in one line nobody reads."""


class HeardBox(QWidget):
    """One line for each thing that was hardly heard, kept up to date while it is in sight."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines = column(self, gap=tokens.GAP_8, edge=tokens.GAP_8)
        self.words: tuple[str, ...] = ()
        desk.store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look anew, if anybody sees it."""
        if self.isHidden() and self.words:
            return
        words = tuple(self._desk.say(text) for text in self._sentences())
        if words == self.words:
            return
        self.words = words
        clear(self._lines)
        for line in words:
            self._lines.addWidget(soft_label(line))

    def _sentences(self) -> Iterator[Text]:
        themes = self._desk.filter.themes
        walk = self._desk.store.walk
        found = heard(walk, tuple(theme.id for theme in themes.themes))
        row = self._desk.language.row
        if not walk.notes:
            yield msg("No notes yet.")
        elif found.nothing:
            yield msg("Every duo, lens and stop was heard.")
        if found.duos:
            yield msg("No note yet from: {names}", names=row(list(found.duos)))
        if found.lenses:
            names = row([lens.name for lens in found.lenses])
            yield msg("Not yet seen through: {names}", names=names)
        if found.stops:
            names = row([str(stop.nr) for stop in found.stops])
            yield msgn("No note yet at stop {names}", "No note yet at stops {names}",
                       len(found.stops), names=names)  # fmt: skip
        yield from self._what(found)
        if found.themes:
            code = self._desk.language.code
            names = row([label_of(themes, key, code) for key in found.themes[:_MOST_THEMES]])
            yield msg("Nothing yet about: {names}", names=names)

    def _what(self, found: Heard) -> Iterator[Text]:
        """Whether it is all about what must improve, and which questions are thin."""
        if found.no_good:
            yield msg("Nothing good was said yet. Ask: what is good here?")
        elif found.complaints is not None:
            yield msg("{n} percent must improve. Ask: what is good here?", n=found.complaints)
        for question, n in found.questions:
            yield msgn("{n} note about: {question}", "{n} notes about: {question}", n,
                       question=QUADRANT[question])  # fmt: skip


class ListFoot(QWidget):
    """Two quiet buttons under the list, and above them what was hardly heard, when asked for.

    Signals:
        talk_wanted: somebody wants to write down a conversation on the way.
    """

    talk_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        say = desk.say
        self.box = HeardBox(desk)
        self.box.hide()
        self.talk = Button(say(msg("Conversation on the way")), self.talk_wanted.emit, "quiet")
        self._words = say(msg("Not heard yet?")), say(msg("Fold away"))
        self.heard = Button(self._words[0], self.toggle, "quiet")
        lines = column(self, edge=tokens.GAP_4)
        lines.addWidget(self.box)
        lines.addWidget(Wrapping((self.talk, self.heard)))

    def toggle(self) -> None:
        """Show or fold away what was hardly heard."""
        shown = self.box.isHidden()
        self.box.setVisible(shown)
        self.box.refresh()
        self.heard.set_words(self._words[shown])
