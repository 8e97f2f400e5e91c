"""Dealing lenses over duos."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from walkshop.domain.queries.dealing import LARGEST, SMALLEST, deal, side_of
from walkshop.domain.records import Lens, LensId, Participant, ParticipantId, Role

RES, PHY, SOC = Role.RESIDENT, Role.MUNICIPAL_PHYSICAL, Role.MUNICIPAL_SOCIAL


def walkers(*roles: Role | None, absent: frozenset[int] = frozenset()) -> list[Participant]:
    return [
        Participant(id=ParticipantId(f"p{n}"), code=f"P{n:02}", role=role, present=n not in absent)
        for n, role in enumerate(roles, 1)
    ]


def lenses(count: int) -> list[Lens]:
    return [Lens(id=LensId(f"lens {n}"), name=f"lens {n}") for n in range(1, count + 1)]


def test_a_resident_goes_with_a_professional() -> None:
    people = walkers(RES, RES, PHY, SOC)
    sides = {one.id: side_of(one) for one in people}
    duos = deal(people, lenses(4))
    assert [duo.code for duo in duos] == ["d1", "d2"]
    assert all({sides[one] for one in duo.walkers} > {"resident"} for duo in duos)


def test_streets_go_with_people_where_there_are_no_residents() -> None:
    duos = deal(walkers(PHY, PHY, SOC, SOC), [])
    assert [set(duo.walkers) for duo in duos] == [{"p1", "p3"}, {"p2", "p4"}]


def test_nobody_gets_their_own_daily_role_while_another_lens_is_left() -> None:
    own = {LensId("lens 1"): frozenset({PHY})}
    first, second = deal(walkers(RES, RES, PHY, SOC), lenses(2), own=own)
    assert (first.lens, second.lens) == ("lens 2", "lens 1")


def test_each_lens_is_given_once_before_any_is_given_twice() -> None:
    duos = deal(walkers(*[RES] * 12), lenses(4))
    assert [duo.lens for duo in duos] == [
        "lens 1",
        "lens 2",
        "lens 3",
        "lens 4",
        "lens 1",
        "lens 2",
    ]


def test_who_stays_away_is_not_dealt_and_the_rest_is_dealt_again() -> None:
    duos = deal(walkers(RES, PHY, RES, SOC, RES, absent=frozenset({2})), lenses(2))
    assert sorted(one for duo in duos for one in duo.walkers) == ["p1", "p3", "p4", "p5"]


def test_without_walkers_or_lenses_there_is_nothing_to_deal() -> None:
    assert deal([], lenses(3)) == ()
    (alone,) = deal(walkers(RES), [])
    assert (alone.walkers, alone.lens) == (("p1",), None)


ROLES = st.lists(st.sampled_from([*Role, None]), max_size=40)


@given(ROLES, st.integers(0, 9), st.integers(0, 12))
def test_everybody_walks_in_one_duo_of_two_to_four(roles, size, count) -> None:
    people = walkers(*roles)
    duos = deal(people, lenses(count), size)
    dealt = [one for duo in duos for one in duo.walkers]
    assert sorted(dealt) == sorted(one.id for one in people)
    if len(people) >= SMALLEST:
        assert all(SMALLEST <= len(duo.walkers) <= LARGEST for duo in duos)
    assert deal(list(reversed(people)), lenses(count), size) == duos
