"""Prepare, the map: what lies there is said, and each way to lay another is one act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import STAMP, a_walk
from tests.tileserver import TileServer, serving
from tests.ui.maps import MapDesk, a_map_desk, houses, streets
from walkshop.domain.edits.setting import lay_map
from walkshop.domain.records import BasemapLink
from walkshop.i18n import msg
from walkshop.ui.map.style import BLACK_WHITE
from walkshop.ui.prepare.basemap import MapSection

pytestmark = pytest.mark.slow

LABEL = msg("Map laid under the walk")
NO_MAP = "No map lies under this walk."


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> MapDesk:
    return a_map_desk(tmp_path, patience_ms=0)


@pytest.fixture
def page(qtbot: QtBot, made: MapDesk) -> MapSection:
    return shown(qtbot, made)


@pytest.fixture
def server() -> Iterator[TileServer]:
    with serving() as running:
        yield running


def shown(qtbot: QtBot, made: MapDesk, answer: Path | None = None) -> MapSection:
    section = MapSection(made.desk, made.maps, ask=lambda _parent, _language: answer)
    qtbot.addWidget(section)
    section.resize(800, 800)
    section.show_walk(made.walk)
    made.desk.store.changed.connect(lambda change: section.show_walk(change.after))
    section.show()
    return section


def ready(qtbot: QtBot, made: MapDesk) -> None:
    qtbot.waitUntil(lambda: not made.maps.laying.busy and not made.jobs.busy)


def name(made: MapDesk, link: BasemapLink) -> None:
    made.desk.store.apply(LABEL, lambda walk: lay_map(walk, link, STAMP))


def test_a_chosen_file_is_laid_said_and_taken_back_with_undo(qtbot: QtBot, made: MapDesk) -> None:
    page = shown(qtbot, made, streets(made.folder))
    assert page.lying.name.text() == NO_MAP
    assert not page.none.isVisible()
    page.choose.click()
    assert not page.choose.isEnabled()
    ready(qtbot, made)
    assert page.lying.name.text() == "walk.map.gpkg"
    assert page.lying.source.text() == "Bron: streets.geojson"
    assert page.lying.content.text() == "With streets."
    assert "does not say who made this map" in page.remarks.text()
    assert page.choose.isEnabled()
    made.desk.store.undo()
    assert page.lying.name.text() == NO_MAP
    assert not page.remarks.isVisible()


def test_a_person_who_thinks_better_of_it_changes_nothing(page: MapSection, made: MapDesk) -> None:
    before = made.walk
    page.choose.click()
    assert made.walk is before
    assert not made.maps.laying.busy


def test_a_refused_file_is_said_under_its_button_until_the_next_act(
    qtbot: QtBot, made: MapDesk
) -> None:
    (made.folder / "walk.zip").write_bytes(b"PK\x03\x04")
    page = shown(qtbot, made, made.folder / "walk.zip")
    page.choose.click()
    ready(qtbot, made)
    assert page.form.refused() == (
        "file",
        "This map is packed in a zip file. Unpack it first. Then choose the map that was in it.",
    )
    page.web.show.click()
    assert page.form.refused() == ("", "")


def test_the_map_is_taken_away_and_the_sketch_of_the_area_comes_back(
    page: MapSection, made: MapDesk
) -> None:
    assert page.sketch.isVisible()
    page.sketch.click()
    assert made.walk.area.basemap is not None
    assert made.walk.area.basemap.name == "crooswijk.geojson"
    assert "building" in made.layers
    assert not page.sketch.isVisible()
    page.none.click()
    assert made.data is None
    assert page.lying.name.text() == NO_MAP
    made.desk.store.undo()
    assert "building" in made.layers


def test_a_walk_elsewhere_is_offered_no_sketch(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, a_map_desk(tmp_path, a_walk()))
    assert not page.sketch.isVisible()
    assert page.web.said.text() == (
        "This walk has no place yet. Give it an area, a stop or a note first."
    )


def test_a_map_of_the_internet_is_shown_by_its_name(page: MapSection, made: MapDesk) -> None:
    page.web.source.choose("brt-grey")
    page.web.show.click()
    assert page.lying.name.text() == "Map of the Netherlands, grey, from the internet"
    assert page.lying.source.text() == "Kaartgegevens © Kadaster, CC BY 4.0"
    assert page.lying.content.text() == "With pictures."
    made.desk.store.undo()
    assert page.lying.name.text() == NO_MAP


@pytest.mark.parametrize(
    ("source", "can", "words"),
    [
        ("brt", True, "Taking it along fetches "),
        ("osm", False, "This map may not be taken along."),
        ("photo", False, "This map may not be taken along."),
        ("own", False, "Whether this map may be taken along is not known."),
    ],
)
def test_what_may_not_be_taken_along_says_why(
    page: MapSection, source: str, can: bool, words: str
) -> None:
    page.web.source.choose(source)
    assert page.web.along.isEnabled() is can
    assert page.web.said.text().startswith(words)
    assert bool(page.web.along.toolTip()) is not can


def test_an_address_of_ones_own_is_refused_under_its_field_or_kept(
    page: MapSection, made: MapDesk
) -> None:
    before = made.walk
    page.web.source.choose("own")
    page.web.address.setText("https://kaart.example/kaart.png")
    QTest.keyClick(page.web.address, Qt.Key.Key_Return)
    assert page.form.refused()[0] == "address"
    assert made.walk is before
    page.web.address.setText("https://kaart.example/{z}/{x}/{y}.png")
    page.web.whose.setText("© <b>Dorp</b>")
    page.web.show.click()
    assert page.form.refused() == ("", "")
    now = made.maps.settings.now
    assert now.map_address == "https://kaart.example/{z}/{x}/{y}.png"
    assert now.map_attribution == "© Dorp"
    assert page.lying.source.text() == "© Dorp"
    assert page.lying.name.text() == "kaart.example, from the internet"


def test_fields_of_an_address_are_there_only_for_ones_own(page: MapSection) -> None:
    assert not page.web.address.isVisible()
    page.web.source.choose("own")
    assert page.web.address.isVisible()
    page.web.source.choose("osm")
    assert not page.web.whose.isVisible()


def test_the_look_is_kept_and_shown_everywhere(page: MapSection, made: MapDesk) -> None:
    page.look.choose(BLACK_WHITE)
    assert made.desk.ground.style == BLACK_WHITE
    assert made.maps.settings.now.map_style == BLACK_WHITE
    assert page.map.canvas.layer.style.id == BLACK_WHITE


def test_progress_counts_pictures_and_can_be_stopped(
    qtbot: QtBot, page: MapSection, made: MapDesk, server: TileServer
) -> None:
    before = made.walk
    server.open.clear()
    made.maps.laying.take_along(server.source(take_along=True, max_zoom=15))
    qtbot.waitUntil(lambda: page.cancel.isVisible() and " of " in page.step.text())
    assert page.step.text().startswith("Taking the map along: 0 of ")
    assert not page.web.along.isEnabled()
    page.cancel.click()
    assert not page.cancel.isVisible()
    assert page.web.along.isEnabled()
    server.open.set()
    ready(qtbot, made)
    assert made.walk is before


def test_keys_go_on_where_they_were_once_a_map_is_laid(qtbot: QtBot, made: MapDesk) -> None:
    page = shown(qtbot, made, streets(made.folder))
    page.choose.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.choose, Qt.Key.Key_Space)
    assert not page.choose.isEnabled()
    ready(qtbot, made)
    assert page.window().focusWidget() is page.choose


def test_a_map_that_is_not_here_is_said(qtbot: QtBot, page: MapSection, made: MapDesk) -> None:
    with qtbot.waitSignal(made.maps.finder.lost):
        name(made, BasemapLink("<b>gone</b>.map.gpkg", "00", "© <i>Someone</i>"))
    assert page.lying.name.text() == "b>.map.gpkg"  # only its bare name, as plain text
    assert page.lying.source.text() == "© <i>Someone</i>"
    assert page.lying.content.text().startswith("The map under this walk is not here.")


def test_a_page_that_is_made_later_shows_work_that_goes_on(
    qtbot: QtBot, made: MapDesk, server: TileServer
) -> None:
    server.open.clear()
    made.maps.laying.take_along(server.source(take_along=True, max_zoom=15))
    qtbot.waitUntil(lambda: made.maps.laying.progress is not None)
    page = shown(qtbot, made)
    assert page.cancel.isVisible()
    server.open.set()
    ready(qtbot, made)
    assert not page.cancel.isVisible()
    assert page.lying.content.text() == "With pictures."


def test_pages_that_are_gone_hear_of_nothing(qtbot: QtBot, made: MapDesk) -> None:
    page = MapSection(made.desk, made.maps)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    made.maps.laying.lay_file(houses(made.folder))
    ready(qtbot, made)
    assert made.layers == {"building"}
