"""The walkers by code and role, who is there today, and dealing duos and lenses over them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from walkshop.domain.edits import walkers
from walkshop.domain.queries.dealing import LARGEST, SMALLEST, deal
from walkshop.domain.records import LensId, ParticipantId, Role, Walk
from walkshop.domain.words import ROLE
from walkshop.i18n import Text, msg, msgn
from walkshop.services.lenses import daily_roles
from walkshop.store.store import Edit
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.prepare import model
from walkshop.ui.prepare.duo_table import DuoTable
from walkshop.ui.prepare.numbers import read_count
from walkshop.ui.prepare.section import Section
from walkshop.ui.prepare.walker_table import WalkerTable
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.labels import soft_label, title_label
from walkshop.ui.widgets.layouts import row
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.type import px

WALKERS = msg("Walkers and duos")
ROLE_NAME, PRESENT = msg("Role"), msg("Is there")
MOST_AT_ONCE = 60
_COUNT_WIDTH = 72


class WalkersSection(Section):
    """A table of walkers, and under it the duos that were dealt."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, WALKERS, msg("Everyone has a code and a role. Names stay off the list.")
        )
        say = desk.say
        self.refusal = Refusal()
        self.many = LineField()
        self.many.setText("1")
        self.many.setAccessibleName(say(msg("How many")))
        self.many.setFixedWidth(px(_COUNT_WIDTH))
        self.many.returnPressed.connect(self.add)
        self.role = Choice[Role | None](self._roles())
        self.role.setAccessibleName(say(ROLE_NAME))
        self.add_button = Button(say(msg("Add")), self.add)
        self.none = soft_label(say(msg("Nobody is on the list yet. Add how many come.")))
        self.table = WalkerTable(desk, self._roles(), self)
        self.of_size = Choice[int](
            [(n, str(n)) for n in range(SMALLEST, LARGEST + 1)],
        )
        self.of_size.setAccessibleName(say(msg("People in a duo")))
        self.deal_button = Button("", self.deal, "primary")
        self.listed = title_label(say(msg("Walkers")))
        self.stale = soft_label("")
        self.duos = DuoTable(desk, self.set_lens)
        self._lay_out()

    def show_walk(self, walk: Walk) -> None:
        """Show walkers and duos."""
        dealt = walkers.members(walk)
        here = [one for one in walk.participants.values() if one.present]
        self.none.setVisible(not walk.participants)
        self.table.show_walk(walk, tuple(dealt))
        self.table.setVisible(bool(walk.participants))
        self._dealing.setVisible(bool(walk.participants))
        self.deal_button.set_words(
            self.desk.say(msg("Deal again") if dealt else msg("Deal lenses"))
        )
        self.deal_button.setEnabled(bool(here))
        self.duos.setVisible(bool(dealt))
        self.listed.setVisible(bool(dealt))
        self.duos.show_walk(walk, dealt)
        away = sum(bool(one.duo) and not one.present for one in walk.participants.values())
        alone = sum(not one.duo for one in here) if dealt else 0
        self.stale.setText(self.desk.say(_stale(away, alone)) if away or alone else "")
        self.stale.setVisible(bool(self.stale.text()))

    def add(self) -> None:
        """Add as many walkers of this role as the field says."""
        if not self.refusal.attempt(lambda: read_count(self.many.text()), self.desk.language):
            return
        store = self.desk.store
        count = min(read_count(self.many.text()) or 1, MOST_AT_ONCE)
        keys = [ParticipantId(store.new_id()) for _ in range(count)]
        label = msgn("{n} walker added", "{n} walkers added", count)
        stamp, role = store.stamp(), self.role.thing
        self._act(label, lambda walk: walkers.add_walkers(walk, keys, role, stamp))
        self.many.setText("1")
        self.many.setFocus(Qt.FocusReason.OtherFocusReason)

    def deal(self) -> None:
        """Deal duos and lenses over those who are there, as one act."""
        store, size = self.desk.store, self.of_size.thing
        stamp = store.stamp()

        def edit(walk: Walk) -> Walk:
            lenses = model.lenses_in_order(walk)
            present = list(walk.participants.values())
            duos = deal(present, lenses, size, daily_roles(lenses))
            return walkers.deal_out(walk, duos, stamp)

        self._act(msg("Duos and lenses dealt"), edit)

    def set_role(self, walker: ParticipantId, role: Role | None) -> None:
        """What brought a walker here."""
        edit = partial(walkers.set_role, walker=walker, role=role, stamp=self.desk.store.stamp())
        self._act(msg("Changed: {what}", what=ROLE_NAME), edit)

    def set_present(self, walker: ParticipantId, there: bool) -> None:
        """A walker came, or stayed away."""
        stamp = self.desk.store.stamp()
        edit = partial(walkers.set_present, walker=walker, present=there, stamp=stamp)
        self._act(msg("Changed: {what}", what=PRESENT), edit)

    def move_to(self, walker: ParticipantId, duo: str) -> None:
        """A walker goes with another duo."""
        code = self.desk.store.walk.participants[walker].code
        edit = partial(walkers.move_walker, walker=walker, duo=duo, stamp=self.desk.store.stamp())
        self._act(msg("{code} goes with another duo", code=code), edit)

    def set_lens(self, duo: str, lens: LensId | None) -> None:
        """A duo gets other eyes; notes that are there keep theirs."""
        edit = partial(walkers.set_duo_lens, duo=duo, lens=lens, stamp=self.desk.store.stamp())
        self._act(msg("Lens of {duo} changed", duo=duo), edit)

    def take_away(self, walker: ParticipantId) -> None:
        """Take a walker off the list; undo brings it back."""
        code = self.desk.store.walk.participants[walker].code
        edit = partial(walkers.remove_walker, walker=walker)
        self._act(msg("{code} taken off the list", code=code), edit)

    def _act(self, label: Text, edit: Edit) -> None:
        store = self.desk.store
        if self.refusal.attempt(lambda: edit(store.walk), self.desk.language):
            store.apply(label, edit)
        else:
            self.show_walk(store.walk)

    def _roles(self) -> list[tuple[Role | None, str]]:
        named = [(role, capital(self.desk.say(words))) for role, words in ROLE.items()]
        return [*named, (None, self.desk.say(msg("No role yet")))]

    def _lay_out(self) -> None:
        adding = row(gap=tokens.GAP_8)
        adding.addWidget(self.many)
        adding.addWidget(self.role, 1)
        adding.addWidget(self.add_button)
        self._dealing = QWidget()
        dealing = row(self._dealing, tokens.GAP_8)
        dealing.addWidget(self.deal_button)
        dealing.addWidget(self.of_size)
        dealing.addWidget(
            soft_label(self.desk.say(msg("people in a duo"))), 1, Qt.AlignmentFlag.AlignVCenter
        )
        self.lines.addLayout(adding)
        for part in (self.refusal, self.none, self._dealing, self.stale, self.duos):
            self.lines.addWidget(part)
        self.lines.addWidget(self.listed)
        self.lines.addWidget(self.table)
        self.lines.addStretch(1)


def _stale(away: int, alone: int) -> Text:
    """Why the duos are no longer right."""
    if away:
        return msgn(
            "{n} walker in a duo is not there. Deal again, or move people.",
            "{n} walkers in a duo are not there. Deal again, or move people.",
            away,
        )
    return msgn("{n} walker has no duo yet.", "{n} walkers have no duo yet.", alone)
