"""Concepts of a neighbourhood and the words for them: the meaning that short notes lack."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from walkshop.files import resource
from walkshop.services.grouping.words import fold

LANGUAGES = ("nl", "en")

# A short word of the other language is too often something else: "arm", "bank", "van", "door".
_LEAST_FOREIGN = 5
_LEAST_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Concept:
    """What a note may be about, and what that says about the four questions.

    `related` are ids of concepts that the field takes together, such as green and water.
    """

    id: str
    label_nl: str
    label_en: str
    quadrant: tuple[str, ...]
    side: tuple[str, ...]
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A term of more than one word; the last may be a beginning only."""

    words: tuple[str, ...]
    open_end: bool
    concepts: tuple[int, ...]


class Terms:
    """The terms of one language; the longest that fits a word decides what it means."""

    def __init__(self) -> None:
        self.exact: dict[str, tuple[int, ...]] = {}
        self.prefix: dict[str, tuple[int, ...]] = {}
        self.phrases: dict[str, list[Phrase]] = {}

    def find(self, form: str) -> tuple[int, ...] | None:
        """Indices of the concepts of a word; () for a word known to mean none of them; or None."""
        if form in self.exact:
            return self.exact[form]
        for end in range(len(form), _LEAST_PREFIX - 1, -1):
            if form[:end] in self.prefix:
                return self.prefix[form[:end]]
        return None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that resources/lexicon holds for the grouping."""

    concepts: tuple[Concept, ...]
    join: Mapping[str, str]
    terms: Mapping[str, Terms]
    function_words: Mapping[str, frozenset[str]]
    stop_words: Mapping[str, frozenset[str]]
    heads: frozenset[str]
    street_endings: tuple[str, ...]

    def find(self, form: str, language: str) -> tuple[int, ...] | None:
        """Indices of the concepts of a word in a note of that language; None if not listed."""
        own = self.terms[language].find(form)
        if own is not None or len(form) < _LEAST_FOREIGN:
            return own
        return self.terms["en" if language == "nl" else "nl"].find(form)

    def everyday(self, form: str) -> bool:
        """Whether a word of a name says something by itself: speeltuin does, Bloemstraat not."""
        for code in LANGUAGES:
            terms = self.terms[code]
            if form in self.stop_words[code] or form in terms.exact or form in terms.prefix:
                return True
        known = any(self.find(form, code) is not None for code in LANGUAGES)
        return known and not form.endswith(self.street_endings)

    def guess(self, forms: Sequence[str]) -> str:
        """The language of a note: English when it has more English little words than Dutch."""
        english = sum(form in self.function_words["en"] for form in forms)
        dutch = sum(form in self.function_words["nl"] for form in forms)
        return "en" if english > dutch else "nl"


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that ships with the program, read once."""
    data = json.loads(resource("lexicon", "concepts.json").read_text(encoding="utf-8"))
    words = _rows("stopwords.csv")
    endings = _rows("compound_heads.csv")
    return Lexicon(
        concepts=tuple(_concept(entry) for entry in data["concepts"]),
        join=data["join"],
        terms={language: _terms(data, language) for language in LANGUAGES},
        function_words={
            code: frozenset(
                row["word"]
                for row in words
                if row["language"] == code and row["kind"] == "function"
            )
            for code in LANGUAGES
        },
        stop_words={
            code: frozenset(row["word"] for row in words if row["language"] == code)
            for code in LANGUAGES
        },
        heads=frozenset(row["head"] for row in endings if row["kind"] == "part"),
        street_endings=tuple(row["head"] for row in endings if row["kind"] == "street"),
    )


def _rows(name: str) -> list[dict[str, str]]:
    with resource("lexicon", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# Any: what json gives back has no shape of its own.
def _concept(entry: Mapping[str, Any]) -> Concept:
    return Concept(
        id=entry["id"],
        label_nl=entry["label"]["nl"],
        label_en=entry["label"]["en"],
        quadrant=tuple(entry["quadrant"]),
        side=tuple(entry["side"]),
        related=tuple(entry["related"]),
    )


# Any: what json gives back has no shape of its own.
def _terms(data: Mapping[str, Any], language: str) -> Terms:
    found = Terms()
    meant: dict[str, list[int]] = {}
    for term in data["no_concept"][language]:
        meant[term] = []
    for index, entry in enumerate(data["concepts"]):
        for term in entry["terms"][language]:
            meant.setdefault(term, []).append(index)
    for term, concepts in meant.items():
        _add(found, term, tuple(concepts))
    for phrases in found.phrases.values():
        phrases.sort(key=lambda phrase: (-len(phrase.words), phrase.open_end, phrase.words))
    return found


def _add(found: Terms, term: str, concepts: tuple[int, ...]) -> None:
    open_end = term.endswith("*")
    words = tuple(fold(word) for word in term.removesuffix("*").split())
    if len(words) > 1:
        found.phrases.setdefault(words[0], []).append(Phrase(words, open_end, concepts))
    elif open_end:
        found.prefix[words[0]] = concepts
    else:
        found.exact[words[0]] = concepts


def match(phrases: Iterable[Phrase], forms: Sequence[str], start: int) -> Phrase | None:
    """The longest phrase that stands at `start` in a note, if any."""
    for phrase in phrases:
        end = start + len(phrase.words)
        if end > len(forms):
            continue
        *firm, last = phrase.words
        if list(forms[start : end - 1]) != firm:
            continue
        if forms[end - 1] == last or (phrase.open_end and forms[end - 1].startswith(last)):
            return phrase
    return None
