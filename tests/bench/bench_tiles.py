"""How long a tile takes: `python -m tests.bench.bench_tiles [map file]`, CPU time by zoom."""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from tests.bench.scenery import town
from walkshop.domain.geo import Mercator
from walkshop.services.basemap.data import MapData
from walkshop.services.basemap.reading import read_map
from walkshop.ui.map.camera import TILE_PX, Camera, resolution
from walkshop.ui.map.painter import BasemapPainter
from walkshop.ui.map.style import COLOUR, map_style

ZOOMS = (13, 14, 14.5, 15, 15.5, 16, 17, 18)
COLUMNS, ROWS = 8, 5
"""The tiles of 1920 by 1080 px."""


def milliseconds(basemap: BasemapPainter, zoom: float) -> tuple[list[float], list[float]]:
    """Of each tile the time to make it ready and the time to paint it."""
    made: tuple[list[float], list[float]] = ([], [])
    x, y = basemap.shapes.origin
    step = TILE_PX * resolution(zoom)
    for number in range(COLUMNS * ROWS):
        column, row = number % COLUMNS - COLUMNS / 2, number // COLUMNS - ROWS / 2
        camera = Camera(Mercator(x + column * step, y + row * step), zoom, TILE_PX, TILE_PX)
        start = time.process_time()
        basemap.ready(camera, lambda: True)
        made[0].append((time.process_time() - start) * 1000)
        pixels = QPixmap(TILE_PX, TILE_PX)
        painter = QPainter(pixels)
        start = time.process_time()
        basemap.paint(painter, camera)
        made[1].append((time.process_time() - start) * 1000)
        painter.end()
    return made


def main() -> None:
    application = QApplication.instance() or QApplication(sys.argv)
    data: MapData = read_map(Path(sys.argv[1])).data if len(sys.argv) > 1 else town()
    basemap = BasemapPainter(data, map_style(COLOUR))
    print(f"{len(data.features)} things; ms of CPU time")
    print("zoom | median |  95 % |  most | to make ready, in slices, at most")
    for zoom in ZOOMS:
        ready, painted = milliseconds(basemap, zoom)
        painted.sort()
        ninety_five = painted[int(len(painted) * 0.95)]
        print(
            f"{zoom:>4} | {statistics.median(painted):6.1f} | {ninety_five:5.1f} "
            f"| {painted[-1]:5.1f} | {max(ready):5.1f}"
        )
    application.processEvents()


if __name__ == "__main__":
    main()
