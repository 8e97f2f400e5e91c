"""Whatever people wrote, the suggestion is sensible, or says that it has nothing to say."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from threadpoolctl import threadpool_limits

from tests.services.grouping.gold import labelled, numbers
from walkshop.services.grouping import Item, Proposal, propose

pytestmark = pytest.mark.slow


SAID = (
    "Te weinig bankjes bij de singel",
    "Auto's rijden te hard op de weg",
    "Zwerfafval bij de containers",
    "Koffie drinken met de buren",
    "De huur is te duur",
    "Meer bomen en groen",
    "De speeltuin is kapot",
)


def notes(count: int, themes: tuple[str, ...] = (), said: tuple[str, ...] = SAID) -> list[Item]:
    return [
        Item(f"{n:04d}", f"{said[n % len(said)]} {'x' * (n // 7)}", themes, None)
        for n in range(count)
    ]


def all_keys(proposal: Proposal) -> list[str]:
    placed = [key for group in proposal.groups for key in group.members]
    return sorted([*placed, *proposal.not_placed])


def test_the_same_walk_gives_the_same_suggestion_in_any_order(shared_data: Path) -> None:
    items, _ = labelled(shared_data, "veenhorst")
    mixed = random.Random(3).sample(items, len(items))
    assert propose(items) == propose(items) == propose(mixed)


def test_the_number_of_threads_changes_nothing(shared_data: Path) -> None:
    items, _ = labelled(shared_data, "veenhorst")
    with threadpool_limits(2, user_api="blas"):
        assert propose(items) == propose(items)


def test_above_two_thousand_notes_the_order_does_not_matter_either() -> None:
    items = notes(2100, ("wonen",))
    shuffled = random.Random(1).sample(items, len(items))
    first = propose(items)
    assert first == propose(shuffled)
    assert all_keys(first) == [item.key for item in items]
    assert len(first.groups) >= 4


def test_every_note_is_in_one_group_or_not_placed(shared_data: Path) -> None:
    items, _ = labelled(shared_data, "veenhorst")
    proposal = propose([*items, Item("Z", "🙂", (), None)])
    assert all_keys(proposal) == sorted([*(item.key for item in items), "Z"])
    assert proposal.not_placed == ("Z",)


@pytest.mark.parametrize("values", [1, 2, 5, 12])
def test_people_may_say_how_many_values(shared_data: Path, values: int) -> None:
    items, _ = labelled(shared_data, "veenhorst")
    assert len(propose(items, values=values).groups) == values


def test_more_values_than_different_notes_gives_one_each() -> None:
    items = [Item(str(n), SAID[n % 3], (), None) for n in range(12)]
    assert len(propose(items, values=50).groups) == 3


def test_fewer_than_twelve_notes_are_shown_by_theme() -> None:
    items = [*notes(6, ("wonen",)), Item("a", SAID[0], ("natuur",), None), *notes(0)]
    proposal = propose(items)
    assert proposal.too_few
    assert [(group.theme, len(group.members)) for group in proposal.groups] == [
        ("wonen", 6),
        ("natuur", 1),
    ]
    assert {group.name_nl for group in proposal.groups} == {""}
    assert proposal.unsure == {}


def test_no_notes_at_all_are_too_few() -> None:
    assert propose([]) == Proposal(too_few=True)


def test_only_emoji_are_too_little_to_go_by() -> None:
    items = [Item(str(n), "🙂👍" * (n + 1), (), None) for n in range(30)]
    proposal = propose(items)
    assert proposal.too_few
    assert proposal.groups == ()
    assert len(proposal.not_placed) == 30


def test_the_same_note_thirty_times_is_one_group() -> None:
    [group] = propose([Item(f"{n:02d}", "Meer groen", (), None) for n in range(30)]).groups
    assert len(group.members) == 30
    assert group.name_nl == "Groen"
    assert group.representative == "00"


def test_equal_notes_stay_together() -> None:
    items = [Item(f"{n:03d}", SAID[n % 7], (), (n * 900.0, 0.0)) for n in range(140)]
    groups = numbers(items, propose(items))
    assert all(len({groups[n] for n in range(start, 140, 7)}) == 1 for start in range(7))


@pytest.mark.parametrize("themes", [(), ("wonen",), ("wonen", "natuur")])
def test_no_theme_and_one_theme_for_all_leave_the_words_to_decide(themes: tuple[str, ...]) -> None:
    proposal = propose(notes(70, themes))
    assert not proposal.too_few
    assert 4 <= len(proposal.groups) <= 9
    assert {group.theme for group in proposal.groups} == {themes[-1] if themes else ""}


def test_very_long_notes_are_read_whole() -> None:
    items = [replace(item, text=(item.text + ". ") * 250) for item in notes(20)]
    assert min(len(item.text) for item in items) >= 5000
    proposal = propose(items)
    assert all_keys(proposal) == [item.key for item in items]


def test_notes_in_a_language_the_program_does_not_know_are_not_guessed_at() -> None:
    said = ("Daha fazla ağaç", "Çok gürültü", "Sokak kirli", "مزيد من الأشجار", "Больше деревьев")
    items = [Item(f"{n:02d}", f"{said[n % 5]} {n}", (), None, "tr") for n in range(20)]
    proposal = propose(items)
    assert all_keys(proposal) == [item.key for item in items]
    assert proposal.groups == ()


def test_signs_of_every_sort_are_no_trouble() -> None:
    odd = (
        "",
        " ",
        "!!!",
        "\x00\n\t",
        "{x}",
        "🏳️‍🌈 <b>",
        "é" * 300,
        "a" * 5000,
        "\u202etekst",
        "ﬁets",
    )
    items = [*notes(20), *(Item(f"x{n}", text, ("wonen",), None) for n, text in enumerate(odd))]
    assert len(all_keys(propose(items))) == 30


def test_progress_is_told_step_by_step() -> None:
    told: list[tuple[int, int]] = []
    propose(notes(20), report=lambda step, total: told.append((step, total)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_two_notes_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="one key"):
        propose([Item("a", "x", (), None), Item("a", "y", (), None)])


def test_no_values_at_all_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError, match="one value"):
        propose(notes(20), values=0)
