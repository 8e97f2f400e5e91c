"""What the room sees now: it follows what is in hand, stays when told, or is black."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from walkshop.domain.records import NoteId, Walk
from walkshop.store.store import Change
from walkshop.ui.desk import Desk
from walkshop.ui.projector.thing import (
    MAP,
    OF_THE_WALK,
    QUESTION,
    Sort,
    Thing,
    in_hand_as_thing,
    is_there,
    next_note,
    things_in_order,
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
        return self.thing.sort is Sort.MAP or (self.thing.sort is Sort.NOTE and self._on_map)

    def hold(self) -> None:
        """Hold the picture, or let it follow again."""
        self._held = None if self.held else self._desk.store.walk
        self._seen = None
        if not self.held:
            self._follow(self._desk.selection.in_hand)
        self.changed.emit()

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
        if self.thing.sort is Sort.NOTE and self._on_map == (steps > 0):
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
        if not self.held and is_there(self.walk, thing):
            self._on_map = True
            self.show(thing)

    def _follow(self, in_hand: InHand) -> None:
        if not self.held:
            self.show(in_hand_as_thing(self._desk.store.walk, in_hand) or self._resting)

    def _on_change(self, _change: Change) -> None:
        if not is_there(self.walk, self.thing):
            self.show(self._resting)
        self.changed.emit()


def _as_held(held: Walk, now: Walk) -> Walk:
    """The walk as it was; what somebody hid since then is hidden from a held picture too."""
    seen = {
        key: note
        for key, note in held.notes.items()
        if key in now.notes and not (now.notes[key].masked or now.notes[key].withdrawn)
    }
    return replace(held, notes=seen)
