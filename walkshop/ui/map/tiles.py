"""The map under the pins as tiles of pixels, painted a few milliseconds at a time.

A worker thread was measured to be slower (the interpreter's lock), so tiles are painted on the
window's own thread, in slices; until they are there, tiles of another zoom are shown scaled.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from walkshop.domain.geo import Mercator
from walkshop.services.basemap.data import Box
from walkshop.ui.map.camera import TILE_PX, WORLD_M, Camera, resolution
from walkshop.ui.map.painter import BasemapPainter
from walkshop.ui.map.rastertiles import meet

KEPT_BYTES = 96_000_000
_LEVELS_PER_ZOOM = 100


class Tile(NamedTuple):
    """One tile: zoom in hundredths, column from the west, row from the north."""

    level: int
    column: int
    row: int


class _Grid(NamedTuple):
    """How the tiles of a level lie in a viewport: a tile's side and the first corner, in px."""

    level: int
    side: float
    left: float
    top: float

    def box(self, tile: Tile) -> QRectF:
        return QRectF(
            tile.column * self.side - self.left,
            tile.row * self.side - self.top,
            self.side,
            self.side,
        )


class TileCache:
    """Tiles of one map in one style, for a screen with `dpr` device px to the logical px."""

    def __init__(self, basemap: BasemapPainter, dpr: float) -> None:
        self._basemap = basemap
        self.dpr = dpr
        self._made: OrderedDict[Tile, QPixmap] = OrderedDict()
        self._stale: set[Tile] = set()
        self._wanted: list[Tile] = []
        side = math.ceil(TILE_PX * dpr)
        self._most = max(64, KEPT_BYTES // (side * side * 4))

    @property
    def idle(self) -> bool:
        """Whether everything in view (and a tile around it) is painted."""
        return not self._wanted

    def paint(self, painter: QPainter, camera: Camera, moving: bool = False) -> None:
        """Draw what is ready; what is missing is wanted from now on, unless the zoom is moving."""
        painter.fillRect(
            QRectF(0, 0, camera.width, camera.height), QColor(self._basemap.style.land)
        )
        level = round(camera.zoom * _LEVELS_PER_ZOOM)
        grid = _grid(camera, level)
        tiles = _tiles(grid, camera, 0)
        missing = [tile for tile in tiles if tile not in self._made]
        if missing:
            self._stand_ins(painter, camera, level)
        for tile in tiles:
            if tile in self._made:
                self._draw(painter, grid, tile)
        if not moving:
            around = [tile for tile in _tiles(grid, camera, 1) if self._wants(tile)]
            self._wanted = sorted(around, key=lambda tile: _far(grid.box(tile), camera))

    def fill(self, seconds: float, camera: Camera) -> list[QRectF]:
        """Paint wanted tiles for about `seconds`, at least a part; where they lie in the viewport.

        The first slices may go to what one tile needs: paths, and pictures to be unpacked.
        """
        done: list[QRectF] = []
        end = time.perf_counter() + seconds

        def time_left() -> bool:
            return time.perf_counter() < end

        while self._wanted and (not done or time_left()):
            if not self._basemap.ready(_camera(self._wanted[0]), time_left):
                break
            tile = self._wanted.pop(0)
            self._made[tile] = self._painted(tile)
            self._stale.discard(tile)
            done.append(_grid(camera, tile.level).box(tile))
        while len(self._made) > self._most:
            old, _ = self._made.popitem(last=False)
            self._stale.discard(old)
        return done

    def renew(self, box: Box) -> None:
        """Paint anew what shows any of `box` (EPSG:3857 metres); until then the old stays."""
        self._stale.update(tile for tile in self._made if meet(_camera(tile).box, box))

    def _wants(self, tile: Tile) -> bool:
        return tile not in self._made or tile in self._stale

    def _painted(self, tile: Tile) -> QPixmap:
        side = math.ceil(TILE_PX * self.dpr)
        pixels = QPixmap(side, side)
        pixels.setDevicePixelRatio(self.dpr)
        painter = QPainter(pixels)
        self._basemap.paint(painter, _camera(tile))
        painter.end()
        return pixels

    def _draw(self, painter: QPainter, grid: _Grid, tile: Tile) -> None:
        pixels = self._made[tile]
        self._made.move_to_end(tile)
        box = grid.box(tile)
        if abs(grid.side - TILE_PX) < 0.01:
            at = QPointF(
                round(box.left() * self.dpr) / self.dpr, round(box.top() * self.dpr) / self.dpr
            )
            painter.drawPixmap(at, pixels)
        else:
            painter.drawPixmap(box, pixels, QRectF(0, 0, TILE_PX * self.dpr, TILE_PX * self.dpr))

    def _stand_ins(self, painter: QPainter, camera: Camera, but: int) -> None:
        """Tiles of the two nearest other zooms, the nearest on top."""
        levels = {tile.level for tile in self._made} - {but}
        near = sorted(levels, key=lambda level: abs(level - but))[:2]
        for level in reversed(near):
            if abs(level - but) > 3 * _LEVELS_PER_ZOOM:
                continue
            grid = _grid(camera, level)
            for tile in _tiles(grid, camera, 0):
                if tile in self._made:
                    self._draw(painter, grid, tile)


def _grid(camera: Camera, level: int) -> _Grid:
    side = TILE_PX * 2 ** (camera.zoom - level / _LEVELS_PER_ZOOM)
    left = (camera.centre.x + WORLD_M / 2) / camera.resolution - camera.width / 2
    top = (WORLD_M / 2 - camera.centre.y) / camera.resolution - camera.height / 2
    return _Grid(level, side, left, top)


def _camera(tile: Tile) -> Camera:
    """What a tile shows; it may lie outside the zooms people can reach, and that is no harm."""
    zoom = tile.level / _LEVELS_PER_ZOOM
    metres = TILE_PX * resolution(zoom)
    centre = Mercator(
        (tile.column + 0.5) * metres - WORLD_M / 2, WORLD_M / 2 - (tile.row + 0.5) * metres
    )
    return Camera(centre, zoom, TILE_PX, TILE_PX)


def _tiles(grid: _Grid, camera: Camera, around: int) -> list[Tile]:
    first_x, first_y = math.floor(grid.left / grid.side), math.floor(grid.top / grid.side)
    last_x = math.floor((grid.left + camera.width) / grid.side)
    last_y = math.floor((grid.top + camera.height) / grid.side)
    return [
        Tile(grid.level, column, row)
        for row in range(first_y - around, last_y + around + 1)
        for column in range(first_x - around, last_x + around + 1)
    ]


def _far(box: QRectF, camera: Camera) -> float:
    middle = box.center()
    return math.hypot(middle.x() - camera.width / 2, middle.y() - camera.height / 2)
