"""Numbers as people and spreadsheets write them, with a comma or a point."""

from __future__ import annotations

import math
import re

MAX_NR = 999_999
"""The highest number that a row can ask for; anything above is a code, no number of a note."""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_BLANKS = re.compile(r"[\s'’]")


def decimal(cell: str) -> float | None:
    """The number in `cell`: "51.93", "51,93", "437 123,5" and "437.123,5"; None for none."""
    text = _BLANKS.sub("", cell)
    comma, point = text.rfind(","), text.rfind(".")
    if comma > point and text.count(",") == 1:
        text = text.replace(".", "").replace(",", ".")
    else:
        text = text.replace(",", "")
    if text.count(".") > 1:
        text = text.replace(".", "")
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    return number if math.isfinite(number) else None


def note_nr(cell: str) -> int:
    """The number of a note in `cell` ("7", "7.0", "#7", "nr. 7"); 0 for none."""
    found = re.fullmatch(r"(?:nr\.?|#)?\s*(\d{1,6})(?:[.,]0*)?", cell, re.ASCII | re.IGNORECASE)
    return int(found.group(1)) if found else 0
