"""Finds the notes in a workbook: the sheet with words, or the rows that repeat within another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from walkshop.i18n import msg, msgn
from walkshop.services.intake.ods import read_ods
from walkshop.services.intake.proposal import Guessed
from walkshop.services.intake.sheets import Sheet
from walkshop.services.intake.table import Table, empty_file, table_of
from walkshop.services.intake.words import key, meaning
from walkshop.services.intake.xlsx import read_xlsx

_INDEX, _PARENT, _PARENT_SHEET = "_index", "_parent_index", "_parent_table_name"
"""Columns by which form programs hang repeated rows under the row that they belong to."""

_DEEPEST = 8


def read_workbook(path: Path, said: Mapping[str, str]) -> Table:
    """The table of notes in a workbook.

    Args:
        said: what a person said of columns; the sheet that has them is read.

    Raises:
        WalkshopError: it cannot be read, or every sheet is empty.
    """
    read = read_ods if path.suffix.lower() == ".ods" else read_xlsx
    sheets = [sheet for sheet in read(path) if sheet.header[1]]
    if not sheets:
        raise empty_file(path.name)
    chosen = next((sheet for sheet in sheets if _has_words(sheet, said)), sheets[0])
    records = chosen.records
    guessed: list[Guessed] = []
    above = _above(chosen, sheets)
    if above:
        records = _joined([chosen, *above])
        what = msg("Rows of sheet “{name}”", name=chosen.name)
        guessed.append(Guessed(what, msg("each with its row of “{sheet}”", sheet=above[0].name)))
    elif len(sheets) > 1:
        guessed.append(Guessed(msg("The notes"), msg("sheet “{name}”", name=chosen.name)))
    rest = [sheet.name for sheet in sheets if sheet not in (chosen, *above)]
    if rest:
        what = msgn("Sheet {names}", "Sheets {names}", len(rest), names=", ".join(rest[:20]))
        guessed.append(Guessed(what, msg("not read")))
    if chosen.mistakes:
        n = chosen.mistakes
        what = msgn("{n} formula that went wrong", "{n} formulas that went wrong", n)
        guessed.append(Guessed(what, msg("an empty cell")))
    return table_of(path.name, records, tuple(guessed))


def _has_words(sheet: Sheet, said: Mapping[str, str]) -> bool:
    """Whether a column holds what was said: as a person says, or by its name."""
    header = sheet.header[1]
    wanted = {key(name) for name, field in said.items() if field.startswith("text")}
    if wanted:
        return any(key(name) in wanted for name in header)
    last = (name.rsplit("/", 1)[-1] for name in header if not name.startswith("_"))
    return any(meaning("column", name) == "text" for name in last)


def _above(sheet: Sheet, sheets: list[Sheet]) -> list[Sheet]:
    """The sheets under which the rows of this one hang, the nearest first."""
    found: list[Sheet] = []
    while len(found) < _DEEPEST:
        below = _Hung(found[-1] if found else sheet)
        named = next((name for name in below.parents() if name), "")
        first = [other for other in sheets if not _Hung(other).hangs]
        parent = next((other for other in sheets if other.name == named), None)
        parent = parent or (first[0] if first else None)
        if not below.hangs or parent is None or parent in (sheet, *found):
            return found
        found.append(parent)
    return found


@dataclass(frozen=True, slots=True)
class _Hung:
    """A sheet whose rows have an index and may hang under rows of another."""

    sheet: Sheet

    @property
    def hangs(self) -> bool:
        """Whether its rows belong to rows of another sheet."""
        return _PARENT in self.sheet.header[1]

    def column(self, name: str) -> list[str]:
        """The cells of one column under its name, one for each record; blank where it is not."""
        place, header = self.sheet.header
        at = header.index(name) if name in header else len(header)
        rows = self.sheet.records[place + 1 :]
        return [row[at] if at < len(row) else "" for row in rows]

    def parents(self) -> list[str]:
        """The sheets that its rows name as theirs."""
        return self.column(_PARENT_SHEET)

    def own(self) -> list[list[str]]:
        """Its rows, the first with the names of its columns, as wide as those."""
        place, header = self.sheet.header
        return [row + [""] * (len(header) - len(row)) for row in self.sheet.records[place:]]


def _joined(chain: list[Sheet]) -> list[list[str]]:
    """The rows of the first sheet, each with its row in the next; rows that nobody has, last."""
    sheet, *above = chain
    hung = _Hung(sheet)
    if not above:
        return hung.own()
    parents = _joined(above)
    by_index = {
        index: place for place, index in enumerate(_Hung(above[0]).column(_INDEX), start=1) if index
    }
    header, *rows = hung.own()
    width = len(header)
    taken = set()
    blank = [""] * len(parents[0])
    joined = [[*header, *parents[0]]]
    for row, index in zip(rows, hung.column(_PARENT), strict=True):
        place = by_index.get(index, 0)
        taken.add(place)
        joined.append([*row[:width], *(parents[place] if place else blank)])
    alone = [record for place, record in enumerate(parents) if place and place not in taken]
    return joined + [[""] * width + record for record in alone if any(record)]
