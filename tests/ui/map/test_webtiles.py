"""Web maps: fetched once, kept, polite to the server, and calm without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QDateTime, QUrl
from pytestqt.qtbot import QtBot

import walkshop
from tests.tileserver import TileServer, png, serving
from walkshop.domain.geo import Bounds
from walkshop.i18n import Text
from walkshop.services.basemap.data import WebSource
from walkshop.services.basemap.tilemath import TileId
from walkshop.services.basemap.websources import address_of
from walkshop.ui.map.tilestore import CachedTiles, disk_cache, kept
from walkshop.ui.map.webtiles import AT_ONCE, WebTiles

pytestmark = pytest.mark.slow

A, B = (16, 33_000, 21_000), (16, 33_001, 21_000)
Make = Callable[..., WebTiles]


@pytest.fixture
def server() -> Iterator[TileServer]:
    with serving() as running:
        yield running


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Make]:
    """Makes tiles that keep pictures in one folder, and closes them."""
    made: list[WebTiles] = []

    def one(source: WebSource, rests: tuple[int, ...] = (50,)) -> WebTiles:
        made.append(WebTiles(source, tmp_path, rests=rests, timeout_ms=400))
        return made[-1]

    yield one
    for tiles in made:
        tiles.close()
        shiboken6.delete(tiles)  # here and now: Python's collector may run in the server's thread


def get(tiles: WebTiles, qtbot: QtBot, tile: tuple[int, int, int] = A) -> bytes | None:
    """The picture, waited for."""
    if tiles.tile(*tile) is None:
        with qtbot.waitSignal(tiles.arrived, timeout=3000) as came:
            pass
        assert came.args == list(tile)
    return tiles.tile(*tile)


def test_a_picture_is_fetched_once_and_says_who_asks(
    server: TileServer, make: Make, qtbot: QtBot
) -> None:
    tiles = make(server.source())
    assert tiles.tile(*A) is None
    assert get(tiles, qtbot) == server.body
    assert server.hits == ["/16/33000/21000.png"]
    assert server.agents == {f"Walkshop/{walkshop.__version__}"}
    assert tiles.idle


def test_the_next_time_nobody_is_asked(server: TileServer, make: Make, qtbot: QtBot) -> None:
    get(make(server.source()), qtbot)
    again = make(server.source())
    assert again.tile(*A) == server.body
    assert again.idle
    assert len(server.hits) == 1


@pytest.mark.parametrize("headers", [{"Cache-Control": "max-age=600"}, {}])
def test_a_picture_stays_good_as_the_server_says_or_a_week(
    server: TileServer, make: Make, qtbot: QtBot, tmp_path: Path, headers: dict[str, str]
) -> None:
    server.headers = headers
    get(make(server.source()), qtbot)
    about = disk_cache(server.source(), tmp_path).metaData(url(server.source()))
    seconds = QDateTime.currentDateTime().secsTo(about.expirationDate())
    assert seconds == pytest.approx(600 if headers else 7 * 86_400, abs=30)


def test_an_old_picture_is_shown_while_a_new_one_is_asked_for(
    server: TileServer, make: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    server.headers["ETag"] = '"1"'
    old = get(make(server.source()), qtbot)
    grow_old(server.source(), tmp_path)
    server.body = png(colour=(1, 2, 3))
    again = make(server.source())
    with qtbot.waitSignal(again.arrived, timeout=3000):
        assert again.tile(*A) == old
    assert again.tile(*A) == server.body
    assert len(server.hits) == 2
    assert server.conditional == 1


@pytest.mark.parametrize("never", [{"Cache-Control": "no-cache"}, {"Pragma": "no-cache"}])
def test_no_week_is_given_against_the_word_of_the_server(
    server: TileServer, make: Make, qtbot: QtBot, tmp_path: Path, never: dict[str, str]
) -> None:
    server.headers = never
    get(make(server.source()), qtbot)
    found = kept(disk_cache(server.source(), tmp_path), url(server.source()))
    assert found is None or not found.fresh


def test_what_may_not_be_stored_is_asked_for_each_time(
    server: TileServer, make: Make, qtbot: QtBot
) -> None:
    server.headers = {"Cache-Control": "no-store"}
    get(make(server.source()), qtbot)
    get(make(server.source()), qtbot)
    assert len(server.hits) == 2


def test_a_picture_that_is_not_there_is_asked_for_once(
    server: TileServer, make: Make, qtbot: QtBot
) -> None:
    server.status = 404
    tiles = make(server.source())
    tiles.tile(*A)
    qtbot.waitUntil(lambda: tiles.idle, timeout=3000)
    assert tiles.tile(*A) is None
    assert tiles.idle
    assert len(server.hits) == 1


@pytest.mark.parametrize("body", [b"<html>Log in</html>", b"", b"\x89PNG\r\n\x1a\n" * 600_000])
def test_what_is_no_picture_is_neither_shown_nor_kept(
    server: TileServer, make: Make, qtbot: QtBot, tmp_path: Path, body: bytes
) -> None:
    server.body = body
    tiles = make(server.source(), rests=(60_000,))
    with qtbot.waitSignal(tiles.quiet, timeout=3000):
        assert tiles.tile(*A) is None
    assert tiles.tile(*A) is None
    assert CachedTiles(server.source(), tmp_path).tile(*A) is None


def test_a_page_of_a_hotel_does_not_take_the_place_of_the_map(
    server: TileServer, make: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    good = get(make(server.source()), qtbot)
    grow_old(server.source(), tmp_path)
    server.body = b"<html>Log in</html>"
    again = make(server.source(), rests=(60_000,))
    with qtbot.waitSignal(again.quiet, timeout=3000):
        assert again.tile(*A) == good
    assert again.tile(*A) == good
    assert CachedTiles(server.source(), tmp_path).tile(*A) is None


def test_without_the_server_the_last_known_map_stays_and_one_line_says_so(
    make: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    with serving() as server:
        source, good = server.source(), get(make(server.source()), qtbot)
    grow_old(source, tmp_path)
    tiles, said = make(source), []
    tiles.quiet.connect(said.append)
    assert tiles.tile(*A) == good
    assert tiles.tile(*B) is None
    qtbot.waitUntil(lambda: bool(said), timeout=3000)
    assert said == [Text("No internet. The map shows what was seen before.")]
    with serving(server.port), qtbot.waitSignal(tiles.arrived, timeout=3000):
        pass
    assert said[1:] == [None]


def test_a_slow_server_is_given_up_and_tried_again(
    server: TileServer, make: Make, qtbot: QtBot
) -> None:
    server.open.clear()
    tiles = make(server.source())
    with qtbot.waitSignal(tiles.quiet, timeout=3000):
        tiles.tile(*A)
    server.open.set()
    with qtbot.waitSignal(tiles.arrived, timeout=3000):
        pass
    assert tiles.tile(*A) == server.body


def test_few_are_asked_for_at_once_and_the_newest_wish_first(
    server: TileServer, make: Make, qtbot: QtBot
) -> None:
    server.open.clear()
    tiles = make(server.source())
    first = [(16, 33_000 + n, 21_000) for n in range(12)]
    last = (16, 33_000, 21_001)
    for tile in first:
        tiles.tile(*tile)
    qtbot.waitUntil(lambda: len(server.hits) == AT_ONCE, timeout=3000)
    tiles.look_at(TileId(*first[0]).box[:2] + TileId(*first[-1]).box[2:])
    tiles.tile(*last)
    server.open.set()
    qtbot.waitUntil(lambda: tiles.idle, timeout=3000)
    assert server.most_at_once == AT_ONCE
    assert server.hits[AT_ONCE] == "/16/33000/21001.png"
    assert len(server.hits) == 13


def test_what_went_out_of_view_is_not_asked_for(
    server: TileServer, make: Make, qtbot: QtBot
) -> None:
    server.open.clear()
    tiles = make(server.source())
    for n in range(12):
        tiles.tile(16, 33_000 + n, 21_000)
    qtbot.waitUntil(lambda: len(server.hits) == AT_ONCE, timeout=3000)
    tiles.look_at(TileId(16, 40_000, 21_000).box)
    assert tiles.idle
    tiles.tile(16, 40_001, 21_000)
    server.open.set()
    qtbot.waitUntil(lambda: tiles.idle, timeout=3000)
    assert len(server.hits) == AT_ONCE + 1


def test_after_zooming_the_other_zoom_is_not_asked_for(
    server: TileServer, make: Make, qtbot: QtBot
) -> None:
    server.open.clear()
    tiles = make(server.source())
    for n in range(12):
        tiles.tile(16, 33_000 + n, 21_000)
    qtbot.waitUntil(lambda: len(server.hits) == AT_ONCE, timeout=3000)
    tiles.tile(15, 16_500, 10_500)
    server.open.set()
    qtbot.waitUntil(lambda: tiles.idle, timeout=3000)
    assert server.hits[AT_ONCE:] == ["/15/16500/10500.png"]


def test_a_picture_that_is_refused_is_left_until_people_look_elsewhere(
    server: TileServer, make: Make, qtbot: QtBot
) -> None:
    server.status = 500
    tiles = make(server.source(), rests=(1,))
    tiles.tile(*A)
    qtbot.waitUntil(lambda: tiles.idle, timeout=3000)
    tiles.tile(*A)
    assert tiles.idle
    assert len(server.hits) == 3
    tiles.look_at(TileId(*A).box)
    server.status = 200
    qtbot.waitUntil(lambda: tiles.tile(*A) == server.body, timeout=3000)


def test_nothing_is_asked_outside_the_map_or_after_closing(server: TileServer, make: Make) -> None:
    tiles = make(server.source(min_zoom=6, max_zoom=17, bounds=Bounds(3.25, 50.5, 7.6, 54.0)))
    for tile in [(5, 16, 10), (18, 1, 1), (16, 0, 21_000), (7, -1, 3), (7, 3, 128)]:
        assert tiles.tile(*tile) is None
        assert tiles.idle
    tiles.close()
    assert tiles.tile(16, 33_500, 21_500) is None
    assert tiles.idle


def test_asking_holds_nothing_up(server: TileServer, make: Make, qtbot: QtBot) -> None:
    from time import perf_counter

    server.open.clear()
    tiles = make(server.source())
    worst = 0.0
    for n in range(200):
        began = perf_counter()
        tiles.tile(16, 33_000 + n, 21_000)
        worst = max(worst, perf_counter() - began)
    assert worst < 0.05
    assert not server.hits


def grow_old(source: WebSource, folder: Path) -> None:
    """The picture of A as it is when its time is over."""
    cache = disk_cache(source, folder)
    about = cache.metaData(url(source))
    about.setExpirationDate(QDateTime.currentDateTime().addDays(-1))
    cache.updateMetaData(about)


def url(source: WebSource) -> QUrl:
    return QUrl(address_of(source, *A))
