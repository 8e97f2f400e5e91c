"""Reading notes: which words and concepts each of them holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from walkshop.services.grouping.items import Item
from walkshop.services.grouping.lexicon import LANGUAGES, Lexicon, match
from walkshop.services.grouping.words import Compounds, Token, tokens

_LEAST_WORD = 2
_LEAST_NAME = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is compared: its own form, its parts, and how and where it stands in the text."""

    form: str
    parts: tuple[str, ...]
    written: str
    start: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A term of the lexicon in a note, as it stands in the text, and its concepts by index."""

    written: str
    concepts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the program understood of one note."""

    item: Item
    language: str
    words: tuple[Word, ...]
    hits: tuple[Hit, ...]

    @property
    def content(self) -> tuple[object, ...]:
        """All that counts of the note but its place: notes with equal content say the same."""
        forms = tuple(word.form for word in self.words)
        return forms, tuple(hit.concepts for hit in self.hits), self.item.themes


@dataclass(frozen=True, slots=True)
class _Draft:
    item: Item
    language: str
    tokens: list[Token]
    named: frozenset[int]


class Reader:
    """Reads the notes of one walk; the walk's own words help to split compounds."""

    def __init__(self, lexicon: Lexicon, names: Collection[str]) -> None:
        self._lexicon = lexicon
        self._names = _Names(names, lexicon)
        self._compounds = Compounds((), (), ())
        self._parts: dict[str, tuple[str, ...]] = {}
        self._meaning: dict[tuple[str, str], tuple[int, ...]] = {}

    def read(self, items: Sequence[Item]) -> list[Reading]:
        """The readings of all notes, in the order of `items`."""
        drafts = [self._draft(item) for item in items]
        own = {token.form for draft in drafts for token in draft.tokens}
        terms = [self._lexicon.terms[code] for code in LANGUAGES]
        self._compounds = Compounds(
            own.union(*(found.exact for found in terms)),
            {stem for found in terms for stem in found.prefix},
            self._lexicon.heads,
        )
        return [
            Reading(draft.item, draft.language, self._words(draft), self._hits(draft))
            for draft in drafts
        ]

    def _draft(self, item: Item) -> _Draft:
        found = tokens(item.text)
        forms = [token.form for token in found]
        known = item.language in LANGUAGES
        language = item.language if known else self._lexicon.guess(forms)
        return _Draft(item, language, found, self._names.within(forms))

    def _words(self, draft: _Draft) -> tuple[Word, ...]:
        stop = self._lexicon.stop_words[draft.language]
        text = draft.item.text
        return tuple(
            Word(
                token.form,
                tuple(part for part in self._split(token.form) if part not in stop),
                text[token.start : token.end],
                token.start,
            )
            for place, token in enumerate(draft.tokens)
            if place not in draft.named
            and len(token.form) >= _LEAST_WORD
            and token.form not in stop
        )

    def _hits(self, draft: _Draft) -> tuple[Hit, ...]:
        forms = [token.form for token in draft.tokens]
        hits: list[Hit] = []
        place = 0
        while place < len(forms):
            length, concepts = self._term(draft, forms, place)
            if concepts:
                start, end = draft.tokens[place].start, draft.tokens[place + length - 1].end
                hits.append(Hit(draft.item.text[start:end], concepts))
            place += length
        return tuple(hits)

    def _term(self, draft: _Draft, forms: Sequence[str], place: int) -> tuple[int, tuple[int, ...]]:
        """The term that stands at a place: how many words it has, and its concepts."""
        if place in draft.named:
            return 1, ()
        phrases = self._lexicon.terms[draft.language].phrases.get(forms[place], ())
        phrase = match(phrases, forms, place)
        if phrase:
            return len(phrase.words), phrase.concepts
        return 1, self._concepts(forms[place], draft.language)

    def _concepts(self, form: str, language: str) -> tuple[int, ...]:
        found = self._meaning.get((form, language))
        if found is None:
            found = self._meaning[form, language] = self._look_up(form, language)
        return found

    def _look_up(self, form: str, language: str) -> tuple[int, ...]:
        whole = self._lexicon.find(form, language)
        if whole is not None:
            return whole
        parts = (self._lexicon.find(part, language) or () for part in self._split(form))
        return tuple(sorted({concept for part in parts for concept in part}))

    def _split(self, form: str) -> tuple[str, ...]:
        parts = self._parts.get(form)
        if parts is None:
            parts = self._parts[form] = self._compounds.parts(form)
        return parts


class _Names:
    """Street and place names of the walk; alike names would make groups of streets."""

    def __init__(self, names: Collection[str], lexicon: Lexicon) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._alone: set[str] = set()
        for name in names:
            words = tuple(token.form for token in tokens(name))
            # "De speeltuin" is a stop's name and an everyday word: it still tells what a note says.
            proper = [w for w in words if len(w) >= _LEAST_NAME and not lexicon.everyday(w)]
            if proper:
                self._by_first.setdefault(words[0], []).append(words)
                self._alone.update(proper)

    def within(self, forms: Sequence[str]) -> frozenset[int]:
        """Places in a note that are part of a name."""
        found = {place for place, form in enumerate(forms) if form in self._alone}
        for place, form in enumerate(forms):
            for words in self._by_first.get(form, ()):
                if tuple(forms[place : place + len(words)]) == words:
                    found.update(range(place, place + len(words)))
        return frozenset(found)
