"""Tiles of lines and areas, in both kinds of package."""

from pathlib import Path

import pytest

from tests.services.basemap.mapfiles import STREET, frame, write
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import Bounds, LonLat, to_mercator
from walkshop.services.basemap.vectortiles import read_vector_tiles


def tiles(path: Path) -> Path:
    made = frame([STREET], name=["Lange straat"], **{"class": ["primary"]})
    about = {"MINZOOM": 14, "MAXZOOM": 14, "NAME": "town"}
    return write(path, made, "transportation", **about)


@pytest.mark.parametrize("ending", [".mbtiles", ".pmtiles"])
def test_the_tiles_of_the_largest_zoom_become_one_map(tmp_path: Path, ending: str) -> None:
    found = read_vector_tiles(tiles(tmp_path / f"a{ending}")).data.features
    assert {(f.layer, f.grade, f.name) for f in found} == {("street", "main", "Lange straat")}
    west = min(feature.box[0] for feature in found)
    assert west == pytest.approx(to_mercator(LonLat(4.490, 51.93)).x, abs=2)


@pytest.mark.parametrize("ending", [".mbtiles", ".pmtiles"])
def test_tiles_of_another_town_are_read_whole(tmp_path: Path, ending: str) -> None:
    reading = read_vector_tiles(tiles(tmp_path / f"a{ending}"), Bounds(5.0, 52.0, 5.1, 52.1))
    assert reading.data.features
    assert "This map lies outside your area." in [remark.id for remark in reading.remarks]


@pytest.mark.parametrize("ending", [".mbtiles", ".pmtiles"])
def test_tiles_that_were_cut_off_are_refused(
    tmp_path: Path, ending: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tiles(tmp_path / f"a{ending}")
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(WalkshopError, match="cannot be read"):
        read_vector_tiles(path)
    assert capfd.readouterr() == ("", "")
