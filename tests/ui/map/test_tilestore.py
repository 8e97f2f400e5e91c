"""What was seen before stays on disk, for looking and, where the source allows it, for paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from tests.tileserver import TileServer, serving
from walkshop.services.basemap.data import WebSource
from walkshop.services.basemap.websources import address_of, web_map
from walkshop.ui.map.tilestore import disk_cache, for_paper, kept
from walkshop.ui.map.webtiles import WebTiles

A, B = (16, 33_000, 21_000), (16, 33_001, 21_000)


@pytest.fixture
def server() -> Iterator[TileServer]:
    with serving() as running:
        yield running


def seen(source: WebSource, folder: Path, qtbot: QtBot) -> None:
    """Look at one picture, so that the store has it."""
    tiles = WebTiles(source, folder, rests=(50,), timeout_ms=400)
    qtbot.waitUntil(lambda: tiles.tile(*A) is not None)
    tiles.close()
    shiboken6.delete(tiles)  # here and now: Python's collector may run in the server's thread


def test_only_maps_that_may_be_printed_reach_paper(
    server: TileServer, qtbot: QtBot, tmp_path: Path
) -> None:
    seen(server.source(), tmp_path, qtbot)
    kept_map = for_paper(web_map(server.source(print=True)), tmp_path)
    assert kept_map is not None
    assert kept_map.tiles is not None
    assert kept_map.tiles.tile(*A) == server.body
    assert kept_map.tiles.tile(*B) is None
    only_looked_at = web_map(server.source())
    assert for_paper(only_looked_at, tmp_path) is only_looked_at
    assert len(server.hits) == 1


def test_a_store_without_the_picture_has_nothing(server: TileServer, tmp_path: Path) -> None:
    assert (
        kept(disk_cache(server.source(), tmp_path), QUrl(address_of(server.source(), *A))) is None
    )
