"""The whole walk for the room: every stop by name, nothing over another, nothing cut."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note, a_walk
from tests.ui.desks import HERE as PLEIN
from tests.ui.desks import a_desk, some_walk
from tests.ui.stages import HERE
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Point, StopId
from walkshop.i18n import language
from walkshop.ui.map.ground import Ground
from walkshop.ui.map.scene import StopMark
from walkshop.ui.map.spread import PLATE_PX, Box
from walkshop.ui.projector.mapping import MapPage, RoomMap
from walkshop.ui.projector.show import Show
from walkshop.ui.projector.stopnames import NAMED_AT_MOST, NameSpot, Place, lay_names
from walkshop.ui.projector.thing import MAP, stop_thing
from walkshop.ui.projector.view import RoomView

FRAME = Box(14, 14, 1266, 578)


def ring(n: int, wide: float = 330, far: float = 120) -> list[Place]:
    turns = [2 * math.pi * k / n for k in range(n)]
    return [Place(640 + far * math.cos(t), 300 + far * math.sin(t), wide) for t in turns]


def boxes(spots: list[NameSpot | None]) -> list[Box]:
    return [spot.box for spot in spots if spot is not None]


def apart(a: Box, b: Box) -> bool:
    return a.right <= b.left or b.right <= a.left or a.bottom <= b.top or b.bottom <= a.top


@pytest.mark.parametrize("n", [1, 4, 7, 10])
def test_names_stand_in_the_frame_and_clear_of_each_other(n: int) -> None:
    spots = lay_names(ring(n), FRAME, [], [])
    found = boxes(spots)
    assert len(found) == n
    assert all(FRAME.left <= b.left and b.right <= FRAME.right for b in found)
    assert all(FRAME.top <= b.top and b.bottom <= FRAME.bottom for b in found)
    assert all(apart(a, b) for a, b in combinations(found, 2))


def test_names_keep_clear_of_what_is_shut_and_of_every_stop() -> None:
    places, shut = ring(6), Box(14, 14, 300, 200)
    for box in boxes(lay_names(places, FRAME, [], [shut])):
        assert apart(box, shut)
        assert not any(box.left < p.x < box.right and box.top < p.y < box.bottom for p in places)


def test_a_name_without_room_leaves_its_number() -> None:
    narrow = Box(0, 0, 300, 400)
    spots = lay_names([Place(150, 200, 900)], narrow, [], [])
    assert [spot.named for spot in spots if spot] == [False]
    many = lay_names(ring(NAMED_AT_MOST + 1), FRAME, [], [])
    assert not any(spot.named for spot in many if spot)


def test_a_stop_out_of_sight_has_no_name() -> None:
    assert lay_names([Place(-400, 0, 300), Place(640, 300, 300)], FRAME, [], [])[0] is None


def a_page(view: RoomView) -> MapPage:
    page = view.map_page()
    assert page is not None
    return page


@pytest.fixture
def view(qtbot: QtBot) -> RoomView:
    made = a_desk(some_walk())
    view = RoomView(made.desk, Show(made.desk))
    qtbot.addWidget(view)
    view.resize(1280, 720)
    view.show_now.show(MAP)
    return view


def test_the_overview_names_the_stops_and_a_stop_shows_numbers(view: RoomView) -> None:
    page, room = a_page(view), RoomMap(Ground(), language("en"))
    laid = room.laid(page, room.camera(page, QSizeF(1280, 592), 2.5))
    assert laid.over is not None
    assert [spot is not None and spot.named for spot in laid.over.spots] == [True, True]
    assert laid.over.aside is not None
    assert laid.over.aside.title == "Whole neighbourhood: 1"
    view.show_now.show(stop_thing(StopId("stop 1")))
    near = a_page(view)
    close = room.laid(near, room.camera(near, QSizeF(1280, 592), 2.5))
    assert close.over is None
    assert close.how.sides


def test_notes_in_a_heap_at_a_stop_are_all_read(qtbot: QtBot) -> None:
    notes = [a_note(nr, place=Point(PLEIN)) for nr in range(10, 16)]
    made = a_desk(some_walk().having(*notes))
    view = RoomView(made.desk, Show(made.desk))
    qtbot.addWidget(view)
    view.show_now.show(stop_thing(StopId("stop 1")))
    page, room = a_page(view), RoomMap(Ground(), language("en"))
    how = room.laid(page, room.camera(page, QSizeF(1280, 592), 2.5)).how
    heap = {n for n, pin in enumerate(page.scene.pins.pins) if pin.look.nr in range(10, 16)}
    assert heap <= set(how.sides)


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (1920, 1080)])
def test_the_head_is_never_over_the_map(view: RoomView, size: tuple[int, int]) -> None:
    view.resize(*size)
    page = a_page(view)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    RoomMap(Ground(), language("en")).paint(painter, page, QSizeF(*size), 1.0)
    painter.end()
    right = [image.pixelColor(size[0] - 4, y).name() for y in range(size[1])]
    head = next(y for y, colour in enumerate(right) if colour != "#ffffff")
    assert 0.1 * size[1] < head < 0.35 * size[1]


def test_a_map_without_any_stop_shows_numbers_where_they_fit(qtbot: QtBot) -> None:
    walk = a_walk(a_note(1, place=Point(HERE)), a_note(2, place=Point(LonLat(4.50, 51.935))))
    made = a_desk(walk)
    view = RoomView(made.desk, Show(made.desk))
    qtbot.addWidget(view)
    view.show_now.show(MAP)
    page, room = a_page(view), RoomMap(Ground(), language("en"))
    laid = room.laid(page, room.camera(page, QSizeF(1280, 592), 2.5))
    assert laid.over is None
    assert len(laid.how.sides) == 2


def test_the_plate_of_a_stop_at_the_edge_stands_whole_in_sight(view: RoomView) -> None:
    view.show_now.show(stop_thing(StopId("stop 1")))
    page, room = a_page(view), RoomMap(Ground(), language("en"))
    camera = room.camera(page, QSizeF(1280, 592), 2.5)
    bottom = camera.to_lonlat(camera.width / 2, camera.height - 1)
    stops = (*page.scene.stops, StopMark(9, bottom))
    laid = room.laid(replace(page, scene=replace(page.scene, stops=stops)), camera)
    assert camera.height - 1 + laid.how.plates[-1][1] + PLATE_PX[1] / 2 <= camera.height
