"""Walkers by code: added, there or not, dealt in duos, and moved by hand."""

from __future__ import annotations

import pytest

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits import walkers
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.dealing import Duo, deal
from walkshop.domain.records import Lens, LensId, ParticipantId, Role, Walk
from walkshop.domain.records.notes import Voice

EYES, EARS = LensId("eyes"), LensId("ears")


def key(nr: int) -> ParticipantId:
    return ParticipantId(f"w{nr}")


def some_walkers(count: int = 4) -> Walk:
    walk = a_walk(Lens(id=EYES, name="a tree"), Lens(id=EARS, name="a child"))
    half = [key(n) for n in range(1, count + 1)]
    walk = walkers.add_walkers(walk, half[: count // 2], Role.RESIDENT, STAMP)
    return walkers.add_walkers(walk, half[count // 2 :], Role.WELFARE, STAMP)


def dealt(walk: Walk) -> Walk:
    duos = deal(list(walk.participants.values()), list(walk.lenses.values()))
    return walkers.deal_out(walk, duos, LATER)


def test_codes_go_on_from_the_highest_and_say_nothing_else() -> None:
    walk = some_walkers()
    assert [one.code for one in walk.participants.values()] == ["P01", "P02", "P03", "P04"]
    assert walk.participants[key(1)].role is Role.RESIDENT
    more = walkers.add_walkers(walkers.remove_walker(walk, key(2)), [key(9)], None, STAMP)
    assert more.participants[key(9)].code == "P05"


def test_what_is_dealt_is_who_goes_with_whom_and_with_which_eyes() -> None:
    walk = dealt(some_walkers())
    assert {duo: [one.code for one in who] for duo, who in walkers.members(walk).items()} == {
        "d1": ["P01", "P03"],
        "d2": ["P02", "P04"],
    }
    assert [walk.participants[key(n)].lens for n in (1, 2, 3, 4)] == [EYES, EARS, EYES, EARS]
    assert dealt(walk) is walk


def test_dealt_again_those_who_stay_away_are_in_no_duo_and_notes_keep_their_lens() -> None:
    walk = dealt(some_walkers()).with_note(a_note(1, lens=EYES, duo="d1"))
    away = walkers.set_present(walk, key(1), False, LATER)
    assert away.participants[key(1)].duo == "d1"
    again = dealt(away)
    assert (again.participants[key(1)].duo, again.participants[key(1)].lens) == ("", None)
    assert len(walkers.members(again)["d1"]) == 3
    assert again.notes is walk.notes


def test_moved_by_hand_a_walker_gets_the_eyes_of_that_duo() -> None:
    walk = dealt(some_walkers())
    moved = walkers.move_walker(walk, key(1), "d2", LATER)
    assert (moved.participants[key(1)].duo, moved.participants[key(1)].lens) == ("d2", EARS)
    alone = walkers.move_walker(moved, key(1), "d3", LATER)
    assert alone.participants[key(1)].lens == EARS
    out = walkers.move_walker(alone, key(1), "", LATER)
    assert (out.participants[key(1)].duo, out.participants[key(1)].lens) == ("", None)


def test_a_duo_has_four_people_at_most() -> None:
    walk = some_walkers(6)
    full = walkers.deal_out(walk, [Duo("d1", tuple(key(n) for n in range(1, 5)))], STAMP)
    with pytest.raises(WalkshopError, match="4 people"):
        walkers.move_walker(full, key(5), "d1", STAMP)


def test_a_lens_is_of_the_whole_duo() -> None:
    walk = walkers.set_duo_lens(dealt(some_walkers()), "d1", None, LATER)
    assert [walk.participants[key(n)].lens for n in (1, 2, 3, 4)] == [None, EARS, None, EARS]


def test_a_walker_of_whom_a_note_or_a_voice_is_stays() -> None:
    walk = some_walkers().having(
        a_note(1, participant=key(1)), a_note(2, voices=(Voice(participant=key(2)),))
    )
    for nr in (1, 2):
        with pytest.raises(WalkshopError, match=f"P0{nr}"):
            walkers.remove_walker(walk, key(nr))
    assert key(3) not in walkers.remove_walker(walk, key(3)).participants
    with pytest.raises(WalkshopError, match="no longer"):
        walkers.set_role(walk, key(8), None, STAMP)


def test_roles_are_changed_and_what_is_alike_is_the_same_walk() -> None:
    walk = some_walkers()
    assert walkers.set_role(walk, key(1), Role.RESIDENT, LATER) is walk
    changed = walkers.set_role(walk, key(1), Role.BUSINESS, LATER)
    assert changed.participants[key(1)].role is Role.BUSINESS
    assert changed.participants[key(2)] is walk.participants[key(2)]


def test_duos_are_told_by_number_not_by_letter() -> None:
    duos = [Duo(f"d{n}", (key(n),)) for n in (10, 2, 1)]
    walk = walkers.deal_out(some_walkers(10), duos, STAMP)
    assert list(walkers.members(walk)) == ["d1", "d2", "d10"]
