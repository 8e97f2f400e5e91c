"""Sentences of the program: named by their English words, put into a language where shown.

A sentence is a `Text`: a gettext message id with the values that go into it. It can be kept in
the walk file and read back on a laptop set to the other language. `Language` puts it into words
from the catalogues in resources/i18n. Babel extracts ids from calls of `msg`, `msgn` and `msgc`.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from walkshop.files import resource

LANGUAGES = ("nl", "en")

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence by its English id; `plural` is used when the value `n` asks for it."""

    id: str
    values: tuple[tuple[str, Value | Text], ...] = ()
    plural: str = ""
    context: str = ""


def msg(message_id: str, /, **values: Value | Text) -> Text:
    """The sentence `message_id`, with `values` for its {placeholders}."""
    return Text(message_id, tuple(values.items()))


def msgn(one: str, many: str, n: int, /, **values: Value | Text) -> Text:
    """A sentence whose form depends on the count {n}."""
    return Text(one, (("n", n), *values.items()), many)


def msgc(context: str, message_id: str, /, **values: Value | Text) -> Text:
    """A sentence whose English words have another meaning elsewhere; `context` tells them apart."""
    return Text(message_id, tuple(values.items()), context=context)


class Language:
    """One language of screen and paper: words, dates, numbers and lists."""

    def __init__(self, code: str, catalogue: gettext.NullTranslations) -> None:
        self.code = code
        self._catalogue = catalogue
        # Dutch and English dates alike in British order: day, month, year.
        self._locale = Locale.parse("en_GB" if code == "en" else code)

    def say(self, text: Text) -> str:
        """`text` in words, with its values put in as this language writes them."""
        values = dict(text.values)
        template = self._template(text, values)
        return template.format(**{name: self._word(value) for name, value in values.items()})

    def day(self, day: date) -> str:
        """A day in full: "dinsdag 20 april 2027"."""
        return format_date(day, "EEEE d MMMM y", locale=self._locale)

    def short_day(self, day: date) -> str:
        """A day without its weekday: "20 april 2027"."""
        return format_date(day, "d MMMM y", locale=self._locale)

    def clock(self, moment: datetime) -> str:
        """Hours and minutes of `moment`, in its own time zone: "20:41"."""
        return format_time(moment, "HH:mm", locale=self._locale)

    def number(self, value: float) -> str:
        """A number with this language's separators."""
        return format_decimal(value, locale=self._locale)

    def row(self, parts: Sequence[str]) -> str:
        """Things in a row: "1, 2 en 3"."""
        return format_list(parts, locale=self._locale) if parts else ""

    def _template(self, text: Text, values: Mapping[str, Value | Text]) -> str:
        if text.plural:
            n = values.get("n")
            return self._catalogue.ngettext(text.id, text.plural, n if isinstance(n, int) else 2)
        if text.context:
            return self._catalogue.pgettext(text.context, text.id)
        return self._catalogue.gettext(text.id)

    def _word(self, value: Value | Text) -> str:
        if isinstance(value, Text):
            return self.say(value)
        if isinstance(value, datetime):
            return f"{self.short_day(value.date())} {self.clock(value)}"
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, int | float):
            return self.number(value)
        return "" if value is None else value


@lru_cache(maxsize=len(LANGUAGES))
def language(code: str) -> Language:
    """The language with this code, "nl" or "en"; English for any other."""
    known = code if code in LANGUAGES else "en"
    return Language(known, _catalogue(resource("i18n", known, "LC_MESSAGES", "walkshop.po")))


def _catalogue(po_file: Path) -> gettext.NullTranslations:
    """The compiled catalogue beside `po_file`; without one (a checkout) it is compiled here."""
    mo_file = po_file.with_suffix(".mo")
    if mo_file.exists():
        with mo_file.open("rb") as compiled:
            return gettext.GNUTranslations(compiled)
    buffer = io.BytesIO()
    with po_file.open("rb") as source:
        write_mo(buffer, read_po(source))
    buffer.seek(0)
    return gettext.GNUTranslations(buffer)
