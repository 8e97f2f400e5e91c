"""Suggests a theme and a kind for a line from its words; nothing when in doubt.

The words are data (resources/lexicon): everyday words of the themes, and words by which people
show how they mean it. A suggestion says which word it comes from; a person takes it or not.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from walkshop.domain.records import Kind, ThemeId
from walkshop.domain.themes import ThemeSet, plain_words
from walkshop.files import resource

_LEAST_PART = 5
"""Letters of an everyday word that may stand within a longer one: "afval" in "zwerfafval"."""

_AGAINST = frozenset({"niet", "geen", "nooit", "zonder", "not", "no", "never", "without", "weinig"})
"""Before or behind a word of praise these turn it round."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a line may be about.

    Args:
        theme, kind: None where the words do not say.
        because: the words it comes from, as they stand in the line.
    """

    theme: ThemeId | None = None
    kind: Kind | None = None
    because: tuple[str, ...] = ()


def suggest(text: str, themes: ThemeSet) -> Suggestion:
    """One suggestion for `text`; an empty one when its words say nothing, or two things."""
    theme, by_theme = _theme(text, themes)
    kind, by_kind = _kind(text)
    because = dict.fromkeys(word for word in (by_theme, by_kind) if word)
    return Suggestion(theme, kind, tuple(because))


def _theme(text: str, themes: ThemeSet) -> tuple[ThemeId | None, str]:
    """The theme that most words name, and the first of these words; none where two are alike."""
    words = [(word, plain_words(word)) for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text)]
    known = _synonyms(themes)
    votes: dict[ThemeId, list[str]] = {}
    for word, plain in words:
        for theme in _named(plain, known):
            votes.setdefault(theme, []).append(word)
    # A word that stands in notes about many things says too little alone.
    votes = {theme: said for theme, said in votes.items() if _tells(said)}
    if not votes:
        return None, ""
    ranked = sorted(votes.items(), key=lambda vote: -len(vote[1]))
    if len(ranked) > 1 and len(ranked[0][1]) == len(ranked[1][1]):
        return None, ""
    return ranked[0][0], ranked[0][1][0]


def _tells(said: list[str]) -> bool:
    plain = {plain_words(word) for word in said}
    return len(plain) > 1 or not plain & _weak_words()


@lru_cache(maxsize=1)
def _weak_words() -> frozenset[str]:
    with resource("lexicon", "weak_words.csv").open(encoding="utf-8", newline="") as rows:
        return frozenset(row["word"] for row in csv.DictReader(rows))


def _named(plain: str, known: Mapping[str, tuple[ThemeId, ...]]) -> tuple[ThemeId, ...]:
    """The themes of a word, else those of the everyday word that it ends with."""
    if plain in known:
        return known[plain]
    # The longest end first: "stoeptegels" is about "tegels".
    ends = (plain[at:] for at in range(1, len(plain) - _LEAST_PART + 1))
    return next((known[end] for end in ends if end in known), ())


@lru_cache(maxsize=8)
def _by_word(themes: tuple[tuple[ThemeId, tuple[str, ...]], ...]) -> dict[str, tuple[ThemeId, ...]]:
    found: dict[str, tuple[ThemeId, ...]] = {}
    for theme, words in themes:
        for word in map(plain_words, words):
            found[word] = tuple(dict.fromkeys((*found.get(word, ()), theme)))
    return found


def _synonyms(themes: ThemeSet) -> dict[str, tuple[ThemeId, ...]]:
    return _by_word(tuple((one.id, one.synonyms) for one in themes.themes))


def _kind(text: str) -> tuple[Kind | None, str]:
    """The one kind whose words stand in the text, and the first of them."""
    plain = f" {plain_words(text)} "
    found: dict[Kind, str] = {}
    for words, kind, at_start in _kind_words():
        at = plain.find(f" {words} ")
        fits = at == 0 if at_start else at >= 0
        if fits and not (kind is Kind.ASSET and _AGAINST & set(plain.split())):
            found.setdefault(kind, words)
    if Kind.CONCERN in found and Kind.IDEA in found:
        found.pop(Kind.IDEA)  # "meer" beside a complaint is part of it
    if len(found) != 1:
        return None, ""
    return next(iter(found.items()))


@lru_cache(maxsize=1)
def _kind_words() -> tuple[tuple[str, Kind, bool], ...]:
    with resource("lexicon", "kind_words.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            (plain_words(row["words"]), Kind(row["kind"]), row["where"] == "start")
            for row in csv.DictReader(rows)
        )
