"""What a map shows first: pins and stops, and the area only while there are few of them."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.builders import a_note, a_walk
from walkshop.domain.geo import LonLat
from walkshop.domain.queries.shown import shown_bounds
from walkshop.domain.records import Point, Stop, StopId, Walk

FAR = (LonLat(4.40, 51.90), LonLat(4.60, 51.90), LonLat(4.60, 52.00))


def pinned(count: int) -> Walk:
    spots = [LonLat(4.48 + nr / 1000, 51.93) for nr in range(1, count + 1)]
    walk = a_walk(*(a_note(nr, "x", place=Point(at)) for nr, at in enumerate(spots, 1)))
    return replace(walk, area=replace(walk.area, outlines=(FAR,)))


def test_pins_and_stops_come_before_the_area() -> None:
    walk = pinned(3)
    bounds = shown_bounds(walk)
    assert bounds is not None
    assert 4.47 < bounds.west < 4.481
    assert 4.483 < bounds.east < 4.49


def test_with_few_pins_the_whole_area_is_shown() -> None:
    bounds = shown_bounds(pinned(2))
    assert bounds is not None
    assert bounds.west < 4.40
    assert bounds.east > 4.60


def test_stops_count_and_without_any_place_there_is_nothing_to_show() -> None:
    at = LonLat(4.48, 51.93)
    bounds = shown_bounds(a_walk(Stop(id=StopId("one"), nr=1, name="", at=at)))
    assert bounds is not None
    assert bounds.contains(at)
    assert shown_bounds(a_walk()) is None
