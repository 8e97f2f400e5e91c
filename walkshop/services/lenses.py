"""Reads the lens cards that ship as data in resources/lenses."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from walkshop.files import resource


@dataclass(frozen=True, slots=True)
class LensCard:
    """One card: whose eyes a walker looks with, and what to look out for.

    Args:
        names: by language code, as after "today you look as".
        prompts: three of them, by language code.
    """

    id: str
    names: Mapping[str, str]
    prompts: Mapping[str, tuple[str, ...]]

    def name(self, language: str) -> str:
        """Its name in `language`; Dutch where that one is missing."""
        return self.names.get(language) or self.names["nl"]

    def prompts_in(self, language: str) -> tuple[str, ...]:
        """What to look out for in `language`; Dutch where that one is missing."""
        return self.prompts.get(language) or self.prompts["nl"]


@lru_cache(maxsize=1)
def lens_cards() -> tuple[LensCard, ...]:
    """The cards in the order in which they are printed."""
    path = resource("lenses", "kijkkaarten.csv")
    with path.open(encoding="utf-8", newline="") as rows:
        return tuple(_card(row) for row in csv.DictReader(rows))


def _card(row: Mapping[str, str]) -> LensCard:
    codes = ("nl", "en")
    return LensCard(
        row["id"],
        {code: row[f"name_{code}"] for code in codes},
        {code: tuple(row[f"prompts_{code}"].split("; ")) for code in codes},
    )
