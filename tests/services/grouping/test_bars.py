"""How near the suggestion comes to what people made of the same notes."""

import random
from dataclasses import replace
from pathlib import Path
from statistics import mean

import pytest
from sklearn.metrics import adjusted_rand_score, v_measure_score

from tests.services.grouping.gold import labelled, purity, suggested
from walkshop.services.grouping.lexicon import lexicon
from walkshop.services.grouping.reading import Reader

pytestmark = pytest.mark.slow


def test_an_invented_walk_is_grouped_nearly_as_its_reader_did(shared_data: Path) -> None:
    items, labels = labelled(shared_data, "veenhorst")
    groups = suggested(items)
    assert adjusted_rand_score(labels, groups) >= 0.70
    assert v_measure_score(labels, groups) >= 0.78
    assert purity(labels, groups) >= 0.85
    assert 7 <= len(set(groups)) <= 9


def test_the_printed_map_is_grouped_much_as_a_reader_did(shared_data: Path) -> None:
    items, labels = labelled(shared_data, "crooswijk")
    groups = suggested(items)
    assert v_measure_score(labels, groups) >= 0.52
    assert adjusted_rand_score(labels, groups) >= 0.28


def test_the_suggestion_adds_to_the_themes(shared_data: Path) -> None:
    items, labels = labelled(shared_data, "veenhorst")
    themes = adjusted_rand_score(labels, [item.themes[0] for item in items])
    assert adjusted_rand_score(labels, suggested(items)) > themes + 0.05


def test_three_in_ten_wrong_themes_do_not_spoil_it(shared_data: Path) -> None:
    items, labels = labelled(shared_data, "veenhorst")
    themes = sorted({item.themes for item in items})
    scores = []
    for seed in range(8):
        chance = random.Random(seed)
        mixed = [
            replace(item, themes=chance.choice(themes)) if chance.random() < 0.3 else item
            for item in items
        ]
        scores.append(adjusted_rand_score(labels, suggested(mixed)))
    assert mean(scores) >= 0.58


def test_without_themes_the_words_alone_still_group(shared_data: Path) -> None:
    items, labels = labelled(shared_data, "veenhorst")
    bare = [replace(item, themes=()) for item in items]
    assert adjusted_rand_score(labels, suggested(bare)) >= 0.50


def test_a_few_notes_less_leave_the_groups_as_they_are(shared_data: Path) -> None:
    items, _ = labelled(shared_data, "veenhorst")
    whole = dict(zip((item.key for item in items), suggested(items), strict=True))
    scores = []
    for seed in range(10):
        kept = random.Random(seed).sample(items, round(0.9 * len(items)))
        before = [whole[item.key] for item in kept]
        scores.append(adjusted_rand_score(before, suggested(kept)))
    assert mean(scores) >= 0.85


def test_nearly_every_note_holds_a_concept(shared_data: Path) -> None:
    for name in ("veenhorst", "crooswijk"):
        items, _ = labelled(shared_data, name)
        readings = Reader(lexicon(), ()).read(items)
        assert mean(bool(reading.hits) for reading in readings) >= 0.80
