"""Pins by the thousand: where they are and which is under the pointer; no window."""

import numpy as np
import pytest

from walkshop.domain.geo import LonLat, to_mercator
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.figures import Figure
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pinset import Pin, PinSet, nearest

HERE = LonLat(4.4914, 51.9319)


def pin(key: str, lon: float = HERE.lon, lat: float = HERE.lat, **look: object) -> Pin:
    return Pin(key, LonLat(lon, lat), PinLook(nr=int(key), **look))  # type: ignore[arg-type] # fields of PinLook


def test_places_agree_with_the_exact_projection() -> None:
    pins = PinSet([pin("1"), pin("2", -70.1, -33.4)])
    for n, one in enumerate(pins.pins):
        assert (pins.x[n], pins.y[n]) == pytest.approx(to_mercator(one.at))


def test_a_pin_is_found_by_its_key() -> None:
    pins = PinSet([pin("7"), pin("8")])
    assert pins.get("8") is pins.pins[1]
    assert pins.get("9") is None
    assert "7" in pins


def test_only_pins_in_the_viewport_and_its_margin_are_in_view() -> None:
    camera = Camera.over(HERE, 16, 400, 300)
    outside = camera.to_lonlat(410, 150)
    pins = PinSet([pin("1"), pin("2", *outside)])
    assert pins.in_view(camera).tolist() == [0]
    assert pins.in_view(camera, 20).tolist() == [0, 1]


def test_no_pins_are_no_trouble() -> None:
    none = PinSet()
    assert len(none.in_view(Camera.over(HERE, 16, 400, 300))) == 0
    assert nearest(none.x, none.y, (0, 0), 10) is None


def test_the_nearest_pin_within_reach_is_hit_and_the_upper_of_two() -> None:
    x, y = np.array([10.0, 40.0, 40.0]), np.array([10.0, 10.0, 10.0])
    assert nearest(x, y, (14, 10), 12) == 0
    assert nearest(x, y, (38, 10), 12) == 2
    assert nearest(x, y, (25, 40), 12) is None


def test_alike_pins_share_one_face_without_number() -> None:
    pins = PinSet([pin("1", kind="idea"), pin("2", kind="idea"), pin("3", kind="asset")])
    assert pins.face(0) is pins.face(1)
    assert pins.face(0) is not pins.face(2)
    assert pins.face(0).nr is None


def test_a_new_look_leaves_places_as_they_are_but_a_move_does_not() -> None:
    before = PinSet([pin("1", kind="idea")])
    assert before.same_places(PinSet([pin("1", kind="asset")]))
    assert not before.same_places(PinSet([pin("1", 4.5)]))
    assert not before.same_places(PinSet([pin("1", assumed=True)])), "~ makes the number wider"


def test_the_corners_of_a_line_count_and_not_the_pin_on_it() -> None:
    along = (LonLat(4.40, 51.90), LonLat(4.41, 51.91))
    line = Pin("1", HERE, PinLook(nr=1), figure=Figure(along))
    pins = PinSet([line, pin("2"), pin("3", 4.6)])
    assert pins.corners([0, 2]) == [*along, pins.pins[2].at]
