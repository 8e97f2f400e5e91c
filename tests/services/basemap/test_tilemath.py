"""The numbering of squares, against figures that others published."""

from __future__ import annotations

import pytest

from walkshop.domain.geo import Bounds, LonLat, to_mercator
from walkshop.services.basemap.tilemath import (
    TileId,
    count_over,
    overlap,
    tile_at,
    tiles_over,
    zooms_within,
)

AREA = Bounds(4.47, 51.92, 4.51, 51.945)


@pytest.mark.parametrize(
    ("at", "zoom", "tile"),
    [
        (LonLat(0.1, 0.1), 0, TileId(0, 0, 0)),
        (LonLat(13.37771496361961, 52.51628011262304), 17, TileId(17, 70406, 42987)),
        (LonLat(-180, 85.06), 3, TileId(3, 0, 0)),
        (LonLat(180, -85.06), 3, TileId(3, 7, 7)),
        (LonLat(200, -90), 3, TileId(3, 7, 7)),
    ],
)
def test_a_place_lies_in_its_square(at: LonLat, zoom: int, tile: TileId) -> None:
    assert tile_at(at, zoom) == tile


def test_the_box_of_a_square_holds_the_place() -> None:
    for zoom in range(20):
        west, south, east, north = tile_at(AREA.centre, zoom).box
        there = to_mercator(AREA.centre)
        assert west <= there.x <= east
        assert south <= there.y <= north


def test_counting_is_as_making() -> None:
    for zoom in range(6, 18):
        tiles = list(tiles_over(AREA, zoom))
        assert len(set(tiles)) == len(tiles) == count_over(AREA, zoom)


def test_zooms_begin_where_the_area_fits_and_end_below_the_cap() -> None:
    zooms = zooms_within(AREA, 6, 17, 2_000)
    assert count_over(AREA, zooms[0]) <= 4
    assert zooms[-1] == 17
    small = zooms_within(AREA, 6, 17, 60)
    assert small[0] == zooms[0]
    total = sum(count_over(AREA, zoom) for zoom in small)
    assert total <= 60 < total + count_over(AREA, small[-1] + 1)


def test_an_area_that_is_too_large_at_the_coarsest_zoom_gives_none() -> None:
    assert not zooms_within(Bounds(-180, -85, 180, 85), 6, 17, 2_000)


def test_boxes_overlap_or_not() -> None:
    assert overlap(AREA, None) == AREA
    assert overlap(AREA, Bounds(4.5, 51, 5, 53)) == Bounds(4.5, 51.92, 4.51, 51.945)
    assert overlap(AREA, Bounds(5, 51, 6, 53)) is None
