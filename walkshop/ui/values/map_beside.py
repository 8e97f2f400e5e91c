"""The map beside the board: the same notes, pale, in one selection with the cards."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from walkshop.domain.queries.notes import pin_at
from walkshop.domain.queries.values import leading_value
from walkshop.domain.records import Note, NoteId, Walk
from walkshop.i18n import Language, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.circling import select_circled
from walkshop.ui.map.style import PALE
from walkshop.ui.map.tools.tool import ToolId
from walkshop.ui.map.walk_on_map import WalkOnMap
from walkshop.ui.selection import InHand
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.type import px

_MOST_NUMBERS = 6
_BESIDE_WHOLE = 200
"""px right of the box of the whole area that hold the keys and a few words."""


class MapBeside(QWidget):
    """Shows where the notes in view are; a click takes one in hand, Ctrl and a click adds it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.canvas = MapCanvas(desk.language, desk.ground.data, PALE)
        self.canvas.movable = False
        self._walk = WalkOnMap(desk, self.canvas, tokens.GAP_12)
        self.canvas.offer((ToolId.LASSO,), ("fit_walk", "fit_selection"))
        self.canvas.fit_wanted.connect(self.fit)
        self.canvas.circled.connect(partial(select_circled, desk.selection))
        self.chosen = ChosenBox(desk.language, self.canvas)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.canvas)
        self.canvas.pin_clicked.connect(self._on_pin)
        self.canvas.figure_clicked.connect(lambda key, keys, _at: self._on_pin(key, keys))
        self.canvas.place_clicked.connect(lambda _at: desk.selection.clear())
        desk.filter.changed.connect(self.refresh)
        desk.selection.changed.connect(self._on_selection)
        desk.ground.changed.connect(self._show_ground)
        self.refresh()
        self.fit()

    def fit(self) -> None:
        """Show all pins and stops, or the whole area while there are few."""
        self._walk.fit()

    def refresh(self) -> None:
        """Show the notes in view as they are now."""
        self._walk.refresh()
        self._follow(self._desk.selection.in_hand)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The box keeps to the room left of the keys."""
        super().resizeEvent(event)
        self._place_chosen()

    def _show_ground(self) -> None:
        self.canvas.set_map(self._desk.ground.data)

    def _on_pin(self, key: str, modifiers: Qt.KeyboardModifier) -> None:
        adding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if modifiers & adding:
            self._desk.selection.toggle_note(NoteId(key))
        else:
            self._desk.selection.select_note(NoteId(key))

    def _on_selection(self, hand: InHand) -> None:
        self._follow(hand)
        walk = self._desk.store.walk
        note = walk.notes.get(hand.current) if hand.current else None
        at = pin_at(walk, note.place) if note else None
        if at is not None:
            self.canvas.centre_on(at)

    def _follow(self, hand: InHand) -> None:
        walk = self._desk.store.walk
        notes = sorted((walk.notes[key] for key in hand.notes if key in walk.notes), key=_number)
        lit = [str(note.id) for note in notes]
        if hand.value:
            lit = [str(note.id) for note in self._desk.filter.shown if _under(walk, note, hand)]
        self.canvas.set_selected(frozenset(lit))
        hidden = [note for note in notes if pin_at(walk, note.place) is None]
        self.chosen.show_notes(notes, len(hidden))
        self._place_chosen()

    def _place_chosen(self) -> None:
        """Beside the box of the whole area, where there is one, or else under it."""
        whole = self.canvas.layer.whole_box(self.canvas.view.camera)
        left = top = gap = px(tokens.GAP_12)
        if whole is not None and self.width() - whole.box.right >= px(_BESIDE_WHOLE):
            left = round(whole.box.right) + gap
        elif whole is not None:
            top = round(whole.box.bottom) + gap
        self.chosen.move(left, top)
        self.chosen.fit_in(self.width() - left)


class ChosenBox(QFrame):
    """Says on the map which notes are chosen; there only when some are."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.words = plain_label("", colour=tokens.ACCENT, most=3)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("chosen")
        self.setStyleSheet(
            f"#chosen {{ background: {tokens.CARD}; border: 1px solid {tokens.ACCENT};"
            f" border-radius: {tokens.RADIUS_SMALL}px; }}"
        )
        lines = column(self)
        lines.setContentsMargins(px(tokens.GAP_8), px(tokens.GAP_4), px(tokens.GAP_8), px(5))
        lines.addWidget(self.words)
        self.hide()

    def show_notes(self, notes: list[Note], hidden: int) -> None:
        """Show how many are chosen and which; `hidden` of them have no place on the map."""
        say = self._language.say
        text = say(msg("{n} chosen", n=len(notes)))
        if len(notes) <= _MOST_NUMBERS:
            numbers = self._language.row([str(note.nr) for note in notes])
            text = say(msg("{n} chosen: {numbers}", n=len(notes), numbers=numbers))
        if hidden:
            no_pin = say(msgn("{n} is not on the map", "{n} are not on the map", hidden))
            text = f"{text}. {no_pin}"
        self.words.setText(text)
        self.setVisible(bool(notes))

    def fit_in(self, width: int) -> None:
        """Keep to the left of `width` px of the map, beside its keys."""
        edges = self.contentsMargins()
        beside = 2 * px(tokens.GAP_8) + 2 + edges.left() + edges.right()
        room = width - tokens.TARGET_MIN - 3 * px(tokens.GAP_12)
        wide = max(min(self.words.sizeHint().width() + beside, room), px(80))
        high = self.words.heightForWidth(wide - beside) + px(tokens.GAP_4) + px(5) + 2
        self.resize(wide, high)


def _number(note: Note) -> int:
    return note.nr


def _under(walk: Walk, note: Note, hand: InHand) -> bool:
    leader = leading_value(walk, note.value)
    return leader is not None and leader.id == hand.value
