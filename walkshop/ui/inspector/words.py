"""The words of a note under hands: said in these very words, made general, cut in two."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from walkshop.domain.edits.care import consent_to_quote, make_general, mark_quotes
from walkshop.domain.edits.joining import split_note
from walkshop.domain.records import Note, NoteId, Walk
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.inspector.part import NotePart, beside
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LongField
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import clear, column
from walkshop.ui.widgets.wrapping import Wrapping

CONSENT = (
    (None, msg("Not asked yet")),
    (True, msg("May be printed")),
    (False, msg("May not be printed")),
)


class SaidField(QPlainTextEdit):
    """The words as they were said: to select in and to put the cursor in, not to change."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 2 * tokens.GAP_12)

    @property
    def at(self) -> int:
        """Where the cursor stands, in characters of Python; never within a word."""
        text = self.toPlainText()
        at = _characters(text, self.textCursor().position())
        while 0 < at < len(text) and not (text[at - 1].isspace() or text[at].isspace()):
            at -= 1
        return at

    @property
    def marked(self) -> str:
        """The words that are selected, without blanks around them."""
        cursor, text = self.textCursor(), self.toPlainText()
        first, last = (
            _characters(text, place) for place in (cursor.selectionStart(), cursor.selectionEnd())
        )
        return text[first:last].strip()


class WordsPart(NotePart):
    """Marks quotes, asks consent, keeps a general wording, and splits."""

    def __init__(self, store: QtStore, language: Language) -> None:
        super().__init__(store, language)
        self.said = SaidField()
        self.preview = soft_label("")
        self.quote = Button(self.say(msg("Said in these words")), self._mark)
        self.split = Button(self.say(msg("Split here")), self._split)
        self._quotes = QWidget()
        self._pile = column(self._quotes, gap=tokens.GAP_4)
        self.drops: list[Button] = []
        self.consent = Choice[bool | None](
            [(key, self.say(words)) for key, words in CONSENT], self._choose_consent
        )
        self.general = LongField(2, self.say(msg("Prints instead of the words")))
        self.general.committed.connect(self._word)
        self.add("said", msg("Select words, or put the cursor"), self.said, stacked=True)
        self.add_wide(Wrapping((self.quote, self.split)))
        self.add_wide(self.preview)
        self.add("quotes", msg("Said in these words"), self._quotes, stacked=True)
        self.add("consent", msg("The words"), self.consent)
        self.add("general", msg("General wording"), self.general, stacked=True)
        self.said.cursorPositionChanged.connect(self._show_halves)
        self.said.selectionChanged.connect(self._show_halves)

    def show_note(self, walk: Walk, note: Note) -> None:
        """Show the words of this note and what was decided about them."""
        self.take(note)
        if self.said.toPlainText() != note.text:
            self.said.setPlainText(note.text)
        self._show_quotes(note)
        self.consent.show_thing(note.quote_consent)
        self.show_row("consent", bool(note.quotes))
        self.general.show_words(note.public_text)
        self._show_halves()

    def _show_quotes(self, note: Note) -> None:
        clear(self._pile)
        self.drops = []
        for quote in note.quotes:
            drop = Button(self.say(msg("Take back")), partial(self._drop, quote), "quiet")
            drop.setAccessibleName(self.say(msg("Not these words")))
            self.drops.append(drop)
            self._pile.addWidget(beside(plain_label(f"“{quote}”"), drop))
        self.show_row("quotes", bool(note.quotes))

    def _show_halves(self) -> None:
        """What the two buttons would do now."""
        first, second = self._halves()
        can = bool(first and second) and not self.said.marked
        self.split.setEnabled(can)
        self.quote.setEnabled(bool(self.said.marked))
        halves = msg("First: {first} Second: {second}", first=first, second=second)
        self.preview.setText(self.say(halves) if can else "")
        self.preview.setVisible(can)

    def _halves(self) -> tuple[str, str]:
        text, at = self.said.toPlainText(), self.said.at
        return text[:at].strip(), text[at:].strip()

    def _mark(self) -> None:
        note, words = self.note, self.said.marked
        if note and words:
            label = msg("Words of {nr} marked as said", nr=note.nr)
            quotes = (*note.quotes, words)
            self.do(label, partial(mark_quotes, note=note.id, quotes=quotes, stamp=self.stamp))

    def _drop(self, quote: str) -> None:
        if self.note:
            kept = tuple(one for one in self.note.quotes if one != quote)
            label = msg("Words of {nr} no longer marked", nr=self.note.nr)
            edit = partial(mark_quotes, note=self.note.id, quotes=kept, stamp=self.stamp)
            self.do(label, edit)

    def _choose_consent(self, consent: bool | None) -> None:
        if self.note:
            label = msg("Consent for the words of {nr}", nr=self.note.nr)
            edit = partial(consent_to_quote, note=self.note.id, consent=consent, stamp=self.stamp)
            self.do(label, edit)

    def _word(self, words: str) -> None:
        if self.note:
            label = msg("General wording of {nr} changed", nr=self.note.nr)
            edit = partial(make_general, note=self.note.id, words=words, stamp=self.stamp)
            self.do(label, edit)

    def _split(self) -> None:
        note = self.note
        if note is None:
            return
        new = NoteId(self._store.new_id())
        label = msg("{nr} split in two", nr=note.nr)
        edit = partial(split_note, note=note.id, at=self.said.at, new=new, stamp=self.stamp)
        self.do(label, edit)


def _characters(text: str, units: int) -> int:
    """Characters of `text` in as many UTF-16 units, in which Qt counts."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
