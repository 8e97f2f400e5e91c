"""The words that tables use for columns, kinds and places, in Dutch and English, as data."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache

from walkshop.domain.themes import plain_words
from walkshop.files import resource


def key(word: str) -> str:
    """`word` as it is compared: plain, or as it stands where it has signs only ("+", "-")."""
    return plain_words(word) or word.strip()


def meaning(of: str, word: str) -> str:
    """What `word` means in the list `of`; empty for a word that is not in it."""
    return _lists().get(of, {}).get(key(word), "")


def names(of: str) -> Mapping[str, str]:
    """The words of one list with their meanings, the most usual word of a meaning first."""
    return _lists()[of]


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, Mapping[str, str]]:
    """Meaning by word by list (resources/lexicon/table_words.csv: list, meaning, word)."""
    found: dict[str, dict[str, str]] = {}
    with resource("lexicon", "table_words.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found.setdefault(row["list"], {}).setdefault(key(row["word"]), row["meaning"])
    return found
