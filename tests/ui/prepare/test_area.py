"""Prepare: the area is chosen by name in a file of many, drawn, and pulled by its corners."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_walk
from tests.ui.desks import HERE, TestDesk, a_desk
from walkshop.domain.geo import Bounds, LonLat
from walkshop.ui.prepare.area import AreaSection

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SQUARE = (QPoint(150, 60), QPoint(300, 60), QPoint(300, 200), QPoint(150, 200))


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk(a_walk())


@pytest.fixture
def area(qtbot: QtBot, made: TestDesk) -> AreaSection:
    section = AreaSection(made.desk, ask=lambda _parent, _language: None)
    qtbot.addWidget(section)
    section.resize(700, 800)
    section.show_walk(made.walk)
    made.desk.store.changed.connect(lambda change: section.show_walk(change.after))
    section.map.canvas.view.calm = True
    section.show()
    return section


def boundaries(folder: Path, *names: str) -> Path:
    def feature(place: int, name: str) -> object:
        west = 4.40 + place / 100
        corners = [[west, 51.92], [west + 0.01, 51.92], [west, 51.93], [west, 51.92]]
        shape = {"type": "Polygon", "coordinates": [corners]}
        return {"type": "Feature", "properties": {"statnaam": name}, "geometry": shape}

    path = folder / "buurten.geojson"
    features = [feature(place, name) for place, name in enumerate(names)]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


def draw(section: AreaSection) -> tuple[LonLat, ...]:
    section.map.canvas.fit_to(Bounds(HERE.lon, HERE.lat, HERE.lon, HERE.lat).grown(500))
    section.draw.click()
    canvas = section.map.canvas
    places = tuple(canvas.lonlat_at(QPointF(at)) for at in SQUARE)
    for at in SQUARE:
        QTest.mouseClick(canvas, LEFT, pos=at)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    return places


def test_of_a_file_with_many_areas_some_are_chosen_by_name(
    area: AreaSection, made: TestDesk, tmp_path: Path
) -> None:
    area.read_file(boundaries(tmp_path, "Rubroek", "De <b>Esch</b>", "Oud Crooswijk"))
    assert made.walk.area.outlines == ()
    assert area.choice.isVisible()
    assert not area.choice.use.isEnabled()
    area.choice.tick("Rubroek")
    area.choice.tick("Oud Crooswijk")
    assert len(area.map.canvas.scene.outline) == 2
    area.choice.use.click()
    assert made.walk.area.name == "Rubroek, Oud Crooswijk"
    assert made.walk.area.outline_names == ("Rubroek", "Oud Crooswijk")
    assert not area.choice.isVisible()
    made.desk.store.undo()
    assert made.walk.area.outlines == ()


def test_a_choice_that_is_left_changes_nothing(
    area: AreaSection, made: TestDesk, tmp_path: Path
) -> None:
    before = made.walk
    area.read_file(boundaries(tmp_path, "Rubroek", "De Esch"))
    area.choice.tick("De Esch")
    area.choice.leave.click()
    assert made.walk is before
    assert area.map.canvas.scene.outline == ()


def test_the_neighbourhoods_of_cbs_are_offered_by_name(
    area: AreaSection, made: TestDesk, shared_data: Path
) -> None:
    folder = shared_data / "boundaries" / "cbs_buurten"
    area.read_file(folder / "buurt_2017_crooswijk_wgs84.geojson")
    assert len(area.choice.boxes) == 9
    area.choice.tick("Oud Crooswijk")
    area.choice.use.click()
    assert made.walk.area.name == "Oud Crooswijk"


def test_an_area_is_drawn_and_its_corners_are_pulled(area: AreaSection, made: TestDesk) -> None:
    places = draw(area)
    assert made.walk.area.outlines == (places,)
    canvas = area.map.canvas
    corner = QPointF(*canvas.view.camera.to_screen(places[2])).toPoint()
    QTest.mousePress(canvas, LEFT, pos=corner)
    QTest.mouseMove(canvas, corner + QPoint(10, 10))
    QTest.mouseRelease(canvas, LEFT, pos=corner + QPoint(20, 30))
    (pulled,) = made.walk.area.outlines
    assert pulled[:2] == places[:2]
    assert pulled[2] != places[2]
    made.desk.store.undo()
    assert made.walk.area.outlines == (places,)
    assert area.shape.figure is not None
    assert area.shape.figure.along == places


def test_a_corner_is_taken_away_but_never_the_last_three(area: AreaSection, made: TestDesk) -> None:
    places = draw(area)
    canvas = area.map.canvas
    for place in places[:2]:
        at = QPointF(*canvas.view.camera.to_screen(place)).toPoint()
        QTest.mouseClick(canvas, RIGHT, pos=at)
    assert made.walk.area.outlines == (places[1:],)


def test_of_more_outlines_one_shows_its_corners(
    area: AreaSection, made: TestDesk, tmp_path: Path
) -> None:
    area.read_file(boundaries(tmp_path, "Rubroek", "De Esch"))
    for name in ("Rubroek", "De Esch"):
        area.choice.tick(name)
    area.choice.use.click()
    area.pulled.choose(1)
    moved = (*made.walk.area.outlines[1][:2], LonLat(4.42, 51.95))
    area.reshape(moved)
    assert made.walk.area.outlines[1] == moved
    assert area.shape.figure is not None
    assert area.shape.figure.along == moved
