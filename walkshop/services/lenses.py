"""Reads the lens cards that ship as data in resources/lenses."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from walkshop.domain.records import Lens, LensId, Role
from walkshop.domain.themes import plain_words
from walkshop.files import resource


@dataclass(frozen=True, slots=True)
class LensCard:
    """One card: whose eyes a walker looks with, and what to look out for.

    Args:
        names: by language code, as after "today you look as".
        prompts: three of them, by language code.
        daily: roles that look with these eyes every day: nobody learns from their own.
    """

    id: str
    names: Mapping[str, str]
    prompts: Mapping[str, tuple[str, ...]]
    daily: frozenset[Role] = frozenset()

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


def daily_roles(lenses: Iterable[Lens]) -> dict[LensId, frozenset[Role]]:
    """For each lens that is one of the cards, in any language, the roles that have it daily."""
    known = {plain_words(name): card for card in lens_cards() for name in card.names.values()}
    found = ((lens, known.get(plain_words(lens.name))) for lens in lenses)
    return {LensId(lens.id): card.daily for lens, card in found if card is not None and card.daily}


def _card(row: Mapping[str, str]) -> LensCard:
    codes = ("nl", "en")
    return LensCard(
        row["id"],
        {code: row[f"name_{code}"] for code in codes},
        {code: tuple(row[f"prompts_{code}"].split("; ")) for code in codes},
        frozenset(Role(role) for role in row["daily_roles"].split(";") if role),
    )
