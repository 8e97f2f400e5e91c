"""The widgets with which notes are taken, in one bundle for those who make them work together."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.ui.notes.chips import ChipsRow
from walkshop.ui.notes.entry import EntryLine
from walkshop.ui.notes.ghost import Ghost
from walkshop.ui.notes.map_side import MapSide


@dataclass(frozen=True, slots=True)
class EntryParts:
    """The widgets with which notes are taken."""

    line: EntryLine
    chips: ChipsRow
    ghost: Ghost
    map: MapSide
