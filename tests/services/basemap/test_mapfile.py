"""The map file beside the walk: written whole, valid for others, and read as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyogrio
import pytest

from tests.services.gpkg.test_valid import say_if_invalid
from tests.tileserver import png
from walkshop.domain.errors import WalkshopError
from walkshop.files import sample_map
from walkshop.services.basemap.data import Feature, MapData, Shape, WebSource
from walkshop.services.basemap.mapfile import (
    Picture,
    is_map_file,
    read_map_file,
    write_map_file,
    write_tiles,
)
from walkshop.services.basemap.sketch import read_sketch

RING = ((500000.0, 6780000.0), (500100.0, 6780000.0), (500100.0, 6780100.0), (500000.0, 6780000.0))
HOLE = ((500060.0, 6780010.0), (500080.0, 6780010.0), (500080.0, 6780030.0), (500060.0, 6780010.0))
MAP = MapData(
    (
        Feature("building", Shape.AREA, (RING, HOLE), "Molen"),
        Feature("street", Shape.LINE, (RING[:3],), "Dorpsstraat", "residential", 1, oneway=True),
        Feature("label", Shape.POINT, ((RING[1],),), "Plein", "square"),
        Feature("x'; DROP TABLE gpkg_contents; --", Shape.LINE, (RING[:2],), "'); --"),
    ),
    {"": "© Makers"},
    {"nl": "schets"},
    "ODbL",
)


def pictures() -> Iterator[Picture]:
    for column in (33_000, 33_001):
        yield (16, column, 21_000, png())


def as_written(data: MapData) -> list[Feature]:
    """The features in the order of a map file: by table, then as they came."""
    return sorted(data.features, key=lambda one: (one.layer, one.shape, one.parts))


def test_a_map_reads_as_it_was_written(tmp_path: Path) -> None:
    written = write_map_file(tmp_path / "a.map.gpkg", MAP)
    again = read_map_file(tmp_path / "a.map.gpkg")
    assert as_written(again) == as_written(MAP)
    assert (again.attribution, again.notice, again.licence) == (
        MAP.attribution,
        MAP.notice,
        MAP.licence,
    )
    assert (written.features, written.pictures, again.tiles) == (4, 0, None)


def test_the_sketch_that_ships_loses_nothing(tmp_path: Path) -> None:
    sketch = read_sketch(sample_map("sketch", "crooswijk.geojson"))
    write_map_file(tmp_path / "a.map.gpkg", sketch)
    again = read_map_file(tmp_path / "a.map.gpkg")
    assert len(again.features) == sum(
        len(one.parts) if one.shape is not Shape.AREA else 1 for one in sketch.features
    )
    assert {(one.layer, one.grade, one.name) for one in again.features} == {
        (one.layer, one.grade, one.name) for one in sketch.features
    }


def test_pictures_are_found_by_their_number_and_nothing_else_is(tmp_path: Path) -> None:
    path = tmp_path / "a.map.gpkg"
    source = WebSource("test", {"": "Test"}, "https://example.org/{z}/{x}/{y}", "© Test", "CC0")
    junk = [(16, 33_002, 21_000, b"<html>"), (16, 33_003, 21_000, b"")]
    assert write_tiles(path, source, [*pictures(), *junk]).pictures == 2
    data = read_map_file(path)
    assert data.tiles is not None
    assert data.tiles.tile(16, 33_001, 21_000) == png()
    assert data.tiles.tile(16, 33_002, 21_000) is None
    assert (data.tiles.min_zoom, data.tiles.max_zoom, data.tiles.tile_px) == (16, 16, 256)
    assert data.attribution == {"": "© Test"}


@pytest.mark.parametrize("data", [MAP, MapData(())], ids=["vector", "pictures"])
def test_other_programs_open_it_and_the_validator_finds_nothing(
    tmp_path: Path, data: MapData
) -> None:
    path = tmp_path / "a.map.gpkg"
    write_map_file(path, data, [] if data.features else pictures())
    say_if_invalid(path)
    layers = {str(name) for name, _kind in pyogrio.list_layers(path)}
    assert layers >= ({"street_line", "building_area"} if data.features else set())


def test_names_and_numbers_are_what_others_read(tmp_path: Path) -> None:
    write_map_file(tmp_path / "a.map.gpkg", MAP)
    frame = pyogrio.read_dataframe(tmp_path / "a.map.gpkg", layer="street_line")
    assert frame.crs.to_epsg() == 3857
    assert frame[["name", "grade", "level"]].values.tolist() == [["Dorpsstraat", "residential", 1]]


def test_a_map_takes_the_place_of_another_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.map.gpkg"
    write_map_file(path, MAP)
    before = path.read_bytes()

    def stopped() -> Iterator[Picture]:
        yield (16, 33_000, 21_000, png())
        raise InterruptedError

    with pytest.raises(WalkshopError):
        write_map_file(path, replace(MAP, features=()), stopped())
    assert path.read_bytes() == before
    assert [left.name for left in tmp_path.iterdir()] == ["a.map.gpkg"]


def test_what_others_did_to_it_is_left_alone_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.map.gpkg"
    write_map_file(path, MAP)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE street_line SET geom = x'00', level = 'many'")
        other.execute("UPDATE building_area SET geom = NULL")
    other.close()
    assert {one.layer for one in read_map_file(path).features} == {
        "label",
        "x'; DROP TABLE gpkg_contents; --",
    }
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(WalkshopError, match="cannot be read"):
        read_map_file(path)


def test_only_our_own_map_files_are_taken_for_one(tmp_path: Path) -> None:
    write_map_file(tmp_path / "a.map.gpkg", MAP)
    (tmp_path / "b.gpkg").write_bytes(b"no database at all, but rather long" * 100)
    assert is_map_file(tmp_path / "a.map.gpkg")
    assert not is_map_file(tmp_path / "b.gpkg")
    assert not is_map_file(sample_map("crooswijk.gpkg"))
    assert not is_map_file(tmp_path / "not there")
