"""The table of walkers: code, role, whether they are there, and their duo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QToolButton, QWidget

from walkshop.domain.records import Participant, ParticipantId, Role, Walk
from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.icons import icon
from walkshop.ui.widgets.fields import Choice
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.type import px

HEADS = (msg("Code"), msg("Role"), msg("Duo"), msg("Is there"))
_DUO_WIDTH = 110


class WalkerActs(Protocol):
    """What can be done to one walker."""

    def set_role(self, walker: ParticipantId, role: Role | None) -> None:
        """What brought a walker here."""

    def set_present(self, walker: ParticipantId, there: bool) -> None:
        """A walker came, or stayed away."""

    def move_to(self, walker: ParticipantId, duo: str) -> None:
        """A walker goes with another duo."""

    def take_away(self, walker: ParticipantId) -> None:
        """Take a walker off the list."""


@dataclass(frozen=True, slots=True)
class WalkerRow:
    """The fields of one walker."""

    role: Choice[Role | None]
    duo: Choice[str]
    present: QCheckBox
    remove: QToolButton


class WalkerTable(QWidget):
    """One line a walker, made anew only when somebody comes or goes."""

    def __init__(
        self, desk: Desk, roles: Sequence[tuple[Role | None, str]], acts: WalkerActs
    ) -> None:
        super().__init__()
        self._desk = desk
        self._roles = roles
        self._acts = acts
        self.rows: dict[ParticipantId, WalkerRow] = {}
        self._codes: list[tuple[str, str]] = []
        self._body = QWidget()
        self._lines = column(self)
        self._lines.addWidget(self._body)

    def show_walk(self, walk: Walk, duos: Sequence[str]) -> None:
        """Show every walker; `duos` are those that there are."""
        walkers = sorted(walk.participants.values(), key=lambda one: (len(one.code), one.code))
        codes = [(str(one.id), one.code) for one in walkers]
        if codes != self._codes:
            self._codes = codes
            self._make(walkers)
        none = ("", self._desk.say(msg("no duo")))
        fresh = f"d{max((int(duo[1:]) for duo in duos if duo[1:].isdigit()), default=0) + 1}"
        offered = [none, *((duo, duo) for duo in (*duos, fresh))]
        for one in walkers:
            made = self.rows[ParticipantId(one.id)]
            made.role.show_thing(one.role)
            made.duo.offer(offered)
            made.duo.show_thing(one.duo)
            made.present.blockSignals(True)
            made.present.setChecked(one.present)
            made.present.blockSignals(False)

    def _make(self, walkers: Sequence[Participant]) -> None:
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(tokens.GAP_12))
        grid.setVerticalSpacing(px(tokens.FORM_GAP))
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(len(HEADS) + 1, 1)
        for place, text in enumerate(HEADS):
            grid.addWidget(soft_label(self._desk.say(text)), 0, place)
        self.rows = {}
        for line, one in enumerate(walkers, start=1):
            made = self.rows[ParticipantId(one.id)] = self._row(one)
            code = plain_label(one.code, tokens.NUMBER)
            grid.addWidget(code, line, 0, Qt.AlignmentFlag.AlignVCenter)
            fields: tuple[QWidget, ...] = (made.role, made.duo, made.present, made.remove)
            for place, field in enumerate(fields, start=1):
                grid.addWidget(field, line, place)
        self._lines.replaceWidget(self._body, fresh)
        self._body.hide()
        self._body.deleteLater()
        self._body = fresh

    def _row(self, one: Participant) -> WalkerRow:
        say, key, acts = self._desk.say, ParticipantId(one.id), self._acts
        role = Choice[Role | None](self._roles, lambda role: acts.set_role(key, role))
        duo = Choice[str]([], lambda duo: acts.move_to(key, duo))
        duo.setFixedWidth(px(_DUO_WIDTH))
        present, remove = QCheckBox(), QToolButton()
        present.toggled.connect(lambda on: acts.set_present(key, on))
        remove.setIcon(icon("close"))
        remove.setProperty("role", "flat")
        remove.setMinimumSize(px(tokens.TARGET_MIN), px(tokens.TARGET_MIN))
        remove.clicked.connect(lambda: acts.take_away(key))
        for field, text in ((role, HEADS[1]), (duo, HEADS[2]), (present, HEADS[3])):
            field.setAccessibleName(f"{one.code}, {say(text)}")
        remove.setAccessibleName(say(msg("Take away {name}", name=one.code)))
        remove.setToolTip(say(msg("Take away")))
        return WalkerRow(role, duo, present, remove)
