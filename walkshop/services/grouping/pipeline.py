"""The steps of a suggestion, in order: read, compare, cut, explain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

import numpy as np

from walkshop.services.grouping.explain import Evidence, describe, doubts, in_order
from walkshop.services.grouping.features import features
from walkshop.services.grouping.items import Item, Proposal
from walkshop.services.grouping.kernel import Kernel, graph, kernel
from walkshop.services.grouping.lexicon import lexicon
from walkshop.services.grouping.reading import Reader, Reading
from walkshop.services.grouping.spectral import Labels, cut

LEAST_NOTES = 12

_FEWEST, _MOST = 4, 9
_NOTES_PER_GROUP = 3
_LANDMARKS = 2_000
_STEPS = 4


def suggest(
    items: Sequence[Item],
    values: int | None,
    names: Collection[str],
    report: Callable[[int, int], None],
) -> Proposal:
    """The proposal for notes in order of their keys; see `propose`."""
    readings = Reader(lexicon(), names).read(items)
    report(1, _STEPS)
    too_few = _telling(readings) < LEAST_NOTES
    placed = [
        reading for reading in readings if reading.item.themes or (reading.hits and not too_few)
    ]
    taken = {reading.item.key for reading in placed}
    rest = tuple(item.key for item in items if item.key not in taken)
    if not placed:
        return Proposal(not_placed=rest, too_few=too_few)
    found = features(placed, lexicon().concepts)
    alike = kernel(found, [reading.item.xy_m for reading in placed])
    known = Evidence(placed, found, alike.rows, lexicon())
    report(2, _STEPS)
    labels = in_order(_by_theme(placed) if too_few else _groups(placed, alike, values))
    report(3, _STEPS)
    groups = describe(known, labels)
    if too_few:
        groups = tuple(replace(group, name_nl="", name_en="") for group in groups)
    unsure = {} if too_few else doubts(known, labels)
    report(4, _STEPS)
    return Proposal(groups, rest, unsure, too_few)


def _telling(readings: Sequence[Reading]) -> int:
    """How many notes have a concept, or a word that another note has too."""
    often = Counter(form for reading in readings for form in {word.form for word in reading.words})
    return sum(
        bool(reading.hits) or any(often[word.form] > 1 for word in reading.words)
        for reading in readings
    )


def _by_theme(placed: Sequence[Reading]) -> Labels:
    known: dict[str, int] = {}
    labels = [known.setdefault(reading.item.themes[0], len(known)) for reading in placed]
    return np.array(labels, dtype=np.intp)


def _groups(placed: Sequence[Reading], alike: Kernel, values: int | None) -> Labels:
    """A group per note; above 2,000 notes evenly spaced landmarks are cut, the others follow."""
    count = len(placed)
    chosen = np.unique(np.linspace(0, count - 1, min(count, _LANDMARKS)).round().astype(np.intp))
    same = _same(placed)
    different = len(np.unique(same[chosen]))
    most = min(_MOST, len(chosen) // _NOTES_PER_GROUP, different)
    least = min(_FEWEST, most)
    if values is not None:
        least = most = min(values, different)
    if most < 2:
        return np.zeros(count, dtype=np.intp)
    found = cut(graph(alike.part(chosen).likeness()), least, most)
    labels = found if len(chosen) == count else _follow(alike, chosen, found)
    return _together(labels, same)


def _follow(alike: Kernel, chosen: Labels, found: Labels) -> Labels:
    """All notes in the group of landmarks that they are most like on average."""
    member = np.eye(found.max() + 1)[found]
    means = (member / np.maximum(1, member.sum(axis=0))).T @ alike.rows[chosen]
    labels: Labels = np.round(alike.rows @ means.T, 6).argmax(axis=1)
    labels[chosen] = found
    return labels


def _same(placed: Sequence[Reading]) -> Labels:
    known: dict[tuple[object, ...], int] = {}
    numbers = [known.setdefault(reading.content, len(known)) for reading in placed]
    return np.array(numbers, dtype=np.intp)


def _together(labels: Labels, same: Labels) -> Labels:
    """Equal notes in one group, where most of them are: a cut through them means nothing."""
    votes = np.zeros((same.max() + 1, labels.max() + 1))
    np.add.at(votes, (same, labels), 1)
    together: Labels = votes.argmax(axis=1)[same]
    return together
