"""The pile of sheets that lie on the table: their numbers, and which are typed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from walkshop.domain.queries.paper import last_of_sheet, notes_by_sheet, sheet_in_hand
from walkshop.domain.records import StopId, Walk
from walkshop.services.paper.scans import Scan


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet on the table.

    Args:
        nr: its number, as it is printed on it.
        turns: quarters clockwise until it can be read.
        done: whether everything on it is typed over.
        stop, duo: where and whose it is, set while it is typed over.
    """

    scan: Scan
    nr: int
    turns: int = 0
    done: bool = False
    stop: StopId | None = None
    duo: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """All sheets, and which one lies on top."""

    sheets: tuple[Sheet, ...] = ()
    at: int = 0

    @property
    def top(self) -> Sheet | None:
        """The sheet that is typed over now."""
        return self.sheets[self.at] if self.sheets else None

    @property
    def to_do(self) -> int:
        """How many sheets are not finished."""
        return sum(not sheet.done for sheet in self.sheets)

    def turn_to(self, at: int) -> Pile:
        """Another sheet on top; beyond the ends it stays."""
        return replace(self, at=max(0, min(len(self.sheets) - 1, at))) if self.sheets else self

    def with_top(self, sheet: Sheet) -> Pile:
        """The pile with its top sheet as it is now."""
        sheets = (*self.sheets[: self.at], sheet, *self.sheets[self.at + 1 :])
        return replace(self, sheets=sheets)

    def ticked(self, at: int, done: bool) -> Pile:
        """The pile with one of its sheets done, or not."""
        sheet = replace(self.sheets[at], done=done)
        return replace(self, sheets=(*self.sheets[:at], sheet, *self.sheets[at + 1 :]))

    def finished(self) -> Pile:
        """The top sheet ticked off, and the next one that is not on top of the pile."""
        if self.top is None:
            return self
        pile = self.with_top(replace(self.top, done=True))
        count = len(pile.sheets)
        rest = [(pile.at + n) % count for n in range(1, count)]
        return pile.turn_to(next((at for at in rest if not pile.sheets[at].done), pile.at))


def pile_of(scans: Sequence[Scan], walk: Walk) -> Pile:
    """The sheets in the order of their files, numbered from 1.

    What the walk has of a sheet tells that it was typed over; of the one that was typed over last
    nobody knows whether it was finished, so that it comes on top.
    """
    counts, last = notes_by_sheet(walk), sheet_in_hand(walk)
    sheets = []
    for nr, scan in enumerate(scans, start=1):
        note = last_of_sheet(walk, nr)
        done = nr in counts and nr != last
        stop, duo = (note.stop, note.duo) if note else (None, "")
        sheets.append(Sheet(scan, nr, done=done, stop=stop, duo=duo))
    begin = next((at for at, sheet in enumerate(sheets) if not sheet.done), 0)
    return Pile(tuple(sheets), begin)
