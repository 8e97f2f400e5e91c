"""The words by which names are told from other words with a capital; data in resources/lexicon."""

from __future__ import annotations

import csv
from functools import lru_cache

from walkshop.domain.themes import plain_words
from walkshop.files import resource


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """First names that are common in Dutch neighbourhoods, as plain words."""
    return _column("first_names.csv", "name")


@lru_cache(maxsize=1)
def places_and_days() -> frozenset[str]:
    """Words with a capital that name nobody: days, months, feasts, towns, peoples, bodies."""
    return _column("capitals.csv", "word")


def _column(name: str, column: str) -> frozenset[str]:
    with resource("lexicon", name).open(encoding="utf-8", newline="") as rows:
        return frozenset(plain_words(row[column]) for row in csv.DictReader(rows))
