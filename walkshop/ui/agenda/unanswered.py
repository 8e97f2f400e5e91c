"""What nobody answered yet, and a form to answer one note or a whole group at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkshop.domain.edits.answers import give_answers
from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.queries.values import value_of
from walkshop.domain.records import AnswerId, Note, NoteId, Subject, ValueId, Walk
from walkshop.i18n import Language, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.agenda.answerform import AnswerForm
from walkshop.ui.agenda.draft import Draft
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import InHand, Selection
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.cards import CardList, Look
from walkshop.ui.widgets.fields import Choice
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import soft_label, title_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.notes import card_of
from walkshop.ui.widgets.type import px

_LIST_HEIGHT = 240


class UnansweredPage(QWidget):
    """The notes without an answer, and what is answered to the chosen ones."""

    counted = Signal(int)

    def __init__(
        self, store: QtStore, selection: Selection, language: Language, today: Callable[[], date]
    ) -> None:
        super().__init__()
        self._store = store
        self._selection = selection
        self._language = language
        self._today = today
        self._open: list[Note] = []
        self._count = title_label("")
        self._waiting = soft_label("")
        self.list = CardList(Look.ROW)
        self.list.setMinimumHeight(px(_LIST_HEIGHT))
        self.list.setAccessibleName(language.say(msg("Notes without an answer")))
        self.list.chosen_by_hand.connect(self._on_chosen)
        self.scope = Choice[ValueId | None]((), lambda _value: None)
        self._scope = Form(language)
        self._scope.add("to", msg("Answer to"), self.scope)
        self.form = AnswerForm(language, today)
        self.give = Button(language.say(msg("Give this answer")), self.answer, "primary")
        self._asking = QWidget()
        below = column(self._asking, gap=tokens.FORM_GAP)
        for part in (self._scope, self.form, self.give):
            below.addWidget(part)
        lines = column(self, gap=tokens.GAP_12)
        for widget in (self._count, self._waiting, self.list, self._asking):
            lines.addWidget(widget)
        lines.addStretch(1)
        selection.changed.connect(self._on_selection)

    def show_walk(self, walk: Walk) -> None:
        """Show what nobody answered in this walk."""
        book = AnswerBook(walk)
        self._open = book.without(self._today())
        say = self._language.say
        none = msg("Every note has an answer.") if walk.notes else msg("No notes yet.")
        n = len(self._open)
        many = msgn("{n} note has no answer yet", "{n} notes have no answer yet", n)
        self._count.setText(say(many if n else none))
        later = len(book.waiting(self._today()))
        waits = msgn("{n} note waits for an answer", "{n} notes wait for an answer", later)
        self._waiting.setText(say(waits) if later else "")
        self._waiting.setVisible(later > 0)
        self.list.cards.show_cards([card_of(walk, note, self._language) for note in self._open])
        self.list.setVisible(n > 0)
        self._show_chosen()
        self.counted.emit(n)

    def answer(self) -> None:
        """Give the answer to the chosen notes, or to all of their value that have none."""
        notes = self._answered_notes()
        answers = [
            answer
            for note in notes
            if (answer := self.form.draft.about(Subject.NOTE, note.id, self._key(), self._today()))
        ]
        if not answers:
            self.form.say_at("answer", self._language.say(msg("Choose an answer first.")))
            return
        label = msgn("{n} note answered", "{n} notes answered", len(answers))
        edit = partial(give_answers, answers=tuple(answers), stamp=self._store.stamp())
        place = self._open.index(notes[0])
        if self.form.act(self._store, label, edit):
            self.form.show_draft(Draft(answered_by=self.form.draft.answered_by))
            self._go_on(place)

    def _key(self) -> AnswerId:
        return AnswerId(self._store.new_id())

    def _go_on(self, place: int) -> None:
        """Take the next note in hand, so that answering goes on without looking for it."""
        if self._open:
            self._selection.select_note(self._open[min(place, len(self._open) - 1)].id)
            self.list.setFocus()

    def _chosen(self) -> list[Note]:
        notes = self._selection.in_hand.notes
        return [note for note in self._open if note.id in notes]

    def _answered_notes(self) -> list[Note]:
        value = self.scope.thing if self.scope.count() else None
        return self._chosen() if value is None else self._under(value)

    def _under(self, value: ValueId) -> list[Note]:
        walk = self._store.walk
        return [note for note in self._open if (own := value_of(walk, note)) and own.id == value]

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        self.list.show_chosen(frozenset(note.id for note in chosen))
        self._asking.setVisible(bool(chosen))
        if chosen:
            self._offer_scope(chosen)

    def _offer_scope(self, chosen: Sequence[Note]) -> None:
        say = self._language.say
        numbers = self._language.row([str(note.nr) for note in chosen[:6]])
        n = len(chosen)
        these = msgn("number {numbers}", "numbers {numbers}", n, numbers=numbers)
        if len(chosen) > 6:
            these = msgn("{n} note", "{n} notes", n)
        offered: list[tuple[ValueId | None, str]] = [(None, say(these))]
        values = {own.id: own for note in chosen if (own := value_of(self._store.walk, note))}
        for key, value in values.items():
            under = len(self._under(key))
            if under > 1:
                group = msg("all {n} of “{value}” without an answer", n=under, value=value.name)
                offered.append((key, say(group)))
        self.scope.offer(offered)
        self.scope.show_thing(None)

    def _on_chosen(self, _adding: bool) -> None:
        cards = self.list.chosen()
        current = self.list.currentIndex()
        shown = self.list.cards.card(current).note if current.isValid() else None
        self._selection.select_notes([NoteId(card.note) for card in cards], shown)

    def _on_selection(self, _hand: InHand) -> None:
        self._show_chosen()
