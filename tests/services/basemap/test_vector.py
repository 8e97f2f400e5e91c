"""Vector maps of every kind, whole, odd and broken."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import shapely

from tests.services.basemap.mapfiles import (
    HOUSE,
    RD_HOUSE,
    STREET,
    feature,
    frame,
    geojson,
    osm_pbf,
    write,
)
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import Bounds, LonLat, to_mercator
from walkshop.services.basemap import harvest
from walkshop.services.basemap.data import Feature, Reading, Shape
from walkshop.services.basemap.reading import read_map

pytestmark = pytest.mark.slow

NEAR = Bounds(4.489, 51.929, 4.493, 51.933)
UNKNOWN_MAKER = "The file does not say who made this map."


@pytest.fixture(autouse=True)
def _nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """GDAL never speaks to the person at the keyboard."""
    yield
    assert capfd.readouterr() == ("", "")


def only(reading: Reading) -> Feature:
    (found,) = reading.data.features
    return found


def said(reading: Reading) -> list[str]:
    return [remark.id for remark in reading.remarks]


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".fgb", ".shp"])
def test_a_map_of_any_kind_gives_the_same_street(tmp_path: Path, ending: str) -> None:
    made = frame([STREET], name=["Lange straat"], klasse=["residential"])
    path = write(tmp_path / f"wegen{ending}", made, "wegen")
    street = only(read_map(path, NEAR))
    assert (street.layer, street.grade, street.name) == ("street", "residential", "Lange straat")
    assert street.parts[0][0] == pytest.approx(to_mercator(LonLat(4.490, 51.930)), abs=0.02)


@pytest.mark.parametrize("name", ["map.geojson", "map", "map.pmtiles"])
def test_what_is_in_a_file_counts_and_not_its_ending(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / "wegen.gpkg", frame([STREET]), "wegen").rename(tmp_path / name)
    assert only(read_map(path)).layer == "street"


def test_an_openstreetmap_extract_becomes_streets_and_houses(tmp_path: Path) -> None:
    ring = [(4.490, 51.930), (4.491, 51.930), (4.491, 51.931), (4.490, 51.930)]
    street = {"highway": "primary", "name": "Weg", "oneway": "-1", "bridge": "yes"}
    path = osm_pbf(tmp_path / "a.osm.pbf", [(street, ring[:2]), ({"building": "yes"}, ring)])
    reading = read_map(path, NEAR)
    way, house = reading.data.features
    assert (way.layer, way.grade, way.name, way.level) == ("street", "main", "Weg", 1)
    assert way.oneway
    assert way.parts[0][0][0] > way.parts[0][1][0]
    assert (house.layer, house.shape) == ("building", Shape.AREA)
    assert reading.data.attribution == {"": "© OpenStreetMap contributors"}


def test_the_xml_of_openstreetmap_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.osm"
    path.write_text(
        '<?xml version="1.0"?><osm version="0.6"><node id="1" lat="51.93" lon="4.49"/>'
        '<node id="2" lat="51.94" lon="4.49"/><way id="3"><nd ref="1"/><nd ref="2"/>'
        '<tag k="highway" v="cycleway"/></way></osm>'
    )
    assert only(read_map(path)).grade == "cycle"


def test_each_layer_has_its_own_crs_and_layers_without_places_are_told(tmp_path: Path) -> None:
    path = write(tmp_path / "mix.gpkg", frame([STREET]), "wegen")
    write(path, frame([RD_HOUSE], "EPSG:28992"), "panden")
    write(path, frame([]), "water", geometry_type="Polygon")
    import pandas as pd

    write(path, pd.DataFrame({"a": [1]}), "lijst")
    reading = read_map(path)
    assert [found.layer for found in reading.data.features] == ["street", "building"]
    assert abs(reading.data.features[1].box[0] - reading.data.features[0].box[0]) < 3000
    assert said(reading) == ["Layer “{layer}” has no places.", UNKNOWN_MAKER]


def test_rd_numbers_in_a_geojson_are_guessed_and_said(tmp_path: Path) -> None:
    corners = [list(at) for at in RD_HOUSE.exterior.coords]
    path = geojson(tmp_path / "panden.geojson", feature("Polygon", [corners]))
    reading = read_map(path, Bounds(4.45, 51.90, 4.55, 51.95))
    assert only(reading).box[0] == pytest.approx(to_mercator(LonLat(4.4860, 51.9267)).x, abs=300)
    assert said(reading)[0] == "The file does not say where it lies. RD New was taken."


def test_points_with_heights_are_flat_on_the_map(tmp_path: Path) -> None:
    made = frame([shapely.Point(4.49, 51.93, 7)], "EPSG:4979", name=["Plein"])
    path = write(tmp_path / "pleinen.gpkg", made, "pleinen")
    square = only(read_map(path))
    assert (square.layer, square.grade, square.name) == ("label", "square", "Plein")
    assert square.parts[0][0] == pytest.approx(to_mercator(LonLat(4.49, 51.93)), abs=0.02)


def test_collections_and_many_parts_are_taken_apart(tmp_path: Path) -> None:
    both = shapely.GeometryCollection([HOUSE, STREET, shapely.MultiPolygon([HOUSE])])
    path = write(tmp_path / "export.gpkg", frame([both]), "export")
    shapes = sorted(found.shape for found in read_map(path).data.features)
    assert shapes == [Shape.AREA, Shape.AREA, Shape.LINE]


def test_a_house_keeps_its_courtyard(tmp_path: Path) -> None:
    yard = HOUSE.difference(shapely.box(4.4902, 51.9302, 4.4908, 51.9308))
    house = only(read_map(write(tmp_path / "panden.gpkg", frame([yard]), "panden")))
    assert [len(ring) for ring in house.parts] == [5, 5]
    assert all(ring[0] == ring[-1] for ring in house.parts)


def test_broken_shapes_are_left_out_and_counted_and_bow_ties_mended(tmp_path: Path) -> None:
    ring = [[4.49, 51.93], [4.491, 51.931], [4.491, 51.93], [4.49, 51.931], [4.49, 51.93]]
    path = geojson(
        tmp_path / "panden.geojson",
        feature("Polygon", [ring]),
        feature("Polygon", [[[4.49, 51.93], [4.491, 51.93]]]),
        feature("LineString", [[4.49, 51.93], [4.49, 51.93]]),
        {"type": "Feature", "properties": {}, "geometry": None},
    )
    reading = read_map(path)
    assert len(reading.data.features) == 2
    (broken,) = [remark for remark in reading.remarks if "broken" in remark.id]
    assert dict(broken.values)["n"] == 3


def test_what_lies_outside_the_world_is_left_out_and_counted(tmp_path: Path) -> None:
    off_world = [shapely.LineString([(4, 52), at]) for at in [(4, 95), (900, 5)]]
    with np.errstate(invalid="ignore"):
        nan = shapely.LineString([(4.49, 51.93), (np.nan, 51.94)])
    reading = read_map(write(tmp_path / "wegen.gpkg", frame([STREET, *off_world, nan]), "wegen"))
    assert only(reading).layer == "street"
    (off,) = [remark for remark in reading.remarks if "outside the world" in remark.id]
    assert dict(off.values)["n"] == 3


def test_only_what_lies_near_the_walk_is_read(tmp_path: Path) -> None:
    far = shapely.LineString([(4.49, 52.00), (4.50, 52.01)])
    path = write(tmp_path / "wegen.gpkg", frame([STREET, far]), "wegen")
    assert len(read_map(path).data.features) == 2
    assert len(read_map(path, NEAR).data.features) == 1


def test_a_map_of_another_town_is_read_whole_and_said_to_be_one(tmp_path: Path) -> None:
    path = write(tmp_path / "wegen.gpkg", frame([STREET]), "wegen")
    reading = read_map(path, Bounds(5.0, 52.0, 5.1, 52.1))
    assert only(reading).layer == "street"
    assert "This map lies outside your area." in said(reading)


@pytest.mark.parametrize(("limit", "kept"), [("MOST_THINGS", 3), ("MOST_CORNERS", 1)])
def test_a_map_that_is_too_large_is_cut_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, kept: int
) -> None:
    monkeypatch.setattr(harvest, limit, 3)
    path = write(tmp_path / "wegen.gpkg", frame([STREET] * 9), "wegen")
    reading = read_map(path)
    assert len(reading.data.features) == kept
    assert "The map is too large. A part of it was left out." in said(reading)


def test_houses_are_cut_before_streets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(harvest, "MOST_THINGS", 2)
    path = write(tmp_path / "stad.gpkg", frame([HOUSE] * 5), "gebouwen")
    write(path, frame([STREET]), "wegen")
    assert [f.layer for f in read_map(path).data.features] == ["street", "building"]


def test_points_that_are_not_drawn_are_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "bomen.gpkg", frame([STREET, *[shapely.Point(4.49, 51.93)] * 7]), "weg")
    (points,) = [r for r in read_map(path).remarks if "point" in r.id]
    assert dict(points.values)["n"] == 7


def test_a_geopackage_says_whose_map_it_is(tmp_path: Path) -> None:
    metadata = {"attribution": "<b>Gemeente</b> Rotterdam"}
    path = write(tmp_path / "a.gpkg", frame([STREET]), "wegen", dataset_metadata=metadata)
    reading = read_map(path)
    assert reading.data.attribution == {"": "Gemeente Rotterdam"}
    assert reading.remarks == ()


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".fgb", ".shp", ".osm.pbf"])
def test_a_file_that_was_cut_off_is_refused(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"wegen{ending}"
    if ending == ".osm.pbf":
        osm_pbf(path, [({"highway": "primary"}, [(4.49, 51.93), (4.50, 51.93)])] * 50)
    else:
        write(path, frame([STREET] * 500, name=["Lange straat"] * 500), "wegen")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    with pytest.raises(WalkshopError) as refused:
        read_map(path)
    assert refused.value.hint is not None


def test_a_map_without_a_thing_on_it_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.gpkg", frame([]), "wegen", geometry_type="LineString")
    with pytest.raises(WalkshopError, match="nothing on this map"):
        read_map(path)


@pytest.mark.slow
def test_twenty_thousand_houses_are_read_within_two_seconds(tmp_path: Path) -> None:
    from time import perf_counter

    west, south = np.random.default_rng(1).uniform((4.4, 51.9), (4.5, 52.0), (20_000, 2)).T
    houses = shapely.box(west, south, west + 1e-4, south + 1e-4)
    path = write(tmp_path / "panden.gpkg", frame(houses), "panden")
    start = perf_counter()
    assert len(read_map(path).data.features) == 20_000
    assert perf_counter() - start < 30  # a hang, not a slow day
