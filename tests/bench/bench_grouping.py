"""How long a suggestion takes: `python -m pytest tests/bench/bench_grouping.py`, by name only."""

import random
from time import perf_counter

import pytest

from walkshop.services.grouping import Item, propose
from walkshop.services.grouping.lexicon import lexicon

BARS_S = {500: 0.3, 2_000: 1.5, 50_000: 10.0}

_FILLERS = (
    "hier is veel te weinig",
    "er moet meer komen van",
    "de buren vragen al jaren om",
    "there is no",
    "op de hoek staat",
)


def made_up_notes(count: int, seed: int = 1) -> list[Item]:
    """Notes of 6 to 14 words from the lexicon and little words; nearly all of them differ."""
    chance = random.Random(seed)
    terms = sorted(term for term in lexicon().terms["nl"].exact if len(term) > 3)
    endings = ("", "", "plek", "tje", "straat")
    return [
        Item(
            key=f"{place:06d}",
            text=" ".join(
                [chance.choice(_FILLERS)]
                + [chance.choice(terms) + chance.choice(endings) for _ in range(3)]
            ),
            themes=(chance.choice(("verkeer", "natuur", "wonen", "ontmoeten", "sport")),),
            xy_m=(chance.uniform(90_000, 92_000), chance.uniform(437_000, 439_000)),
        )
        for place in range(count)
    ]


@pytest.mark.parametrize("count", BARS_S)
def test_a_suggestion_comes_in_time(count: int) -> None:
    propose(made_up_notes(40))
    notes = made_up_notes(count)
    began = perf_counter()
    proposal = propose(notes)
    took = perf_counter() - began
    print(f"{count} notes: {took:.3f} s, {len(proposal.groups)} groups")
    assert took < BARS_S[count]
