"""Days as people type them: 20-4-2027, 20 april 2027, dinsdag 20 april, week 16."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from babel.dates import get_day_names, get_month_names

from walkshop.domain.errors import WalkshopError
from walkshop.domain.themes import plain_words
from walkshop.i18n import LANGUAGES, msg

NO_DAY = msg("Choose a day or a week. “As soon as possible” cannot be checked later.")
UNCLEAR_DAY = msg("This is not a day that can be read.")

_SOON = frozenset(
    {
        "zo snel mogelijk", "zsm", "z s m", "zo spoedig mogelijk", "snel", "spoedig", "asap",
        "as soon as possible", "soon", "later", "ooit", "some day", "nog niet bekend",
    }
)  # fmt: skip
_TODAY = frozenset({"vandaag", "today"})
_TOMORROW = frozenset({"morgen", "tomorrow"})
_NUMBERS = re.compile(r"(\d{1,2})\D(\d{1,2})(?:\D(\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WEEK = re.compile(r"(?:week|wk) (\d{1,2})(?: (\d{4}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:e|de|ste|st|nd|rd|th)? (?:of )?([a-z]+)(?: (\d{4}|\d{2}))?")
_MONTH_FIRST = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")


def read_day(typed: str, today: date) -> date | None:
    """The day that was typed, in Dutch or English; None for nothing.

    Day, month, year in British and Dutch order. Without a year it is the first such day from
    `today` on; a week is its Monday.

    Raises:
        WalkshopError: words for "soon" (NO_DAY), or no day that exists (UNCLEAR_DAY).
    """
    plain = plain_words(typed)
    if not plain:
        return None
    if plain in _SOON:
        raise WalkshopError(NO_DAY)
    if plain in _TODAY:
        return today
    if plain in _TOMORROW:
        return today + timedelta(days=1)
    try:
        found = _week(plain, today) or _day(typed.strip(), plain, today)
    except ValueError:
        found = None
    if found is None:
        raise WalkshopError(UNCLEAR_DAY, msg("Type it like 20-4-2027 or 20 April 2027."))
    return found


def _week(plain: str, today: date) -> date | None:
    asked = _WEEK.fullmatch(plain)
    if not asked:
        return None
    if asked[2]:
        return date.fromisocalendar(int(asked[2]), int(asked[1]), 1)
    monday = date.fromisocalendar(today.isocalendar().year, int(asked[1]), 1)
    if monday + timedelta(days=6) < today:
        return date.fromisocalendar(today.isocalendar().year + 1, int(asked[1]), 1)
    return monday


def _day(typed: str, plain: str, today: date) -> date | None:
    if iso := _ISO.fullmatch(typed):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    words = plain.split()
    if words and words[0] in _weekdays():
        words = words[1:]
    rest = " ".join(words)
    if numbers := _NUMBERS.fullmatch(rest):
        return _dated(int(numbers[1]), int(numbers[2]), numbers[3], today)
    if named := _DAY_FIRST.fullmatch(rest):
        return _dated(int(named[1]), _month(named[2]), named[3], today)
    if named := _MONTH_FIRST.fullmatch(rest):
        return _dated(int(named[2]), _month(named[1]), named[3], today)
    return None


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    for guess in range(today.year, today.year + 5):  # 29 February may be four years away
        try:
            found = date(guess, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError("no such day")


def _month(word: str) -> int:
    for name, number in _months().items():
        if word == name or (len(word) >= 3 and name.startswith(word)):
            return number
    raise ValueError("no such month")


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return {
        plain_words(name): number
        for code in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=code).items()
    }


@lru_cache(maxsize=1)
def _weekdays() -> frozenset[str]:
    return frozenset(
        plain_words(name)
        for code in LANGUAGES
        for width in ("wide", "abbreviated", "short")
        for name in get_day_names(width, locale=code).values()
    )
