"""A part of the page of a note: a form that follows the note and acts on it, one undo each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Note, NoteId, Stamp, Walk
from walkshop.i18n import Language, Text
from walkshop.store.store import Edit
from walkshop.ui import tokens
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.layouts import column, row


class NotePart(Form):
    """Knows the note in hand; what is refused is said under its field, or in the status line."""

    def __init__(
        self, store: QtStore, language: Language, places: Mapping[Text, str] | None = None
    ) -> None:
        super().__init__(language, places)
        self._store = store
        self._note: NoteId | None = None

    @property
    def note(self) -> Note | None:
        """The note in hand as it is now."""
        return self._store.walk.notes.get(self._note) if self._note else None

    @property
    def stamp(self) -> Stamp:
        """The time and station of an act that begins now."""
        return self._store.stamp()

    def take(self, note: Note) -> bool:
        """Take a note in hand; whether it is another one than before."""
        other = note.id != self._note
        self._note = note.id
        if other:
            self.accept()
        return other

    def show_note(self, walk: Walk, note: Note) -> None:
        """Show what was decided about this note; nothing is done."""
        raise NotImplementedError

    def do(self, label: Text, edit: Edit) -> bool:
        """Do an edit; what was refused is said under its field, and the fields show what holds."""
        if self.act(self._store, label, edit):
            return True
        if self.note:
            key, words = self.refused()
            self.show_note(self._store.walk, self.note)
            if words:
                self.say_at(key, words)
        return False

    def say(self, text: Text) -> str:
        """A sentence in the language of the window."""
        return self._language.say(text)


def beside(words: QWidget, button: QWidget) -> QWidget:
    """Words as wide as there is room, and what can be done with them at their right."""
    holder = QWidget()
    line = row(holder, gap=tokens.GAP_8)
    line.addWidget(words, 1)
    line.addWidget(button)
    return holder


class Fold(QWidget):
    """A line that folds what is rarely needed in and out; folded at first."""

    def __init__(self, more: str, less: str, body: QWidget) -> None:
        super().__init__()
        self._words = more, less
        self._body = body
        self.button = Button(more, self.toggle, "quiet")
        lines = column(self, gap=tokens.GAP_12)
        lines.addWidget(self.button)
        lines.addWidget(body)
        body.hide()

    @property
    def is_out(self) -> bool:
        """Whether the part is in sight."""
        return not self._body.isHidden()

    def toggle(self) -> None:
        """Fold in or out."""
        out = not self.is_out
        self._body.setVisible(out)
        self.button.set_words(self._words[out])
