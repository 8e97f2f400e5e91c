"""A walk far from the Netherlands gets a map of its own, and keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.domain.builders import STAMP, a_walk
from tests.programs import a_program, notes_of
from tests.services.basemap.mapfiles import feature, geojson
from tests.stories.hands import click, walk_of
from walkshop.app import Program
from walkshop.domain.edits.setting import lay_map
from walkshop.domain.geo import LonLat
from walkshop.domain.records import BasemapLink, Stop, StopId
from walkshop.services.gpkg import create, read_walk
from walkshop.services.settings import Settings, SettingsFile
from walkshop.ui.map.style import BLACK_WHITE
from walkshop.ui.prepare.basemap import MapSection
from walkshop.ui.prepare.panel import PreparePanel

pytestmark = pytest.mark.slow

KALLIO = LonLat(24.9500, 60.1840)
BLOCK = [[24.949, 60.1835], [24.950, 60.1835], [24.950, 60.184], [24.949, 60.1835]]
STREET = [[24.945, 60.182], [24.955, 60.186]]


def helsinki(folder: Path) -> Path:
    return geojson(
        folder / "kallio.geojson",
        feature("Polygon", [BLOCK], building="yes"),
        feature("LineString", STREET, highway="residential", name="Hämeentie"),
        attribution="© OpenStreetMap contributors",
    )


def in_notes(program: Program) -> set[str]:
    """What lies under the pins in Notes."""
    data = notes_of(program).map_side.canvas._data
    return {thing.layer for thing in data.features} if data else set()


def map_page(program: Program, answer: Path) -> MapSection:
    click(program, "Prepare")
    assert program.frame is not None
    panel = program.frame.panel("prepare")
    assert isinstance(panel, PreparePanel)
    panel.index.choose("map")
    page = panel.section("map")
    assert isinstance(page, MapSection)
    page._ask = lambda _parent, _language: answer
    return page


def test_a_map_is_laid_seen_in_notes_taken_back_and_there_after_a_restart(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kallio.gpkg"
    create(path, a_walk(Stop(id=StopId("s"), nr=1, name="Karhupuisto", at=KALLIO)))
    program = a_program(qtbot)
    program.open(path)
    qtbot.waitUntil(notes_of(program).line.hasFocus)
    qtbot.wait(100)  # the parts of a page come on screen with its first events
    page = map_page(program, helsinki(tmp_path))
    assert in_notes(program) == set()
    click(program, "Choose a map file")
    qtbot.waitUntil(lambda: in_notes(program) == {"building", "street"})
    assert page.lying.source.text() == "© OpenStreetMap contributors"
    assert program.walk is not None
    for act, layers in (("undo", set()), ("redo", {"building", "street"})):
        getattr(program.walk.store, act)()
        assert in_notes(program) == layers
    assert program.window.close()
    again = a_program(qtbot)
    again.open(path)
    assert in_notes(again) == {"building", "street"}
    assert walk_of(again).area.basemap is not None


def test_a_map_that_is_being_read_when_its_walk_closes_is_not_laid(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kallio.gpkg"
    create(path, a_walk(Stop(id=StopId("s"), nr=1, name="Karhupuisto", at=KALLIO)))
    program = a_program(qtbot)
    program.open(path)
    assert program.walk is not None
    program.walk.laying.lay_file(helsinki(tmp_path))
    program.show_start()
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert read_walk(path).area.basemap is None


def test_the_look_of_the_map_and_a_missing_map_are_known_at_opening(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kallio.gpkg"
    walk = a_walk(Stop(id=StopId("s"), nr=1, name="Karhupuisto", at=KALLIO))
    create(path, lay_map(walk, BasemapLink("gone.map.gpkg"), STAMP))
    settings = SettingsFile(None)
    settings.keep(Settings(map_style=BLACK_WHITE))
    program = a_program(qtbot, settings)
    program.open(path)
    assert notes_of(program).map_side.canvas.layer.style.id == BLACK_WHITE
    assert program.frame is not None
    assert program.frame.status.notice.words.startswith("The map under this walk is not here.")
