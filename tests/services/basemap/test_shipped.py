"""The sketch that ships is offered to walks that lie on it, as the sample names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.domain.builders import a_walk
from walkshop.domain.geo import LonLat
from walkshop.domain.records import BasemapLink, Stop, StopId
from walkshop.files import sample_map
from walkshop.services.basemap.finding import find_map, weight_of
from walkshop.services.basemap.shipped import sketch_for
from walkshop.services.gpkg import read_walk


def test_the_sample_is_offered_the_very_sketch_that_it_came_with() -> None:
    sample = read_walk(sample_map("crooswijk.gpkg"))
    link = sketch_for(sample)
    assert link == sample.area.basemap
    assert find_map(link, None) is not None


@pytest.mark.parametrize("at", [LonLat(24.94, 60.17), LonLat(4.49, 51.99)])
def test_a_walk_elsewhere_has_no_sketch(at: LonLat) -> None:
    assert sketch_for(a_walk(Stop(id=StopId("s"), nr=1, name="Tori", at=at))) is None


def test_a_walk_without_a_place_has_no_sketch() -> None:
    assert sketch_for(a_walk()) is None


def test_a_map_weighs_what_its_files_weigh_and_one_of_the_web_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.map.gpkg").write_bytes(b"x" * 700)
    walk = tmp_path / "a.gpkg"
    assert weight_of(BasemapLink("a.map.gpkg"), walk) == 700
    assert weight_of(BasemapLink("web:osm"), walk) == 0
    assert weight_of(BasemapLink("gone.map.gpkg"), walk) == 0
    assert weight_of(None, walk) == 0
