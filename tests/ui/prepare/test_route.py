"""Prepare: the route by hand, from a file, and straight between the stops, each one undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.geometry.test_route import gpx
from tests.ui.desks import HERE, THERE, TestDesk, a_desk
from walkshop.domain.geo import LonLat
from walkshop.domain.queries.routes import route_of
from walkshop.domain.records import StopId
from walkshop.i18n import msg
from walkshop.ui.prepare.model import set_stop
from walkshop.ui.prepare.route import RouteSection

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk()


@pytest.fixture
def section(qtbot: QtBot, made: TestDesk) -> RouteSection:
    section = RouteSection(made.desk, ask=lambda _parent, _language: None)
    qtbot.addWidget(section)
    section.resize(800, 800)
    section.show_walk(made.walk)
    made.desk.store.changed.connect(lambda change: section.show_walk(change.after))
    section.map.canvas.view.calm = True
    section.show()
    return section


def along(made: TestDesk) -> tuple[LonLat, ...]:
    route = route_of(made.walk)
    return route.along if route else ()


def test_straight_between_the_stops_and_back(section: RouteSection, made: TestDesk) -> None:
    section.straight.click()
    assert along(made) == (HERE, THERE)
    assert "532 m, 8 minutes of walking" in section.far.text()
    made.desk.store.undo()
    assert along(made) == ()
    assert not section.drop.isVisible()


def test_without_two_stops_on_the_map_nothing_is_straight(
    section: RouteSection, made: TestDesk
) -> None:
    stamp = made.desk.store.stamp()
    skip = set_stop(StopId("stop 2"), "skipped", "rain", stamp)
    made.desk.store.apply(msg("Skipped"), skip)
    assert not section.straight.isEnabled()


def test_a_route_is_drawn_with_the_mouse(section: RouteSection, made: TestDesk) -> None:
    section.draw.click()
    canvas = section.map.canvas
    corners = [QPoint(60, 60), QPoint(160, 70), QPoint(200, 150)]
    places = [canvas.lonlat_at(QPointF(at)) for at in corners]
    for at in corners:
        QTest.mouseClick(canvas, LEFT, pos=at)
    QTest.keyClick(canvas, ENTER)
    assert along(made) == tuple(places)


def test_a_corner_is_pulled_and_undo_puts_it_back(section: RouteSection, made: TestDesk) -> None:
    section.straight.click()
    canvas = section.map.canvas
    end = QPointF(*canvas.view.camera.to_screen(THERE)).toPoint()
    QTest.mousePress(canvas, LEFT, pos=end)
    QTest.mouseMove(canvas, end + QPoint(20, 10))
    QTest.mouseRelease(canvas, LEFT, pos=end + QPoint(40, 30))
    assert along(made)[0] == HERE
    assert along(made)[1] != THERE
    assert section.shape.figure is not None
    assert section.shape.figure.along == along(made)
    made.desk.store.undo()
    assert along(made) == (HERE, THERE)


def test_a_gpx_file_is_read_and_what_is_none_is_refused(
    section: RouteSection, made: TestDesk, tmp_path: Path
) -> None:
    section.read_file(gpx(tmp_path, [HERE, LonLat(4.49, 51.93), THERE]))
    assert len(along(made)) == 3
    before = made.walk
    section.read_file(gpx(tmp_path))
    assert "no line" in section.refusal.text()
    assert made.walk is before


def test_what_is_along_it_is_kept_one_act_a_field(section: RouteSection, made: TestDesk) -> None:
    section.straight.click()
    section.fields["seats"].setText("drie banken")
    QTest.keyClick(section.fields["seats"], ENTER)
    section.toilet.choose(True)
    route = route_of(made.walk)
    assert route is not None
    assert (route.seats, route.toilet) == ("drie banken", True)
    made.desk.store.undo()
    route = route_of(made.walk)
    assert route is not None
    assert (route.seats, route.toilet) == ("drie banken", None)
    section.drop.click()
    assert not section.form.isVisible()
