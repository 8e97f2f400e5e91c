"""The groups: by the name they choose themselves, invited and came as counts, never as names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from walkshop.domain.records import Group, GroupId, Walk
from walkshop.i18n import Text, msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.icons import icon
from walkshop.ui.prepare import model
from walkshop.ui.prepare.group_more import GroupMore
from walkshop.ui.prepare.numbers import read_count
from walkshop.ui.prepare.section import Section
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import LineField
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.type import px

GROUPS = msg("Groups")
NAME, INVITED, CAME = msg("Name of the group"), msg("Invited"), msg("Came")
_COUNT_WIDTH = 110


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The fields of one group."""

    label: LineField
    invited: LineField
    came: LineField
    remove: QToolButton


class GroupsSection(Section):
    """A table that one types in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, GROUPS, msg("Groups as they call themselves. Count people, write no names.")
        )
        self.rows: dict[GroupId, GroupRow] = {}
        self._table = QWidget()
        self.refusal = Refusal()
        self.none = soft_label(desk.say(msg("No groups yet. Who should not be missing?")))
        self.add_button = Button(desk.say(msg("Add a group")), self.add)
        self.more = GroupMore(desk, self.set)
        for part in (self.none, self._table, self.refusal, self.add_button, self.more):
            self.lines.addWidget(part)
        self.lines.addStretch(1)

    def show_walk(self, walk: Walk) -> None:
        """Show every group."""
        if list(walk.groups) != list(self.rows):
            self._make_rows(walk)
        for key, group in walk.groups.items():
            made = self.rows[key]
            made.label.show_words(group.label)
            made.invited.show_words(_count(group.invited))
            made.came.show_words(_count(group.came))
        self.more.show_walk(walk)
        self.none.setVisible(not walk.groups)
        self._table.setVisible(bool(walk.groups))

    def add(self) -> None:
        """Add a group and go to its name."""
        store = self.desk.store
        key = GroupId(store.new_id())
        if self.do(msg("Group added"), model.add_group(key, store.stamp())):
            self.rows[key].label.setFocus(Qt.FocusReason.OtherFocusReason)

    def set(self, group: GroupId, field: str, what: Text, value: str | int | None) -> None:
        """Let a field of a group hold something else."""
        store = self.desk.store
        self.refusal.say("")
        label = msg("Changed: {what}", what=what)
        self.do(label, model.set_group(group, field, value, store.stamp()))

    def count(self, group: GroupId, field: str, what: Text, words: str) -> None:
        """Keep a count; words that are no number are refused and stay in the field."""
        if self.refusal.attempt(lambda: read_count(words), self.desk.language):
            self.set(group, field, what, read_count(words))

    def take_away(self, group: GroupId) -> None:
        """Take a group away; undo brings it back."""
        self.do(msg("Group taken away"), model.remove_group(group))

    def _make_rows(self, walk: Walk) -> None:
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(tokens.GAP_8))
        grid.setVerticalSpacing(px(tokens.FORM_GAP))
        grid.setColumnStretch(0, 1)
        for column, text in enumerate((NAME, INVITED, CAME)):
            grid.addWidget(soft_label(self.desk.say(text)), 0, column)
        self.rows = {}
        for line, group in enumerate(walk.groups.values(), start=1):
            made = self.rows[group.id] = self._row(group)
            for column, field in enumerate((made.label, made.invited, made.came, made.remove)):
                grid.addWidget(field, line, column)
        self.lines.replaceWidget(self._table, fresh)
        self._table.hide()
        self._table.deleteLater()
        self._table = fresh

    def _row(self, group: Group) -> GroupRow:
        say = self.desk.say
        label, invited, came = LineField(), LineField(), LineField()
        named = ((label, NAME), (invited, INVITED), (came, CAME))
        for field, text in named:
            field.setAccessibleName(", ".join(filter(None, (group.label, say(text)))))
        for field in (invited, came):
            field.setMaximumWidth(px(_COUNT_WIDTH))
        key = group.id
        label.committed.connect(lambda words: self.set(key, "label", NAME, words))
        invited.committed.connect(lambda words: self.count(key, "invited", INVITED, words))
        came.committed.connect(lambda words: self.count(key, "came", CAME, words))
        return GroupRow(label, invited, came, self._cross(lambda: self.take_away(key), group))

    def _cross(self, act: Callable[[], None], group: Group) -> QToolButton:
        cross = QToolButton()
        cross.setIcon(icon("close"))
        cross.setProperty("role", "flat")
        name = self.desk.say(msg("Take away {name}", name=group.label))
        cross.setAccessibleName(name)
        cross.setToolTip(self.desk.say(msg("Take away")))
        cross.setMinimumSize(px(tokens.TARGET_MIN), px(tokens.TARGET_MIN))
        cross.clicked.connect(act)
        return cross


def _count(number: int | None) -> str:
    return "" if number is None else str(number)
