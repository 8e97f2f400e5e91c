"""What lies under the marks: a web map comes while one looks, and says when it does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.tileserver import TileServer, serving
from walkshop.domain.geo import LonLat
from walkshop.i18n import language
from walkshop.services.basemap.data import MapData
from walkshop.ui.map import baselayer
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.style import COLOUR, map_style
from walkshop.ui.map.surface import MapSurface

pytestmark = pytest.mark.slow

GREEN = "#288c3c"
LAND = "#f5f2ec"


@pytest.fixture
def server() -> Iterator[TileServer]:
    with serving() as running:
        yield running


@pytest.fixture
def surface(
    server: TileServer, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MapSurface]:
    """A map of 400 by 300 px on the web; its server waits until it is told to answer."""
    monkeypatch.setattr(baselayer, "web_maps_folder", lambda: tmp_path)
    server.open.clear()
    shown = MapSurface(language("en"), MapData((), web=server.source()))
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    shown.view.jump(Camera.over(LonLat(4.49, 51.93), 15, 400, 300))
    shown.show()
    qtbot.waitUntil(lambda: shown.at_rest)
    yield shown
    server.open.set()
    shown.set_map(None)


def colour(surface: MapSurface, x: int = 200, y: int = 150) -> str:
    image: QImage = surface.grab().toImage()
    return image.pixelColor(x, y).name()


def test_the_map_is_land_until_pictures_come_and_then_shows_them(
    surface: MapSurface, server: TileServer, qtbot: QtBot
) -> None:
    assert colour(surface) == LAND
    server.open.set()
    qtbot.waitUntil(lambda: {colour(surface, x) for x in range(5, 400, 40)} == {GREEN})


def test_a_place_that_was_passed_over_is_asked_for_on_coming_back(
    surface: MapSurface, server: TileServer, qtbot: QtBot
) -> None:
    here = surface.view.camera
    surface.view.jump(here.panned(20_000, 0))
    server.open.set()
    qtbot.waitUntil(lambda: colour(surface) == GREEN)
    surface.view.jump(here)
    qtbot.waitUntil(lambda: colour(surface) == GREEN)


def test_where_no_pictures_come_one_line_says_so(
    surface: MapSurface, server: TileServer, qtbot: QtBot
) -> None:
    server.status, server.body = 500, b""
    server.open.set()
    qtbot.waitUntil(lambda: surface._base.trouble is not None)
    assert colour(surface, 15, 300 - 65) != LAND


def test_another_map_takes_the_place_of_the_web(surface: MapSurface, qtbot: QtBot) -> None:
    surface.set_map(MapData(()))
    qtbot.waitUntil(lambda: surface.at_rest)
    assert colour(surface) == LAND


def test_where_nothing_is_fetched_what_was_seen_before_is_shown(
    surface: MapSurface, server: TileServer, qtbot: QtBot
) -> None:
    server.open.set()
    web = surface._base._web
    # Pictures beyond the edge are still under way when all in sight is there.
    qtbot.waitUntil(lambda: web is not None and web.idle and surface.at_rest)
    assert colour(surface) == GREEN
    asked = len(server.hits)
    data = MapData((), web=server.source())
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    baselayer.seen_before(data, map_style(COLOUR)).paint(painter, surface.view.camera)
    painter.end()
    assert image.pixelColor(50, 50).name() == GREEN
    assert len(server.hits) == asked
