"""A piece of a web map under a walk: counted before, fetched whole, then laid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.domain.builders import a_walk
from tests.tileserver import TileServer, serving
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Stop, StopId
from walkshop.services.basemap.along import lay_along, pictures_of
from walkshop.services.basemap.mapfile import read_map_file
from walkshop.services.basemap.takealong import Pace

QUICK = Pace(pause_s=0.0, timeout_s=2.0)
WALK = a_walk(Stop(id=StopId("s"), nr=1, name="Plein", at=LonLat(4.49, 51.93)))


class Enough(Exception):
    """The person stopped it."""


@pytest.fixture
def server() -> Iterator[TileServer]:
    with serving() as running:
        yield running


def test_as_many_pictures_come_as_were_counted(server: TileServer, tmp_path: Path) -> None:
    source = server.source(take_along=True, max_zoom=15)
    steps: list[tuple[int, int]] = []
    path = tmp_path / "walk.gpkg"
    laid = lay_along(WALK, path, source, lambda *step: steps.append(step), QUICK)
    count = pictures_of(WALK, source)
    assert len(server.hits) == count
    assert set(steps[count:]) == {(count, count)}
    assert (laid.link.name, laid.link.source, laid.layers) == (
        "walk.map.gpkg",
        "© Test",
        ("pictures",),
    )
    assert read_map_file(tmp_path / "walk.map.gpkg").tiles is not None


def test_who_stops_at_the_very_end_still_gets_nothing(server: TileServer, tmp_path: Path) -> None:
    source = server.source(take_along=True, max_zoom=14)
    count = pictures_of(WALK, source)
    told: list[int] = []

    def stop(step: int, total: int) -> None:
        told.append(step)
        if len(told) == count + 2:  # all are fetched, none is laid
            raise Enough

    with pytest.raises(Enough):
        lay_along(WALK, tmp_path / "walk.gpkg", source, stop, QUICK)
    assert list(tmp_path.iterdir()) == []


def test_a_walk_without_a_place_says_what_it_lacks(server: TileServer, tmp_path: Path) -> None:
    source = server.source(take_along=True)
    with pytest.raises(WalkshopError) as refusal:
        pictures_of(a_walk(), source)
    assert refusal.value.message.id == "This walk has no place yet."
    with pytest.raises(WalkshopError):
        lay_along(a_walk(), tmp_path / "w.gpkg", source, lambda *_: None, QUICK)
    assert server.hits == []
