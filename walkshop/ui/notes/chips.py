"""The row above the entry line: what stays set from one note to the next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from walkshop.domain.records import Stop, StopId
from walkshop.i18n import Text, msg
from walkshop.ui import tokens
from walkshop.ui.actions import keys_in_words
from walkshop.ui.desk import Desk
from walkshop.ui.frame.chip import Chip
from walkshop.ui.frame.small import OneLine, key_cap, spoken_keys
from walkshop.ui.icons import icon
from walkshop.ui.notes.acts import stops_in_order
from walkshop.ui.plain import button_words
from walkshop.ui.widgets.type import px


class ChipsRow(QWidget):
    """The stop as a chip with a cross, or a button to choose one; keys to know at the right."""

    stop_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stop: StopId | None = None
        self._set = Chip(icon("clear", tokens.SOFT))
        self._set.clicked.connect(lambda: self.set_stop(None))
        self._choose = Chip(icon("down", tokens.SOFT))
        self._menu = QMenu(self._choose)
        self._choose.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.GAP_8))
        for part in (self._set, self._choose):
            row.addWidget(part)
        row.addStretch(1)
        for hint in self._keys():
            row.addWidget(hint)
        self.setFixedHeight(px(tokens.CHIP_HEIGHT))
        desk.store.changed.connect(self.refresh)
        self.refresh()

    @property
    def stop(self) -> Stop | None:
        """The stop at which what is typed now was said."""
        return self._desk.store.walk.stops.get(self._stop) if self._stop else None

    def set_stop(self, stop: StopId | None) -> None:
        """Stay at this stop from now on, or at none."""
        if stop != self._stop:
            self._stop = stop
            self.refresh()
            self.stop_changed.emit()

    def refresh(self) -> None:
        """Show the stop that is set."""
        stop = self.stop
        self._set.setVisible(stop is not None)
        if stop is not None:
            words = self._desk.say(self._words_of(stop))
            self._set.set_words(words, self._desk.say(msg("Let go of {stop}", stop=words)))
        self._choose.set_words(
            self._desk.say(msg("Another stop") if stop else msg("Choose a stop"))
        )
        self._choose.setVisible(bool(self._desk.store.walk.stops))

    def _open_menu(self) -> None:
        self._fill()
        self._menu.popup(self._choose.mapToGlobal(self._choose.rect().bottomLeft()))

    def _fill(self) -> None:
        self._menu.clear()
        for stop in stops_in_order(self._desk.store.walk):
            action = self._menu.addAction(button_words(self._desk.say(self._words_of(stop))))
            action.setCheckable(True)
            action.setChecked(stop.id == self._stop)
            action.triggered.connect(lambda _=False, key=stop.id: self.set_stop(key))

    def _words_of(self, stop: Stop) -> Text:
        if stop.name:
            return msg("Stop {nr}, {name}", nr=stop.nr, name=stop.name)
        return msg("Stop {nr}", nr=stop.nr)

    def _keys(self) -> list[QWidget]:
        """The keys that one needs most, as they stand on the keyboard; the card has the rest."""
        say = self._desk.say
        return [
            key_cap("Enter"),
            OneLine(say(msg("saves")), "soft"),
            key_cap(spoken_keys(keys_in_words("help"))),
            OneLine(say(msg("all keys")), "soft"),
        ]
