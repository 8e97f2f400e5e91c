"""What is in hand: one selection for map, lists, board and inspector."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from walkshop.domain.records import ActionId, NoteId, ValueId


@dataclass(frozen=True, slots=True)
class InHand:
    """The selected notes, or one value, or one action; `current` is the note shown beside."""

    notes: frozenset[NoteId] = frozenset()
    current: NoteId | None = None
    value: ValueId | None = None
    action: ActionId | None = None


class Selection(QObject):
    """Holds what is in hand and tells every view; it is no part of the walk."""

    changed = Signal(object)  # InHand

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._in_hand = InHand()

    @property
    def in_hand(self) -> InHand:
        """What is selected now."""
        return self._in_hand

    def select_note(self, note: NoteId) -> None:
        """Take one note in hand."""
        self._set(InHand(frozenset({note}), note))

    def select_notes(self, notes: Iterable[NoteId], current: NoteId | None = None) -> None:
        """Take several notes in hand; `current` is the one that is shown."""
        chosen = frozenset(notes)
        shown = current if current in chosen else next(iter(sorted(chosen)), None)
        self._set(InHand(chosen, shown))

    def toggle_note(self, note: NoteId) -> None:
        """Add a note to what is in hand, or let it go."""
        chosen = self._in_hand.notes ^ {note}
        self.select_notes(chosen, note)

    def select_value(self, value: ValueId) -> None:
        """Take one value in hand."""
        self._set(InHand(value=value))

    def select_action(self, action: ActionId) -> None:
        """Take one action in hand."""
        self._set(InHand(action=action))

    def clear(self) -> None:
        """Let go of everything."""
        self._set(InHand())

    def _set(self, in_hand: InHand) -> None:
        if in_hand != self._in_hand:
            self._in_hand = in_hand
            self.changed.emit(in_hand)
