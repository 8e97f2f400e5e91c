"""The outline of an area, from files as they come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.domain.builders import a_walk
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Neighbourhood
from walkshop.services.geometry.outline import read_outline

SQUARE = [[4.48, 51.92], [4.50, 51.92], [4.50, 51.94], [4.48, 51.92]]
RD_SQUARE = [[92_000, 437_000], [93_000, 437_000], [93_000, 438_000], [92_000, 437_000]]


@pytest.fixture
def area() -> Neighbourhood:
    return a_walk().area


def a_file(folder: Path, *rings: object, kind: str = "Polygon", name: str = "Oost") -> Path:
    features = [
        {
            "type": "Feature",
            "properties": {"statnaam": name},
            "geometry": {"type": kind, "coordinates": [ring]},
        }
        for ring in rings
    ]
    path = folder / "area.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


def test_an_area_has_its_ring_its_name_and_its_source(tmp_path, area):
    found = read_outline(a_file(tmp_path, SQUARE), area)
    assert found.outlines == (tuple(LonLat(*corner) for corner in SQUARE[:-1]),)
    assert (found.name, found.outline_names, found.outline_source) == (
        "Oost",
        ("Oost",),
        "area.geojson",
    )


def test_the_nine_neighbourhoods_of_cbs_are_read(shared_data, area):
    path = shared_data / "boundaries" / "cbs_buurten" / "buurt_2017_crooswijk_wgs84.geojson"
    found = read_outline(path, area)
    assert len(set(found.outline_names)) == 9
    assert {"Rubroek", "Oud Crooswijk"} <= set(found.outline_names)


def test_rd_new_is_known_by_value(tmp_path, area):
    found = read_outline(_without_crs(tmp_path), area)
    assert abs(found.outlines[0][0].lon - 4.48) < 0.05
    assert abs(found.outlines[0][0].lat - 51.92) < 0.05


def _without_crs(folder: Path) -> Path:
    from geopandas import GeoSeries
    from shapely import Polygon

    path = folder / "area.shp"
    with pytest.warns(UserWarning, match="crs"):
        GeoSeries([Polygon(RD_SQUARE)]).to_file(path)
    return path


@pytest.mark.parametrize("content", ["", "no map", "{}", '{"type": "FeatureCollection"}'])
def test_a_file_that_is_no_map_is_refused(tmp_path, area, content):
    path = tmp_path / "area.geojson"
    path.write_text(content, "utf-8")
    with pytest.raises(WalkshopError):
        read_outline(path, area)


def test_a_missing_file_is_refused(tmp_path, area):
    with pytest.raises(WalkshopError, match="no file"):
        read_outline(tmp_path / "gone.gpkg", area)


def test_lines_are_no_area(tmp_path, area):
    path = a_file(tmp_path, [4.48, 51.92], [4.5, 51.9], kind="LineString")
    with pytest.raises(WalkshopError):
        read_outline(path, area)


def test_a_country_of_areas_is_refused(tmp_path, area):
    with pytest.raises(WalkshopError, match="51 areas"):
        read_outline(a_file(tmp_path, *[SQUARE] * 51), area)


def test_an_area_off_the_earth_is_refused(tmp_path, area):
    far = [[x * 1000, y * 1000] for x, y in SQUARE]
    with pytest.raises(WalkshopError, match="earth"):
        read_outline(a_file(tmp_path, far), area)
