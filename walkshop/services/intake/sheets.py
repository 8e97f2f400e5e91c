"""A sheet as readers of workbooks give it: rows of words, whatever its cells held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.intake.table import MAX_ROWS

MAX_CELLS = 4_000_000
"""Cells of one workbook, blank ones between others among them."""

MAX_BLANK = 10 * MAX_ROWS
"""Rows of one sheet after which reading stops, blank or not."""

MISTAKES = frozenset({"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!"})
"""What a formula gives that went wrong: nobody said that."""


@dataclass(slots=True)
class Sheet:
    """One sheet as it is being read; `mistakes` counts the formulas that gave none."""

    name: str
    records: list[list[str]] = field(default_factory=list)
    mistakes: int = 0
    _full: int = 0
    _cells: int = 0

    def add(self, cells: Sequence[str], times: int = 1) -> bool:
        """A row more, or the same row several times; False when there is no need to read on.

        Raises:
            WalkshopError: it has more cells than any table of a walk.
        """
        width = len(cells)
        while width and not cells[width - 1]:
            width -= 1
        row = [self._word(cell) for cell in cells[:width]]
        times = min(times, MAX_BLANK - len(self.records))
        if width:
            self._full += times
            times = min(times, MAX_ROWS + 2)
        self._cells += len(cells) * times
        if self._cells > MAX_CELLS:
            raise WalkshopError(
                msg("The sheet “{name}” has too many cells.", name=self.name),
                msg("Cut it into smaller tables."),
            )
        self.records += [row] * times
        return self._full <= MAX_ROWS + 1 and len(self.records) < MAX_BLANK

    def _word(self, cell: str) -> str:
        if cell in MISTAKES:
            self.mistakes += 1
            return ""
        return cell

    @property
    def header(self) -> tuple[int, list[str]]:
        """The first row with anything in it and its place; -1 and none for an empty sheet."""
        for place, record in enumerate(self.records):
            if any(cell.strip() for cell in record):
                return place, record
        return -1, []


def in_words(value: object) -> str:
    """A cell's value as words: dates by year, month and day, numbers as short as they are exact."""
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    return "" if value is None else str(value)


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"


def _moment(value: datetime) -> str:
    """A day where a spreadsheet means one: it counts days as moments at midnight."""
    at_midnight = value.time() == time()
    return value.date().isoformat() if at_midnight else value.isoformat(" ", "minutes")


def _length(value: timedelta) -> str:
    hours, minutes = divmod(int(value.total_seconds() // 60), 60)
    return f"{hours}:{minutes:02d}"


_WRITERS: tuple[tuple[type, Callable[[Any], str]], ...] = (  # Any: what its type says
    (bool, lambda value: "true" if value else "false"),
    (float, _number),
    (datetime, _moment),
    (date, date.isoformat),
    (time, lambda value: value.isoformat("minutes")),
    (timedelta, _length),
)
