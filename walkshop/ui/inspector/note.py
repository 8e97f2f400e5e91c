"""One note in hand: its words, where it belongs, what people decided about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkshop.domain.edits.care import mask_note
from walkshop.domain.queries.checking import Reason
from walkshop.domain.queries.merges import Merges
from walkshop.domain.queries.numbers import number_of
from walkshop.domain.records import Note, Walk
from walkshop.domain.words import kind_of
from walkshop.i18n import Language, msg, msgn
from walkshop.services.themes import labels_of, themes_of
from walkshop.ui import tokens
from walkshop.ui.inspector.care import CarePart, SpeakerPart
from walkshop.ui.inspector.fields import NoteFields
from walkshop.ui.inspector.joined import JoinedPart
from walkshop.ui.inspector.model import note_steps
from walkshop.ui.inspector.part import Fold, NotePart
from walkshop.ui.inspector.thread import ThreadView
from walkshop.ui.inspector.tocheck import GENERAL, CheckCard
from walkshop.ui.inspector.voices import VoicesPart
from walkshop.ui.inspector.words import WordsPart
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.notes import look_of
from walkshop.ui.widgets.pins import PinWidget
from walkshop.ui.widgets.scroll import rule
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.type import px


class NotePage(QWidget):
    """Shows one note and lets people decide about it.

    Signals:
        wanted: another note that a person wants to see.
    """

    wanted = Signal(str)

    def __init__(self, store: QtStore, language: Language) -> None:
        super().__init__()
        self._store = store
        self._language = language
        say = language.say
        self._note: Note | None = None
        self._head = _Head(language)
        self.check = CheckCard(store, language, self._ask)
        self._fields = NoteFields(store, language)
        self.voices = VoicesPart(store, language)
        self.joined = JoinedPart(store, language)
        self.joined.wanted.connect(self.wanted)
        self.hiding = Button(say(msg("Hide from others")), self._mask, "quiet")
        self.words = WordsPart(store, language)
        self.speaker = SpeakerPart(store, language)
        self.care = CarePart(store, language)
        self.more = Fold(
            say(msg("More about this note")), say(msg("Less about this note")), self._rarely()
        )
        self.steps = ThreadView()
        self._lay_out()

    def add_below_words(self, widget: QWidget) -> None:
        """Put something that follows the selection itself, such as photos, under the words."""
        lines = self.layout()
        if isinstance(lines, QVBoxLayout):
            lines.insertWidget(lines.indexOf(self._head) + 1, widget)

    def show_note(self, walk: Walk, note: Note) -> None:
        """Show this note as it is in this walk."""
        self._note = note
        self._head.show_note(walk, note)
        self._fields.show_note(walk, note)
        for part in self._parts:
            part.show_note(walk, note)
        words = msg("Show to others again") if note.masked else msg("Hide from others")
        self.hiding.set_words(self._language.say(words))
        self.steps.show_steps(note_steps(walk, note, self._language))

    def show_reasons(self, reasons: tuple[Reason, ...]) -> None:
        """Show what is to be looked at in the note in hand."""
        if self._note:
            self.check.show_reasons(self._store.walk, self._note, reasons)

    @property
    def fields(self) -> NoteFields:
        """What can be decided here: kind, theme, second, place, value."""
        return self._fields

    @property
    def _parts(self) -> tuple[NotePart, ...]:
        return (self.voices, self.joined, self.words, self.speaker, self.care)

    def _rarely(self) -> QWidget:
        box = QWidget()
        lines = column(box, gap=tokens.GAP_12)
        for part in (self.words, rule(), self.speaker, rule(), self.care):
            lines.addWidget(part)
        return box

    def _ask(self, field: str) -> None:
        """Lead to the field where something is decided."""
        if field == GENERAL and not self.more.is_out:
            self.more.toggle()
        holder = self.words if field == GENERAL else self._fields
        holder.field(field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _mask(self) -> None:
        note = self._note
        if note is None:
            return
        masked = not note.masked
        label = msg("{nr} hidden", nr=note.nr) if masked else msg("{nr} shown again", nr=note.nr)
        edit = partial(mask_note, note=note.id, masked=masked, stamp=self._store.stamp())
        self._store.apply(label, edit)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(tokens.GAP_16))
        title = plain_label(self._language.say(msg("What happens with it")), tokens.NAME)
        upper: tuple[QWidget, ...] = (self._head, self.joined, self.check, self.voices, rule())
        lower = (self._fields, self.hiding, self.more, rule(), title, self.steps)
        for part in upper + lower:
            lines.addWidget(part)
        lines.addStretch(1)


class _Head(QWidget):
    """Pin, number, kind and theme, and the words."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._pin = PinWidget(tokens.PIN_INSPECTOR)
        self.nr = plain_label("", tokens.NUMBER_IN_HAND)
        self._kind = soft_label("")
        self._words = plain_label("", tokens.ENTRY)
        self._more = soft_label("")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.nr)
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
        labels = labels_of(themes_of(walk), note, self._language.code)
        self._pin.show_look(look_of(walk, note, with_place=True))
        self.nr.setText(number_of(walk, note, self._language))
        self._kind.setText(capital(", ".join((self._language.say(kind_of(note)), *labels))))
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
        because = note.set_apart_because
        if note.set_apart:
            facts.append(say(msg("Set apart, because {because}", because=because)))
        if note.masked:
            facts.append(say(msg("Hidden from others.")))
        return [fact for fact in facts if fact]
