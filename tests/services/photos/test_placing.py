"""Where photos belong: by place, by time along a track, or nowhere with a reason."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from walkshop.domain.geo import Bounds, LonLat, haversine_m
from walkshop.domain.records import NOT_YET, Photo, PhotoId, Point
from walkshop.services.intake.proposal import Track
from walkshop.services.photos.placing import (
    Ground,
    How,
    cameras_of,
    place_photo,
    suggest_offsets,
    timeline_of,
)
from walkshop.services.photos.preparing import Prepared

START = datetime(2027, 3, 8, 10, 0, tzinfo=UTC)
CROOSWIJK = Bounds(4.45, 51.90, 4.55, 51.96)


def minutes(n: float) -> datetime:
    return START + timedelta(minutes=n)


def east(n: float) -> LonLat:
    """So many steps of 0.001 degrees (69 m) along the track."""
    return LonLat(4.48 + n / 1000, 51.93)


TRACK = Track("walk", tuple(east(n) for n in range(11)), tuple(minutes(n) for n in range(11)))
TIMELINE = timeline_of([TRACK])


def photo(at=None, taken=None, camera="one", satellites=None) -> Prepared:
    return Prepared(Photo(id=PhotoId("p")), b"", at, None, taken, satellites, camera, camera)


def placed(shot: Prepared, near: Bounds | None = CROOSWIJK, **offsets: float):
    return place_photo(shot, Ground(TIMELINE, near, offsets))


def test_the_place_of_the_camera_goes_first_and_is_no_guess():
    here = LonLat(4.5, 51.92)
    found = placed(photo(here, minutes(3)))
    assert (found.how, found.place) == (How.CAMERA, Point(here))


def test_without_a_place_the_time_along_the_track_tells():
    found = placed(photo(taken=minutes(3.5)))
    assert found.how is How.TIME
    assert isinstance(found.place, Point)
    assert found.place.assumed
    assert haversine_m(found.place.at, east(3.5)) < 1


def test_a_clock_that_is_off_is_put_right_for_its_own_camera_only():
    slow = photo(taken=minutes(-57))
    assert placed(slow).place == NOT_YET
    right = placed(slow, one=3600.0).place
    assert isinstance(right, Point)
    assert haversine_m(right.at, east(3)) < 1
    assert placed(photo(taken=minutes(-57), camera="two"), one=3600.0).place == NOT_YET


@pytest.mark.parametrize(
    ("minute", "how"), [(-2, How.TIME), (12, How.TIME), (-10, How.NOT), (30, How.NOT)]
)
def test_just_before_and_after_the_walk_one_stood_at_its_ends(minute, how):
    assert placed(photo(taken=minutes(minute))).how is how


def test_a_long_gap_places_nothing_unless_one_came_back_to_the_same_spot():
    gap = Track("gap", (east(0), east(10)), (minutes(0), minutes(40)))
    rest = Track("rest", (east(0), east(1)), (minutes(0), minutes(40)))
    one = photo(taken=minutes(20))
    assert place_photo(one, Ground(timeline_of([gap]))).how is How.NOT
    assert place_photo(one, Ground(timeline_of([rest]))).how is How.TIME


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (photo(LonLat(12.49, 41.85)), "far from this walk"),
        (photo(), "neither place nor time"),
        (photo(taken=minutes(300)), "nobody was on the track"),
    ],
)
def test_a_photo_without_a_place_says_why(one, why):
    found = placed(one)
    assert found.place == NOT_YET
    assert found.why_not is not None
    assert why in found.why_not.id


def test_a_far_place_gives_way_to_the_time_on_the_track():
    assert placed(photo(LonLat(12.49, 41.85), minutes(3))).how is How.TIME


def test_without_any_place_in_the_walk_nothing_is_far():
    assert placed(photo(LonLat(12.49, 41.85)), near=None).how is How.CAMERA


def test_points_without_a_time_and_tracks_without_any_do_no_harm():
    patchy = Track("a", (east(0), east(1), east(2)), (minutes(0), None, minutes(2)))
    assert timeline_of([patchy, Track("b", (east(0), east(1)))]).seconds == (
        minutes(0).timestamp(), minutes(2).timestamp(),
    )  # fmt: skip


def test_the_offset_of_a_camera_comes_from_its_photos_with_a_place():
    late = timedelta(hours=1, seconds=7)
    shots = [photo(east(n), minutes(n) - late) for n in (1, 4, 7)]
    slip = photo(east(2), minutes(200))
    away = photo(LonLat(4.5, 51.95), minutes(5))
    assert suggest_offsets([*shots, slip, away], TIMELINE) == {"one": 3607.0}


def test_the_clock_of_the_satellites_needs_no_track():
    shots = [
        photo(east(1), minutes(1), satellites=minutes(1) + timedelta(seconds=n))
        for n in (9, 10, 11)
    ]
    assert suggest_offsets(shots, timeline_of([])) == {"one": 10.0}


def test_another_day_is_no_offset():
    assert suggest_offsets([photo(east(1), minutes(1) - timedelta(days=2))], TIMELINE) == {}


def test_cameras_are_listed_with_what_their_photos_lack():
    shots = [photo(east(1), camera="phone"), photo(taken=START), photo()]
    found = [(one.name, one.photos, one.without_place, one.dated) for one in cameras_of(shots)]
    assert found == [("one", 2, 2, 1), ("phone", 1, 0, 0)]
