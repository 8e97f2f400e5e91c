"""Numbers as people type them into a field of Prepare."""

from __future__ import annotations

import re
from datetime import time

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg

NO_NUMBER = WalkshopError(msg("This is no number."), msg("Fill in a number, such as 12."))
NO_TIME = WalkshopError(msg("This is no time of the day."), msg("Fill in a time, such as 10:00."))
_DIGITS = 6
_TIME = re.compile(r"([0-9]{1,2})(?:[:.,uh ]+([0-9]{2}))?(?: ?(?:uur|u|h|o.clock))?", re.IGNORECASE)


def read_count(words: str) -> int | None:
    """A whole number of 0 or more; None for an empty field.

    Raises:
        WalkshopError: it is no such number.
    """
    plain = words.strip()
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit() and len(plain) <= _DIGITS):
        raise NO_NUMBER
    return int(plain)


def read_metres(words: str) -> float | None:
    """Whole metres; None for an empty field.

    Raises:
        WalkshopError: it is no such number.
    """
    count = read_count(words)
    return None if count is None else float(count)


def read_time(words: str) -> time | None:
    """A time of the day as people type it ("10:00", "9.30", "14 uur"); None for an empty field.

    Raises:
        WalkshopError: it is no such time.
    """
    plain = words.strip()
    if not plain:
        return None
    found = _TIME.fullmatch(plain)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise NO_TIME
    return time(int(found[1]), int(found[2] or 0))
