"""Map programs get every note, in the form that their standard asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.services.output.conftest import request_of
from tests.services.output.sample import bare
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Area, Line, Note, NoteId, Profile, Walk
from walkshop.services.output import export

CLOCKWISE = (LonLat(0, 0), LonLat(0, 1), LonLat(1, 1), LonLat(1, 0))


@pytest.fixture
def shaped() -> Walk:
    """A walk with a line and an area that turns right."""
    return bare().having(
        Note(id=NoteId("line"), nr=2, text="Rij", place=Line((LonLat(4, 51), LonLat(5, 52)))),
        Note(id=NoteId("area"), nr=3, text="Veld", place=Area(CLOCKWISE)),
    )


def features(walk: Walk, folder: Path) -> list[dict[str, Any]]:
    out = export(request_of(walk, folder / "notes.geojson")).path
    collection = json.loads(out.read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    return list(collection["features"])


def test_there_is_a_feature_for_each_note_and_no_geometry_where_there_is_no_place(
    walk: Walk, tmp_path: Path
) -> None:
    made = features(walk, tmp_path)
    assert [feature["properties"]["nr"] for feature in made] == list(range(1, 29))
    assert [one["properties"]["nr"] for one in made if one["geometry"] is None] == [17, 25, 26]
    assert made[13]["geometry"] == {"type": "Point", "coordinates": [4.4914, 51.9319]}
    assert made[13]["properties"]["actions"] == "5, 1"


def test_lines_and_areas_keep_their_shape_and_an_area_turns_left(
    shaped: Walk, tmp_path: Path
) -> None:
    _, line, area = (feature["geometry"] for feature in features(shaped, tmp_path))
    assert line == {"type": "LineString", "coordinates": [[4, 51], [5, 52]]}
    assert area["type"] == "Polygon"
    assert area["coordinates"] == [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]


def test_a_geopackage_has_named_layers_that_geopandas_reads(walk: Walk, tmp_path: Path) -> None:
    import geopandas
    import pyogrio

    out = export(request_of(walk, tmp_path / "walk.gpkg")).path
    layers = dict(pyogrio.list_layers(out))
    assert layers == {
        "notes": "Point",
        "stops": "Point",
        "route": "LineString",
        "area": "Polygon",
        "actions": "Point",
        "values": None,
        "answers": None,
    }
    notes = geopandas.read_file(out, layer="notes")
    assert notes.crs.to_epsg() == 4326
    assert list(notes.nr) == list(range(1, 29))
    assert notes.geometry.notna().sum() == 25
    assert {"theme", "kind", "value", "answer"} <= set(notes.columns)


def test_lines_and_areas_have_a_layer_of_their_own(shaped: Walk, tmp_path: Path) -> None:
    import geopandas

    out = export(request_of(shaped, tmp_path / "walk.gpkg")).path
    shapes = geopandas.read_file(out, layer="note_shapes")
    assert dict(zip(shapes.nr, shapes.geom_type, strict=True)) == {2: "LineString", 3: "Polygon"}


def test_money_is_in_the_file_of_the_team_only(walk: Walk, tmp_path: Path) -> None:
    import pyogrio

    public = export(request_of(walk, tmp_path / "public.gpkg")).path
    team = export(request_of(walk, tmp_path / "team.gpkg", profile=Profile.TEAM)).path
    assert "money" not in pyogrio.read_info(public, layer="actions")["fields"]
    assert "money" in pyogrio.read_info(team, layer="actions")["fields"]
