"""The route: laid, laid anew with what is known about it, and taken away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.builders import LATER, STAMP, a_walk
from walkshop.domain.edits.routes import change_route, lay_route, remove_route
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat, length_m
from walkshop.domain.queries.routes import between_stops, route_of, walking_minutes
from walkshop.domain.records import Route, RouteId, Stop, StopId

A, B, C = LonLat(4.48, 51.92), LonLat(4.49, 51.92), LonLat(4.49, 51.93)
KEY = RouteId("route")


def test_a_route_knows_how_long_it_is() -> None:
    walk = lay_route(a_walk(), KEY, (A, B, C), STAMP)
    route = walk.routes[KEY]
    assert route.length_m == pytest.approx(686 + 1112, abs=2)
    assert route.length_m == length_m((A, B, C))
    assert walking_minutes(1000) == 15
    assert walking_minutes(1) == 1


def test_laid_anew_it_keeps_what_is_known_and_laid_alike_it_is_the_same_walk() -> None:
    known = Route(id=KEY, along=(A, B), length_m=686.0, obstacles="two steps", toilet=True)
    walk = a_walk(known)
    anew = lay_route(walk, RouteId("other"), (A, C), LATER)
    assert list(anew.routes) == [KEY]
    assert (anew.routes[KEY].obstacles, anew.routes[KEY].toilet) == ("two steps", True)
    assert lay_route(walk, RouteId("other"), (A, B), LATER) is walk


@pytest.mark.parametrize("along", [(), (A,), (A, A)])
def test_a_line_that_stays_in_one_place_is_refused(along: tuple[LonLat, ...]) -> None:
    with pytest.raises(WalkshopError, match="two places"):
        lay_route(a_walk(), KEY, along, STAMP)


def test_it_is_changed_and_taken_away() -> None:
    route = Route(id=KEY, along=(A, B))
    walk = a_walk(route)
    assert change_route(walk, route, LATER) is walk
    seats = change_route(walk, replace(route, seats="three"), LATER)
    assert seats.routes[KEY].seats == "three"
    assert remove_route(seats).routes == {}
    assert route_of(a_walk()) is None


def test_of_two_routes_the_longest_is_the_one_that_is_walked() -> None:
    short, long = Route(id=RouteId("s"), along=(A, B)), Route(id=RouteId("l"), along=(A, B, C))
    assert route_of(a_walk(short, long)) == long


def test_between_stops_goes_in_walking_order_past_those_that_are_skipped() -> None:
    def stop(nr: int, at: LonLat | None, order: float, skipped: str = "") -> Stop:
        return Stop(id=StopId(f"s{nr}"), nr=nr, at=at, order=order, skipped=skipped)

    walk = a_walk(stop(1, A, 3), stop(2, B, 1), stop(3, C, 2, "rain"), stop(4, None, 4))
    assert between_stops(walk) == (B, A)
