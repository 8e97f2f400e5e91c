"""Why these notes stand together: the nearest one, the matched words, and who doubts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from walkshop.services.grouping.features import Features, Floats
from walkshop.services.grouping.items import Group
from walkshop.services.grouping.lexicon import Lexicon
from walkshop.services.grouping.naming import Wording, concept_name, told_apart
from walkshop.services.grouping.reading import Reading
from walkshop.services.grouping.spectral import Labels

_UNSURE_SHARE = 4
_MOST_REASONS = 3
_DIGITS = 6
# A side of the two that carries this share of the votes stands alone.
_ONE_SIDE = 0.65


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the notes that were placed, row by row."""

    readings: Sequence[Reading]
    features: Features
    rows: sparse.csr_array
    lexicon: Lexicon

    def those(self, rows: Labels) -> list[Reading]:
        """The readings of some rows."""
        return [self.readings[int(row)] for row in rows]


def in_order(labels: Labels) -> Labels:
    """The same groups numbered from 0, greatest first, of equals the one with the first note."""
    found, first, counts = np.unique(labels, return_index=True, return_counts=True)
    ranks = np.empty(len(found), dtype=np.intp)
    ranks[np.lexsort((first, -counts))] = np.arange(len(found))
    ordered: Labels = ranks[np.searchsorted(found, labels)]
    return ordered


def describe(known: Evidence, labels: Labels) -> tuple[Group, ...]:
    """The groups of `labels` (as `in_order` numbers them) with names and reasons."""
    groups = [np.flatnonzero(labels == place) for place in range(labels.max() + 1)]
    wording = Wording([known.those(rows) for rows in groups])
    words = [wording.words(place) for place in range(len(groups))]
    weights = [known.features.concepts[rows].sum(axis=0) for rows in groups]
    # A name is a concept that is really there, strongest with all that belongs to it.
    about = [
        known.features.spread[rows].sum(axis=0) * (own > 0)
        for rows, own in zip(groups, weights, strict=True)
    ]
    names = {
        code: told_apart([concept_name(sums, known.lexicon, code) for sums in about], words)
        for code in ("nl", "en")
    }
    own = affinity(known.rows, labels)[np.arange(len(labels)), labels]
    described = []
    for place, rows in enumerate(groups):
        keys = tuple(reading.item.key for reading in known.those(rows))
        described.append(
            Group(
                name_nl=names["nl"][place],
                name_en=names["en"][place],
                words=words[place],
                members=keys,
                representative=keys[int(np.argmax(np.round(own[rows], _DIGITS)))],
                reasons=_reasons(known, rows),
                quadrant=_quadrant(weights[place], known.lexicon),
                side=_side(weights[place], known.lexicon),
                theme=_theme(known.those(rows)),
            )
        )
    return tuple(described)


def affinity(rows: sparse.csr_array, labels: Labels) -> Floats:
    """The mean likeness of each note to the others of each group, nearness left out."""
    count = int(labels.max()) + 1
    member = np.eye(count)[labels]
    totals = sparse.csr_array(member.T) @ rows
    sums: Floats = (rows @ totals.T).toarray()
    itself = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    others = np.maximum(1, member.sum(axis=0)[None, :] - member)
    mean: Floats = (sums - member * itself[:, None]) / others
    return mean


def doubts(known: Evidence, labels: Labels) -> dict[str, int]:
    """The quarter of the notes that lie nearest another group, with that group.

    Measured: that quarter holds about 80 % of the notes that people would move.
    """
    if labels.max() == 0:
        return {}
    near = np.round(affinity(known.rows, labels), _DIGITS)
    every = np.arange(len(labels))
    own = near[every, labels].copy()
    near[every, labels] = -1.0
    other = near.argmax(axis=1)
    margin = own - near[every, other]
    least = np.sort(np.argsort(margin, kind="stable")[: len(labels) // _UNSURE_SHARE])
    return {known.readings[int(row)].item.key: int(other[row]) for row in least}


def _reasons(known: Evidence, rows: Labels) -> Mapping[str, tuple[str, ...]]:
    readings = known.those(rows)
    spread = known.features.spread[rows]
    means = np.asarray(spread.mean(axis=0)).ravel()
    concepts = np.asarray((spread > 0).sum(axis=0)).ravel()
    forms = Counter(form for reading in readings for form in _forms(reading))
    shared_concepts = {int(place): float(means[place]) for place in np.flatnonzero(concepts > 1)}
    shared_forms = {form: (n - 1) / len(readings) for form, n in forms.items() if n > 1}
    return {
        reading.item.key: _matched(reading, shared_concepts, shared_forms) for reading in readings
    }


def _forms(reading: Reading) -> set[str]:
    return {form for word in reading.words for form in (word.form, *word.parts)}


def _matched(
    reading: Reading, concepts: Mapping[int, float], forms: Mapping[str, float]
) -> tuple[str, ...]:
    """Words of the note that it shares with others of its group, the strongest three, as read."""
    scores: dict[str, float] = defaultdict(float)
    for hit in reading.hits:
        scores[hit.written] += sum(concepts.get(concept, 0.0) for concept in hit.concepts)
    for word in reading.words:
        shared = sum(forms.get(form, 0.0) for form in (word.form, *word.parts))
        whole = [hit.written for hit in reading.hits if word.written in hit.written.split()]
        scores[whole[0] if whole else word.written] += shared
    found = [written for written, score in scores.items() if score > 0]
    best = sorted(found, key=lambda written: -round(scores[written], _DIGITS))[:_MOST_REASONS]
    return tuple(sorted(best, key=reading.item.text.index))


def _quadrant(weights: Floats, lexicon: Lexicon) -> str:
    votes: dict[str, float] = defaultdict(float)
    for concept, weight in zip(lexicon.concepts, weights, strict=True):
        for quadrant in concept.quadrant:
            votes[quadrant] += float(weight) / len(concept.quadrant)
    best = max(sorted(votes), key=lambda quadrant: round(votes[quadrant], _DIGITS))
    return best if votes[best] > 0 else ""


def _side(weights: Floats, lexicon: Lexicon) -> str:
    votes: dict[str, float] = defaultdict(float)
    for concept, weight in zip(lexicon.concepts, weights, strict=True):
        for side in concept.side:
            votes[side] += float(weight) / len(concept.side)
    total = sum(votes.values())
    if total <= 0:
        return ""
    alone = [side for side in sorted(votes) if votes[side] >= _ONE_SIDE * total]
    return alone[0] if alone else "both"


def _theme(readings: Sequence[Reading]) -> str:
    counts = Counter(theme for reading in readings for theme in reading.item.themes)
    return min(counts, key=lambda theme: (-counts[theme], theme), default="")
