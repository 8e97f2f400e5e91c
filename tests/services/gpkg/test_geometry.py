"""Geometry blobs, and the functions that a spatial index of others calls."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing

import pytest
import shapely

from tests.services.gpkg.filled import HERE, RING
from walkshop.domain.geo import LonLat
from walkshop.services.gpkg.geometry import (
    box_of,
    line_of,
    pack_area,
    pack_areas,
    pack_line,
    pack_point,
    point_of,
    register,
    rings_of,
)

WEST, SOUTH, EAST, NORTH = 4.4921, 51.9342, 4.5, 51.94


def blob_of(wkt: str, flags: int = 1, envelope: bytes = b"") -> bytes:
    """The blob that another program writes."""
    header = struct.pack("<2sBBi", b"GP", 0, flags, 4326)
    return header + envelope + shapely.to_wkb(shapely.from_wkt(wkt), output_dimension=3)


def test_what_is_packed_is_read_back() -> None:
    assert point_of(pack_point(HERE)) == HERE
    assert line_of(pack_line(RING)) == RING
    assert rings_of(pack_area(RING)) == (RING,)
    assert rings_of(pack_areas([RING, RING])) == (RING, RING)


@pytest.mark.parametrize("kind", [1, 2, 3, 4])
def test_any_envelope_of_another_program_is_skipped(kind: int) -> None:
    doubles = (0, 4, 6, 6, 8)[kind]
    blob = blob_of("POINT (4.4921 51.9342)", 1 | kind << 1, b"\0" * 8 * doubles)
    assert point_of(blob) == HERE


def test_other_geometries_give_a_point_on_them() -> None:
    assert point_of(blob_of("MULTIPOINT ((4.4921 51.9342))")) == HERE
    assert point_of(blob_of("POINT Z (4.4921 51.9342 3)")) == HERE
    assert line_of(blob_of("MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))")) == ((1, 2), (3, 4))
    assert rings_of(blob_of("POINT (1 2)")) == ()


BAD = [None, "text", b"", b"GP", b"GP\0\x01" + b"\0" * 4, b"XX" + b"\0" * 40, pack_line(RING)[:-3]]


@pytest.mark.parametrize("blob", [*BAD, blob_of("POINT EMPTY"), b"GP\0\x0f" + b"\0" * 90])
def test_what_is_no_geometry_reads_as_none(blob: object) -> None:
    assert point_of(blob) is None
    assert line_of(blob) == ()
    assert rings_of(blob) == ()


@pytest.mark.parametrize("at", [(float("nan"), 1.0), (181.0, 1.0), (1.0, float("inf"))])
def test_a_point_off_the_earth_reads_as_none(at: tuple[float, float]) -> None:
    assert point_of(pack_point(LonLat(*at))) is None


@pytest.mark.parametrize("blob", [pack_line(RING), pack_area(RING), pack_areas([RING])])
def test_the_five_functions_tell_where_a_geometry_lies(blob: bytes) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        register(connection)
        query = "SELECT ST_MinX(?1), ST_MinY(?1), ST_MaxX(?1), ST_MaxY(?1), ST_IsEmpty(?1)"
        assert connection.execute(query, (blob,)).fetchone() == (WEST, SOUTH, EAST, NORTH, 0)


@pytest.mark.parametrize(("blob", "empty"), [(None, None), (pack_areas([]), 1), (b"GP", 1)])
def test_the_five_functions_bear_what_is_empty(blob: bytes | None, empty: int | None) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        register(connection)
        query = "SELECT ST_MinX(?1), ST_IsEmpty(?1)"
        assert connection.execute(query, (blob,)).fetchone() == (None, empty)


def test_a_point_has_a_box_without_extent() -> None:
    assert box_of(pack_point(HERE)) == (WEST, WEST, SOUTH, SOUTH)
    assert box_of(blob_of("POINT Z (4.4921 51.9342 3)")) == (WEST, WEST, SOUTH, SOUTH)
