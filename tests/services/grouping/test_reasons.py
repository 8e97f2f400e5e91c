"""What is said about a group: its name, its words, its nearest note, and why each note is in it."""

from pathlib import Path

import pytest

from tests.services.grouping.gold import labelled
from walkshop.services.grouping import Group, Item, Proposal, propose


@pytest.fixture(scope="module")
def walk(shared_data: Path) -> tuple[list[Item], Proposal]:
    items, _ = labelled(shared_data, "veenhorst")
    return items, propose(items)


def found(proposal: Proposal, name: str) -> Group:
    [group] = [group for group in proposal.groups if group.name_nl.startswith(name)]
    return group


def test_reasons_are_words_that_stand_in_the_note(walk: tuple[list[Item], Proposal]) -> None:
    items, proposal = walk
    text = {item.key: item.text for item in items}
    for group in proposal.groups:
        assert tuple(group.reasons) == group.members
        for key, words in group.reasons.items():
            assert len(words) <= 3
            assert all(word in text[key] for word in words)
    given = [words for group in proposal.groups for words in group.reasons.values()]
    assert sum(map(bool, given)) >= 0.9 * len(items)


def test_words_of_a_group_occur_in_two_of_its_notes(walk: tuple[list[Item], Proposal]) -> None:
    items, proposal = walk
    text = {item.key: item.text.lower() for item in items}
    for group in proposal.groups:
        assert group.words
        for word in group.words:
            assert not any(sign.isdigit() for sign in word)
            assert any(word.lower() in text[key] for key in group.members)


def test_groups_have_names_in_both_languages_and_no_two_alike(
    walk: tuple[list[Item], Proposal],
) -> None:
    _, proposal = walk
    for names in (
        [group.name_nl for group in proposal.groups],
        [group.name_en for group in proposal.groups],
    ):
        assert all(names)
        assert len(set(names)) == len(names)


def test_the_representative_is_one_of_its_group(walk: tuple[list[Item], Proposal]) -> None:
    _, proposal = walk
    assert all(group.representative in group.members for group in proposal.groups)


def test_greater_groups_come_first(walk: tuple[list[Item], Proposal]) -> None:
    _, proposal = walk
    sizes = [len(group.members) for group in proposal.groups]
    assert sizes == sorted(sizes, reverse=True)


def test_a_quarter_is_unsure_and_points_at_another_group(
    walk: tuple[list[Item], Proposal],
) -> None:
    items, proposal = walk
    own = {key: n for n, group in enumerate(proposal.groups) for key in group.members}
    assert len(proposal.unsure) == len(items) // 4
    assert all(other != own[key] for key, other in proposal.unsure.items())
    assert set(proposal.unsure.values()) <= set(range(len(proposal.groups)))


def test_quadrant_and_side_follow_what_the_notes_are_about(
    walk: tuple[list[Item], Proposal],
) -> None:
    _, proposal = walk
    assert (found(proposal, "Ontmoeten").quadrant, found(proposal, "Ontmoeten").side) == (
        "cohesion",
        "social",
    )
    assert found(proposal, "Meedoen").quadrant == "empowerment"
    assert found(proposal, "Groen").side == "physical"


def test_a_street_name_holds_no_group_together() -> None:
    items = [
        Item(f"{n:02d}", f"{said} in de Kastanjelaan", (), None)
        for n, said in enumerate(["Auto's te hard", "Weinig groen", "Zwerfvuil", "Duur wonen"] * 5)
    ]
    with_name = propose(items, names=["Kastanjelaan", "Huis van de Wijk"])
    told = {word for group in with_name.groups for why in group.reasons.values() for word in why}
    words = {word for group in with_name.groups for word in group.words}
    assert "Kastanjelaan" not in told | words
    assert len(with_name.groups) == 4


def test_a_stop_named_by_an_everyday_word_still_says_what_a_note_is_about() -> None:
    items = [Item(f"{n:02d}", "Bij de speeltuin", (), None) for n in range(12)]
    [group] = propose(items, names=["De speeltuin"]).groups
    assert group.name_nl == "Spelen"
    assert group.reasons["00"] == ("speeltuin",)


def test_a_phrase_is_a_reason_as_it_was_written() -> None:
    items = [Item(f"{n:02d}", "Alles is TE  DUUR hier", (), None) for n in range(12)]
    [group] = propose(items).groups
    assert group.reasons["00"] == ("TE  DUUR",)
