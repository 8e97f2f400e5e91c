"""Prepare: the area and its stops, by name, by pointing, and from a boundary file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_walk
from tests.ui.desks import THERE, TestDesk, a_desk
from walkshop.domain.records import Owner, Photo, PhotoId, Stop, StopId
from walkshop.ui.prepare.area import AreaSection
from walkshop.ui.prepare.stops import StopsSection

ENTER = Qt.Key.Key_Return
RING = [[4.48, 51.92], [4.50, 51.92], [4.50, 51.94], [4.48, 51.92]]


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk()


@pytest.fixture
def stops(qtbot: QtBot, made: TestDesk) -> StopsSection:
    section = StopsSection(made.desk)
    qtbot.addWidget(section)
    section.resize(800, 700)
    section.show_walk(made.walk)
    made.desk.store.changed.connect(lambda change: section.show_walk(change.after))
    section.show()
    section.list.choose("stop 1")
    section.map.canvas.view.calm = True
    return section


@pytest.fixture
def area(qtbot: QtBot, made: TestDesk) -> AreaSection:
    section = AreaSection(made.desk, ask=lambda _parent, _language: None)
    qtbot.addWidget(section)
    section.show_walk(made.walk)
    made.desk.store.changed.connect(lambda change: section.show_walk(change.after))
    section.show()
    return section


def order(made: TestDesk) -> list[int]:
    return [stop.nr for stop in sorted(made.walk.stops.values(), key=lambda stop: stop.order)]


def boundary(folder: Path, kind: str = "Polygon") -> Path:
    shape = {"type": kind, "coordinates": [RING] if kind == "Polygon" else RING[0]}
    one = {"type": "Feature", "properties": {"naam": "Oost"}, "geometry": shape}
    path = folder / "oost.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [one]}))
    return path


def test_a_stop_is_added_by_name_and_then_put_on_the_map(
    stops: StopsSection, made: TestDesk
) -> None:
    QTest.keyClicks(stops.add_line.name, "Het plein")
    QTest.keyClick(stops.add_line.name, ENTER)
    added = next(stop for stop in made.walk.stops.values() if stop.nr == 3)
    assert (added.name, added.at) == ("Het plein", None)
    stops.map.canvas.place_clicked.emit(THERE)
    assert made.walk.stop(added.id).at == THERE


def test_a_stop_is_added_by_pointing_once(stops: StopsSection, made: TestDesk) -> None:
    stops.add_line.name.setText("Bij de brug")
    stops.point.click()
    for _ in range(2):
        stops.map.canvas.place_clicked.emit(THERE)
    assert [(stop.nr, stop.name) for stop in made.walk.stops.values()][2:] == [(3, "Bij de brug")]


def test_a_click_on_the_map_without_the_tool_changes_nothing(
    stops: StopsSection, made: TestDesk
) -> None:
    before = made.walk
    stops.map.canvas.place_clicked.emit(THERE)
    assert made.walk is before
    assert "Point at the map" in stops.map.hint.text()


def test_keys_alone_put_a_stop_in_the_middle_of_the_map(
    stops: StopsSection, made: TestDesk
) -> None:
    stops.point.click()
    QTest.keyClick(stops.map, ENTER)
    assert len(made.walk.stops) == 3
    stops.point.click()
    QTest.keyClick(stops.map, Qt.Key.Key_Escape)
    assert not stops.map.asking


def test_a_stop_gets_another_name_and_keeps_its_number(stops: StopsSection, made: TestDesk) -> None:
    stops.list.choose("stop 2")
    name = stops.fields["name"]
    name.setText("Het plein")
    QTest.keyClick(name, ENTER)
    stop = made.walk.stop(StopId("stop 2"))
    assert (stop.nr, stop.name) == (2, "Het plein")
    assert stops.list.currentItem().text() == "Het plein"


def test_a_stop_goes_earlier_and_undo_puts_it_back(stops: StopsSection, made: TestDesk) -> None:
    stops.list.choose("stop 2")
    stops.earlier.click()
    assert order(made) == [2, 1]
    assert stops.chosen is not None
    assert stops.chosen.nr == 2
    made.desk.store.undo()
    assert order(made) == [1, 2]


def test_a_stop_is_skipped_with_a_reason(stops: StopsSection, made: TestDesk) -> None:
    reason = stops.fields["skipped"]
    reason.setText("regen")
    QTest.keyClick(reason, ENTER)
    assert made.walk.stop(StopId("stop 1")).skipped == "regen"


def test_a_stop_with_a_note_stays_and_says_so(stops: StopsSection, made: TestDesk) -> None:
    stops.list.choose("stop 2")
    stops.remove.click()
    assert StopId("stop 2") in made.walk.stops
    assert "1 note hangs on stop 2" in stops.form.refused()[1]


def test_a_stop_without_notes_goes(stops: StopsSection, made: TestDesk) -> None:
    stops.remove.click()
    assert list(made.walk.stops) == ["stop 2"]
    assert stops.chosen is not None


def test_a_walk_without_stops_says_what_to_do(qtbot: QtBot) -> None:
    section = StopsSection(a_desk(a_walk()).desk)
    qtbot.addWidget(section)
    section.show_walk(a_walk())
    section.show()
    assert section.none.isVisible()
    assert not section.earlier.isVisible()


def test_an_outline_is_read_and_taken_away(
    area: AreaSection, made: TestDesk, tmp_path: Path
) -> None:
    area.read_file(boundary(tmp_path))
    assert (made.walk.area.name, len(made.walk.area.outlines)) == ("Oost", 1)
    assert area.status.text() == "1 outline from oost.geojson"
    area.drop.click()
    assert (made.walk.area.name, made.walk.area.outlines) == ("Oost", ())


def test_a_file_that_is_no_boundary_is_refused_in_a_sentence(
    area: AreaSection, made: TestDesk, tmp_path: Path
) -> None:
    before = made.walk
    area.read_file(boundary(tmp_path, "Point"))
    assert made.walk is before
    assert area.refusal.text()
    area.read_file(tmp_path / "gone.gpkg")
    assert "gone.gpkg" in area.refusal.text()


def test_the_area_gets_a_name_and_a_word(area: AreaSection, made: TestDesk) -> None:
    area.name.setText("Oud-Crooswijk")
    QTest.keyClick(area.name, ENTER)
    area.word.choose("dorp")
    assert (made.walk.area.name, made.walk.area.word) == ("Oud-Crooswijk", "dorp")


def test_reach_ground_and_photo_of_a_stop_are_kept(stops: StopsSection, made: TestDesk) -> None:
    stops.list.choose("stop 2")
    stops.more.radius.setText("40")
    QTest.keyClick(stops.more.radius, ENTER)
    stops.more.owner.choose(Owner.WATER_BOARD)
    stop = made.walk.stop(StopId("stop 2"))
    assert (stop.radius_m, stop.owner) == (40.0, Owner.WATER_BOARD)
    assert not stops.more.photo.isEnabled()
    made.desk.store.undo()
    assert made.walk.stop(StopId("stop 2")).owner is None


@pytest.mark.parametrize("words", ["ver", "2", "5000", ""])
def test_a_reach_that_is_no_reach_is_refused_under_its_field(
    stops: StopsSection, made: TestDesk, words: str
) -> None:
    stops.more.radius.setText(words)
    QTest.keyClick(stops.more.radius, ENTER)
    assert stops.form.refused()[0] == "radius_m"
    assert made.walk.stop(StopId("stop 1")).radius_m == 75.0


def test_the_photo_of_a_stop_is_one_of_the_walk(qtbot: QtBot) -> None:
    photo = Photo(id=PhotoId("p"), sha256="a" * 64, caption="Het plein")
    made = a_desk(a_walk(Stop(id=StopId("stop 1"), nr=1, order=1.0), photo))
    section = StopsSection(made.desk)
    qtbot.addWidget(section)
    section.show_walk(made.walk)
    section.more.photo.choose(PhotoId("p"))
    assert made.walk.stop(StopId("stop 1")).photo == "p"
    assert section.more.photo.currentText() == "Het plein"
