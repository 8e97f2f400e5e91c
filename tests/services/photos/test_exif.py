"""What cameras write, and what of it cannot be true."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from PIL.TiffImagePlugin import IFDRational

from tests.services.photos.camera import gps, new_id, shot, taken
from walkshop.services.photos.exif import place_of, taken_of
from walkshop.services.photos.preparing import prepare_photo

NAN = IFDRational(0, 0)


def told(**blocks):
    return prepare_photo(shot(**blocks), "a.jpg", new_id)


@pytest.mark.parametrize(
    ("block", "place"),
    [
        (gps((51.0, 55.0, 48.0), (4.0, 29.0, 24.0)), (4.49, 51.93)),
        (gps((51.0, 55.8, 0.0), (4.0, 29.4, 0.0)), (4.49, 51.93)),  # decimal minutes
        (gps((51.93, 0.0, 0.0), (4.49, 0.0, 0.0)), (4.49, 51.93)),  # decimal degrees
        (gps((33.0, 52.0, 0.0), (70.0, 30.0, 0.0), "S", "W"), (-70.5, -33.866667)),
        (gps((33.0, 52.0, 0.0), (70.0, 30.0, 0.0), "s", "w"), (-70.5, -33.866667)),
        (gps((-33.0, 52.0, 0.0), (-70.0, 30.0, 0.0), "", ""), (-70.5, -33.866667)),
        (gps((51.0, 55.0), (4.0, 29.0)), (4.483333, 51.916667)),
    ],
)
def test_a_place_is_read_however_it_is_written(block, place):
    assert place_of(block) == pytest.approx(place, abs=1e-6)


@pytest.mark.parametrize(
    "block",
    [
        {},
        {2: (51.0, 55.0, 48.0)},
        gps((0.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
        gps((51.0, 55.0, NAN), (4.0, 29.0, 24.0)),
        gps((51.0, 55.0, float("nan")), (4.0, 29.0, 24.0)),
        gps((float("inf"), 0.0, 0.0), (4.0, 29.0, 24.0)),
        gps((91.0, 0.0, 0.0), (4.0, 0.0, 0.0)),
        gps((51.0, 0.0, 0.0), (181.0, 0.0, 0.0)),
        gps((), ()),
        gps("51", "4"),
        gps(None, None),
    ],
)
def test_a_place_that_cannot_be_is_none(block):
    assert place_of(block) is None


def test_an_empty_block_and_zero_by_zero_survive_a_whole_photo():
    assert told(where={}).at is None
    zero = IFDRational(0, 0)
    assert told(where=gps((zero, zero, zero), (zero, zero, zero))).at is None


def test_the_clock_of_the_camera_counts_in_the_zone_of_this_machine_unless_it_names_one():
    here = datetime(2027, 3, 8, 10, 15).astimezone()
    assert told(detail=taken("2027:03:08 10:15:00")).taken_at == here
    named = told(detail={0x9003: "2027:03:08 10:15:00", 0x9011: "+05:30"}).taken_at
    assert named == datetime(2027, 3, 8, 10, 15, tzinfo=timezone(timedelta(hours=5.5)))


@pytest.mark.parametrize(
    "when",
    ["", "0000:00:00 00:00:00", "    :  :     :  :  ", "2017:01:01 00:00:00", "2027-03-08",
     "1970:01:02 10:00:00", "2027:13:40 99:00:00", 7, b"\xff\xfe"],
)  # fmt: skip
def test_a_time_that_cannot_be_is_none(when):
    assert taken_of({}, {0x9003: when}) is None


def test_a_nonsense_first_time_gives_way_to_the_next():
    assert taken_of({0x0132: "2027:03:08 10:15:00"}, {0x9003: "0000:00:00 00:00:00"}) is not None


def test_the_clock_of_the_satellites_is_in_utc():
    block = gps((51.0, 55.0, 48.0), (4.0, 29.0, 24.0), t7=(9.0, 14.0, 30.0), t29="2027:03:08")
    assert told(where=block).satellites_at == datetime(2027, 3, 8, 9, 14, 30, tzinfo=UTC)


def test_two_cameras_of_one_kind_are_told_apart_and_not_named():
    def camera(serial):
        return told(base={0x010F: "Canon", 0x0110: "Canon A85"}, detail={0xA431: serial})

    one, two = camera("111"), camera("222")
    assert one.camera != two.camera
    assert one.camera == camera("111").camera
    assert one.camera_name == "Canon A85"
    assert "111" not in one.camera
    assert told().camera == ""


def test_how_far_off_a_place_may_be_comes_along():
    near = gps((51.0, 55.0, 48.0), (4.0, 29.0, 24.0), t31=12.5)
    assert told(where=near).accuracy_m == 12.5
    absurd = gps((51.0, 55.0, 48.0), (4.0, 29.0, 24.0), t31=999_999.0)
    assert told(where=absurd).accuracy_m is None
