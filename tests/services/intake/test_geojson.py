"""GeoJSON of any program, and uMap projects."""

from __future__ import annotations

import json

import pytest

from tests.services.intake.conftest import said
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat, haversine_m, to_mercator
from walkshop.domain.records import Area, Kind, Line, NotYet, Point

AT = {"type": "Point", "coordinates": [4.49, 51.93, 2.5]}
AMERSFOORT = LonLat(5.387206, 52.155174)
"""Where the tower stands from which RD New is counted: x 155,000 and y 463,000."""
HERE = Point(LonLat(4.49, 51.93))


def feature(geometry: object = AT, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def collection(*features: object, **members: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features, **members})


def place_of(read, geometry: object, **members: object):
    text = collection(feature(geometry, opmerking="Bank"), **members)
    return read(text, name="map.geojson").rows[0].place


def test_properties_are_read_like_columns(read):
    text = collection(feature(opmerking="Bank", soort="kans", thema="sport", duo="B", kleur=3))
    (row,) = read(text, name="map.geojson").rows
    assert (row.text, row.kind, row.theme, row.duo) == ("Bank", Kind.OPPORTUNITY, "sport", "B")
    assert (row.place, row.extra) == (HERE, (("kleur", "3"),))


@pytest.mark.parametrize("geometry", [None, {}, {"type": "Point", "coordinates": []}, 5])
def test_a_feature_without_a_place_is_a_note_without_one(read, geometry):
    assert isinstance(place_of(read, geometry), NotYet)


def test_one_bad_geometry_never_kills_a_layer(read):
    bad: list[object] = [
        {"type": "Polygon", "coordinates": [[["a", "b"], None]]},
        {"type": "Point", "coordinates": [float("nan"), 51.9]},
        {"type": "Point", "coordinates": [0, 0]},
        {"type": "Kubus", "coordinates": "?"},
    ]
    text = collection(*(feature(one, tekst="x") for one in bad), "no feature", feature(tekst="y"))
    proposal = read(text, name="map.geojson")
    assert [type(row.place) for row in proposal.rows] == [NotYet] * 4 + [Point]
    assert [left.row for left in proposal.left_out] == [5]


def test_of_several_parts_the_largest_is_kept_and_said(read):
    line = {"type": "LineString", "coordinates": [[4.49, 51.93], [4.5, 51.94]]}
    text = collection(feature({"type": "GeometryCollection", "geometries": [AT, line]}, tekst="x"))
    proposal = read(text, name="map.geojson")
    assert isinstance(proposal.rows[0].place, Line)
    assert any("several parts: the largest one is kept" in line for line in said(proposal))


def test_an_open_ring_is_an_area_and_one_of_two_corners_a_line(read):
    open_ring = [[4.49, 51.93], [4.5, 51.93], [4.5, 51.94]]
    assert isinstance(place_of(read, {"type": "Polygon", "coordinates": [open_ring]}), Area)
    flat = {"type": "Polygon", "coordinates": [open_ring[:2]]}
    assert isinstance(place_of(read, flat), Line)


@pytest.mark.parametrize(
    ("x", "y", "crs"),
    [
        (155_000, 463_000, None),
        (155_000, 463_000, "urn:ogc:def:crs:EPSG::28992"),
        (*to_mercator(AMERSFOORT), "EPSG:3857"),
        (*AMERSFOORT, "urn:ogc:def:crs:OGC:1.3:CRS84"),
        (*AMERSFOORT, "EPSG:4979"),
        (*AMERSFOORT, "nonsense"),
    ],
)
def test_a_crs_is_heeded_and_rd_is_told_by_value(read, x, y, crs):
    members = {"crs": {"type": "name", "properties": {"name": crs}}} if crs else {}
    place = place_of(read, {"type": "Point", "coordinates": [x, y]}, **members)
    assert haversine_m(place.at, AMERSFOORT) < 1


def test_a_feature_or_a_geometry_alone_is_read(read):
    assert len(read(json.dumps(feature(tekst="x")), name="one.geojson").rows) == 1
    assert read(json.dumps(AT), name="bank.json").rows[0].text == "bank"


def test_a_place_without_words_is_called_by_its_file(read):
    proposal = read(collection(feature(hoogte=3)), name="bankjes.geojson")
    assert proposal.rows[0].text == "bankjes"
    assert "A place without words (row 1): its layer or file names it" in said(proposal)


def test_who_sent_a_row_is_not_kept(read):
    (row,) = read(
        collection(feature(tekst="x", username="jan", phonenumber="06")), name="map.geojson"
    ).rows
    assert row.extra == ()


def test_a_category_of_another_kind_is_no_theme(read):
    text = collection(feature(tekst="a", category="Parking", type="node"))
    (row,) = read(text, name="map.geojson").rows
    assert (row.theme_label, row.kind) == ("", Kind.UNKNOWN)
    assert row.extra == (("category", "Parking"), ("type", "node"))


def test_a_project_of_umap_gives_its_layers_and_fetches_nothing(read):
    layers = [
        {"_umap_options": {"name": "Sport"}, "features": [feature(name="Veld", _umap_options={})]},
        {"_storage": {"name": "Weer", "remoteData": {"url": "http://127.0.0.1/x"}}, "features": []},
    ]
    for layer in layers:
        layer["type"] = "FeatureCollection"
    project = {"type": "umap", "geometry": AT, "properties": {"name": "Wijk"}, "layers": layers}
    proposal = read(json.dumps(project), name="wijk.umap")
    (row,) = proposal.rows
    assert (row.text, row.theme, row.extra) == ("Veld", "sport", ())
    assert "Layer “Weer”: not fetched: nothing is loaded from elsewhere" in said(proposal)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"elements": [], "osm3s": {}}', "is OpenStreetMap data, not a list of places"),
        ('{"a": 1}', "is JSON, but not a map"),
        ("[1, 2]", "is JSON, but not a map"),
        ('{"type": "FeatureCollection",\n "features": [', "is damaged at line 2"),
        ("[" * 100_000, "is damaged"),
        ('{"type": "FeatureCollection", "features": []}', "There are no places in"),
    ],
)
def test_what_is_no_map_is_refused_with_a_sentence(read, text, sentence):
    with pytest.raises(WalkshopError, match=sentence):
        read(text, name="map.json")
