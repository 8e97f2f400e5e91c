"""How signs give way: no window."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkshop.ui.map.spread import (
    STEP_PX,
    fan,
    heaps,
    number_box,
    number_sides,
    pin_box,
    plate_box,
    plate_offset,
    step_aside,
)

somewhere = st.lists(st.tuples(st.floats(0, 300), st.floats(0, 300)), min_size=1, max_size=30)


def arrays(places: list[tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([p[0] for p in places]), np.array([p[1] for p in places])


def gaps(places: list[tuple[float, float]]) -> list[float]:
    return [math.dist(a, b) for a, b in itertools.combinations(places, 2)]


def test_a_pin_alone_stays_on_its_place() -> None:
    dx, dy = step_aside(*arrays([(50, 50), (120, 50)]), 24)
    assert not dx.any()
    assert not dy.any()


def test_two_pins_on_one_place_part_until_both_are_seen() -> None:
    x, y = arrays([(50, 50), (50, 50)])
    dx, dy = step_aside(x, y, 24)
    moved = list(zip((x + dx).tolist(), (y + dy).tolist(), strict=True))
    assert gaps(moved)[0] >= 24
    assert heaps(x + dx, y + dy, 24) == []


@given(somewhere)
def test_no_pin_steps_farther_than_fourteen_px(places: list[tuple[float, float]]) -> None:
    dx, dy = step_aside(*arrays(places), 24)
    assert np.hypot(dx, dy).max() <= STEP_PX + 1e-6


@given(somewhere)
def test_pins_step_aside_alike_at_every_drawing(places: list[tuple[float, float]]) -> None:
    first, again = step_aside(*arrays(places), 24), step_aside(*arrays(places), 24)
    assert np.array_equal(first, again)


def test_many_pins_on_one_place_are_one_heap() -> None:
    x, y = arrays([(50.0, 50.0)] * 9 + [(200.0, 200.0)])
    dx, dy = step_aside(x, y, 24)
    assert heaps(x + dx, y + dy, 24) == [list(range(9))]


@pytest.mark.parametrize("count", [2, 5, 9, 24])
def test_an_open_heap_shows_every_pin_whole(count: int) -> None:
    places = [(100 + n / 10, 100.0) for n in range(count)]
    assert min(gaps(fan(places, 24))) > 24


def test_the_selected_pin_stays_on_its_place_in_an_open_heap() -> None:
    places = [(100.0, 100.0), (101.0, 100.0), (100.0, 102.0)]
    opened = fan(places, 24, held=1)
    assert opened[1] == places[1]
    assert min(gaps(opened)) > 32


def test_a_number_stands_right_and_left_when_the_right_is_taken() -> None:
    x, y = arrays([(50, 50), (78, 50)])
    assert number_sides(x, y, [18, 18], 24) == ["left", "right"]


def test_a_number_keeps_clear_of_a_stop() -> None:
    x, y = arrays([(50, 50)])
    assert number_sides(x, y, [18], 24, [plate_box(82, 50)]) == ["left"]


def test_a_number_without_any_room_waits() -> None:
    ring = [(50 + 20 * math.cos(a / 2), 50 + 20 * math.sin(a / 2)) for a in range(13)]
    x, y = arrays([(50, 50), *ring])
    assert number_sides(x, y, [18] + [0] * 13, 24)[0] == ""


def test_numbers_of_neighbours_do_not_cover_pins() -> None:
    x, y = arrays([(50, 50), (90, 50), (70, 85)])
    boxes = [
        number_box(a, b, 24, 18, side)
        for a, b, side in zip(x, y, number_sides(x, y, [18] * 3, 24), strict=True)
    ]
    pins = [pin_box(a, b, 24) for a, b in zip(x, y, strict=True)]
    for number, pin in itertools.product(boxes, pins):
        apart_x = number.right <= pin.left or number.left >= pin.right
        assert apart_x or number.bottom <= pin.top or number.top >= pin.bottom


def test_a_stop_stands_beside_its_place_where_nothing_is() -> None:
    assert plate_offset((50, 50), [], 24)[0] == 0
    below = pin_box(50, 74, 24)
    dx, dy = plate_offset((50, 50), [pin_box(50, 50, 24), below], 24)
    plate = plate_box(50 + dx, 50 + dy)
    assert plate.right <= below.left or plate.bottom <= below.top
