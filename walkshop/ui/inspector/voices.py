"""Who else said it: more voices for a note, each with its lens and its own words."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from walkshop.domain.edits.voices import add_voice, drop_voice
from walkshop.domain.records import LensId, Note, Voice, Walk
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.inspector.part import Fold, NotePart, beside
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LongField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.layouts import clear, column
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.wrapping import Wrapping


class VoicesPart(NotePart):
    """The voices of a note below each other, and a way to add one."""

    def __init__(self, store: QtStore, language: Language) -> None:
        super().__init__(store, language)
        self.drops: list[Button] = []
        self._list = QWidget()
        self._pile = column(self._list, gap=tokens.GAP_8)
        self.also = Button(self.say(msg("Also")), self._add)
        self.also.setAccessibleName(self.say(msg("Count one more voice")))
        self.lens = Choice[LensId | None]((), None)
        self.words = LongField(2)
        self.keep = Button(self.say(msg("Add this voice")), self._add_with_words)
        more, less = self.say(msg("Also, in other words")), self.say(msg("Without words"))
        self.fold = Fold(more, less, self._with_words())
        self.add("voices", msg("Mentioned"), self._list, stacked=True)
        self.add_wide(Wrapping((self.also, self.fold.button)))
        self.add_wide(self.fold)

    def show_note(self, walk: Walk, note: Note) -> None:
        """Show the voices of this note."""
        if self.take(note):
            self.words.show_words("")
            self.words.clear()
        none: list[tuple[LensId | None, str]] = [(None, self.say(msg("No lens")))]
        self.lens.offer([*none, *((lens.id, lens.name) for lens in walk.lenses.values())])
        clear(self._pile)
        self.drops = []
        for place, voice in enumerate(note.voices):
            drop = Button(self.say(msg("Take back")), partial(self._drop, place), "quiet")
            drop.setAccessibleName(self.say(msg("Take voice {n} back", n=place + 2)))
            self.drops.append(drop)
            self._pile.addWidget(beside(plain_label(self._line(walk, voice)), drop))
        self.show_row("voices", bool(note.voices))

    def _line(self, walk: Walk, voice: Voice) -> str:
        lens = walk.lenses.get(voice.lens) if voice.lens else None
        who = [lens.name if lens else "", voice.duo]
        known = ", ".join(part for part in who if part)
        words = f"“{voice.words}”" if voice.words else self.say(msg("said the same"))
        return capital(f"{known}: {words}" if known else words)

    def _with_words(self) -> QWidget:
        box = Form(self._language)
        box.add("lens", msg("Lens"), self.lens)
        box.add("words", msg("In their own words"), self.words, stacked=True)
        box.add_wide(self.keep)
        return box

    def _add(self) -> None:
        self._hear(Voice())

    def _add_with_words(self) -> None:
        lens = self.lens.thing if self.lens.currentIndex() >= 0 else None
        if self._hear(Voice(words=self.words.text().strip(), lens=lens)):
            self.words.clear()
            self.words.show_words("")

    def _hear(self, voice: Voice) -> bool:
        note = self.note
        if note is None:
            return False
        label = msg("One more voice for {nr}", nr=note.nr)
        return self.do(label, partial(add_voice, note=note.id, voice=voice, stamp=self.stamp))

    def _drop(self, place: int) -> None:
        if self.note:
            label = msg("A voice of {nr} taken back", nr=self.note.nr)
            edit = partial(drop_voice, note=self.note.id, place=place, stamp=self.stamp)
            self.do(label, edit)
