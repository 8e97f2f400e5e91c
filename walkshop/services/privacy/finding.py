"""Finds names, numbers and addresses in what people said: rather once too often than once missed.

Nothing is changed by it: what it finds is shown to a person, who says what is good as it is.
Signs of a form of their own (telephone, mail, number plate...) are found by that form; names by a
title before them, by a list of first names, and by a capital in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from walkshop.domain.themes import plain_words
from walkshop.services.privacy.names import first_names, places_and_days


class Sort(StrEnum):
    """What a piece of text may be."""

    NAME = "name"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    PLATE = "plate"
    NUMBER = "number"
    DATE = "date"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A piece of text from `start` to `end` (characters) that may tell who somebody is."""

    start: int
    end: int
    words: str
    sort: Sort


_STREET = (
    r"(?:straat|str\.|weg|laan|plein|singel|kade|dijk|gracht|hof|pad|steeg|plantsoen|ring|dreef|"
    r"markt|park|boulevard|allee|burg|donk|veld|plaats|baan|wal|haven|dwarsstraat)"
)
_HOUSE = r"\d{1,5}(?:\s?[-/]?\s?[a-zA-Z]{1,2}\b|[-/]\d{1,4})?"
_BEFORE_HOUSE = (
    r"(?:huis|huisnummer|huisnr\.?|nummer|nr\.?|no\.?|portiek|flat|appartement|woning|kamer|house|number|"
    r"apartment|apt\.?|room|unit)"
)
_ENGLISH_STREET = (
    r"(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Ln\.?|Drive|Dr\.?|Court|Ct\.?|Place|Square|"
    r"Terrace|Close|Way|Boulevard|Blvd\.?)"
)

_FORMS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    (Sort.MAIL, re.compile(r"[\w.+-]{1,64}\s?@\s?[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}")),
    (Sort.ACCOUNT, re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?\b")),
    (Sort.ACCOUNT, re.compile(r"(?<![\w.])@[A-Za-z]\w{2,}")),
    (Sort.ACCOUNT, re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)),
    (Sort.PHONE, re.compile(r"(?<![\w])(?:\+|00)\d{2}[\s().-]*(?:\d[\s().-]{0,2}){7,11}")),
    (Sort.PHONE, re.compile(r"(?<![\w,.])0[\s().-]?(?:\d[\s().-]{0,3}){8}\d(?!\d)")),
    (Sort.PLATE, re.compile(
        r"\b(?=[\w-]{0,9}\d)(?=[\w-]{0,9}[A-Za-z])[A-Za-z0-9]{1,3}-[A-Za-z0-9]{2,3}-[A-Za-z0-9]{1,3}\b"
    )),
    (Sort.ADDRESS, re.compile(
        rf"\b\w[\w'-]{{0,40}}{_STREET}\s+(?:nr\.?\s*|nummer\s+)?{_HOUSE}", re.IGNORECASE
    )),
    (Sort.ADDRESS, re.compile(rf"\b{_BEFORE_HOUSE}\s*{_HOUSE}", re.IGNORECASE)),
    (Sort.ADDRESS, re.compile(
        rf"\b\d{{1,5}}[A-Za-z]?\s+(?:[A-Z]\w{{0,30}}\s+){{1,3}}{_ENGLISH_STREET}(?!\w)"
    )),
    (Sort.ADDRESS, re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b")),
    (Sort.DATE, re.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}\b")),
    (Sort.NUMBER, re.compile(r"(?<![\w,.])\d(?:[ .-]?\d){6,}(?![\w,])")),
)  # fmt: skip

_TITLE = re.compile(
    r"\b(?i:meneer|mijnheer|mevrouw|mevr\.?|mw\.?|dhr\.?|de heer|juffrouw|juf|meester|dokter|dr\.?|"
    r"drs\.?|ir\.?|wethouder|buurman|buurvrouw|tante|oom|opa|oma|zuster|broeder|pastoor|dominee|"
    r"imam|agent|mr\.?|mrs\.?|ms\.?|miss|mister|madam|sir|uncle|aunt|neighbour|doctor|officer|"
    r"heet|heette|heten|genaamd|vroeger van|named|called)"
    r"\s+((?:(?:van|de|der|den|het|ten|ter|el|al|ben|da|dos|von|'t)\s+){0,3}"
    r"[^\W\d_a-zà-öø-ÿ][\w'’-]*(?:\s+(?:(?:van|de|der|den)\s+){0,2}[^\W\d_a-zà-öø-ÿ][\w'’-]+)*)",
)
_CAPITAL = re.compile(r"[^\W\d_][\w'’]*(?:-[^\W\d_][\w'’]*)*")
_SENTENCE_ENDS = '.!?:;\n„“”"«»(-•'


def find_private(text: str, known: Iterable[str] = ()) -> tuple[Found, ...]:
    """The pieces of `text` that may tell who somebody is, in their order, none within another.

    Args:
        known: names that are public here: of the area, stops, streets and organisations.
    """
    public = _plain(known) | places_and_days()
    found = [
        Found(m.start(), m.end(), m.group(), sort)
        for sort, form in _FORMS
        for m in form.finditer(text)
    ]
    found += _titled(text)
    found += _named(text, public)
    return _apart(found)


def _plain(known: Iterable[str]) -> frozenset[str]:
    """All names and the single words in them, as they are compared."""
    names = [plain_words(name) for name in known]
    return frozenset([*names, *(word for name in names for word in name.split())])


def _titled(text: str) -> list[Found]:
    """Names behind a title; the title alone says no more than a role."""
    return [
        Found(m.start(1), m.end(1), m.group(1), Sort.NAME)
        for m in _TITLE.finditer(text)
        if any(word[0].isupper() for word in m.group(1).split())
    ]


def _named(text: str, public: frozenset[str]) -> list[Found]:
    """First names anywhere, and words with a capital where no sentence begins."""
    found = []
    for match in _CAPITAL.finditer(text):
        word = match.group()
        if not word[0].isupper() or plain_words(word) in public:
            continue
        listed = plain_words(word) in first_names()
        begins = _begins(text, match.start())
        # A whole text in capitals says nothing by them.
        shouted = word.isupper() and (len(word) > 1) and text.isupper()
        if listed or not (begins or shouted or _is_sign(word)):
            found.append(Found(match.start(), match.end(), word, Sort.NAME))
    return _run_together(text, found)


def _begins(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or before[-1] in _SENTENCE_ENDS or text[:at].endswith(("'s ", "’s ", "'t "))


def _is_sign(word: str) -> bool:
    """Letters that name no person: an abbreviation of capitals, or one letter."""
    first = word.split("-", maxsplit=1)[0]
    return len(word) == 1 or (first.isupper() and len(first) <= 5)


def _run_together(text: str, found: list[Found]) -> list[Found]:
    """Names with only blanks or small joining words between them are one name."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        between = text[last.end : one.start] if last else ""
        if last and re.fullmatch(r"\s+(?:(?:van|de|der|den|el|al|ben)\s+){0,2}", between):
            joined[-1] = Found(last.start, one.end, text[last.start : one.end], Sort.NAME)
        else:
            joined.append(one)
    return joined


def _apart(found: list[Found]) -> tuple[Found, ...]:
    """The longest of those that overlap, in their order in the text."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept))
