"""A walk prepared from nothing in a few acts, and its theme set changed and changed back."""

from __future__ import annotations

import json
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.programs import Answers, a_program, notes_of, with_sample
from tests.stories.hands import LEFT, click, press, walk_of, write
from walkshop.app import Program
from walkshop.domain.geo import LonLat
from walkshop.services.gpkg import read_walk
from walkshop.ui.prepare.area import AreaSection
from walkshop.ui.prepare.panel import PreparePanel
from walkshop.ui.prepare.section import AboutSection
from walkshop.ui.prepare.stops import StopsSection
from walkshop.ui.prepare.themes import ThemesSection
from walkshop.ui.widgets.notes import look_of

pytestmark = pytest.mark.slow
QUESTION = "Hoe maken we van Crooswijk een seniorvriendelijke wijk?"
PLACES = [(4.485 + n * 0.001, 51.925 + n * 0.0005) for n in range(7)]
RING = [[4.48, 51.92], [4.50, 51.92], [4.50, 51.94], [4.48, 51.94], [4.48, 51.92]]


def begin(qtbot: QtBot, path: Path) -> Program:
    program = a_program(qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert isinstance(program._asking, Answers)
    program._asking.to_save = path
    click(program, "New walk")
    assert program.start_page is not None
    for field, words in (
        (program.start_page.new_walk.title, "Crooswijk"),
        (program.start_page.new_walk.question, QUESTION),
    ):
        QTest.mouseClick(field, LEFT)
        write(words)
    click(program, "Choose a place")
    click(program, "Begin the walk")
    qtbot.waitUntil(notes_of(program).line.hasFocus)
    qtbot.wait(100)  # the parts of a page come on screen with its first events
    return program


def boundary(folder: Path) -> Path:
    shape = {"type": "Polygon", "coordinates": [RING]}
    one = {"type": "Feature", "properties": {"naam": "Crooswijk"}, "geometry": shape}
    path = folder / "wijk.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [one]}), "utf-8")
    return path


def prepare_of(program: Program) -> PreparePanel:
    click(program, "Prepare")
    assert program.frame is not None
    panel = program.frame.panel("prepare")
    assert isinstance(panel, PreparePanel)
    return panel


def seven_stops(panel: PreparePanel) -> None:
    stops = panel.section("stops")
    assert isinstance(stops, StopsSection)
    panel.open("stops")
    stops.map.canvas.view.calm = True
    for nr, (lon, lat) in enumerate(PLACES, start=1):
        stops.add_line.name.setFocus()
        write(f"Plek {nr}")
        press(Qt.Key.Key_Return)
        camera = stops.map.canvas.view.camera
        spot = QPointF(*camera.to_screen(LonLat(lon, lat))).toPoint()
        QTest.mouseClick(stops.map.canvas, LEFT, pos=spot)


def fill_in(panel: PreparePanel) -> None:
    for part, name, words in (("days", "starts_at", "10 uur"), ("coming", "distance_m", "1200")):
        panel.open(part)
        section = panel.section(part)
        assert isinstance(section, AboutSection)
        section.fields[name].setFocus()
        write(words)
        press(Qt.Key.Key_Return)


def test_cold_start(qtbot: QtBot, tmp_path: Path) -> None:
    program = begin(qtbot, tmp_path / "crooswijk.gpkg")
    panel = prepare_of(program)
    area = panel.section("area")
    assert isinstance(area, AreaSection)
    area.read_file(boundary(tmp_path))
    seven_stops(panel)
    fill_in(panel)
    kept = walk_of(program)
    assert len(kept.area.outlines) == 1
    assert [stop.at is not None for stop in kept.stops.values()] == [True] * 7
    assert program.window.close()
    about = read_walk(tmp_path / "crooswijk.gpkg").about
    assert (about.question, about.starts_at, about.distance_m) == (QUESTION, time(10), 1200.0)


def test_theme_set_switch(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    before = walk_of(program)
    looks = [look_of(before, note) for note in before.notes.values()]
    panel = prepare_of(program)
    panel.open("themes")
    themes = panel.section("themes")
    assert isinstance(themes, ThemesSection)
    for wanted in ("place-standard-14", "leefplekmeter", "children-6", "walkshop-17"):
        themes.sets.choose(wanted)
        if themes.mapping.isVisible():
            click(program, "Use this set")
        assert walk_of(program).about.theme_set == wanted
        assert walk_of(program).notes is before.notes
    after = walk_of(program)
    assert [look_of(after, note) for note in after.notes.values()] == looks
