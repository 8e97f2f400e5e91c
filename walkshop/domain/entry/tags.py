"""What one tag of the entry line means: `#` for what a note is about, `@` for where and who."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from walkshop.domain.entry.book import EntryBook, Street
from walkshop.domain.records import Kind, ThemeId
from walkshop.domain.themes import Theme, plain_words
from walkshop.i18n import Text, msg

T = TypeVar("T")

KIND_MARKS: Mapping[str, Kind] = {
    "+": Kind.ASSET,
    "!": Kind.CONCERN,
    ">": Kind.OPPORTUNITY,
    "*": Kind.IDEA,
    "?": Kind.UNKNOWN,
}

_WHOLE = frozenset(
    {"wijk", "buurt", "dorp", "park", "gebied", "hele", "whole", "area", "neighbourhood", "village"}
)
_SMALL = frozenset({"a", "and", "de", "en", "het", "in", "of", "the", "to", "van"})
"""Words in the name of a theme that lead to none."""

_SHORTEST_NAME = 3
"""Letters of a stop or street that must be typed."""

_NAMED = 3
"""At most this many answers are named when a tag has more than one."""


class Meant(StrEnum):
    """What a tag sets."""

    KIND = "kind"
    THEME = "theme"
    STOP = "stop"
    DUO = "duo"
    PARTICIPANT = "participant"
    STREET = "street"
    WHOLE = "whole"
    NO_PLACE = "no place"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that was understood: what it sets, and to what."""

    meant: Meant
    value: Kind | ThemeId | int | str | Street | None = None


def read_tag(word: str, book: EntryBook) -> Tag | Text | None:
    """What a word that begins with `#` or `@` means.

    Returns:
        the tag; or a sentence why it stays in the text; or None where it is no tag at all.
    """
    sign, body = word[:1], word[1:]
    if sign == "#" and body in KIND_MARKS:
        return Tag(Meant.KIND, KIND_MARKS[body])
    if sign == "#" and body[:1].isalpha():
        return _theme(word, body, book)
    if sign != "@" or not body:
        return None
    return _place_or_person(word, body, book)


def _theme(word: str, body: str, book: EntryBook) -> Tag | Text:
    typed = plain_words(body)
    if len(body) == 1:
        found = [theme for theme in book.themes.themes if theme.key.casefold() == body.casefold()]
    else:
        found = _first(_theme_ways(typed), book.themes.themes) if typed else []
    if len(found) == 1:
        return Tag(Meant.THEME, found[0].id)
    if not found:
        return msg("{tag}: not known here", tag=word)
    return _which(word, [book.called.get(theme.id, theme.id) for theme in found])


def _theme_ways(typed: str) -> list[Callable[[Theme], bool]]:
    """Whole word before beginning of word; the theme's name before everyday words."""
    return [
        lambda theme: typed in _names(theme),
        lambda theme: typed in map(plain_words, theme.synonyms),
        lambda theme: any(name.startswith(typed) for name in _names(theme)),
        lambda theme: any(plain_words(word).startswith(typed) for word in theme.synonyms),
    ]


def _names(theme: Theme) -> set[str]:
    """The words that name a theme: its id, its names, and each longer word in them."""
    whole = {plain_words(name) for name in (theme.id, *theme.labels.values())}
    parts = {part for name in whole for part in name.split()} - _SMALL
    return whole | parts


def _place_or_person(word: str, body: str, book: EntryBook) -> Tag | Text | None:
    if body == "?":
        return Tag(Meant.NO_PLACE)
    if re.fullmatch(r"[0-9]{1,4}", body):
        nr = int(body)
        return Tag(Meant.STOP, nr) if nr in book.stops else msg("there is no stop {nr}", nr=nr)
    person = re.fullmatch(r"([dDpP])([0-9]{1,3})", body)
    if person:
        return _person(person[1].lower(), int(person[2]), book)
    if plain_words(body) in _WHOLE:
        return Tag(Meant.WHOLE)
    return _named_place(word, body, book) if body[0].isalpha() else None


def _person(letter: str, number: int, book: EntryBook) -> Tag | Text:
    known = book.duos if letter == "d" else book.participants
    meant = Meant.DUO if letter == "d" else Meant.PARTICIPANT
    code = f"d{number}" if letter == "d" else f"P{number:02}"
    same = [one for one in known if re.fullmatch(rf"[{letter}{letter.upper()}]0*{number}", one)]
    if same or not known:
        return Tag(meant, same[0] if same else code)
    if meant is Meant.DUO:
        return msg("there is no duo {nr}", nr=number)
    return msg("there is no participant {nr}", nr=number)


def _named_place(word: str, body: str, book: EntryBook) -> Tag | Text:
    typed = plain_words(body)
    if len(typed) < _SHORTEST_NAME:
        return msg("{tag}: type three letters or more", tag=word)
    stops = _beginning(typed, {name: nr for nr, name in book.stops.items() if name})
    if len(stops) == 1:
        return Tag(Meant.STOP, next(iter(stops.values())))
    streets = {} if stops else _beginning(typed, {street.name: street for street in book.streets})
    if len(streets) == 1:
        return Tag(Meant.STREET, next(iter(streets.values())))
    names = list(stops or streets)
    return _which(word, names) if names else msg("{tag}: not known here", tag=word)


def _beginning(typed: str, names: Mapping[str, T]) -> dict[str, T]:
    """The names that are `typed`, else those that begin so, else those with a word that does."""
    plain = {name: _plain(name) for name in names}
    return {
        name: names[name]
        for name in _first(
            [
                lambda name: plain[name] == typed,
                lambda name: plain[name].startswith(typed),
                lambda name: f" {typed}" in f" {plain[name]}",
            ],
            names,
        )
    }


@lru_cache(maxsize=65536)
def _plain(name: str) -> str:
    """A name as it is compared; a town has thousands, and each letter typed asks for all."""
    return plain_words(name)


def _first(ways: Iterable[Callable[[T], bool]], among: Iterable[T]) -> list[T]:
    """Those that the first way finds which finds any."""
    things = list(among)
    for way in ways:
        found = [thing for thing in things if way(thing)]
        if found:
            return found
    return []


def _which(word: str, names: list[str]) -> Text:
    shown = names[:_NAMED]
    if len(names) > _NAMED:
        return msg("{tag}: {names} or another?", tag=word, names=", ".join(shown))
    *others, last = shown
    if len(others) == 1:
        return msg("{tag}: {first} or {last}?", tag=word, first=others[0], last=last)
    first, second = others
    return msg(
        "{tag}: {first} or {second} or {last}?", tag=word, first=first, second=second, last=last
    )
