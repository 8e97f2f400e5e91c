"""Several notes in hand: how many, which, and one act for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walkshop.domain.edits.joining import merge_notes
from walkshop.domain.edits.values import add_value, group_notes
from walkshop.domain.queries.notes import leading
from walkshop.domain.queries.values import standing_values
from walkshop.domain.records import Note, Value, ValueId, Walk
from walkshop.domain.words import kind_of
from walkshop.i18n import Language, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import soft_label, title_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.notes import look_of
from walkshop.ui.widgets.pins import PinRow
from walkshop.ui.widgets.scroll import rule
from walkshop.ui.widgets.text import capital

_SHOWN = 60


class ManyPage(QWidget):
    """Shows the notes in hand and puts them in one value, or makes one note of them.

    Signals:
        merged: the note that leads now.
    """

    merged = Signal(str)

    def __init__(self, store: QtStore, language: Language) -> None:
        super().__init__()
        self._store = store
        self._language = language
        self._notes: tuple[Note, ...] = ()
        self._count = title_label("")
        self._kinds = soft_label("")
        self._pins = PinRow()
        self.form = Form(language)
        self.value = Choice[ValueId | None]((), self._put)
        self.name = LineField(language.say(msg("Name of a new value")))
        self.name.returnPressed.connect(self._make)
        self.make = Button(language.say(msg("Make a value of them")), self._make)
        self.merge = Button(language.say(msg("Merge")), self._merge)
        self.preview = soft_label("")
        self.form.add("value", msg("Put in value"), self.value)
        self.form.add("name", msg("New value"), self.name, stacked=True)
        lines = column(self, gap=tokens.GAP_16)
        upper: tuple[QWidget, ...] = (self._count, self._kinds, self._pins, rule(), self.form)
        for widget in (*upper, self.make, rule(), self.preview, self.merge):
            lines.addWidget(widget)
        lines.addStretch(1)

    def show_notes(self, walk: Walk, notes: Sequence[Note]) -> None:
        """Show these notes as they are in this walk."""
        say = self._language.say
        self._notes = tuple(notes)
        self._count.setText(say(msgn("{n} note", "{n} notes", len(notes))))
        kinds = Counter(say(kind_of(note)) for note in notes)
        self._kinds.setText(capital(", ".join(f"{n} {kind}" for kind, n in kinds.items())))
        looks = [look_of(walk, note) for note in notes[:_SHOWN]]
        self._pins.show_looks(looks, self._language.row([str(note.nr) for note in notes[:_SHOWN]]))
        self._show_merge(walk, notes)
        values: list[tuple[ValueId | None, str]] = [(None, say(msg("No value yet")))]
        values += [(value.id, value.name) for value in standing_values(walk)]
        self.value.offer(values)
        shared = {note.value for note in notes}
        self.value.setCurrentIndex(-1)
        if len(shared) == 1:
            self.value.show_thing(shared.pop())

    def _show_merge(self, walk: Walk, notes: Sequence[Note]) -> None:
        """Say what merging gives, before anybody does it."""
        leads = {leading(walk, note).id: leading(walk, note) for note in notes}
        numbers = sorted(note.nr for note in leads.values() if not note.withdrawn)
        can = 1 < len(numbers) <= _SHOWN
        for widget in (self.merge, self.preview):
            widget.setVisible(can)
        if can:
            others = ", ".join(map(str, numbers[1:]))
            together = msg("{nr} (also {others})", nr=str(numbers[0]), others=others)
            words = msg("Said more than once? They become {number}.", number=together)
            self.preview.setText(self._language.say(words))

    def _merge(self) -> None:
        numbers = sorted(note.nr for note in self._notes)
        label = msg(
            "Merged: {one} and {other}. The words of both stay.",
            one=", ".join(map(str, numbers[:-1])),
            other=numbers[-1],
        )
        lead = min(self._notes, key=lambda note: note.nr)
        keys = tuple(note.id for note in self._notes)
        edit = partial(merge_notes, notes=keys, stamp=self._store.stamp())
        if self._store.apply(label, edit):
            self.merged.emit(leading(self._store.walk, lead).id)

    def _put(self, value: ValueId | None) -> None:
        count = len(self._notes)
        if value is None:
            label = msgn("{n} note taken out", "{n} notes taken out", count)
        else:
            name = self._store.walk.value(value).name
            label = msgn(
                "{n} note put in “{value}”", "{n} notes put in “{value}”", count, value=name
            )
        keys = tuple(note.id for note in self._notes)
        edit = partial(group_notes, notes=keys, value=value, stamp=self._store.stamp())
        if not self.form.act(self._store, label, edit):
            self.show_notes(self._store.walk, self._notes)

    def _make(self) -> None:
        value = Value(id=ValueId(self._store.new_id()), name=self.name.text().strip())
        keys = tuple(note.id for note in self._notes)
        edit = partial(add_value, value=value, notes=keys, stamp=self._store.stamp())
        if self.form.act(self._store, msg("New value: {name}", name=value.name), edit):
            self.name.show_words("")
            self.name.clear()
