"""Taking a map along: few pictures, slowly, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import walkshop
from tests.tileserver import TileServer, serving
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import Bounds
from walkshop.services.basemap.takealong import MOST_TILES, Pace, take_along, wanted_zooms
from walkshop.services.basemap.tilemath import count_over
from walkshop.services.basemap.websources import source_of, web_sources

pytestmark = pytest.mark.slow

AREA = Bounds(4.485, 51.930, 4.487, 51.931)
QUICK = Pace(pause_s=0.0, timeout_s=0.3)


class Enough(Exception):
    """The person stopped it."""


@pytest.fixture
def server() -> Iterator[TileServer]:
    with serving() as running:
        yield running


def nothing(step: int, total: int) -> None:
    """Nobody looks."""


def test_pictures_come_two_at_once_with_progress_and_all_land_in_the_file(
    server: TileServer, tmp_path: Path
) -> None:
    pytest.importorskip("walkshop.services.basemap.mapfile")
    steps: list[tuple[int, int]] = []
    source = server.source(take_along=True, max_zoom=15)
    into = tmp_path / "walk.map.gpkg"
    taken = take_along(source, AREA, into, lambda *step: steps.append(step), QUICK)
    area, zooms = wanted_zooms(source, AREA)
    count = sum(count_over(area, zoom) for zoom in zooms)
    assert taken.tiles == count == len(set(server.hits)) == len(server.hits)
    assert steps == [(n, count) for n in range(count + 1)]
    assert server.most_at_once <= QUICK.at_once
    assert server.agents == {f"Walkshop/{walkshop.__version__}"}
    assert into.is_file()


@pytest.mark.parametrize("at", [0, 3])
def test_stopping_leaves_nothing(server: TileServer, tmp_path: Path, at: int) -> None:
    def stop(step: int, total: int) -> None:
        if step == at:
            raise Enough

    with pytest.raises(Enough):
        take_along(server.source(take_along=True), AREA, tmp_path / "m.gpkg", stop, QUICK)
    assert not list(tmp_path.iterdir())
    assert len(server.hits) <= at + 2 * QUICK.at_once


@pytest.mark.parametrize(
    ("status", "body"), [(503, b""), (200, b"<html>Log in</html>"), (404, b""), (403, b"blocked")]
)
def test_a_server_that_gives_no_map_leaves_nothing_and_is_not_hammered(
    server: TileServer, tmp_path: Path, status: int, body: bytes
) -> None:
    server.status, server.body = status, body
    source = server.source(take_along=True, max_zoom=14)
    with pytest.raises(WalkshopError, match="could not be taken along"):
        take_along(source, AREA, tmp_path / "m.gpkg", nothing, QUICK)
    assert not list(tmp_path.iterdir())
    assert len(server.hits) < 40


def test_a_server_that_never_answers_is_given_up(server: TileServer, tmp_path: Path) -> None:
    server.open.clear()
    with pytest.raises(WalkshopError, match="could not be taken along"):
        take_along(server.source(take_along=True), AREA, tmp_path / "m.gpkg", nothing, QUICK)
    server.open.set()
    assert not list(tmp_path.iterdir())


def test_openstreetmap_and_all_that_is_only_looked_at_is_refused() -> None:
    osm = source_of("osm")
    assert osm is not None
    for source in [osm, *(known for known in web_sources() if not known.take_along)]:
        with pytest.raises(WalkshopError, match="may not be taken along"):
            wanted_zooms(source, AREA)


def test_never_more_than_the_cap_is_asked_for() -> None:
    brt = web_sources()[0]
    for side in (0.001, 0.01, 0.1, 0.5, 2.0):
        area, zooms = wanted_zooms(brt, Bounds(4.5, 52.0, 4.5 + side, 52.0 + side / 2))
        assert 0 < sum(count_over(area, zoom) for zoom in zooms) <= MOST_TILES


def test_an_area_off_the_map_or_far_too_large_is_refused() -> None:
    with pytest.raises(WalkshopError, match="does not reach"):
        wanted_zooms(web_sources()[0], Bounds(20, 40, 20.1, 40.1))


def test_the_whole_world_is_too_large(server: TileServer) -> None:
    with pytest.raises(WalkshopError, match="too large"):
        wanted_zooms(server.source(take_along=True, min_zoom=6), Bounds(-180, -85, 180, 85))
