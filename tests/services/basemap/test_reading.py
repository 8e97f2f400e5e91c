"""The one door for maps: a real file opens with known counts or is refused with its sentence."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.basemap.mapfiles import STREET, feature, frame, geojson, write
from walkshop.domain.errors import WalkshopError
from walkshop.files import sample_map
from walkshop.services.basemap import reading
from walkshop.services.basemap.kinds import FileKind
from walkshop.services.basemap.reading import read_map

pytestmark = pytest.mark.slow

UNREADABLE = "This map cannot be read. Nothing was changed."
NO_KIND = "is of a kind that cannot be read."
EMPTY = "The file of this map is empty."
PICTURE = "Lay it under the walk as a plan with three points."
STREETS = {"path": 1312, "street": 1007}
TILED = {"path": 1445, "street": 1169}
RASTER: dict[str, int] = {}

EXPECTED: dict[str, dict[str, int] | str] = {
    "basemaps/crooswijk/SOURCE.md": NO_KIND,
    "basemaps/crooswijk/crooswijk_vector.mbtiles": TILED,
    "basemaps/crooswijk/crooswijk_vector.pmtiles": TILED,
    "basemaps/crooswijk/preview.png": PICTURE,
    "basemaps/crooswijk/rubroek_oudcrooswijk_osm.gpkg": {
        **STREETS, "water": 19, "rail": 77, "building": 3698,
    },
    "basemaps/crooswijk/streets_rd.gpkg": STREETS,
    "basemaps/crooswijk/streets_rotterdam_17k.gpkg": {"path": 4820, "street": 12174},
    "basemaps/mbtiles/LICENSE": NO_KIND,
    "basemaps/mbtiles/SOURCE.md": NO_KIND,
    "basemaps/mbtiles/corrupt.mbtiles": UNREADABLE,
    "basemaps/mbtiles/corrupt_null_tile.mbtiles": RASTER,
    "basemaps/mbtiles/plain_1.mbtiles": RASTER,
    "basemaps/mbtiles/some-empty-tiles.mbtiles": RASTER,
    "basemaps/osm_pbf/Helsinki.osm.pbf": {
        "street": 960, "path": 1483, "rail": 315, "water": 15, "building": 497, "square": 151,
        "green": 198, "label": 9,
    },
    "basemaps/osm_pbf/LICENSE": NO_KIND,
    "basemaps/osm_pbf/SOURCE.md": NO_KIND,
    "basemaps/osm_pbf/test.osm.pbf": {
        "street": 209, "path": 122, "rail": 1, "water": 1, "building": 2201, "green": 40,
        "label": 6,
    },
    "basemaps/pmtiles/LICENSE": NO_KIND,
    "basemaps/pmtiles/SOURCE.md": NO_KIND,
    "basemaps/pmtiles/empty.pmtiles": EMPTY,
    "basemaps/pmtiles/invalid.pmtiles": UNREADABLE,
    "basemaps/pmtiles/invalid_v4.pmtiles": "This kind of PMTiles cannot be read yet.",
    "basemaps/pmtiles/test_fixture_1.pmtiles": {"area": 1},
    "basemaps/pmtiles/test_fixture_mlt.pmtiles": "This kind of PMTiles cannot be read yet.",
    "basemaps/pmtiles/usgs-mt-whitney-8-15-webp-512.pmtiles": RASTER,
    "boundaries/cbs_buurten/SOURCE.md": NO_KIND,
    "boundaries/cbs_buurten/buurt_2017_crooswijk_wgs84.geojson": {"area": 9},
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_every_real_file_opens_or_is_refused_with_its_sentence(
    shared_data: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    expected = EXPECTED[name]
    if isinstance(expected, str):
        with pytest.raises(WalkshopError) as refused:
            read_map(shared_data / name)
        assert expected in str(refused.value)
    else:
        data = read_map(shared_data / name).data
        assert Counter(feature.layer for feature in data.features) == expected
        assert (data.tiles is not None) == (expected is RASTER)
    assert capfd.readouterr() == ("", "")


def test_no_real_file_is_forgotten(shared_data: Path) -> None:
    folders = (shared_data / "basemaps", shared_data / "boundaries")
    there = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert {str(path.relative_to(shared_data)) for path in there} == set(EXPECTED)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("map.gpkg", b"", EMPTY),
        ("photo.jpg", b"\xff\xd8\xff\xe0 photo", PICTURE),
        ("plan.pdf", b"%PDF-1.7", PICTURE),
        ("plan.tif", b"II*\x00rest", PICTURE),
        ("plan.heic", b"\x00\x00\x00\x18ftypheic", PICTURE),
        ("walk.gpx", b'<?xml version="1.0"?>\n<gpx version="1.1"></gpx>', "route, not a map"),
        ("map.zip", b"PK\x03\x04....", "Unpack it first"),
        ("wegen.dbf", b"\x03 dbf", "ends in .shp"),
        ("notes.txt", b"nothing of a map", NO_KIND),
        ("map.pmtiles", b"this is text", UNREADABLE),
        ("map.gpkg", b"this is text", UNREADABLE),
        ("map.gpkg", b"SQLite format 3\x00 and then nothing", UNREADABLE),
        ("map.geojson", b'{"type": "FeatureCollection", "features": [{"type":', UNREADABLE),
        ("list.json", b'{"a": 1}', UNREADABLE),
        ("map.fgb", b"fgb\x03fgb\x00rest", "nothing on this map"),
        ("map.osm.pbf", b"\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\x7cbroken", UNREADABLE),
        ("map.osm", b"<osm><node id='1' lat='52'", UNREADABLE),
    ],
)
def test_what_is_no_map_says_what_it_is_and_what_to_do(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, content: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(WalkshopError) as refused:
        read_map(path)
    assert sentence in str(refused.value)
    assert refused.value.hint is not None
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("there", [False, True])
def test_a_missing_file_and_a_folder_are_no_map(tmp_path: Path, there: bool) -> None:
    path = tmp_path / "map.gpkg"
    if there:
        path.mkdir()
    with pytest.raises(WalkshopError, match="There is no file"):
        read_map(path)


def test_our_own_walk_files_and_sketches_are_known() -> None:
    with pytest.raises(WalkshopError, match="This is a walk, not a map"):
        read_map(sample_map("crooswijk.gpkg"))
    sketch = read_map(sample_map("sketch", "crooswijk.geojson")).data
    assert sketch.notice["nl"] == "schets, niet op schaal"


def test_a_geojson_that_is_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(reading.LARGEST_MB, FileKind.GEOJSON, 0)
    path = geojson(tmp_path / "a.geojson", feature("LineString", [[4, 52], [4, 53]]))
    with pytest.raises(WalkshopError, match="larger than 0 MB"):
        read_map(path)


@pytest.mark.parametrize("ending", [".mbtiles", ".pmtiles"])
def test_tiles_of_lines_and_areas_become_one_map(tmp_path: Path, ending: str) -> None:
    made = frame([STREET], name=["Lange straat"], **{"class": ["primary"]})
    path = write(tmp_path / f"a{ending}", made, "transportation", MINZOOM=14, MAXZOOM=14)
    found = read_map(path).data.features
    assert {(f.layer, f.grade, f.name) for f in found} == {("street", "main", "Lange straat")}


def test_a_database_that_is_no_map_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.sqlite"
    with closing(sqlite3.connect(path)) as base:
        base.execute("CREATE TABLE list (a)")
        base.commit()
    with pytest.raises(WalkshopError, match=NO_KIND):
        read_map(path)
