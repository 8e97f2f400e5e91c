"""Names to start from: the concept that a group is about, and the words that set it apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
import snowballstemmer

from walkshop.services.grouping.features import Floats
from walkshop.services.grouping.lexicon import Lexicon
from walkshop.services.grouping.reading import Reading, Word

_SECOND = 0.6
_MOST_WORDS = 5
_LEAST_NOTES = 2
_STEMMERS = {"nl": "dutch", "en": "english"}


def concept_name(weights: Floats, lexicon: Lexicon, language: str) -> str:
    """The greatest concept of a group, with the second one if it comes near; "" for none."""
    order = np.argsort(-np.round(weights, 6), kind="stable")[:2]
    first, second = (float(weights[place]) for place in order)
    if first <= 0:
        return ""
    chosen = order[:1] if second < _SECOND * first else order
    concepts = [lexicon.concepts[place] for place in chosen]
    labels = [entry.label_en if language == "en" else entry.label_nl for entry in concepts]
    glue = f" {lexicon.join[language]} "
    return glue.join([labels[0], *(_lower(label) for label in labels[1:])])


def told_apart(names: Sequence[str], words: Sequence[Sequence[str]]) -> list[str]:
    """Names that differ: alike ones get their group's first word in brackets."""
    often = Counter(names)
    return [
        f"{name} ({own[0]})" if name and often[name] > 1 and own else name
        for name, own in zip(names, words, strict=True)
    ]


class Wording:
    """The words of each group by class-based TF-IDF (Grootendorst 2022), as people wrote them."""

    def __init__(self, groups: Sequence[Sequence[Reading]]) -> None:
        self._stems: dict[tuple[str, str], str] = {}
        self._stemmers = {code: snowballstemmer.stemmer(name) for code, name in _STEMMERS.items()}
        self._counts = [Counter[str]() for _ in groups]
        self._notes = [Counter[str]() for _ in groups]
        self._forms: dict[str, Counter[str]] = {}
        for place, readings in enumerate(groups):
            for reading in readings:
                stems = [self._add(reading, word) for word in reading.words]
                self._counts[place].update(stems)
                self._notes[place].update(set(stems))
        self._all = sum(self._counts, Counter[str]())

    def words(self, place: int) -> tuple[str, ...]:
        """The words of one group that occur in two of its notes or more, strongest first."""
        average = self._all.total() / max(1, len(self._counts))
        scores = {
            stem: count * log(1 + average / self._all[stem])
            for stem, count in self._counts[place].items()
            if self._notes[place][stem] >= _LEAST_NOTES
        }
        best = sorted(scores, key=lambda stem: (-round(scores[stem], 6), stem))[:_MOST_WORDS]
        return tuple(self._usual(stem) for stem in best)

    def _add(self, reading: Reading, word: Word) -> str:
        key = (reading.language, word.form)
        stem = self._stems.get(key)
        if stem is None:
            stemmed: str = self._stemmers[reading.language].stemWord(word.form)
            stem = self._stems[key] = stemmed
        self._forms.setdefault(stem, Counter())[_as_inside(reading.item.text, word)] += 1
        return stem

    def _usual(self, stem: str) -> str:
        forms = self._forms[stem]
        return min(forms, key=lambda form: (-forms[form], form))


def _as_inside(text: str, word: Word) -> str:
    """The word as it would stand inside a sentence: a capital at the beginning says nothing."""
    before = text[: word.start].rstrip()
    opens = not before or before[-1] in ".!?:;\"'„“"
    return _lower(word.written) if opens else word.written


def _lower(label: str) -> str:
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
