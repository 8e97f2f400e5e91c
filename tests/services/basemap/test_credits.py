"""Whose map it is, in plain words."""

from pathlib import Path

from tests.services.basemap.mapfiles import feature, geojson
from walkshop.services.basemap import credits


def test_markup_in_an_attribution_becomes_plain_words() -> None:
    said = {"Attribution": '<a href="http://x" onclick="evil()">&copy; Me &amp; you</a>\n 2026'}
    assert credits.from_metadata([None, said]) == "© Me & you 2026"


def test_an_endless_attribution_is_cut() -> None:
    assert len(credits.from_metadata([{"copyright": "x" * 10_000}])) == credits.AT_MOST


def test_the_columns_of_openstreetmap_give_it_away() -> None:
    assert credits.from_columns(["OSM_ID", "fclass", "name"]) == credits.OSM
    assert credits.from_columns(["id", "name"]) == ""


def test_a_geojson_says_it_before_its_features(tmp_path: Path) -> None:
    thing = feature("Point", [4, 52], attribution="not of the map")
    ours = geojson(tmp_path / "a.geojson", thing, copyright="Data from www.openstreetmap.org")
    assert credits.from_json(ours) == credits.OSM
    assert credits.from_json(geojson(tmp_path / "b.geojson", thing, attribution="Me")) == "Me"
    assert credits.from_json(geojson(tmp_path / "c.geojson", thing)) == ""
    escaped = geojson(tmp_path / "d.geojson", thing, attribution="© Dorp “Oost”")
    assert "\\u00a9" in escaped.read_text(encoding="utf-8")
    assert credits.from_json(escaped) == "© Dorp “Oost”"
