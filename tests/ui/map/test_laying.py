"""Laying a map is one act: read or fetched beside the window, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.tileserver import TileServer, serving
from tests.ui.maps import MapDesk, a_map_desk, houses, streets
from walkshop.domain.geo import Bounds
from walkshop.services.basemap.along import pictures_of
from walkshop.services.basemap.data import WebSource
from walkshop.services.basemap.laying import OUTSIDE, Laid
from walkshop.services.basemap.websources import own_source, source_of
from walkshop.ui.map.laying import LAID, READING, TAKING

MAP = "walk.map.gpkg"


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> MapDesk:
    return a_map_desk(tmp_path, patience_ms=0)


@pytest.fixture
def server() -> Iterator[TileServer]:
    with serving() as running:
        yield running


def ready(qtbot: QtBot, made: MapDesk) -> None:
    qtbot.waitUntil(lambda: not made.maps.laying.busy and not made.jobs.busy)


def along(server: TileServer) -> WebSource:
    return server.source(take_along=True, max_zoom=15)


def test_a_file_is_laid_in_one_act_and_one_undo_takes_it_away(qtbot: QtBot, made: MapDesk) -> None:
    before = made.walk
    made.maps.laying.lay_file(streets(made.folder))
    assert made.walk is before
    ready(qtbot, made)
    assert made.layers == {"street"}
    assert made.desk.store.undo_label == LAID
    assert made.maps.laying.remarks
    made.desk.store.undo()
    assert made.walk.area.basemap is None
    assert (made.data, made.maps.laying.remarks) == (None, ())


def test_undo_brings_the_former_map_back(qtbot: QtBot, made: MapDesk) -> None:
    for source in (streets(made.folder), houses(made.folder)):
        made.maps.laying.lay_file(source)
        ready(qtbot, made)
    assert made.layers == {"building"}
    made.desk.store.undo()
    assert made.layers == {"street"}
    made.maps.laying.take_away()
    assert made.data is None
    made.desk.store.undo()
    assert made.layers == {"street"}


def test_a_file_that_is_no_map_is_refused_and_nothing_changes(qtbot: QtBot, made: MapDesk) -> None:
    before = made.walk
    (made.folder / "map.gpkg").write_text("no map")
    made.maps.laying.lay_file(made.folder / "map.gpkg")
    ready(qtbot, made)
    refusal = made.maps.laying.refusal
    assert refusal is not None
    assert refusal.asked == "file"
    assert made.walk is before
    assert not (made.folder / MAP).exists()
    made.maps.laying.lay_file(streets(made.folder))
    assert made.maps.laying.refusal is None
    ready(qtbot, made)


def test_a_map_is_taken_along_with_all_its_pictures(
    qtbot: QtBot, made: MapDesk, server: TileServer
) -> None:
    source = along(server)
    steps: list[tuple[int, int]] = []
    made.jobs.progressed.connect(lambda now: steps.append((now.step, now.total)) if now else None)
    made.maps.laying.take_along(source)
    ready(qtbot, made)
    count = pictures_of(made.walk, source)
    assert len(server.hits) == count
    assert steps[-1] == (count, count)
    link = made.walk.area.basemap
    assert link is not None
    assert (link.name, link.source) == (MAP, "© Test")
    assert made.data is not None
    assert made.data.tiles is not None


@pytest.mark.parametrize("from_the_status_line", [False, True])
def test_a_taking_along_that_is_stopped_leaves_no_trace(
    qtbot: QtBot, made: MapDesk, server: TileServer, from_the_status_line: bool
) -> None:
    before = made.walk
    server.open.clear()
    made.maps.laying.take_along(along(server))
    qtbot.waitUntil(lambda: made.maps.laying.progress is not None and bool(server.hits))
    assert made.maps.laying.progress is not None
    assert made.maps.laying.progress.label == TAKING
    (made.jobs.stop_all if from_the_status_line else made.maps.laying.stop)()
    server.open.set()
    ready(qtbot, made)
    assert made.maps.laying.progress is None
    assert made.walk is before
    assert list(made.folder.iterdir()) == []


def test_a_server_that_fails_is_a_refusal_of_the_web_map(
    qtbot: QtBot, made: MapDesk, server: TileServer
) -> None:
    server.status = 500
    made.maps.laying.take_along(along(server))
    ready(qtbot, made)
    assert made.maps.laying.refusal is not None
    assert made.maps.laying.refusal.asked == "web"
    assert list(made.folder.iterdir()) == []


def test_a_second_wish_takes_the_place_of_the_first(
    qtbot: QtBot, made: MapDesk, server: TileServer
) -> None:
    server.open.clear()
    made.maps.laying.take_along(along(server))
    qtbot.waitUntil(lambda: bool(server.hits))
    made.maps.laying.lay_file(streets(made.folder))
    server.open.set()
    ready(qtbot, made)
    assert made.layers == {"street"}
    made.desk.store.undo()
    assert made.walk.area.basemap is None


def test_a_web_map_is_named_with_whose_it_is(made: MapDesk) -> None:
    brt = source_of("brt")
    assert brt is not None
    made.maps.laying.show_web(brt)
    link = made.walk.area.basemap
    assert link is not None
    assert (link.name, link.source, link.licence) == ("web:brt", brt.attribution, "CC BY 4.0")
    assert made.data is not None
    assert made.data.web == brt
    assert made.maps.laying.remarks == ()


def test_a_web_map_that_does_not_reach_the_area_says_so(made: MapDesk) -> None:
    source = replace(along(TileServer()), id="brt", bounds=Bounds(24.0, 60.0, 25.0, 61.0))
    made.maps.laying.show_web(source)
    assert made.maps.laying.remarks == (OUTSIDE,)


def test_another_address_of_ones_own_shows_at_once_without_an_act(made: MapDesk) -> None:
    settings = made.maps.settings
    for host in ("een.example", "twee.example"):
        address = f"https://{host}/{{z}}/{{x}}/{{y}}.png"
        settings.keep(replace(settings.now, map_address=address))
        made.maps.laying.show_web(own_source(address, "© Dorp"))
        assert made.data is not None
        assert made.data.web is not None
        assert made.data.web.address == address
    made.desk.store.undo()
    assert made.walk.area.basemap is None


def test_what_was_said_of_a_map_that_was_laid_elsewhere_is_remembered(
    qtbot: QtBot, made: MapDesk
) -> None:
    from walkshop.services.basemap.laying import lay_map_file

    path = made.folder / "walk.gpkg"
    laid = lay_map_file(made.walk, path, streets(made.folder), lambda _step, _total: None)
    said = Laid(laid.link, (READING,), laid.layers)
    made.maps.laying.remember(said)
    assert made.maps.laying.remarks == ()
    made.maps.laying.lay(said)
    assert made.layers == {"street"}
    assert list(made.maps.laying.remarks) == [READING]
