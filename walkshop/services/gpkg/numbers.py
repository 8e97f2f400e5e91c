"""Numbers of rows that come from a file: given once, never changed, never shared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from walkshop.domain.records import Marks, Record

_MARK = {"notes": "note", "actions": "action", "stops": "stop"}
_MOST = 10**9
"""A number from here on was never given by us."""


class Numbers:
    """Gives numbers from the marks and raises them past what the file holds.

    Args:
        marks: the next free numbers as far as they are known.
    """

    def __init__(self, marks: Marks) -> None:
        self.marks = marks

    def give(
        self, table: str, rows: Sequence[dict[str, object]], before: Mapping[str, Record]
    ) -> list[int]:
        """Set "nr" in each row of `table` that needs one; the places of those rows.

        A record that had a number keeps it, whatever another program made of it. A number below
        one or shared with an earlier row is none.
        """
        mark = _MARK[table]
        changed: set[int] = set()
        taken: set[int] = set()
        for at, row in enumerate(rows):
            mine = getattr(before.get(str(row["id"])), "nr", None)
            if mine is not None:
                taken.add(mine)
                if row.get("nr") != mine:
                    row["nr"] = mine
                    changed.add(at)
        bare = []
        for at, row in enumerate(rows):
            nr = row.get("nr")
            if str(row["id"]) in before:
                continue
            if isinstance(nr, int) and 0 < nr < _MOST and nr not in taken:
                taken.add(nr)
            else:
                bare.append(at)
        free = max(getattr(self.marks, mark), max(taken, default=0) + 1)
        for nr, at in enumerate(bare, free):
            rows[at]["nr"] = nr
        self.marks = replace(self.marks, **{mark: free + len(bare)})
        return sorted({*changed, *bare})


__all__ = ["Numbers"]
