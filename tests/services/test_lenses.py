"""The lens cards that ship: twelve, in both languages, three things to look out for on each."""

from __future__ import annotations

import pytest

from walkshop.domain.records import Lens, LensId, Role
from walkshop.services.lenses import LensCard, daily_roles, lens_cards


def test_there_are_twelve_cards_with_names_of_their_own() -> None:
    for code in ("nl", "en"):
        assert len({card.name(code) for card in lens_cards()}) == 12


@pytest.mark.parametrize("card", lens_cards(), ids=lambda card: card.id)
@pytest.mark.parametrize("code", ["nl", "en"])
def test_a_card_has_three_prompts(card: LensCard, code: str) -> None:
    assert len(card.prompts_in(code)) == 3
    assert all(prompt == prompt.strip() and prompt for prompt in card.prompts_in(code))


def test_a_language_without_cards_gets_the_dutch_ones() -> None:
    card = lens_cards()[0]
    assert card.name("de") == card.name("nl") == "fitte senior"
    assert card.prompts_in("de") == card.prompts_in("nl")


def test_a_card_says_who_looks_with_it_every_day_whatever_the_language() -> None:
    lenses = [
        Lens(id=LensId("a"), name="Shopkeeper"),
        Lens(id=LensId("b"), name="een  boom"),
        Lens(id=LensId("c"), name="fitte senior"),
        Lens(id=LensId("d"), name="my own"),
    ]
    assert daily_roles(lenses) == {
        "a": frozenset({Role.BUSINESS}),
        "b": frozenset({Role.MUNICIPAL_PHYSICAL}),
    }
