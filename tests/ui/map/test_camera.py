"""The camera in plain Python: no window."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkshop.domain.geo import Bounds, LonLat, haversine_m
from walkshop.ui.map.camera import MAX_ZOOM, MIN_ZOOM, Camera, ScreenPoint

MARNIXPLEIN = LonLat(4.4914, 51.9319)
places = st.builds(LonLat, st.floats(-170, 170), st.floats(-70, 70))


def camera(zoom: float = 16) -> Camera:
    return Camera.over(MARNIXPLEIN, zoom, 800, 600)


def test_the_centre_stands_in_the_middle_of_the_viewport() -> None:
    assert camera().to_screen(MARNIXPLEIN) == pytest.approx((400, 300))


@given(places, st.floats(6, 20), st.floats(0, 800), st.floats(0, 600))
def test_what_is_under_a_point_is_drawn_at_that_point(
    at: LonLat, zoom: float, x: float, y: float
) -> None:
    here = Camera.over(at, zoom, 800, 600)
    assert here.to_screen(here.to_lonlat(x, y)) == pytest.approx((x, y), abs=0.01)


def test_north_is_up_and_east_is_right() -> None:
    north_east = camera().to_screen(LonLat(4.4924, 51.9329))
    assert north_east.x > 400
    assert north_east.y < 300


def test_pulling_the_map_takes_every_place_along() -> None:
    before = camera().to_screen(LonLat(4.49, 51.93))
    after = camera().panned(30, -12).to_screen(LonLat(4.49, 51.93))
    assert after == pytest.approx((before.x + 30, before.y - 12))


def test_zooming_about_a_point_leaves_the_place_under_it_where_it_is() -> None:
    about = ScreenPoint(620, 70)
    held = camera().to_lonlat(*about)
    assert camera().zoomed_to(17.3, about).to_screen(held) == pytest.approx(about)


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9, 1.0])
def test_the_pointer_keeps_its_place_during_the_whole_of_a_zoom(part: float) -> None:
    about = ScreenPoint(620, 70)
    held = camera().to_lonlat(*about)
    goal = camera().zoomed_to(18, about)
    assert camera().between(goal, part).to_screen(held) == pytest.approx(about, abs=0.01)


def test_zoom_stays_within_its_limits() -> None:
    assert camera().zoomed_to(40).zoom == MAX_ZOOM
    assert camera().zoomed_to(-3).zoom == MIN_ZOOM


def test_a_metre_on_the_ground_is_a_true_metre() -> None:
    here = camera()
    east = haversine_m(here.to_lonlat(400, 300), here.to_lonlat(500, 300))
    assert here.metres_per_px * 100 == pytest.approx(east, rel=0.005)


def test_fitting_shows_the_whole_box_with_room_around_it() -> None:
    box = Bounds(4.4845, 51.9238, 4.5032, 51.9371)
    here = Camera.fitting(box, 800, 600, 40)
    west, north = here.to_screen(LonLat(box.west, box.north))
    east, south = here.to_screen(LonLat(box.east, box.south))
    assert min(west, north, 800 - east, 600 - south) >= 39.99
    assert min(west, north) == pytest.approx(40)


def test_fitting_a_single_place_shows_its_street() -> None:
    box = Bounds(*MARNIXPLEIN, *MARNIXPLEIN)
    here = Camera.fitting(box, 800, 600, 40)
    assert here.at == pytest.approx(MARNIXPLEIN)
    assert 0.5 < here.metres_per_px < 2


def test_a_viewport_smaller_than_its_padding_still_fits() -> None:
    here = Camera.fitting(Bounds(4.4, 51.9, 4.5, 52), 30, 20, 48)
    assert math.isfinite(here.zoom)


def test_bounds_are_what_the_corners_show() -> None:
    seen = camera().bounds
    assert camera().to_screen(LonLat(seen.west, seen.north)) == pytest.approx((0, 0), abs=0.01)
    assert seen.contains(MARNIXPLEIN)
