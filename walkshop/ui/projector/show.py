"""What the room sees now: it follows what is in hand, stays when told, or is black."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from walkshop.domain.queries.notes import pin_at
from walkshop.domain.records import NoteId, StopId, Walk
from walkshop.i18n import Language
from walkshop.store.store import Change
from walkshop.ui.desk import Desk
from walkshop.ui.projector.page import words_for_room
from walkshop.ui.projector.thing import (
    CLOSING,
    MAP,
    OF_THE_WALK,
    QUESTION,
    Sort,
    Thing,
    in_hand_as_thing,
    is_there,
    next_note,
    stop_thing,
    things_in_order,
    values_in_order,
)
from walkshop.ui.selection import InHand

SIZES = (70, 85, 100, 120, 140, 170, 200)
"""Sizes of the type in per cent; nothing is ever smaller than 28 pt."""


class Show(QObject):
    """The thing on show.

    Signals:
        changed: the room has to look again.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._held: Walk | None = None
        self._seen: tuple[Walk, Walk] | None = None
        walk = desk.store.walk
        self._resting = QUESTION if walk.about.question and not walk.notes else MAP
        self._on_map = True
        self.black = False
        self.follows = True
        self.with_line = False
        """Whether the words of a note stand under the map anyway, in the window itself."""
        self.percent = 100
        self.thing = self._resting
        desk.selection.changed.connect(self._follow)
        desk.store.changed.connect(self._on_change)
        self._follow(desk.selection.in_hand)

    @property
    def held(self) -> bool:
        """Whether the picture stays whatever happens in the main window."""
        return self._held is not None

    @property
    def walk(self) -> Walk:
        """The walk as the room sees it: as it is, or as it was when the picture was held."""
        now = self._desk.store.walk
        if self._held is None:
            return now
        if self._seen is None or self._seen[0] is not now:
            self._seen = (now, _as_held(self._held, now))
        return self._seen[1]

    @property
    def on_map(self) -> bool:
        """Whether the map is on show, with or without a note in hand."""
        if self.thing.sort is Sort.STOP:
            return self.walk.stops[StopId(self.thing.key)].at is not None
        return self.thing.sort is Sort.MAP or (self._on_map and self._has_map())

    def said(self, language: Language) -> str:
        """The note that stands on the map, with its number; empty for none, or a black screen."""
        if self.black or not self.on_map or self.thing.sort is not Sort.NOTE:
            return ""
        note = self.walk.notes[NoteId(self.thing.key)]
        return f"{note.nr}  {words_for_room(note, language)}"

    def hold(self) -> None:
        """Hold the picture, or let it follow again."""
        self._held = None if self.held else self._desk.store.walk
        self._seen = None
        if not self.held:
            self._follow(self._desk.selection.in_hand)
        self.changed.emit()

    def turn_following(self) -> None:
        """Stay with what is on show whatever is selected, or go along again."""
        self.follows = not self.follows
        self._follow(self._desk.selection.in_hand)
        self.changed.emit()

    def stay_at(self, stop: StopId | None) -> None:
        """Notes are read at this stop from now on: the room sees its name; None: the whole map."""
        resting = stop_thing(stop) if stop in self.walk.stops and stop else MAP
        if resting != self._resting:
            self._resting = resting
            if self.follows and not self.held:
                self.show(resting)

    def show_part(self, part: int) -> None:
        """Show what a part of the evening is about, where that is there."""
        walk = self.walk
        at_stop = self._resting if self._resting.sort is Sort.STOP else MAP
        values = [Thing(Sort.VALUE, (str(value.id),)) for value in values_in_order(walk)]
        actions = [thing for thing in things_in_order(walk, MAP) if thing.sort is Sort.ACTION]
        order = (QUESTION, at_stop, MAP, next(iter(values), MAP), next(iter(actions), MAP), CLOSING)
        self.show(order[part])

    def ask(self) -> None:
        """Ask the room whether it recognises the value on show, or else the first one."""
        values = [str(value.id) for value in values_in_order(self.walk)]
        if values:
            key = self.thing.key if self.thing.key in values else values[0]
            self.show(Thing(Sort.CHECK, (key,)))

    def blacken(self) -> None:
        """Show nothing, or show it again."""
        self.black = not self.black
        self.changed.emit()

    def resize(self, steps: int) -> None:
        """Larger or smaller type."""
        at = SIZES.index(self.percent) + steps
        self.percent = SIZES[max(0, min(len(SIZES) - 1, at))]
        self.changed.emit()

    def step(self, steps: int) -> None:
        """The next thing, or the one before; a note comes on the map first, then in words."""
        if self._has_map() and self._on_map == (steps > 0):
            self._on_map = not self._on_map
            self.changed.emit()
            return
        row = things_in_order(self.walk, self.thing)
        at = row.index(self.thing) if self.thing in row else 0
        self.show(row[max(0, min(len(row) - 1, at + steps))])

    def step_note(self, steps: int) -> None:
        """The next note by number, or the one before, on the map or in words as it is now."""
        now = NoteId(self.thing.key) if self.thing.sort is Sort.NOTE else None
        note = next_note(self.walk, now, steps)
        if note is not None:
            self.show(Thing(Sort.NOTE, (str(note),)))

    def show(self, thing: Thing) -> None:
        """Show a thing."""
        self.thing = thing
        if thing.sort in OF_THE_WALK:
            self._resting = thing
            self._on_map = True
        self.changed.emit()

    def show_new(self, note: NoteId) -> None:
        """Show a note that was just kept, on the map; not while held, nor one that is hidden."""
        thing = Thing(Sort.NOTE, (str(note),))
        if self.follows and not self.held and is_there(self.walk, thing):
            self._on_map = True
            self.show(thing)

    def _has_map(self) -> bool:
        """Whether a note is on show that can be seen on the map: it has a place, or the line."""
        if self.thing.sort is not Sort.NOTE:
            return False
        note = self.walk.notes[NoteId(self.thing.key)]
        return self.with_line or pin_at(self.walk, note.place) is not None

    def _follow(self, in_hand: InHand) -> None:
        if self.follows and not self.held:
            self.show(in_hand_as_thing(self._desk.store.walk, in_hand) or self._resting)

    def _on_change(self, change: Change) -> None:
        if not is_there(self.walk, self._resting):
            self._resting = MAP
        if not is_there(self.walk, self.thing):
            self.show(self._resting)
            return
        fresh = [key for key in change.after.notes if key not in change.before.notes]
        if len(fresh) == 1 and self.on_map:
            self.show_new(fresh[0])
        self.changed.emit()


def _as_held(held: Walk, now: Walk) -> Walk:
    """The walk as it was; what somebody hid since then is hidden from a held picture too."""
    seen = {
        key: note
        for key, note in held.notes.items()
        if key in now.notes and not (now.notes[key].masked or now.notes[key].withdrawn)
    }
    return replace(held, notes=seen)
