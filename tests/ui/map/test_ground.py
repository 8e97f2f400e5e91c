"""Another map under the walk shows in every map at once."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.desks import a_desk
from walkshop.domain.geo import Bounds, LonLat, to_mercator
from walkshop.services.basemap.data import Feature, MapData, Shape
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.ground import Ground
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.style import BLACK_WHITE, COLOUR, PALE, map_style
from walkshop.ui.notes.map_side import MapSide
from walkshop.ui.prepare.place_map import PlaceMap
from walkshop.ui.projector.mapping import MapPage, RoomMap
from walkshop.ui.values.map_beside import MapBeside

AROUND = Bounds(4.488, 51.927, 4.497, 51.931)


def all_water() -> MapData:
    low, high = to_mercator(LonLat(4.0, 51.5)), to_mercator(LonLat(5.0, 52.5))
    ring = ((low.x, low.y), (high.x, low.y), (high.x, high.y), (low.x, high.y), (low.x, low.y))
    return MapData((Feature("water", Shape.AREA, (ring,)),))


def most_of(canvas: MapCanvas, qtbot: QtBot) -> str:
    canvas.window().resize(600, 480)
    canvas.window().grab()  # lays the panel out
    qtbot.waitUntil(lambda: bool(canvas.grab()) and canvas.at_rest, timeout=5000)
    image = canvas.grab().toImage()
    spots = [
        image.pixelColor(x, y).name()
        for x in range(5, image.width(), 7)
        for y in range(5, image.height(), 7)
    ]
    return max(set(spots), key=spots.count)


def water(style: str) -> str:
    return QColor(map_style(style).layers["water"].fill).name()


def test_laying_the_map_that_lies_there_tells_nobody(qtbot: QtBot) -> None:
    ground, told = Ground(), list[bool]()
    ground.changed.connect(lambda: told.append(True))
    ground.set(None)
    ground.set_style(COLOUR)
    assert not told
    ground.set(all_water())
    ground.set_style(BLACK_WHITE)
    assert len(told) == 2


def test_another_map_shows_in_notes_prepare_and_beside_the_board(qtbot: QtBot) -> None:
    desk = a_desk().desk
    notes, beside, place = MapSide(desk), MapBeside(desk), PlaceMap(desk)
    for panel in (notes, beside, place):
        qtbot.addWidget(panel)
    place.show_walk(desk.store.walk)
    desk.ground.set(all_water())
    assert most_of(notes.canvas, qtbot) == water(COLOUR)
    assert most_of(place.canvas, qtbot) == water(COLOUR)
    assert most_of(beside.canvas, qtbot) == water(PALE)


def test_the_look_of_notes_changes_and_that_beside_the_board_stays_pale(qtbot: QtBot) -> None:
    desk = a_desk().desk
    notes, beside = MapSide(desk), MapBeside(desk)
    for panel in (notes, beside):
        qtbot.addWidget(panel)
    desk.ground.set(all_water())
    desk.ground.set_style(BLACK_WHITE)
    assert most_of(notes.canvas, qtbot) == water(BLACK_WHITE)
    assert most_of(beside.canvas, qtbot) == water(PALE)


def test_the_room_paints_the_map_that_was_laid_last(qtbot: QtBot) -> None:
    desk = a_desk().desk
    room = RoomMap(desk.ground, desk.language)
    desk.ground.set(all_water())
    room.lay(desk.ground)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    room.paint(painter, MapPage(Scene(), "Map", AROUND), QSizeF(400, 300), 1.0)
    painter.end()
    assert image.pixelColor(200, 200).name() == water(COLOUR)
