"""How phones begin a message in an exported chat: a day and a time in the form of their maker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise

_DAY = r"(?P<a>\d{1,4})(?P<sign>[-/.])(?P<b>\d{1,2})(?P=sign)(?P<c>\d{2,4})"
_CLOCK = r"(?P<h>\d{1,2})[:.](?P<m>\d{2})(?:[:.](?P<s>\d{2}))?(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
_ANDROID = re.compile(rf"{_DAY},?\s(?:om\s|at\s)?{_CLOCK}\s[-–]\s(?P<rest>.*)", re.IGNORECASE)
_IPHONE = re.compile(rf"\[{_DAY},?\s(?:om\s|at\s)?{_CLOCK}\]\s?(?P<rest>.*)", re.IGNORECASE)

MARKS = "".join(map(chr, (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)))
"""Signs without a shape that turn the direction of writing."""

LEFT_TO_RIGHT = "\u200e"
"""Phones put this in front of words of their own, such as “image omitted”."""

_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a message: three numbers of its day, its time, and what follows."""

    numbers: tuple[int, int, int]
    at: time
    rest: str
    iphone: bool
    american: bool
    """Whether it has strokes and a clock of twelve hours, as phones in the United States write."""


def head_of(line: str) -> Head | None:
    """What a line says of a message that begins in it; None for one that runs on."""
    plain = line.lstrip(MARKS + " ").translate(_BLANKS)
    found = _IPHONE.match(plain) or _ANDROID.match(plain)
    if found is None:
        return None
    hour, half = int(found["h"]), (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        at = time(hour, int(found["m"]), int(found["s"] or 0))
    except ValueError:
        return None
    numbers = (int(found["a"]), int(found["b"]), int(found["c"]))
    rest = line[len(line) - len(found["rest"]) :]  # as it was written, blanks and all
    american = bool(half) and found["sign"] == "/"
    return Head(numbers, at, rest, found.re is _IPHONE, american)


@dataclass(frozen=True, slots=True)
class DayOrder:
    """In which order the numbers of a day stand: places of year, month and day among the three.

    `certain` is false where the file allows both orders of month and day.
    """

    places: tuple[int, int, int]
    certain: bool = True

    def day(self, numbers: tuple[int, int, int]) -> date:
        """The day that these numbers mean; raises ValueError where there is none."""
        year, month, day = (numbers[place] for place in self.places)
        return date(year + (_CENTURY if year < 100 else 0), month, day)

    def moment(self, head: Head) -> datetime:
        """When a message was sent, by the clock and in the zone of this machine."""
        return datetime.combine(self.day(head.numbers), head.at).astimezone()


DAY_FIRST, MONTH_FIRST, YEAR_FIRST = (2, 1, 0), (2, 0, 1), (0, 1, 2)


def order_of(heads: Sequence[Head], walked_on: date | None) -> DayOrder | None:
    """The one order for all days of a file; None where no order makes days of all of them.

    Days never run back in a chat. Where both orders of day and month would do, the one that has
    the day of the walk counts, else the order that goes with the way in which times are written.
    """
    if any(head.numbers[0] > 99 for head in heads):
        order = DayOrder(YEAR_FIRST)
        return order if _days(heads, order) is not None else None
    able = {
        places: days
        for places in (DAY_FIRST, MONTH_FIRST)
        if (days := _days(heads, DayOrder(places))) is not None
    }
    running = {places: days for places, days in able.items() if _runs_on(days)}
    left = running or able
    if len(left) < 2:
        return next((DayOrder(places) for places in left), None)
    for places, days in left.items():
        if walked_on in days:
            return DayOrder(places, certain=False)
    american = all(head.american for head in heads)
    return DayOrder(MONTH_FIRST if american else DAY_FIRST, certain=False)


def without_marks(words: str) -> str:
    """Words without signs that only turn the direction of writing, blanks around them gone."""
    return words.translate(_NO_MARKS).strip()


def _days(heads: Sequence[Head], order: DayOrder) -> list[date] | None:
    try:
        return [order.day(head.numbers) for head in heads]
    except ValueError:
        return None


def _runs_on(days: Sequence[date]) -> bool:
    return all(before <= after for before, after in pairwise(days))


_NO_MARKS = {ord(mark): None for mark in MARKS}
