"""The notes as a table for a spreadsheet: text stays text, and our own import reads it back."""

from __future__ import annotations

import csv
import io

from walkshop.services.output.edition import Edition
from walkshop.services.output.escape import cell_text
from walkshop.services.output.rows import Cell, columns, note_rows

_BOM = "\ufeff"
"""Without it a spreadsheet reads UTF-8 as something else."""


def notes_csv(edition: Edition) -> bytes:
    """A CSV with one row per note: comma, UTF-8 with BOM, lines ended as in RFC 4180."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, columns(edition), restval="")
    writer.writeheader()
    for row in note_rows(edition):
        writer.writerow({name: _written(cell) for name, cell in row.items()})
    return (_BOM + buffer.getvalue()).encode("utf-8", "replace")


def _written(cell: Cell) -> Cell:
    return cell_text(cell) if isinstance(cell, str) else cell
