"""A proposal in words: what comes, what was guessed, what stays outside, and what can be wished."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from walkshop.domain.records import NotYet
from walkshop.i18n import Language, Text, msg, msgn
from walkshop.services.intake import Proposal
from walkshop.ui import tokens
from walkshop.ui.errors import sentence
from walkshop.ui.intake.draft import Outlook, Source, Standing, Wanted, proposals_of
from walkshop.ui.plain import button_words
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import clear, column
from walkshop.ui.widgets.type import px

_MOST_LINES = 30
"""Lines under one heading; the rest is counted."""

_EXCHANGED = frozenset(
    {
        "not placed yet: the two numbers may be exchanged. Exchange the two columns if so",
        "not placed yet: north and east may be exchanged in this file",
    }
)
"""Reasons for a row without a place that go away when the two numbers change places."""


class Summary(QWidget):
    """Shows an outlook.

    Signals:
        wished: what makes of what is Wanted now what is wanted from here on.
        exchange: the name of a file whose coordinates are to be exchanged.
        alike_wanted: whether rows that are like a note come in too.
    """

    wished = Signal(object)
    exchange = Signal(str)
    alike_wanted = Signal(bool)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._lines: QVBoxLayout = column(self, tokens.GAP_8, tokens.GAP_16)

    def show_outlook(self, outlook: Outlook) -> None:
        """Show what would come."""
        clear(self._lines)
        self._counts(outlook)
        self._wishes(outlook)
        for source in outlook.sources:
            if len(outlook.sources) > 1:
                self._head(source.name)
            self._source(source)
        self._lines.addStretch(1)

    def _counts(self, outlook: Outlook) -> None:
        inside = [row for row in outlook.rows if row.row not in outlook.wanted.without]
        new = [row for row in inside if row.standing in (Standing.NEW, Standing.ALIKE)]
        nowhere = sum(isinstance(row.note.place, NotYet) for row in new)
        known = sum(row.standing is Standing.KNOWN for row in inside)
        lines = [(msgn("{n} new note", "{n} new notes", len(new)), bool(new) or not known)]
        lines += [(msgn("{n} of them has no place yet", "{n} of them have no place yet", nowhere),
                   bool(nowhere)),
                  (msgn("{n} note learns something", "{n} notes learn something",
                        outlook.changed), bool(outlook.changed)),
                  (msgn("{n} row is in the walk already", "{n} rows are in the walk already",
                        known), bool(known))]  # fmt: skip
        for words, shown in lines:
            if shown:
                self._lines.addWidget(plain_label(self._language.say(words)))

    def _wishes(self, outlook: Outlook) -> None:
        found, wanted = proposals_of(outlook.sources), outlook.wanted
        alike = [row for row in outlook.rows if row.standing is Standing.ALIKE]
        stops = sum(len(proposal.stops) for proposal in found)
        tracks = sum(len(proposal.tracks) for proposal in found)
        photos = sum(len(proposal.photos) for proposal in found)
        if alike:
            n = len(alike)
            words = msgn("Read in {n} perhaps double row", "Read in {n} perhaps double rows", n)
            on = not any(row.row in wanted.without for row in alike)
            self._tick(words, on, self.alike_wanted.emit)
        if stops:
            words = msgn("Make {n} place a stop", "Make {n} places stops", stops)
            self._tick(words, wanted.stops, self._wish(lambda now, on: replace(now, stops=on)))
        if tracks:
            words = msgn("Make the track the route", "Make the longest of {n} tracks the route",
                         tracks)  # fmt: skip
            self._tick(words, wanted.route, self._wish(lambda now, on: replace(now, route=on)))
        if photos:
            words = msgn("Bring {n} photo along", "Bring {n} photos along", photos)
            self._tick(words, wanted.photos, self._wish(lambda now, on: replace(now, photos=on)))

    def _source(self, source: Source) -> None:
        say = self._language.say
        if source.refusal is not None:
            refusal = Refusal()
            refusal.say(sentence(source.refusal, self._language))
            self._lines.addWidget(refusal)
        if source.proposal is None:
            return
        if _may_be_exchanged(source.proposal):
            words = say(msg("Exchange north and east"))
            self._lines.addWidget(Button(words, lambda: self.exchange.emit(source.name)))
        guessed = [f"{say(guess.what)}: {say(guess.taken_as)}" for guess in source.proposal.guessed]
        self._list(msg("How it was read"), guessed)
        left = [
            say(msg("Row {n}: {why}", n=out.row, why=out.why)) for out in source.proposal.left_out
        ]
        self._list(msg("Left out"), left)

    def _list(self, head: Text, lines: list[str]) -> None:
        if not lines:
            return
        self._head(self._language.say(head))
        self._add(lines[:_MOST_LINES])
        if len(lines) > _MOST_LINES:
            more = msg("and {n} more", n=len(lines) - _MOST_LINES)
            self._add([self._language.say(more)])

    def _add(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._lines.addWidget(soft_label(line))

    def _head(self, words: str) -> None:
        head = plain_label(words, tokens.NAME)
        head.setContentsMargins(0, px(tokens.GAP_8), 0, 0)
        self._lines.addWidget(head)

    def _tick(self, words: Text, on: bool, act: Callable[[bool], object]) -> None:
        said = self._language.say(words)
        box = QCheckBox(button_words(said))
        box.setAccessibleName(said)
        box.setChecked(on)
        box.toggled.connect(act)
        self._lines.addWidget(box)

    def _wish(self, change: Callable[[Wanted, bool], Wanted]) -> Callable[[bool], None]:
        return lambda on: self.wished.emit(lambda wanted: change(wanted, on))


def _may_be_exchanged(proposal: Proposal) -> bool:
    return any(guess.taken_as.id in _EXCHANGED for guess in proposal.guessed)
