"""Notes as rows of numbers: words, letters, concepts and themes, each of length one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.preprocessing import normalize

from walkshop.services.grouping.lexicon import Concept
from walkshop.services.grouping.reading import Reading

Floats: TypeAlias = NDArray[np.float64]

_SHORTEST_GRAM, _LONGEST_GRAM = 3, 5
_THEME_MEAN = 0.5
_RELATED = 0.4


@dataclass(frozen=True, slots=True)
class Features:
    """One row per note in each matrix, of length one or empty (float64, sparse).

    `concepts` are the note's own, `spread` adds a share of what the field takes together with
    them (not of length one), `smoothed` leans on those of its theme too; `coverage` is the share
    of notes (0 to 1) with a concept.
    """

    words: sparse.csr_array
    vocabulary: tuple[str, ...]
    letters: sparse.csr_array
    concepts: sparse.csr_array
    spread: sparse.csr_array
    smoothed: sparse.csr_array
    themes: sparse.csr_array
    coverage: float


def features(readings: Sequence[Reading], concepts: Sequence[Concept]) -> Features:
    """The features of notes; equal notes get equal rows."""
    words, vocabulary = _counts(_word_features(reading) for reading in readings)
    counts = _concept_counts(readings, len(concepts))
    themes, _ = _counts(reading.item.themes for reading in readings)
    own = _weighted(counts)
    spread = sparse.csr_array(own @ _related(concepts))
    return Features(
        words=_weighted(words),
        vocabulary=vocabulary,
        letters=_letters(readings),
        concepts=own,
        spread=spread,
        smoothed=_smoothed(spread, themes),
        themes=normalize(themes),
        coverage=float(np.mean([bool(reading.hits) for reading in readings])),
    )


def _word_features(reading: Reading) -> Iterator[str]:
    for word in reading.words:
        yield word.form
        yield from word.parts


def _counts(rows: Iterable[Iterable[str]]) -> tuple[sparse.csr_array, tuple[str, ...]]:
    """How often each row holds each feature; features in order of first appearance."""
    known: dict[str, int] = {}
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns.extend(known.setdefault(feature, len(known)) for feature in row)
        ends.append(len(columns))
    shape = (len(ends) - 1, max(1, len(known)))
    counts = sparse.csr_array((np.ones(len(columns)), columns, ends), shape=shape)
    counts.sum_duplicates()
    return counts, tuple(known)


def _concept_counts(readings: Sequence[Reading], concept_count: int) -> sparse.csr_array:
    """How much each note says of each concept; a term of several concepts says less of each."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for reading in readings:
        for hit in reading.hits:
            columns.extend(hit.concepts)
            values.extend([len(hit.concepts) ** -0.5] * len(hit.concepts))
        ends.append(len(columns))
    shape = (len(readings), concept_count)
    counts = sparse.csr_array((np.array(values), columns, ends), shape=shape)
    counts.sum_duplicates()
    return counts


def _letters(readings: Sequence[Reading]) -> sparse.csr_array:
    """Runs of 3 to 5 letters within words, so that inflections and typing slips meet.

    Runs never cross words, so they are counted once per different word.
    """
    notes, forms = _counts((word.form for word in reading.words) for reading in readings)
    grams, _ = _counts(_grams(form) for form in forms)
    if not forms:
        return notes
    return _weighted(sparse.csr_array(notes @ grams))


def _grams(form: str) -> Iterator[str]:
    padded = f" {form} "
    for length in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1):
        for start in range(max(1, len(padded) - length + 1)):
            yield padded[start : start + length]


def _weighted(counts: sparse.csr_array) -> sparse.csr_array:
    """TF-IDF with rows of length one (Salton and Buckley 1988, smoothed as in scikit-learn)."""
    return sparse.csr_array(TfidfTransformer().fit_transform(counts))


def _related(concepts: Sequence[Concept]) -> sparse.csr_array:
    """Each concept with a share of those that the field takes together with it."""
    places = {concept.id: place for place, concept in enumerate(concepts)}
    shares = np.eye(len(concepts))
    for concept in concepts:
        for other in concept.related:
            shares[places[concept.id], places[other]] = _RELATED
    return sparse.csr_array(shares)


def _smoothed(concepts: sparse.csr_array, themes: sparse.csr_array) -> sparse.csr_array:
    """Each note's concepts plus half the mean of those that share its theme."""
    per_theme = normalize(themes.T, norm="l1") @ concepts
    shares = normalize(themes, norm="l1")
    return sparse.csr_array(normalize(concepts + _THEME_MEAN * (shares @ per_theme)))
