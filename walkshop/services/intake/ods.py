"""Reads the sheets of an OpenDocument workbook; formulas give what they last gave."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from walkshop.services.intake.archives import no_workbook, opened_archive
from walkshop.services.intake.sheets import Sheet

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_MOST_COLUMNS = 16_384
_MOST_BLANKS = 1_000
_DAMAGED = (ValueError, LookupError, EOFError, OSError, SyntaxError, zlib.error, zipfile.BadZipFile)


def read_ods(path: Path) -> list[Sheet]:
    """The sheets of a workbook in their order.

    Raises:
        WalkshopError: it is none, or holds more than any table of a walk.
    """
    try:
        with opened_archive(path) as archive, archive.open("content.xml") as content:
            return list(_sheets(content))
    except _DAMAGED as reason:
        raise no_workbook(path.name) from reason


def _sheets(content: object) -> Iterator[Sheet]:
    from defusedxml.ElementTree import iterparse

    sheet: Sheet | None = None
    wanted = True
    for event, element in iterparse(content, events=("start", "end"), forbid_dtd=True):
        if element.tag == f"{_TABLE}table":
            if event == "start":
                sheet, wanted = Sheet(element.get(f"{_TABLE}name", "")), True
            elif sheet is not None:
                yield sheet
                sheet = None
                element.clear()
        elif event == "end" and element.tag == f"{_TABLE}table-row" and sheet is not None:
            if wanted:
                wanted = sheet.add(_row(element), _times(element, "number-rows-repeated"))
            element.clear()


def _row(element: Element) -> list[str]:
    """The cells of a row; blank ones at its end, of which there may be thousands, are left off."""
    cells: list[str] = []
    blank = 0
    for cell in element:
        if cell.tag not in _CELLS:
            continue
        words = _words(cell)
        times = min(_times(cell, "number-columns-repeated"), _MOST_COLUMNS)
        if not words:
            blank += times
            continue
        cells += [""] * min(blank, _MOST_COLUMNS)
        cells += [words] * times
        blank = 0
    return cells


def _times(element: Element, name: str) -> int:
    return max(1, int(element.get(f"{_TABLE}{name}", "1")))


def _words(cell: Element) -> str:
    """What a cell shows: words as they stand, a date by year, month and day, a number exact."""
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind in ("float", "percentage", "currency"):
        return cell.get(f"{_OFFICE}value", "")
    if kind == "date":
        return cell.get(f"{_OFFICE}date-value", "").removesuffix("T00:00:00").replace("T", " ")
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value", "")
    paragraphs = ["".join(_said(part)) for part in cell if part.tag == f"{_TEXT}p"]
    return "\n".join(paragraphs).strip() or cell.get(f"{_OFFICE}string-value", "")


def _said(part: Element) -> Iterator[str]:
    """The words in a paragraph; what somebody remarked beside them is not among them."""
    yield part.text or ""
    for inner in part:
        if inner.tag == f"{_TEXT}s":
            yield " " * min(int(inner.get(f"{_TEXT}c", "1")), _MOST_BLANKS)
        elif inner.tag == f"{_TEXT}tab":
            yield " "
        elif inner.tag == f"{_TEXT}line-break":
            yield "\n"
        elif inner.tag != f"{_OFFICE}annotation":
            yield from _said(inner)
        yield inner.tail or ""
