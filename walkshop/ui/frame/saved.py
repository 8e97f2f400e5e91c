"""The saved line: since when everything is safe, and never a word more than is true."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from walkshop.domain.records import Stamp
from walkshop.i18n import Text, msg
from walkshop.ui.desk import Desk
from walkshop.ui.errors import sentence
from walkshop.ui.frame.small import OneLine
from walkshop.ui.plain import plain_tip

NOT_SAVED = msg("Not saved yet. Trying again.")
SAVING = msg("Saving")
ALL_SAVED = msg("Everything is saved")


class SavedLine(QWidget):
    """Says what is on disk; red only when it is not getting there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._good = OneLine(role="soft")
        self._bad = OneLine(role="bad")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._good)
        row.addWidget(self._bad)
        desk.store.saved_state_changed.connect(self.refresh)
        desk.store.changed.connect(self.refresh)
        self.refresh()

    @property
    def words(self) -> str:
        """What it says now."""
        return self._bad.text() or self._good.text()

    @property
    def calm(self) -> bool:
        """Whether nothing is wrong."""
        return not self._bad.text()

    def refresh(self) -> None:
        """Say anew how things stand."""
        store = self._desk.store
        if store.trouble is not None:
            self._bad.setText(self._desk.say(NOT_SAVED))
            self._bad.setToolTip(plain_tip(sentence(store.trouble, self._desk.language)))
            self._good.setText("")
        else:
            self._good.setText(self._desk.say(self._calm(store.pending, store.saved_at)))
            self._bad.setText("")
        self._bad.setVisible(bool(self._bad.text()))
        self._good.setVisible(not self._bad.text())

    def _calm(self, pending: int, saved_at: Stamp | None) -> Text:
        if pending:
            return SAVING
        if saved_at is None:
            return ALL_SAVED
        return msg("Saved {time}", time=self._time(saved_at.now))

    def _time(self, moment: datetime) -> str:
        """The clock alone for today, with the day before it for any other day."""
        language = self._desk.language
        local = moment.astimezone()
        clock = language.clock(local)
        if local.date() == self._desk.store.stamp().now.astimezone().date():
            return clock
        return f"{language.short_day(local.date())} {clock}"
