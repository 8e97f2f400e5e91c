"""What a note comes from: notes merged into it, the note it was split from, a conversation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkshop.domain.edits.joining import unmerge_all, unmerge_note
from walkshop.domain.queries.merges import Merges
from walkshop.domain.records import Interview, Note, Walk
from walkshop.i18n import Language, Text, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.inspector.part import NotePart
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import clear, column
from walkshop.ui.widgets.text import capital


class JoinedPart(NotePart):
    """Says what belongs together, takes it apart, and leads to the other notes.

    Signals:
        wanted: the note that a person wants to see.
    """

    wanted = Signal(str)

    def __init__(self, store: QtStore, language: Language) -> None:
        super().__init__(store, language)
        self.buttons: list[Button] = []
        self._box = QWidget()
        self._pile = column(self._box, gap=tokens.GAP_4)
        self.add_wide(self._box)

    def show_note(self, walk: Walk, note: Note) -> None:
        """Show where the words of this note come from."""
        self.take(note)
        clear(self._pile)
        self.buttons = []
        under = Merges(walk).under(note.id)
        for other in under:
            self._pile.addWidget(plain_label(f"{other.nr}  {other.text}"))
            self._offer(msg("Take {nr} apart again", nr=other.nr), partial(self._apart, other))
        if len(under) > 1:
            self._offer(msg("Take all apart again"), self._all_apart)
        first = walk.notes.get(note.split_from) if note.split_from else None
        if first:
            self._lead(msg("Split from {nr}", nr=first.nr), first)
        breath = walk.notes.get(note.same_breath) if note.same_breath else None
        if breath and breath is not first:
            self._lead(msg("Said in one breath with {nr}", nr=breath.nr), breath)
        told = walk.interviews.get(note.interview) if note.interview else None
        if told:
            self._show_conversation(walk, note, told)
        self.setVisible(self._pile.count() > 0)

    def _show_conversation(self, walk: Walk, note: Note, told: Interview) -> None:
        about = [told.who]
        if told.minutes:
            about.append(self.say(msgn("{n} minute", "{n} minutes", told.minutes)))
        known = ", ".join(part for part in about if part)
        words = msg("From a conversation on the way: {about}", about=known)
        plain = msg("From a conversation on the way.")
        self._pile.addWidget(soft_label(self.say(words if known else plain)))
        if told.call_again:
            self._pile.addWidget(soft_label(self.say(msg("May be called again."))))
        others = [
            other
            for other in walk.notes.values()
            if other.interview == told.id and other.id != note.id and not other.withdrawn
        ]
        for other in sorted(others, key=lambda other: other.nr):
            self._lead(msg("To note {nr}", nr=other.nr), other)

    def _lead(self, words: Text, other: Note) -> None:
        self._offer(words, lambda: self.wanted.emit(other.id))

    def _offer(self, words: Text, act: Callable[[], object]) -> None:
        button = Button(capital(self.say(words)), act, "quiet")
        self.buttons.append(button)
        self._pile.addWidget(button)

    def _apart(self, other: Note) -> None:
        label = msg("{nr} stands on its own again", nr=other.nr)
        self.do(label, partial(unmerge_note, note=other.id, stamp=self.stamp))

    def _all_apart(self) -> None:
        if self.note:
            label = msg("All taken apart: {nr}", nr=self.note.nr)
            self.do(label, partial(unmerge_all, note=self.note.id, stamp=self.stamp))
