"""Reads the sheets of an Excel workbook; formulas give what they last gave, or nothing."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from walkshop.services.intake.archives import no_workbook, opened_archive
from walkshop.services.intake.sheets import Sheet, in_words

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_DAMAGED = (
    ValueError,  # among them entities in its XML, which defusedxml forbids
    LookupError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    OverflowError,
    SyntaxError,  # XML that is none
    zlib.error,
    zipfile.BadZipFile,
)
"""What a damaged workbook makes of openpyxl."""


def read_xlsx(path: Path) -> list[Sheet]:
    """The sheets of a workbook in their order; nothing in it is computed or followed.

    Raises:
        WalkshopError: it is none, or holds more than any table of a walk.
    """
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    with opened_archive(path):
        pass  # judged before openpyxl takes it apart
    try:
        # Opened here, as openpyxl leaves a file open when it stumbles over what is in it.
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of drawings and checks that are not read
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
            try:
                return [_sheet(sheet) for sheet in book.worksheets]
            finally:
                book.close()
    except (*_DAMAGED, InvalidFileException) as reason:
        raise no_workbook(path.name) from reason


def _sheet(sheet: ReadOnlyWorksheet) -> Sheet:
    found = Sheet(str(sheet.title))
    sheet.reset_dimensions()  # what a file says of its own size is not believed
    for row in sheet.iter_rows(values_only=True):
        if not found.add([in_words(value) for value in row]):
            break
    return found
