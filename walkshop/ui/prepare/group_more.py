"""What is known about a group besides its counts: how it was reached, what it needs, who lacked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Group, GroupId, Walk
from walkshop.i18n import Text, msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.prepare.section import WIDE_LABELS
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import title_label
from walkshop.ui.widgets.layouts import column

LINES = (
    ("lives_here", msg("Who lives here")),
    ("reached_by", msg("Reached by")),
    ("needs", msg("Needs, such as language or a chair")),
)
MISSED, DONE = msg("Was missing"), msg("What we did about it")

SetGroup = Callable[[GroupId, str, Text, str | bool], object]


class GroupMore(QWidget):
    """A form about one group at a time.

    Args:
        set_field: lets a field of a group hold something else.
    """

    def __init__(self, desk: Desk, set_field: SetGroup) -> None:
        super().__init__()
        say = self._say = desk.say
        self._set = set_field
        self._store = desk.store
        self._shown: GroupId | None = None
        self.which = Choice[GroupId]([], lambda _group: self.show_walk(desk.store.walk))
        self.fields = {
            name: LineField() for name in (*(name for name, _ in LINES), "done_about_it")
        }
        self.missing = Choice[bool](
            [(False, say(msg("no"))), (True, say(msg("yes")))],
            lambda missing: self._change("missing", MISSED, missing),
        )
        self.form = Form(desk.language, wide=WIDE_LABELS)
        self.form.add("which", msg("Which group"), self.which)
        for name, label in LINES:
            self.form.add(name, label, self.fields[name])
        self.form.add("missing", MISSED, self.missing)
        self.form.add("done_about_it", DONE, self.fields["done_about_it"])
        for name, label in (*LINES, ("done_about_it", DONE)):
            self.fields[name].committed.connect(self._committer(name, label))
        lines = column(self, tokens.GAP_8)
        lines.addWidget(title_label(say(msg("More about a group"))))
        lines.addWidget(self.form)

    def show_walk(self, walk: Walk) -> None:
        """Show the group that is chosen, the first where that one is gone."""
        unnamed = self._say(msg("without a name"))
        kept = self.which.thing if self.which.currentIndex() >= 0 else None
        self.which.offer([(key, group.label or unnamed) for key, group in walk.groups.items()])
        chosen = kept if kept in walk.groups else next(iter(walk.groups), None)
        self.setVisible(chosen is not None)
        if chosen is None:
            self._shown = None
            return
        self.which.show_thing(chosen)
        if chosen != self._shown:
            for field in self.fields.values():
                field.clearFocus()  # what was typed belongs to the group before
        self._shown = chosen
        self._show(walk.groups[chosen])

    def _show(self, group: Group) -> None:
        for name, field in self.fields.items():
            field.show_words(str(getattr(group, name)))
        self.missing.show_thing(group.missing)
        self.form.show_row("done_about_it", group.missing or bool(group.done_about_it))

    def _change(self, field: str, what: Text, value: str | bool) -> None:
        if self._shown is not None and self._shown in self._store.walk.groups:
            self._set(self._shown, field, what, value)

    def _committer(self, field: str, what: Text) -> Callable[[str], None]:
        return lambda words: self._change(field, what, words)
