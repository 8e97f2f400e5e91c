"""How fast the map moves: `python -m tests.bench.bench_map` prints medians and the machine."""

from __future__ import annotations

import os
import platform
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from walkshop.domain.geo import LonLat
from walkshop.files import sample_map
from walkshop.i18n import language
from walkshop.services.basemap.data import Feature, MapData, Ring
from walkshop.services.basemap.sketch import read_sketch
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pinset import Pin

CENTRE = LonLat(4.4925, 51.9302)
COPIES = 9
KINDS = ("asset", "concern", "opportunity", "idea")
COLOURS = ("#E69F00", "#0072B2", "#333333", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442")


def town() -> MapData:
    """The sketch laid side by side 9 by 9 times: some 20,000 buildings."""
    sketch = read_sketch(sample_map("sketch", "crooswijk.geojson"))
    boxes = [feature.box for feature in sketch.features]
    wide = max(b[2] for b in boxes) - min(b[0] for b in boxes)
    high = max(b[3] for b in boxes) - min(b[1] for b in boxes)
    half = COPIES // 2
    steps = [(i * wide, j * high) for i in range(-half, half + 1) for j in range(-half, half + 1)]
    return MapData(tuple(_moved(f, *step) for step in steps for f in sketch.features))


def _moved(feature: Feature, dx: float, dy: float) -> Feature:
    parts: tuple[Ring, ...] = tuple(
        tuple((x + dx, y + dy) for x, y in part) for part in feature.parts
    )
    return replace(feature, parts=parts)


def pins(count: int) -> list[Pin]:
    """60 % on 12 hot spots, the rest spread evenly over some 7 km."""
    rng = random.Random(5)
    spots = [(rng.uniform(-0.02, 0.02), rng.uniform(-0.012, 0.012)) for _ in range(12)]
    made = []
    for nr in range(1, count + 1):
        dx, dy = rng.uniform(-0.02, 0.02), rng.uniform(-0.012, 0.012)
        if rng.random() < 0.6:
            dx, dy = (a + rng.gauss(0, 0.0015) for a in rng.choice(spots))
        look = PinLook(rng.choice(KINDS), rng.choice(COLOURS), "#000000", "K", nr)
        made.append(Pin(str(nr), LonLat(CENTRE.lon + dx, CENTRE.lat + dy), look))
    return made


def times(steps: Sequence[Callable[[], object]]) -> list[float]:
    """Milliseconds of each step, its painting and one turn of the event loop included."""
    result = []
    for step in steps:
        start = time.perf_counter()
        step()
        QApplication.processEvents()
        result.append((time.perf_counter() - start) * 1000)
    return result


def told(values: list[float]) -> str:
    ordered = sorted(values)
    return f"{statistics.median(ordered):6.1f} / {ordered[int(len(ordered) * 0.95)]:6.1f}"


def rest(canvas: MapCanvas) -> float:
    """Wait until all is drawn; the longest turn of the event loop in ms."""
    longest, end = 0.0, time.perf_counter() + 0.2
    while not canvas.at_rest or time.perf_counter() < end:
        start = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, (time.perf_counter() - start) * 1000)
    return longest


def run(canvas: MapCanvas, count: int) -> None:
    shown = pins(count)
    canvas.set_pins(shown)
    camera = Camera.over(CENTRE, 15.5, canvas.width(), canvas.height())
    canvas.view.jump(camera)
    filling = rest(canvas)

    def pan() -> None:
        canvas.view.move(canvas.view.camera.panned(-12.6, 3))

    def zoom(level: float) -> Callable[[], None]:
        def step() -> None:
            canvas.view.move(camera.zoomed_to(level))

        return step

    panned = times([pan] * 60)
    rest(canvas)
    zoomed = times([zoom(15.5 + 0.05 * n) for n in range(40)])
    canvas.view.jump(camera)
    rest(canvas)
    clicks = []

    def place(at: LonLat) -> None:
        shown.append(Pin(f"new{len(shown)}", at, PinLook("idea", "#D500D5", "#000000", "N", 1)))
        canvas.set_pins(shown)

    canvas.place_clicked.connect(place)
    for n in range(6):
        spot = QPoint(200 + 211 * n, 40)
        start = time.perf_counter()
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)
        canvas.repaint()
        clicks.append((time.perf_counter() - start) * 1000)
    canvas.place_clicked.disconnect(place)
    print(
        f"{count:>7} | {told(panned)} | {told(zoomed)} | "
        f"{statistics.median(clicks[1:]):6.1f} | {filling:6.1f}"
    )


def main() -> None:
    application = QApplication.instance() or QApplication(sys.argv)
    data = town()
    buildings = sum(feature.layer == "building" for feature in data.features)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"1920x1080, {buildings} buildings; ms, median / 95 %")
    print("   pins | pan             | zoom            | click  | longest turn while tiles fill")
    canvas = MapCanvas(language("nl"), data)
    canvas.resize(1920, 1080)
    canvas.show()
    for count in (30, 1_000, 10_000, 100_000):
        run(canvas, count)
    canvas.close()
    application.processEvents()


if __name__ == "__main__":
    main()
