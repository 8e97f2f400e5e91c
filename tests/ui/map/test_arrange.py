"""Whole scenes giving way, and heaps that open; no window."""

import numpy as np
import pytest

from walkshop.domain.geo import LonLat
from walkshop.ui.map.arrange import CROWD, arrange, local_heap, opened
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pinset import Pin, PinSet
from walkshop.ui.map.scene import Scene, StopMark

CAMERA = Camera.over(LonLat(4.49, 51.93), 16, 900, 600)


def pins(*places: tuple[float, float]) -> PinSet:
    """Pins 1, 2, ... at places in px."""
    return PinSet(
        [Pin(str(n), CAMERA.to_lonlat(x, y), PinLook(nr=n)) for n, (x, y) in enumerate(places, 1)]
    )


def width(text: str, _size: float) -> float:
    return 9.0 * len(text)


def test_few_pins_are_large_and_many_are_small() -> None:
    few = pins(*[(30 * n + 9, 100) for n in range(19)])
    many = pins(*[(30 * n + 9, 100) for n in range(20)])
    assert arrange(Scene(few), CAMERA, width).size == 32
    assert arrange(Scene(many), CAMERA, width).size == 24


def test_every_pin_with_room_shows_its_number() -> None:
    how = arrange(Scene(pins((100, 100), (300, 100))), CAMERA, width)
    assert how.sides == {0: "right", 1: "right"}


def test_a_stop_stands_clear_of_the_pin_on_its_place() -> None:
    scene = Scene(pins((100, 100)), (StopMark(1, CAMERA.to_lonlat(100, 100)),))
    ((dx, dy),) = arrange(scene, CAMERA, width).plates
    assert np.hypot(dx, dy) > 20


def test_a_crowd_stands_where_it_stands_without_numbers() -> None:
    crowd = pins(*[(n % 40 * 9, n // 40 * 9) for n in range(CROWD + 1)])
    how = arrange(Scene(crowd), CAMERA, width)
    assert how.crowded
    assert not how.dx.any()
    assert how.sides == {}


def test_an_open_heap_leads_back_to_every_place() -> None:
    heap = pins(*[(100, 100)] * 9)
    how = arrange(Scene(heap), CAMERA, width)
    (members,) = how.heaps
    fanned = opened(how, heap, CAMERA, members, None)
    assert fanned.open == frozenset(range(9))
    assert np.hypot(fanned.dx, fanned.dy).min() > how.size
    assert how.open == frozenset(), "the closed arrangement is not touched"


def test_a_selected_pin_holds_its_place_while_the_others_open() -> None:
    heap = pins(*[(100, 100)] * 9)
    how = arrange(Scene(heap), CAMERA, width)
    fanned = opened(how, heap, CAMERA, how.heaps[0], 4)
    assert (fanned.dx[4], fanned.dy[4]) == pytest.approx((0, 0))
    assert 4 not in fanned.open


def test_the_way_from_closed_to_open_ends_open() -> None:
    heap = pins(*[(100, 100)] * 9)
    how = arrange(Scene(heap), CAMERA, width)
    fanned = opened(how, heap, CAMERA, how.heaps[0], None)
    assert np.array_equal(how.between(fanned, 1).dx, fanned.dx)
    assert np.allclose(how.between(fanned, 0.5).dx, (how.dx + fanned.dx) / 2)


def test_in_a_crowd_only_the_neighbours_of_a_pin_are_its_heap() -> None:
    crowd = pins(*[(n % 40 * 20, n // 40 * 20) for n in range(800)], (3, 3))
    assert local_heap(crowd, CAMERA, 0, 24) == (0, 800)
    assert local_heap(crowd, CAMERA, 45, 24) == ()
