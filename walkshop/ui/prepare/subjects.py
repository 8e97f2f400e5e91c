"""Subjects and plans: what is fixed about each, what is open, and how much people can say in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from walkshop.domain.edits import subjects
from walkshop.domain.records import Influence, Plan, PlanId, SubjectId, Topic, Walk
from walkshop.domain.words import INFLUENCE
from walkshop.i18n import Text, msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.prepare.rows import AddLine, Named, NamedList
from walkshop.ui.prepare.section import WIDE_LABELS, Line, Section
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LineField, LongField
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column

SUBJECTS, PLANS = msg("Subjects"), msg("Plans")
HOW_MUCH = msg("How much influence?")
ROOM_LINES = (
    Line("fixed", msg("Fixed"), lines=2),
    Line("open", msg("You can have a say in this"), lines=2),
    Line("not_ours", msg("This is not for us to decide"), lines=2),
)


class _ListSection(Section):
    """A list of subjects or plans, and a form for the one that is chosen."""

    LABELS_WIDE = WIDE_LABELS

    def __init__(
        self, desk: Desk, words: tuple[Text, Text, Text, Text], lines: tuple[Line, ...]
    ) -> None:
        title, why, hint, none = words
        super().__init__(desk, title, why)
        say = desk.say
        self._shown = ""
        self.list = NamedList(say(title), lambda _key: self._show_chosen())
        self.none = soft_label(say(none))
        self.add_line = AddLine(say(hint), say(msg("Add")), self.add)
        self.fields: dict[str, LineField | LongField] = {}
        for line in lines:
            field = LongField(line.lines) if line.lines > 1 else LineField()
            field.committed.connect(self._committer(line.field, line.label))
            self.fields[line.field] = field
            self.form.add(line.field, line.label, field, stacked=line.lines > 1)
        levels = [(level, say(text)) for level, text in INFLUENCE.items()]
        self.influence = Choice[Influence | None](
            [(None, say(msg("not chosen yet"))), *levels],
            lambda level: self.change("influence", HOW_MUCH, level),
        )
        self.form.add("influence", HOW_MUCH, self.influence)
        self.remove = Button(say(msg("Take away")), self.take_away)
        self._details = QWidget()
        inside = column(self._details, tokens.GAP_8)
        inside.addWidget(self.form)
        inside.addWidget(self.remove)
        for part in (self.none, self.list, self.add_line, self._details):
            self.lines.addWidget(part)
        self.lines.addStretch(1)

    def table(self, walk: Walk) -> Mapping[str, Topic | Plan]:
        """What the list shows."""
        raise NotImplementedError

    def fresh(self, key: str, name: str) -> Topic | Plan:
        """One more, with this name."""
        raise NotImplementedError

    @property
    def chosen(self) -> Topic | Plan | None:
        """What is chosen in the list."""
        return self.table(self.desk.store.walk).get(self.list.key)

    def show_walk(self, walk: Walk) -> None:
        """Show the list and what is chosen."""
        table = self.table(walk)
        unnamed = self.desk.say(msg("without a name"))
        self.list.show_rows(
            [Named(key, subjects.name_of(one) or unnamed) for key, one in table.items()]
        )
        self.list.setVisible(bool(table))
        self.none.setVisible(not table)
        self._show_chosen()

    def add(self, name: str) -> None:
        """Add one by its name and go on with what is fixed about it."""
        store = self.desk.store
        made = self.fresh(store.new_id(), name)
        stamp = store.stamp()
        label = msg("Added: {name}", name=name)
        if self.do(label, lambda walk: subjects.add_subject(walk, made, stamp)):
            self.list.choose(made.id)
            self.fields["fixed"].setFocus()

    def change(self, field: str, what: Text, value: str | Influence | None) -> None:
        """Let a field of the one in hand hold something else."""
        store, key = self.desk.store, self._shown
        if key not in self.table(store.walk):
            return
        # Any: the fields are of many types, and this names one of them.
        kept: dict[str, Any] = {field: value.strip() if type(value) is str else value}
        stamp = store.stamp()

        def edit(walk: Walk) -> Walk:
            known = self.table(walk).get(key)
            return (
                walk
                if known is None
                else subjects.change_subject(walk, replace(known, **kept), stamp)
            )

        self.do(msg("Changed: {what}", what=what), edit)

    def take_away(self) -> None:
        """Take away what is chosen; undo brings it back."""
        one = self.chosen
        if one is not None:
            label = msg("Taken away: {name}", name=subjects.name_of(one))
            self.do(label, lambda walk: subjects.remove_subject(walk, one))

    def _committer(self, field: str, what: Text) -> Callable[[str], None]:
        return lambda words: self.change(field, what, words)

    def _show_chosen(self) -> None:
        one = self.chosen
        if one is not None and one.id != self._shown:
            for field in self.fields.values():
                field.clearFocus()  # what was typed belongs to the one before
            self.form.accept()
        self._shown = one.id if one else ""
        for name, field in self.fields.items():
            field.show_words(str(getattr(one, name)) if one else "")
        self.influence.show_thing(one.influence if one else None)
        self._details.setVisible(one is not None)


class SubjectsSection(_ListSection):
    """What people can talk about on this walk."""

    def __init__(self, desk: Desk) -> None:
        words = (
            SUBJECTS,
            msg("Say for each subject what is fixed and what is open."),
            msg("Name of a new subject"),
            msg("No subjects yet. What can people talk about?"),
        )
        super().__init__(desk, words, (Line("subject", msg("Subject")), *ROOM_LINES))

    def table(self, walk: Walk) -> Mapping[str, Topic | Plan]:
        """The subjects."""
        return {str(key): topic for key, topic in walk.topics.items()}

    def fresh(self, key: str, name: str) -> Topic:
        """A subject with this name."""
        return Topic(id=SubjectId(key), subject=name)


class PlansSection(_ListSection):
    """What others are planning already."""

    def __init__(self, desk: Desk) -> None:
        words = (
            PLANS,
            msg("What is planned here already, by whom, and how far it is."),
            msg("Name of a new plan"),
            msg("No plans yet. Ask the municipality and the housing association."),
        )
        lines = (
            Line("title", msg("Plan")),
            Line("owner", msg("Whose plan")),
            Line("status", msg("How far it is")),
            Line("link", msg("Where to read it")),
        )
        super().__init__(desk, words, (*lines, *ROOM_LINES))

    def table(self, walk: Walk) -> Mapping[str, Topic | Plan]:
        """The plans."""
        return {str(key): plan for key, plan in walk.plans.items()}

    def fresh(self, key: str, name: str) -> Plan:
        """A plan with this name."""
        return Plan(id=PlanId(key), title=name)
