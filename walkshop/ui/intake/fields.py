"""Which column holds what: a choice for each column of each file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkshop.i18n import Language, Text, msg
from walkshop.services.intake.columns import ASIDE, LEAVE_OUT
from walkshop.ui import tokens
from walkshop.ui.intake.draft import Source
from walkshop.ui.widgets.fields import Choice
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import clear, column

FIELDS: dict[str, Text] = {
    "text": msg("What was said"),
    "nr": msg("Number"),
    "kind": msg("Kind"),
    "theme": msg("Theme"),
    "theme2": msg("Second theme"),
    "lat": msg("Latitude (north)"),
    "lon": msg("Longitude (east)"),
    "x": msg("x (east, RD)"),
    "y": msg("y (north, RD)"),
    "accuracy_m": msg("Accuracy in metres"),
    "place_type": msg("Kind of place"),
    "assumed": msg("Guessed place"),
    "place_words": msg("Place in words"),
    "stop": msg("Stop"),
    "lens": msg("Lens"),
    "duo": msg("Duo"),
    "quote": msg("In these very words"),
    "language": msg("Language"),
    "source": msg("Source"),
    "source_ref": msg("Sheet or box"),
    "text_nl": msg("In Dutch"),
    "text_en": msg("In English"),
    ASIDE: msg("Keep with the note"),
    LEAVE_OUT: msg("Leave it out"),
}
"""Every field that a column can hold, in words."""


_WIDE = 150
"""px for the name of a column."""


class FieldChoices(QWidget):
    """A line for each column.

    Signals:
        said: the name of a file, of a column, and the field that it holds.
    """

    said = Signal(str, str, str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.choices: dict[tuple[str, str], Choice[str]] = {}
        self._shown: list[tuple[str, tuple[str, ...]]] = []
        self._lines: QVBoxLayout = column(self, tokens.GAP_8, tokens.GAP_16)

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show the columns of these files as they are read now."""
        tables = [(source.name, source.seen) for source in sources]
        if tables != self._shown:
            self._shown = tables
            self._lay_out(sources)
        for source in sources:
            read = dict(source.proposal.fields) if source.proposal else {}
            read |= source.columns
            other = ASIDE if source.proposal else ""  # nobody knows yet: it shows as none
            for name in source.seen:
                self.choices[source.name, name].show_thing(read.get(name, other))

    def _lay_out(self, sources: Sequence[Source]) -> None:
        clear(self._lines)
        self.choices.clear()
        words = [(field, self._language.say(text)) for field, text in FIELDS.items()]
        for source in sources:
            if not source.seen:
                continue
            if len(sources) > 1:
                self._lines.addWidget(plain_label(source.name, tokens.NAME))
            form = Form(self._language, wide=_WIDE)
            for name in source.seen:
                choice = Choice[str](words, partial(self.said.emit, source.name, name))
                self.choices[source.name, name] = choice
                form.add(name, msg("{word}", word=name), choice)
            self._lines.addWidget(form)
        if not self.choices:
            self._lines.addWidget(soft_label(self._language.say(msg("There are no columns here."))))
        self._lines.addStretch(1)
