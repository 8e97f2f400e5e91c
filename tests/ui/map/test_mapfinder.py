"""The map that the walk names is found anew at each act, and large ones beside the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.domain.builders import STAMP, a_walk
from tests.ui.maps import MapDesk, a_map_desk, houses, streets
from walkshop.domain.edits.setting import lay_map
from walkshop.domain.records import BasemapLink
from walkshop.i18n import msg
from walkshop.services.basemap.laying import lay_map_file
from walkshop.ui.map import mapfinder
from walkshop.ui.map.style import COLOUR

LABEL = msg("Map laid under the walk")


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> MapDesk:
    return a_map_desk(tmp_path)


@pytest.fixture
def all_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapfinder, "AT_ONCE_BYTES", -1)


def laid(made: MapDesk, source: Path) -> BasemapLink:
    """The map file beside the walk, made now; the walk does not name it yet."""
    path = made.folder / "walk.gpkg"
    return lay_map_file(made.walk, path, source, lambda _step, _total: None).link


def name(made: MapDesk, link: BasemapLink | None) -> None:
    made.desk.store.apply(LABEL, lambda walk: lay_map(walk, link, STAMP))


def test_a_map_is_found_when_the_walk_names_it_and_goes_with_undo(made: MapDesk) -> None:
    assert made.data is None
    name(made, laid(made, streets(made.folder)))
    assert made.layers == {"street"}
    made.desk.store.undo()
    assert made.data is None
    made.desk.store.redo()
    assert made.layers == {"street"}


def test_undo_brings_back_a_map_whose_file_was_replaced(made: MapDesk) -> None:
    name(made, laid(made, streets(made.folder)))
    name(made, laid(made, houses(made.folder)))
    assert made.layers == {"building"}
    made.desk.store.undo()
    assert made.layers == {"street"}


def test_an_act_on_something_else_reads_no_map_again(made: MapDesk) -> None:
    name(made, laid(made, streets(made.folder)))
    before = made.data
    made.desk.store.apply(LABEL, lambda walk: lay_map(walk, walk.area.basemap, STAMP))
    assert made.data is before


@pytest.mark.usefixtures("all_are_large")
def test_a_large_map_comes_when_it_is_read_and_is_not_called_lost_before(
    qtbot: QtBot, made: MapDesk
) -> None:
    name(made, laid(made, streets(made.folder)))
    assert made.data is None
    assert not made.maps.finder.is_lost
    qtbot.waitUntil(lambda: made.layers == {"street"})


@pytest.mark.usefixtures("all_are_large")
def test_of_two_maps_named_in_a_row_the_second_stays(qtbot: QtBot, made: MapDesk) -> None:
    first = laid(made, streets(made.folder))
    second = laid(made, houses(made.folder))
    seen: list[set[str]] = []
    made.desk.ground.changed.connect(lambda: seen.append(made.layers))
    for link in (first, second):
        name(made, link)
    qtbot.waitUntil(lambda: not made.jobs.busy)
    assert seen == [{"building"}]


@pytest.mark.usefixtures("all_are_large")
def test_a_walk_that_closes_lets_go_of_a_map_that_is_being_read(
    qtbot: QtBot, made: MapDesk
) -> None:
    name(made, laid(made, streets(made.folder)))
    made.maps.finder.stop()
    qtbot.waitUntil(lambda: not made.jobs.busy)
    assert made.data is None


@pytest.mark.parametrize("content", [None, b"", b"no map at all"])
def test_a_map_that_is_gone_or_damaged_is_told_after_the_act(
    qtbot: QtBot, made: MapDesk, content: bytes | None
) -> None:
    if content is not None:
        (made.folder / "gone.map.gpkg").write_bytes(content)
    with qtbot.waitSignal(made.maps.finder.lost):
        name(made, BasemapLink("gone.map.gpkg"))
        assert made.data is None
    assert made.maps.finder.is_lost
    name(made, None)
    assert not made.maps.finder.is_lost


def test_a_map_of_the_internet_is_found_by_its_id_and_ones_own_by_its_address(
    made: MapDesk,
) -> None:
    name(made, BasemapLink("web:osm"))
    assert made.data is not None
    assert made.data.web is not None
    name(made, BasemapLink("web:own", source="© Ons Dorp"))
    assert made.data is None
    settings = made.maps.settings
    settings.keep(replace(settings.now, map_address="https://kaart.example/{z}/{x}/{y}.png"))
    made.maps.finder.find()
    assert made.data is not None
    assert made.data.attribution == {"": "© Ons Dorp"}


def test_a_walk_without_a_map_has_bare_ground_in_colour(qtbot: QtBot, tmp_path: Path) -> None:
    made = a_map_desk(tmp_path, a_walk())
    assert (made.data, made.desk.ground.style) == (None, COLOUR)
    assert not made.maps.finder.is_lost
