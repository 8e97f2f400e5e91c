"""The sketch map, and what a file that is none gets."""

import json
from pathlib import Path

import pytest
import shapely

from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat, Mercator, from_mercator, to_mercator
from walkshop.files import sample_map
from walkshop.services.basemap.data import Shape, said
from walkshop.services.basemap.sketch import read_sketch

SKETCH = sample_map("sketch", "crooswijk.geojson")


def file_with(tmp_path: Path, *features: dict[str, object]) -> Path:
    path = tmp_path / "sketch.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def test_the_sketch_of_crooswijk_says_that_it_is_one() -> None:
    data = read_sketch(SKETCH)
    assert said(data.notice, "nl") == "schets, niet op schaal"
    assert said(data.attribution, "en") == "Sketch by Walkshop"


@pytest.mark.parametrize(
    "name",
    ["Crooswijkseweg", "Crooswijksestraat", "Isaac Hubertstraat", "Rubroekstraat", "Goudse Rijweg",
     "Goudsesingel", "Boezemweg", "Linker Rottekade", "Jonker Fransstraat", "Warande",
     "Hendrik de Keyserstraat", "Boezemsingel", "Crooswijksesingel", "Goudseplein", "Marnixplein",
     "Frederiksplein", "Generaal van der Heijdenplein", "Schuttersveld", "Rotte", "Boezem",
     "Rubroek", "Oud-Crooswijk"],
)  # fmt: skip
def test_people_find_their_streets_on_it(name: str) -> None:
    assert name in {feature.name for feature in read_sketch(SKETCH).features}


@pytest.mark.parametrize(
    ("name", "lon", "lat"),
    [("Crooswijkseweg", 4.4932, 51.9316), ("Goudse Rijweg", 4.4939, 51.9286),
     ("Boezemweg", 4.4969, 51.9258), ("Linker Rottekade", 4.4871, 51.9320),
     ("Goudsesingel", 4.4928, 51.9242), ("Marnixplein", 4.4914, 51.9319)],
)  # fmt: skip
def test_streets_lie_where_they_are_known_to_lie(name: str, lon: float, lat: float) -> None:
    lines = [
        part
        for feature in read_sketch(SKETCH).features
        if feature.name == name
        for part in feature.parts
    ]
    away = shapely.MultiLineString(lines).distance(shapely.Point(to_mercator(LonLat(lon, lat))))
    assert away < 80, "EPSG:3857 metres: some 50 on the ground"


def test_a_many_part_area_becomes_one_thing_per_part(tmp_path: Path) -> None:
    ring = [[4.0, 52.0], [4.1, 52.0], [4.1, 52.1], [4.0, 52.0]]
    geometry = {"type": "MultiPolygon", "coordinates": [[ring], [ring]]}
    path = file_with(tmp_path, {"properties": {"layer": "water"}, "geometry": geometry})
    features = read_sketch(path).features
    assert [feature.shape for feature in features] == [Shape.AREA, Shape.AREA]
    corner = from_mercator(Mercator(*features[0].parts[0][1]))
    assert corner == pytest.approx(LonLat(4.1, 52.0))


def test_a_line_a_point_and_a_level_are_read(tmp_path: Path) -> None:
    line = {"type": "LineString", "coordinates": [[4.0, 52.0], [4.1, 52.0]]}
    point = {"type": "Point", "coordinates": [4.0, 52.0]}
    path = file_with(
        tmp_path,
        {"properties": {"layer": "street", "class": "main", "level": 1}, "geometry": line},
        {"properties": {"layer": "label", "name": "Brug", "class": "place"}, "geometry": point},
    )
    street, label = read_sketch(path).features
    assert (street.grade, street.level, len(street.parts[0])) == ("main", 1, 2)
    assert (label.name, label.shape) == ("Brug", Shape.POINT)


@pytest.mark.parametrize("content", ["", "{}", "not json", '{"features": [{"properties": {}}]}'])
def test_a_file_that_is_no_map_is_refused_with_a_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.geojson"
    path.write_text(content)
    with pytest.raises(WalkshopError, match="cannot be read"):
        read_sketch(path)


def test_a_file_that_is_not_there_is_refused_alike(tmp_path: Path) -> None:
    with pytest.raises(WalkshopError, match="cannot be read"):
        read_sketch(tmp_path / "gone.geojson")
