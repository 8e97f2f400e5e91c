"""A table as every reader of tables gives it: named columns, and rows with their numbers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Text, msg
from walkshop.services.intake.proposal import Guessed

MAX_ROWS = 100_000
MAX_CELL = 100_000
"""Characters of one cell."""

_GUARDED = re.compile("'[ \u00a0\u200b\ufeff]*[-=+@\t\r\n＝＋－＠]")
"""The apostrophe that an export sets before a formula, so that no spreadsheet runs it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row with anything in it.

    Args:
        number: as a spreadsheet counts, the header being row 1.
        cells: clean cells; there may be more or fewer than columns.
    """

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int | None) -> str:
        """The cell in a column; empty where the row is short or the column is not there."""
        return self.cells[index] if index is not None and index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of words.

    Args:
        name: of the file, for sentences about it.
        columns: every column with a name, its own or "column 3".
        blank: how many rows held nothing at all.
        guessed: what was guessed to read it.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    blank: int = 0
    guessed: tuple[Guessed, ...] = ()


def table_of(name: str, records: list[list[str]], guessed: tuple[Guessed, ...] = ()) -> Table:
    """The table in `records`, whose first one with anything in it holds the column names.

    Raises:
        WalkshopError: no row holds anything, or there are more rows or longer cells than allowed.
    """
    rows = [Row(number, _clean(record)) for number, record in enumerate(records, start=1)]
    full = [row for row in rows if any(row.cells)]
    if not full:
        raise empty_file(name)
    header, body = full[0], full[1:]
    if len(body) > MAX_ROWS:
        raise WalkshopError(
            msg("“{name}” has more than {n} rows.", name=name, n=MAX_ROWS),
            msg("Cut it into smaller tables."),
        )
    for row in full:
        if any(len(cell) > MAX_CELL for cell in row.cells):
            raise long_cell(name, row.number)
    width = max(len(row.cells) for row in full)
    columns = _named(header, width)
    blank = sum(not any(row.cells) for row in rows if row.number > header.number)
    return Table(name, columns, tuple(body), blank, guessed)


def empty_file(name: str) -> WalkshopError:
    """The failure of a file that holds nothing."""
    return WalkshopError(msg("“{name}” is empty.", name=name), msg("Choose another file."))


def no_table(name: str) -> WalkshopError:
    """The failure of a file that holds something other than a table of words."""
    return WalkshopError(
        msg("“{name}” is not a table with text.", name=name),
        msg("Save it as a table: .csv, .tsv or .txt."),
    )


def long_cell(name: str, row: int) -> WalkshopError:
    """The failure of a cell that no person wrote."""
    return WalkshopError(
        msg("A cell in row {row} of “{name}” is too long.", row=row, name=name),
        _mind_the_quotes(),
    )


def open_quote(name: str, row: int) -> WalkshopError:
    """The failure of a quotation mark that makes it unclear where cells end."""
    return WalkshopError(
        msg("Near row {row} of “{name}” a quotation mark is not closed.", row=row, name=name),
        _mind_the_quotes(),
    )


def _mind_the_quotes() -> Text:
    return msg("Open the table in a spreadsheet program, check that row and save it again.")


def _named(header: Row, width: int) -> tuple[str, ...]:
    """A name of its own for every column: "place", "place (2)", and "column 3" where none is."""
    found: dict[str, None] = {}
    for index in range(width):
        name = wanted = " ".join(header.cell(index).split()) or f"column {index + 1}"
        again = 1
        while name in found:
            again += 1
            name = f"{wanted} ({again})"
        found[name] = None
    return tuple(found)


def _clean(record: list[str]) -> tuple[str, ...]:
    return tuple(clean_cell(raw) for raw in record)


def clean_cell(raw: str) -> str:
    """A cell without the apostrophe of an export, stray control signs and blanks around it."""
    if _GUARDED.match(raw):
        raw = raw[1:]
    if not raw.isprintable():
        raw = "".join(_sign(sign) for sign in raw.replace("\r\n", "\n").replace("\r", "\n"))
    return raw.strip()


def _sign(sign: str) -> str:
    """A sign that a page can print; others would stop a document from being made."""
    spoils = unicodedata.category(sign) in {"Cc", "Cs"} or sign in "\ufffe\uffff"
    return " " if spoils and sign not in "\n\t" else sign
