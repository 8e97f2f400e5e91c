"""One note in hand: its words, where it belongs, what people decided about it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkshop.domain.queries.merges import Merges
from walkshop.domain.records import (
    Note,
    Walk,
)
from walkshop.domain.words import kind_of
from walkshop.i18n import Language, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.inspector.fields import NoteFields
from walkshop.ui.inspector.model import note_steps
from walkshop.ui.inspector.thread import ThreadView
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.notes import look_of, theme_of
from walkshop.ui.widgets.pins import PinWidget
from walkshop.ui.widgets.scroll import rule
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.type import px


class NotePage(QWidget):
    """Shows one note and lets people decide about it."""

    def __init__(self, store: QtStore, language: Language) -> None:
        super().__init__()
        self._language = language
        self._head = _Head(language)
        self._fields = NoteFields(store, language)
        self.steps = ThreadView()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(tokens.GAP_16))
        lines.addWidget(self._head)
        lines.addWidget(rule())
        lines.addWidget(self._fields)
        lines.addWidget(rule())
        lines.addWidget(plain_label(language.say(msg("What happens with it")), tokens.NAME))
        lines.addWidget(self.steps)
        lines.addStretch(1)

    def add_below_words(self, widget: QWidget) -> None:
        """Put something that follows the selection itself, such as photos, under the words."""
        lines = self.layout()
        if isinstance(lines, QVBoxLayout):
            lines.insertWidget(lines.indexOf(self._head) + 1, widget)

    def show_note(self, walk: Walk, note: Note) -> None:
        """Show this note as it is in this walk."""
        self._head.show_note(walk, note)
        self._fields.show_note(walk, note)
        self.steps.show_steps(note_steps(walk, note, self._language))

    @property
    def fields(self) -> NoteFields:
        """What can be decided here: kind, theme, second, place, value."""
        return self._fields


class _Head(QWidget):
    """Pin, number, kind and theme, and the words."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._pin = PinWidget(tokens.PIN_INSPECTOR)
        self._nr = plain_label("", tokens.NUMBER_IN_HAND)
        self._kind = soft_label("")
        self._words = plain_label("", tokens.ENTRY)
        self._more = soft_label("")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._nr)
        names.addWidget(self._kind)
        top = QHBoxLayout()
        top.setSpacing(px(tokens.GAP_12))
        top.addWidget(self._pin)
        top.addLayout(names, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(tokens.GAP_12))
        lines.addLayout(top)
        lines.addWidget(self._words)
        lines.addWidget(self._more)

    def show_note(self, walk: Walk, note: Note) -> None:
        theme = theme_of(walk, note)
        kind = self._language.say(kind_of(note))
        self._pin.show_look(look_of(walk, note, with_place=True))
        self._nr.setText(str(note.nr))
        self._kind.setText(
            capital(f"{kind}, {theme.label(self._language.code)}" if theme else kind)
        )
        self._words.setText(note.text)
        self._more.setText("\n".join(self._facts(walk, note)))

    def _facts(self, walk: Walk, note: Note) -> list[str]:
        say = self._language.say
        lens = walk.lenses.get(note.lens) if note.lens else None
        facts = [
            say(msg("Lens: {name}", name=lens.name)) if lens else "",
            say(msg("Said by duo {duo}", duo=note.duo)) if note.duo else "",
        ]
        often = Merges(walk).mentions(note)
        if often > 1:
            facts.append(capital(say(msgn("mentioned once", "mentioned {n} times", often))))
        return [fact for fact in facts if fact]
