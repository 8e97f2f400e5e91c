"""Finds out how a table of plain text was written, and takes its cells apart."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from walkshop.i18n import msg
from walkshop.services.intake.proposal import Guessed
from walkshop.services.intake.table import (
    MAX_ROWS,
    Table,
    empty_file,
    long_cell,
    no_table,
    open_quote,
    table_of,
)
from walkshop.services.intake.textfile import read_text
from walkshop.services.intake.words import meaning

DELIMITERS = ",;\t"

_NONE = "\ue000"
"""A sign that no text holds: a table of one column has no delimiter."""

_END = "\ue001"
"""A line after the last one: where it is no row by itself, a quotation mark is still open."""

_LOOKED_AT = 50
"""Rows by which a delimiter is judged."""

_MAX_RECORDS = 10 * MAX_ROWS
"""Rows after which reading stops: no list of a walk has that many, blank or not."""

Records = list[list[str]]


def read_delimited(path: Path) -> Table:
    """The table in a text file with commas, semicolons or tabs between its cells.

    Raises:
        WalkshopError: it cannot be read, holds no table, or a quotation mark is never closed.
    """
    text, guessed = read_text(path)
    text, said = _said_delimiter(text)
    if any(sign < " " and sign not in "\t\r\n" for sign in text[: text.find("\n")]):
        raise no_table(path.name)
    if not text.strip(f' "\r\n{DELIMITERS}'):
        raise empty_file(path.name)
    delimiter = said or _delimiter(text)
    records, quotes = _records(path.name, text, delimiter)
    return table_of(path.name, records, (*guessed, *quotes))


def names_columns(text: str) -> bool:
    """Whether the first line of `text` names a column with what was said, beside others."""
    text, said = _said_delimiter(text)
    header = next((line for line in text.splitlines() if line.strip()), "")
    for delimiter in said or DELIMITERS:
        cells = header.split(delimiter)
        if len(cells) > 1 and "text" in (meaning("column", cell.strip(' "')) for cell in cells):
            return True
    return meaning("column", header.strip(' "')) == "text"


def _said_delimiter(text: str) -> tuple[str, str]:
    """The table without a first line "sep=;", as spreadsheets write it, and what that line says."""
    first, _, rest = text.partition("\n")
    line = first.strip(' "\r')
    if line.lower().startswith("sep=") and len(line) == len("sep=;"):
        return rest, line[-1]
    return text, ""


def _delimiter(text: str) -> str:
    """The delimiter under which most column names are known and rows are equally wide."""

    def worth(delimiter: str) -> tuple[int, float, int]:
        rows: Records = []
        with suppress(csv.Error):  # a mess of quotation marks further down is for later
            for record in islice(_read(text, delimiter), _LOOKED_AT):
                rows += [record] if any(record) else []
        header = rows[0] if rows else []
        known = sum(bool(meaning("column", name)) for name in header)
        even = sum(len(row) == len(header) for row in rows) / max(len(rows), 1)
        return (known, even, len(header))

    splitting = [found for found in DELIMITERS if worth(found)[2] > 1]
    return max(splitting, key=worth, default=_NONE)


def _records(name: str, text: str, delimiter: str) -> tuple[Records, tuple[Guessed, ...]]:
    """All cells; where quotation marks are a mess, in the one way that gives even rows."""
    strict: Records = []
    try:
        for record in islice(_read(text, delimiter, strict=True), _MAX_RECORDS):
            strict.append(record)
        return strict, ()
    except csv.Error as reason:
        row = len(strict) + 1
        if "limit" in str(reason):
            raise long_cell(name, row) from reason
    said = Guessed(msg("A quotation mark near row {row}", row=row), msg("a sign like any other"))
    for how in (csv.QUOTE_NONE, csv.QUOTE_MINIMAL):
        try:
            found = list(islice(_read(text, delimiter, quoting=how), _MAX_RECORDS))
        except csv.Error:
            continue
        if len({len(record) for record in found if any(record)}) == 1:
            unquoted = how == csv.QUOTE_NONE
            return ([_unwrapped(cells) for cells in found] if unquoted else found), (said,)
    raise open_quote(name, row)


def _read(
    text: str, delimiter: str, strict: bool = False, quoting: int = csv.QUOTE_MINIMAL
) -> Iterator[list[str]]:
    """The cells row by row; raises csv.Error where a quotation mark is open at the end."""
    at_end = False

    def lines() -> Iterator[str]:
        nonlocal at_end
        yield from io.StringIO(text, newline="")
        at_end = True
        yield _END

    reader = csv.reader(
        lines(),
        delimiter=delimiter,
        strict=strict,
        quoting=quoting,  # type: ignore[arg-type]  # the stub wants literals
        skipinitialspace=True,
    )
    for record in reader:
        if at_end and record == [_END]:
            return
        yield record
    raise csv.Error("open at the end")


def _unwrapped(cells: list[str]) -> list[str]:
    """Cells without a whole pair of quotation marks around them."""
    return [
        cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
        for cell in cells
    ]
