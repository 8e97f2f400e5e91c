"""The row above the entry line: what stays set from one note to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from walkshop.domain.records import LensId, Stop, StopId
from walkshop.i18n import Text, msg
from walkshop.ui import tokens
from walkshop.ui.actions import keys_in_words
from walkshop.ui.desk import Desk
from walkshop.ui.frame.chip import Chip
from walkshop.ui.frame.small import OneLine, key_cap, spoken_keys
from walkshop.ui.icons import icon
from walkshop.ui.notes.acts import stops_in_order
from walkshop.ui.notes.reading import book_of
from walkshop.ui.notes.said import duo_nr, lens_of
from walkshop.ui.plain import button_words
from walkshop.ui.widgets.type import px

STAYS_LONG = 8
"""After so many notes at one stop with nothing else changed the chip asks whether it still is."""


class ChipsRow(QWidget):
    """The stop and the duo as chips with a cross, or buttons to choose them; keys at the right.

    Signals:
        stop_changed, duo_changed: it is another one now, or none.
    """

    stop_changed = Signal()
    duo_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stop: StopId | None = None
        self._duo = ""
        self._notes_here = 0
        self._set = Chip(icon("clear", tokens.SOFT))
        self._set.clicked.connect(lambda: self.set_stop(None))
        self._choose = Chip(icon("down", tokens.SOFT))
        self._menu = QMenu(self._choose)
        self._choose.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.GAP_8))
        self._set_duo = Chip(icon("clear", tokens.SOFT))
        self._set_duo.clicked.connect(lambda: self.set_duo(""))
        self._choose_duo = Chip(icon("down", tokens.SOFT))
        self._choose_duo.clicked.connect(self._open_duos)
        for part in (self._set, self._choose, self._set_duo, self._choose_duo):
            row.addWidget(part)
        row.addStretch(1)
        self._hints = self._keys()
        for hint in self._hints:
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
        self._notes_here = 0
        if stop != self._stop:
            self._stop = stop
            self.stop_changed.emit()
        self.refresh()

    @property
    def duo(self) -> str:
        """The duo that is speaking; "" for nobody in particular."""
        return self._duo

    def set_duo(self, duo: str) -> None:
        """This duo speaks from now on, or nobody in particular."""
        self._notes_here = 0
        if duo != self._duo:
            self._duo = duo
            self.duo_changed.emit()
        self.refresh()

    def count_note(self) -> None:
        """One more note came with nothing else changed; after many the chip asks, quietly."""
        self._notes_here += 1
        if self._notes_here >= STAYS_LONG:
            self.refresh()

    def refresh(self) -> None:
        """Show the stop and the duo that are set."""
        self._refresh_stop()
        self._refresh_duo()
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other hints in sight."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """What is set goes before the keys, which stand on the card too; F1 stays longest."""
        gap = px(tokens.GAP_8)
        chips = (self._set, self._choose, self._set_duo, self._choose_duo)
        left = self.width() - sum(c.sizeHint().width() + gap for c in chips if not c.isHidden())
        for pair in (self._hints[2:], self._hints[:2]):
            left -= sum(hint.sizeHint().width() + gap for hint in pair)
            for hint in pair:
                hint.setVisible(left >= 0)

    def _refresh_stop(self) -> None:
        stop, say = self.stop, self._desk.say
        self._set.setVisible(stop is not None)
        if stop is not None:
            words = say(self._words_of(stop))
            asked = self._notes_here >= STAYS_LONG
            shown = say(msg("still at stop {nr}?", nr=stop.nr)) if asked else words
            self._set.set_words(shown, say(msg("Let go of {stop}", stop=words)))
        another, choose = say(msg("Another stop")), say(msg("Choose a stop"))
        self._choose.set_words("" if stop else choose, another if stop else "")
        self._choose.setVisible(bool(self._desk.store.walk.stops))

    def _refresh_duo(self) -> None:
        say = self._desk.say
        self._set_duo.setVisible(bool(self._duo))
        if self._duo:
            words = say(self._words_of_duo(self._duo))
            self._set_duo.set_words(words, say(msg("Let go of {duo}", duo=words)))
        another, choose = say(msg("Another duo")), say(msg("Choose a duo"))
        self._choose_duo.set_words("" if self._duo else choose, another if self._duo else "")
        self._choose_duo.setVisible(bool(self._duos()))

    def _duos(self) -> list[str]:
        """The duos that were dealt, by their number."""
        return list(book_of(self._desk.store.walk, self._desk.language.code).duos)

    def _words_of_duo(self, duo: str) -> Text:
        walk = self._desk.store.walk
        lens, nr = walk.lenses.get(lens_of(walk, duo) or LensId("")), duo_nr(duo)
        if lens:
            return msg("Duo {duo}, {lens}", duo=nr, lens=lens.name)
        return msg("Duo {duo}", duo=nr)

    def _open_duos(self) -> None:
        menu = QMenu(self._choose_duo)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for duo in self._duos():
            action = menu.addAction(button_words(self._desk.say(self._words_of_duo(duo))))
            action.setCheckable(True)
            action.setChecked(duo == self._duo)
            action.triggered.connect(lambda _=False, code=duo: self.set_duo(code))
        menu.popup(self._choose_duo.mapToGlobal(self._choose_duo.rect().bottomLeft()))

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
