"""The camera in time."""

import pytest
from pytestqt.qtbot import QtBot

from walkshop.domain.geo import LonLat
from walkshop.ui.map.camera import Camera, ScreenPoint
from walkshop.ui.map.view import MapView

HERE = LonLat(4.4914, 51.9319)
CAMERA = Camera.over(HERE, 16, 800, 600)


@pytest.fixture
def view(qapp: object) -> MapView:
    made = MapView(CAMERA)
    made.calm = False
    return made


def test_a_flight_ends_exactly_at_its_goal(view: MapView, qtbot: QtBot) -> None:
    goal = CAMERA.zoomed_to(17, ScreenPoint(100, 100))
    with qtbot.waitSignal(view.settled, timeout=2000):
        view.fly(goal)
        assert view.zooming
    assert view.camera == goal
    assert not view.zooming


def test_notches_that_come_fast_add_up(view: MapView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.settled, timeout=2000):
        view.zoom_by(0.5)
        view.zoom_by(0.5)
    assert view.camera.zoom == pytest.approx(17)


def test_people_who_want_less_motion_are_there_at_once(view: MapView) -> None:
    view.calm = True
    view.fly(CAMERA.zoomed_to(18))
    assert view.camera.zoom == 18
    view.fling(3, 0)
    assert view.camera.at == pytest.approx(HERE)


def test_a_flung_map_runs_out_and_comes_to_rest(view: MapView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.settled, timeout=4000):
        view.fling(0.8, 0)
    assert view.camera.to_screen(HERE).x > 430


def test_a_hand_on_the_map_stops_it(view: MapView) -> None:
    view.fling(3, 0)
    view.halt()
    assert not view._run.isActive()


def test_the_zoom_at_rest_is_a_hundredth_that_tiles_are_kept_for(
    view: MapView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.settled, timeout=2000):
        view.move(CAMERA.zoomed_to(16.7777))
    assert view.camera.zoom == 16.78
