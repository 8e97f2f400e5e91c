"""What every part of Prepare is: a title, what it is for, and a form on a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Walk
from walkshop.i18n import Text, msg
from walkshop.store.store import Edit
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.prepare import model
from walkshop.ui.prepare.model import AboutValue
from walkshop.ui.prepare.numbers import read_count, read_metres, read_time
from walkshop.ui.widgets.datefield import DateField
from walkshop.ui.widgets.fields import Choice, LineField, LongField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import soft_label, title_label
from walkshop.ui.widgets.layouts import column

Field = LineField | LongField | DateField | Choice[bool | None]
LONG_LINES = 3
WIDE_LABELS = 184
"""px that hold labels of a few words in one line, where a form has the whole width."""


class Section(QWidget):
    """One part of Prepare; it shows the walk and does its edits, one for each field.

    Args:
        title: its name in the index too.
        why: one line on what it is for.
    """

    LABELS_WIDE = 0
    """px of the labels of its form; 0 for the usual width."""

    def __init__(self, desk: Desk, title: Text, why: Text) -> None:
        super().__init__()
        self.desk = desk
        self.form = Form(desk.language, wide=self.LABELS_WIDE)
        self.lines = column(self, tokens.GAP_12)
        self.lines.addWidget(title_label(desk.say(title)))
        self.lines.addWidget(soft_label(desk.say(why)))

    def show_walk(self, walk: Walk) -> None:
        """Show what the walk holds now; what is being typed stays."""
        raise NotImplementedError

    def do(self, label: Text, edit: Edit) -> bool:
        """Do an edit; a refusal is said under the field that it is about."""
        return self.form.act(self.desk.store, label, edit)


class Holds(StrEnum):
    """What a line of a form holds."""

    WORDS = "words"
    DAY = "day"
    TIME = "time"
    COUNT = "count"
    METRES = "metres"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a form about the walk as a whole.

    Args:
        field: of the record About; "sender.name" for a part of it.
        lines: how many lines of words it shows.
        holds: what is kept of what is typed.
    """

    field: str
    label: Text
    lines: int = 1
    holds: Holds = Holds.WORDS


class AboutSection(Section):
    """A form with lines about the walk as a whole."""

    LABELS_WIDE = WIDE_LABELS

    def __init__(self, desk: Desk, title: Text, why: Text, lines: tuple[Line, ...]) -> None:
        super().__init__(desk, title, why)
        self.fields: dict[str, Field] = {}
        for line in lines:
            self.form.add(line.field, line.label, self._field(line), stacked=line.lines > 1)
        self.lines.addWidget(self.form)
        self.lines.addStretch(1)

    def show_walk(self, walk: Walk) -> None:
        """Show every line."""
        for name, field in self.fields.items():
            value = model.about_value(walk.about, name)
            if isinstance(field, DateField):
                field.show_day(value if isinstance(value, date) else None)
            elif isinstance(field, Choice):
                field.show_thing(value if isinstance(value, bool) else None)
            else:
                field.show_words(shown(value))

    def change(self, line: str, label: Text, value: AboutValue) -> None:
        """Let a field hold something else, as one act."""
        store = self.desk.store
        if self.do(msg("Changed: {what}", what=label), model.set_about(line, value, store.stamp())):
            self.show_walk(store.walk)

    def _field(self, line: Line) -> Field:
        made: Field
        if line.holds is Holds.DAY:
            made = self._day(line)
        elif line.holds is Holds.YES_NO:
            say = self.desk.say
            answers = ((None, msg("not known")), (True, msg("yes")), (False, msg("no")))
            made = Choice[bool | None](
                [(answer, say(words)) for answer, words in answers],
                lambda answer: self.change(line.field, line.label, answer),
            )
        else:
            made = LongField(line.lines) if line.lines > 1 else LineField(_hint(line))
            made.committed.connect(self._committer(line))
        self.fields[line.field] = made
        return made

    def _committer(self, line: Line) -> Callable[[str], None]:
        read = _READERS.get(line.holds)

        def commit(words: str) -> None:
            try:
                value = read(words) if read else words
            except WalkshopError as refusal:
                self.form.refuse_at(line.field, refusal)
                return
            self.change(line.field, line.label, value)

        return commit

    def _day(self, line: Line) -> DateField:
        return DateField(
            self.desk.language,
            self._today,
            lambda day: self.change(line.field, line.label, day),
            lambda refusal: self.form.refuse_at(line.field, refusal),
        )

    def _today(self) -> date:
        return self.desk.store.stamp().now.date()


def shown(value: AboutValue) -> str:
    """What stands in a field of words."""
    if value is None:
        return ""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return f"{value:.0f}" if isinstance(value, int | float) else str(value)


def _hint(line: Line) -> str:
    return "10:00" if line.holds is Holds.TIME else ""


_READERS: Mapping[Holds, Callable[[str], AboutValue]] = MappingProxyType(
    {Holds.TIME: read_time, Holds.COUNT: read_count, Holds.METRES: read_metres}
)
