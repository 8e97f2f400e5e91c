"""A damaged map file is read as far as it goes or refused in a sentence, never a failure."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import geopandas
import pytest
from shapely import LineString, Point

from tests.domain.builders import STAMP, a_walk
from walkshop.domain.edits.intake import bring_in
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.services.gpkg.geometry import pack_line, pack_point
from walkshop.services.intake import AS_NAMED, propose

pytestmark = pytest.mark.slow

TRIES = 40
HERE, THERE = LonLat(4.49, 51.93), LonLat(4.5, 51.94)

_ids = count(1)


def gpx(path: Path) -> None:
    points = "".join(f'<trkpt lat="51.9{n}" lon="4.4{n}"><time>x</time></trkpt>' for n in range(9))
    path.write_text(
        f'<gpx><wpt lat="51.9" lon="4.4"><name>Bank</name></wpt><trk>{points}</trk></gpx>',
        encoding="utf-8",
    )


def kml(path: Path) -> None:
    point = "<Point><coordinates>4.49,51.93</coordinates></Point>"
    mark = f"<Placemark><name>Bank</name><description>&lt;b&gt;x</description>{point}</Placemark>"
    path.write_text(f"<kml><Folder><name>Sport</name>{mark * 5}</Folder></kml>", encoding="utf-8")


def geojson(path: Path) -> None:
    line = {"type": "LineString", "coordinates": [list(HERE), list(THERE)]}
    one = {"type": "Feature", "geometry": line, "properties": {"tekst": "Bank", "n": 3}}
    text = json.dumps({"type": "FeatureCollection", "features": [one] * 5})
    path.write_text(text, encoding="utf-8")


def gpkg(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript(
            "PRAGMA page_size = 512;"
            "CREATE TABLE gpkg_contents (table_name, identifier, data_type);"
            "CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id);"
            "CREATE TABLE notes (fid INTEGER PRIMARY KEY, geom, tekst TEXT, foto TEXT);"
            "INSERT INTO gpkg_contents VALUES ('notes', 'notes', 'features');"
            "INSERT INTO gpkg_geometry_columns VALUES ('notes', 'geom', 4326);"
        )
        drawn = [pack_point(HERE), pack_line([HERE, THERE])] * 10
        rows = [(blob, "Bank", "a.jpg") for blob in drawn]
        file.executemany("INSERT INTO notes (geom, tekst, foto) VALUES (?, ?, ?)", rows)


def flatgeobuf(path: Path) -> None:
    drawn = [Point(HERE), LineString([HERE, THERE])] * 5
    geopandas.GeoDataFrame({"tekst": ["Bank"] * 10}, geometry=drawn, crs=4326).to_file(path)


@pytest.mark.filterwarnings("ignore")  # of the library that writes and reads FlatGeobuf
@pytest.mark.parametrize(
    ("ending", "make"),
    [("gpx", gpx), ("kml", kml), ("geojson", geojson), ("gpkg", gpkg), ("fgb", flatgeobuf)],
)
def test_a_damaged_file_never_fails_in_another_way(
    tmp_path: Path, ending: str, make: Callable[[Path], None]
):
    path = tmp_path / f"map.{ending}"
    make(path)
    whole = path.read_bytes()
    assert len(propose(path, a_walk(), AS_NAMED, lambda: f"id {next(_ids)}").rows) > 0
    chance = random.Random(ending)
    for _ in range(TRIES):
        raw = bytearray(whole[: chance.choice([len(whole), chance.randrange(1, len(whole))])])
        for _ in range(chance.choice([1, 3, 30])):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        path.write_bytes(raw)
        try:
            rows = propose(path, a_walk(), AS_NAMED, lambda: f"id {next(_ids)}").rows
        except WalkshopError:
            continue
        assert len(bring_in(a_walk(), rows, STAMP).added) == len(rows)
