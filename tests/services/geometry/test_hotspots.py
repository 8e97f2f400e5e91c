"""Density as bands: where it is high, how far it reaches, and when it says nothing."""

import math
import random
from itertools import pairwise

import pytest
import shapely

from walkshop.domain.geo import LonLat, haversine_m
from walkshop.services.geometry.hotspots import BANDS, Band, hot_spots

HERE = LonLat(4.4914, 51.9319)


def around(at: LonLat, count: int, seed: int = 1) -> list[LonLat]:
    """Places some 30 m around a place."""
    chance = random.Random(seed)
    return [
        LonLat(at.lon + chance.gauss(0, 0.0004), at.lat + chance.gauss(0, 0.00027))
        for _ in range(count)
    ]


def cover(band: Band) -> shapely.MultiPolygon:
    return shapely.MultiPolygon([shapely.Polygon(area[0], area[1:]) for area in band.areas])


def test_fewer_than_five_places_are_no_pattern() -> None:
    assert hot_spots(around(HERE, 4)) == ()
    assert hot_spots([]) == ()


def test_places_that_stand_alone_are_no_hot_spot() -> None:
    alone = [LonLat(HERE.lon + n * 0.02, HERE.lat) for n in range(8)]
    assert hot_spots(alone) == ()


def test_each_band_lies_within_the_one_before() -> None:
    bands = hot_spots(around(HERE, 40))
    assert len(bands) == BANDS
    assert [band.share for band in bands] == sorted(band.share for band in bands)
    for wide, narrow in pairwise(map(cover, bands)):
        assert narrow.area < wide.area
        assert shapely.difference(narrow, wide).area < narrow.area * 1e-6


def test_the_hottest_band_is_where_most_was_said() -> None:
    there = LonLat(HERE.lon + 0.01, HERE.lat)
    bands = hot_spots([*around(HERE, 30), *around(there, 10, 2)])
    middle = cover(bands[-1]).centroid
    assert haversine_m(LonLat(middle.x, middle.y), HERE) < 30
    assert len(bands[0].areas) == 2, "the second spot is seen too"


def test_a_spot_reaches_as_far_as_the_kernel_says() -> None:
    # One point many times over: the density falls to a share s at bandwidth * sqrt(-2 ln s).
    for band in hot_spots([HERE] * 20, bandwidth_m=60):
        reach = 60 * (-2 * math.log(band.share)) ** 0.5
        for corner in band.areas[0][0]:
            assert haversine_m(corner, HERE) == pytest.approx(reach, abs=4)


def test_a_wider_kernel_covers_more() -> None:
    places = around(HERE, 40)
    wide, narrow = (hot_spots(places, bandwidth_m=m)[0] for m in (120, 40))
    assert cover(wide).area > cover(narrow).area


def test_the_order_of_places_changes_nothing() -> None:
    places = around(HERE, 60)
    shares = [band.share for band in hot_spots(places)]
    again = hot_spots(places[::-1])
    assert [band.share for band in again] == pytest.approx(shares)
    for one, other in zip(hot_spots(places), again, strict=True):
        assert shapely.symmetric_difference(cover(one), cover(other)).area < 1e-12


def test_a_spot_keeps_its_hole() -> None:
    ring = [cover(Band(1, ((_circle(HERE, 300),),)))]
    corners = [LonLat(*at) for at in ring[0].geoms[0].exterior.coords]
    bands = hot_spots(corners, bandwidth_m=40)
    assert any(len(area) > 1 for band in bands for area in band.areas)
    assert not cover(bands[0]).contains(shapely.Point(HERE))


def _circle(at: LonLat, radius_m: float) -> tuple[LonLat, ...]:
    north = math.degrees(radius_m / 6_371_000)
    east = north / math.cos(math.radians(at.lat))
    turns = [2 * math.pi * n / 60 for n in range(60)]
    return tuple(LonLat(at.lon + east * math.cos(t), at.lat + north * math.sin(t)) for t in turns)
