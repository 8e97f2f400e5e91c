"""What a lasso takes in hand: the same on every stage that has one."""

from __future__ import annotations

from PySide6.QtCore import Qt

from walkshop.domain.records import NoteId
from walkshop.ui.selection import Selection


def select_circled(
    selection: Selection, keys: frozenset[str], modifiers: Qt.KeyboardModifier
) -> None:
    """Take these notes in hand; with Ctrl or Shift beside what is in hand already."""
    add = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    found = [NoteId(key) for key in sorted(keys)]
    if modifiers & add:
        kept = selection.in_hand.notes
        found = [*kept, *(note for note in found if note not in kept)]
    if found:
        selection.select_notes(found)
    else:
        selection.clear()
