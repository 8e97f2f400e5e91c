"""One value in hand: its name and sentence, what it is based on, what is done for it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from walkshop.domain.edits.values import change_value, remove_value
from walkshop.domain.queries.values import notes_by_value
from walkshop.domain.records import Quadrant, Side, Value, ValueId, Walk
from walkshop.domain.words import QUADRANT, QUADRANT_NR, SIDE
from walkshop.i18n import Language, Text, msg
from walkshop.ui import tokens
from walkshop.ui.inspector.model import value_steps
from walkshop.ui.inspector.thread import ThreadView
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LineField, LongField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import plain_label, title_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.notes import look_of
from walkshop.ui.widgets.pins import PinRow
from walkshop.ui.widgets.scroll import rule
from walkshop.ui.widgets.text import capital

SENTENCE = msg("We find it important that ... so that ...")


class ValuePage(QWidget):
    """Shows one value and lets people word it."""

    def __init__(self, store: QtStore, language: Language) -> None:
        super().__init__()
        self._language = language
        self._store = store
        self._value: ValueId | None = None
        self._title = title_label("")
        self._pins = PinRow()
        self.form = ValueForm(store, language)
        self.steps = ThreadView()
        self.remove = Button(language.say(msg("Remove this value")), self._remove, "quiet")
        lines = column(self, gap=tokens.GAP_16)
        lines.addWidget(self._title)
        lines.addWidget(self._pins)
        lines.addWidget(self.form)
        lines.addWidget(rule())
        lines.addWidget(plain_label(language.say(msg("What happens with it")), tokens.NAME))
        lines.addWidget(self.steps)
        lines.addWidget(rule())
        lines.addWidget(self.remove)
        lines.addStretch(1)

    def show_value(self, walk: Walk, value: Value) -> None:
        """Show this value as it is in this walk."""
        self._value = value.id
        self._title.setText(value.name)
        notes = notes_by_value(walk).get(value.id, [])
        numbers = self._language.row([str(note.nr) for note in notes])
        self._pins.show_looks([look_of(walk, note) for note in notes], numbers)
        self._pins.setVisible(bool(notes))
        self.form.show_value(value)
        self.steps.show_steps(value_steps(walk, value, self._language))

    def _remove(self) -> None:
        if self._value is None:
            return
        label = msg("Value removed: {name}", name=self._store.walk.value(self._value).name)
        edit = partial(remove_value, value=self._value, stamp=self._store.stamp())
        self._store.apply(label, edit)


class ValueForm(Form):
    """A value's words and where it belongs; each field takes effect when the person goes on."""

    def __init__(self, store: QtStore, language: Language) -> None:
        super().__init__(language)
        self._store = store
        self._value: Value | None = None
        say = language.say
        self.name = LineField()
        self.sentence = LongField(4, say(SENTENCE))
        self.sign = LongField(2)
        self.counter = LongField(2)
        questions: list[tuple[Quadrant | None, str]] = [(None, say(msg("Not chosen yet")))]
        questions += [(q, f"{QUADRANT_NR[q]}  {say(words)}") for q, words in QUADRANT.items()]
        self.question = Choice(questions, self._choose_question)
        sides: list[tuple[Side | None, str]] = [(None, say(msg("Not chosen yet")))]
        sides += [(side, capital(say(words))) for side, words in SIDE.items()]
        self.side = Choice(sides, self._choose_side)
        self.add("name", msg("Name"), self.name, stacked=True)
        self.add("sentence", msg("Sentence"), self.sentence, stacked=True)
        self.add("question", msg("Which question?"), self.question, stacked=True)
        self.add("side", msg("About"), self.side)
        self.add("sign", msg("How would we notice?"), self.sign, stacked=True)
        self.add("counter", msg("Other voice"), self.counter, stacked=True)
        self.name.committed.connect(lambda words: self._word(name=words.strip()))
        self.sentence.committed.connect(lambda words: self._word(statement=words.strip()))
        self.sign.committed.connect(lambda words: self._word(sign=words.strip()))
        self.counter.committed.connect(lambda words: self._word(counter_voice=words.strip()))

    def show_value(self, value: Value) -> None:
        """Show what the walk holds; nothing is done."""
        if self._value is None or self._value.id != value.id:
            self.accept()
        self._value = value
        self.name.show_words(value.name)
        self.sentence.show_words(value.statement)
        self.sign.show_words(value.sign)
        self.counter.show_words(value.counter_voice)
        self.question.show_thing(value.quadrant)
        self.side.show_thing(value.side)

    def _word(self, **words: str) -> None:
        self._change(msg("Words of a value changed"), **words)

    def _choose_question(self, quadrant: Quadrant | None) -> None:
        second = self._value.quadrant2 if self._value else None
        self._change(
            msg("Question of a value changed"),
            quadrant=quadrant,
            quadrant2=None if second is quadrant else second,
        )

    def _choose_side(self, side: Side | None) -> None:
        self._change(msg("Side of a value changed"), side=side)

    def _change(self, label: Text, **fields: str | Quadrant | Side | None) -> None:
        if self._value is None:
            return
        changed = replace(self._value, **fields)  # type: ignore[arg-type]  # checked by replace
        edit = partial(change_value, value=changed, stamp=self._store.stamp())
        self.act(self._store, label, edit)
