"""Heaps on paper: every number is read, nothing leaves the sheet; no window."""

import itertools
import random

import numpy as np

from walkshop.domain.geo import LonLat
from walkshop.ui.map.arrange import Arrangement, arrange
from walkshop.ui.map.callouts import SEARCH_LIMIT, all_opened
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.crossings import crossings, overlaps, passes
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pinset import Pin, PinSet
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.spread import Box, number_box, pin_box

CAMERA = Camera.over(LonLat(4.49, 51.93), 16, 600, 430)


def pins(*places: tuple[float, float]) -> PinSet:
    return PinSet(
        [Pin(str(n), CAMERA.to_lonlat(x, y), PinLook(nr=n)) for n, (x, y) in enumerate(places, 1)]
    )


def width(text: str, _size: float) -> float:
    return 9.0 * len(text)


def still(set_of: PinSet, shut: tuple[Box, ...] = ()) -> Arrangement:
    return all_opened(arrange(Scene(set_of), CAMERA, width), set_of, CAMERA, width, shut)


def boxes(how: Arrangement, set_of: PinSet) -> tuple[list[Box], list[Box]]:
    """The boxes of pins and of numbers, px."""
    x, y = set_of.screen(CAMERA)
    at = list(zip((x + how.dx).tolist(), (y + how.dy).tolist(), strict=True))
    words = [
        number_box(*at[n], how.size, width(pin.look.number, how.size), how.sides[n])
        for n, pin in enumerate(set_of.pins)
    ]
    return [pin_box(*spot, how.size) for spot in at], words


def hidden(how: Arrangement, set_of: PinSet) -> float:
    """Px of any number that pins or other numbers cover."""
    signs, words = boxes(how, set_of)
    covered = overlaps(np.array(words), np.array(signs)).sum()
    pairs = itertools.combinations(words, 2)
    return float(covered + sum(overlaps(np.array([a]), np.array([b]))[0] for a, b in pairs))


def test_pins_that_stand_free_stay() -> None:
    free = pins((100, 100), (300, 100))
    how = still(free)
    assert how.open == frozenset()
    assert not how.dx.any()


def test_every_number_of_a_heap_is_read() -> None:
    heap = pins(*[(300, 200)] * 12)
    how = still(heap)
    assert how.open == frozenset(range(12))
    assert hidden(how, heap) == 0


def test_no_line_of_a_heap_crosses_another_or_a_pin() -> None:
    heap = pins(*[(300, 200)] * 12)
    how = still(heap)
    signs, words = boxes(how, heap)
    x, y = heap.screen(CAMERA)
    lines = np.stack([x, y, x + how.dx, y + how.dy], axis=1)
    assert crossings(lines, lines).sum() == 0
    assert (passes(lines, np.array(signs)) == 1).all(), "each its own pin and no other"
    assert passes(lines, np.array(words)).sum() == 0


def test_a_heap_in_a_corner_stays_on_the_sheet() -> None:
    heap = pins(*[(8, 8)] * 9)
    how = still(heap)
    for box in itertools.chain(*boxes(how, heap)):
        assert box.left >= 0
        assert box.top >= 0
    assert hidden(how, heap) == 0


def test_heaps_keep_clear_of_each_other_and_of_what_is_shut() -> None:
    heap = pins(*[(200, 200)] * 7, *[(260, 200)] * 7)
    shut = Box(150, 230, 320, 300)
    how = still(heap, (shut,))
    assert hidden(how, heap) == 0
    signs, words = boxes(how, heap)
    assert overlaps(np.array(signs + words), np.array([shut])).sum() == 0


def test_a_pin_under_the_scale_bar_is_led_out_from_it() -> None:
    lone = pins((40, 410))
    shut = Box(10, 396, 150, 422)
    how = still(lone, (shut,))
    assert how.open == frozenset({0})
    assert overlaps(np.array(boxes(how, lone)[0]), np.array([shut])).sum() == 0


def test_sixty_pins_of_a_real_walk_are_all_read() -> None:
    chance = random.Random(5)
    places = [(chance.uniform(40, 560), chance.uniform(40, 390)) for _ in range(20)]
    places += [(x + chance.gauss(0, 14), y + chance.gauss(0, 14)) for x, y in places[:16] * 2]
    walk = pins(*places, *[(420, 300)] * 8)
    how = still(walk)
    room = sum((b.right - b.left) * (b.bottom - b.top) for b in boxes(how, walk)[1])
    assert hidden(how, walk) < 0.03 * room
    assert len(how.sides) == len(walk)


def test_the_same_walk_is_drawn_alike_twice() -> None:
    heap = pins(*[(300, 200)] * 9)
    assert np.array_equal(still(heap).dx, still(heap).dx)


def test_more_than_can_be_searched_stand_on_rings() -> None:
    heap = pins(*[(300, 200)] * (SEARCH_LIMIT + 5))
    how = still(heap)
    assert how.open == frozenset(range(len(heap)))
    signs, _ = boxes(how, heap)
    assert len({(round(b.left), round(b.top)) for b in signs}) == len(heap)
