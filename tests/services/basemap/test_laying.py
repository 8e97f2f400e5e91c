"""A map of any kind becomes the map file beside the walk, for the area of that walk."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.domain.builders import STAMP, a_note, a_walk
from tests.services.basemap.mapfiles import HOUSE, STREET, frame, geojson, write
from tests.tileserver import png
from walkshop.domain.edits.setting import lay_map
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import BasemapLink, Point, Walk
from walkshop.i18n import language
from walkshop.services.basemap.data import MapData
from walkshop.services.basemap.finding import find_map, layer_names, map_path
from walkshop.services.basemap.keeping import sha256_of
from walkshop.services.basemap.laying import Laid, area_of_map, lay_map_file
from walkshop.services.basemap.mapfile import write_map_file
from walkshop.services.basemap.tilemath import tile_at

pytestmark = pytest.mark.slow

HERE = LonLat(4.4905, 51.9305)


def walk() -> Walk:
    return a_walk(a_note(1, place=Point(HERE)))


def quietly(_step: int, _total: int) -> None:
    """Nobody looks on."""


def lay(tmp_path: Path, source: Path, on: Walk | None = None) -> Laid:
    where = tmp_path / "walk.gpkg"
    return lay_map_file(walk() if on is None else on, where, source, quietly, tmp_path / "kept")


def a_map(path: Path) -> Path:
    write(path, frame([HOUSE], building=["yes"]), "buildings")
    return write(path, frame([STREET], name=["Dorpsstraat"], highway=["residential"]), "roads")


def pictures(path: Path, at: LonLat = HERE) -> Path:
    near = [tile_at(at, zoom) for zoom in range(12, 18)]
    far = [tile_at(LonLat(5.9, 53.0), zoom) for zoom in range(12, 18)]
    write_map_file(path, MapData(()), [(*tile, png()) for tile in (*near, *far)])
    return path


def test_a_map_is_laid_and_found_again_by_what_the_walk_says(tmp_path: Path) -> None:
    laid = lay(tmp_path, a_map(tmp_path / "town.gpkg"))
    assert laid.link.name == "walk.map.gpkg"
    assert laid.link.sha256 == sha256_of(tmp_path / "walk.map.gpkg")
    assert laid.layers == ("building", "street")
    found = find_map(laid.link, tmp_path / "walk.gpkg")
    assert layer_names(found) == ["building", "street"]


def test_a_map_that_names_no_maker_says_where_it_came_from(tmp_path: Path) -> None:
    laid = lay(tmp_path, geojson(tmp_path / "town.geojson", {
        "type": "Feature", "properties": {"naam": "x"},
        "geometry": {"type": "LineString", "coordinates": [[4.49, 51.93], [4.491, 51.931]]},
    }))  # fmt: skip
    assert laid.link.source == "Bron: town.geojson"
    found = find_map(laid.link, tmp_path / "walk.gpkg")
    assert found is not None
    assert found.attribution["en"] == "Source: town.geojson"


def test_only_pictures_of_the_area_and_a_kilometre_around_are_taken(tmp_path: Path) -> None:
    laid = lay(tmp_path, pictures(tmp_path / "web.gpkg"))
    found = find_map(laid.link, tmp_path / "walk.gpkg")
    assert found is not None
    assert found.tiles is not None
    assert found.tiles.tile(*tile_at(HERE, 17)) == png()
    assert found.tiles.tile(*tile_at(LonLat(5.9, 53.0), 17)) is None
    assert laid.layers == ("pictures",)


@pytest.mark.parametrize("kind", ["vector", "pictures"])
def test_a_map_elsewhere_is_taken_whole_and_says_so(tmp_path: Path, kind: str) -> None:
    far = a_walk(a_note(1, place=Point(LonLat(6.5, 53.2))))
    make = a_map if kind == "vector" else pictures
    laid = lay(tmp_path, make(tmp_path / "far.gpkg"), far)
    assert "This map lies outside your area." in map(language("en").say, laid.remarks)
    assert laid.layers


def test_a_walk_without_a_place_takes_the_whole_map(tmp_path: Path) -> None:
    assert area_of_map(a_walk()) is None
    assert lay(tmp_path, a_map(tmp_path / "town.gpkg"), a_walk()).layers == ("building", "street")


def test_work_that_is_stopped_leaves_the_former_map_and_nothing_else(tmp_path: Path) -> None:
    first = lay(tmp_path, a_map(tmp_path / "town.gpkg"))
    where = tmp_path / "walk.gpkg"

    def stop(step: int, _total: int) -> None:
        if step == 3:
            raise InterruptedError

    source = pictures(tmp_path / "web.gpkg")
    with pytest.raises((InterruptedError, WalkshopError)):
        lay_map_file(walk(), where, source, stop, tmp_path / "kept")
    assert sha256_of(tmp_path / "walk.map.gpkg") == first.link.sha256
    assert not list(tmp_path.glob(".*"))


def test_undo_finds_the_map_that_was_there_before(tmp_path: Path) -> None:
    first = lay(tmp_path, a_map(tmp_path / "town.gpkg"))
    second = lay(tmp_path, pictures(tmp_path / "web.gpkg"))
    kept, where = tmp_path / "kept", tmp_path / "walk.gpkg"
    assert layer_names(find_map(second.link, where, folder=kept)) == ["pictures"]
    assert layer_names(find_map(first.link, where, folder=kept)) == ["building", "street"]


def test_a_file_of_another_content_is_not_the_map_of_this_walk(tmp_path: Path) -> None:
    laid = lay(tmp_path, a_map(tmp_path / "town.gpkg"))
    pictures(tmp_path / "walk.map.gpkg")
    assert find_map(laid.link, tmp_path / "walk.gpkg", folder=tmp_path / "none") is None


@pytest.mark.parametrize("name", ["../walk.map.gpkg", "/etc/passwd", "", "nothing.gpkg"])
def test_a_name_from_strangers_leads_nowhere_but_beside_the_walk(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    a_map(tmp_path / "walk.map.gpkg")
    link = BasemapLink(name, "../../secret")
    assert map_path(link, tmp_path / "in" / "walk.gpkg", tmp_path / "kept") is None


def test_the_map_of_the_walk_itself_is_not_laid_again(tmp_path: Path) -> None:
    lay(tmp_path, a_map(tmp_path / "town.gpkg"))
    with pytest.raises(WalkshopError, match="lies under the walk already"):
        lay(tmp_path, tmp_path / "walk.map.gpkg")


def test_the_map_of_another_walk_is_laid_as_it_is(tmp_path: Path) -> None:
    laid = lay(tmp_path, a_map(tmp_path / "town.gpkg"))
    (tmp_path / "walk.map.gpkg").rename(tmp_path / "other.map.gpkg")
    again = lay(tmp_path, tmp_path / "other.map.gpkg")
    assert (again.layers, again.link.source) == (laid.layers, laid.link.source)


def test_a_map_on_the_web_is_named_and_needs_no_file(tmp_path: Path) -> None:
    found = find_map(BasemapLink("web:brt"), tmp_path / "walk.gpkg")
    assert found is not None
    assert found.web is not None
    assert find_map(BasemapLink("web:nobody"), None) is None
    assert find_map(BasemapLink("web:own"), None) is None
    own = find_map(BasemapLink("web:own"), None, "https://example.org/{z}/{x}/{y}.png")
    assert layer_names(own) == ["pictures"]


def test_the_walk_names_its_map(tmp_path: Path) -> None:
    laid = lay(tmp_path, a_map(tmp_path / "town.gpkg"))
    assert lay_map(walk(), laid.link, STAMP).area.basemap == laid.link


@pytest.mark.slow
def test_every_real_map_is_laid(tmp_path: Path, shared_data: Path) -> None:
    folder = shared_data / "basemaps"
    for source in [
        folder / "crooswijk" / "rubroek_oudcrooswijk_osm.gpkg",
        folder / "crooswijk" / "crooswijk_vector.pmtiles",
        folder / "osm_pbf" / "Helsinki.osm.pbf",
        folder / "mbtiles" / "plain_1.mbtiles",
        folder / "pmtiles" / "usgs-mt-whitney-8-15-webp-512.pmtiles",
    ]:
        laid = lay(tmp_path, source)
        found = find_map(laid.link, tmp_path / "walk.gpkg")
        assert found is not None, source
        assert found.features or found.tiles, source
