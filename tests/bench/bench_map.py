"""How fast the map is: `python -m tests.bench.bench_map` prints a table and the machine.

Each number is the median of three rounds. Of a motion it is what 95 of 100 frames stay under: the
step, its painting and one turn of the event loop. With a browser of the Chromium family on the
machine Leaflet's canvas is pulled along the same way, for the ratio.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import PySide6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench import leaflet, program
from tests.bench.paper import on_map, sheet_of
from tests.bench.scenery import CENTRE, STEP, ZOOM, pins, town
from walkshop.cli.export import Wish, export_one
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Profile
from walkshop.i18n import language
from walkshop.services.basemap.data import MapData
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.picture import MapPicture, PictureOptions, map_png
from walkshop.ui.map.pinset import Pin
from walkshop.ui.map.prepared import prepare
from walkshop.ui.map.scene import Scene

ROUNDS = 3
COUNTS = (30, 1_000, 10_000, 100_000)
NEW = "#D500D5"


class Bar(NamedTuple):
    """A row of the table: what must be, what is good, in ms unless the words say otherwise."""

    words: str
    must: float
    good: float


BARS = {
    "pan 10000": Bar("pan, 10,000 pins, 95 %", 33, 16.7),
    "zoom 10000": Bar("zoom, 10,000 pins, 95 %", 33, 16.7),
    "pan 100000": Bar("pan, 100,000 pins, 95 %", 50, 20),
    "click 1000": Bar("click until the pin stands, 1,000 pins", 50, 16),
    "click 10000": Bar("click until the pin stands, 10,000 pins", 50, 16),
    "stop 30": Bar("longest stop while the map fills, 30 pins", 50, 15),
    "stop 1000": Bar("longest stop while the map fills, 1,000 pins", 50, 15),
    "stop 10000": Bar("longest stop while the map fills, 10,000 pins", 50, 15),
    "stop 100000": Bar("longest stop while the map fills, 100,000 pins", 50, 15),
    "start": Bar("process start to map and pins, sample walk", 2000, 1200),
    "start 10000": Bar("process start to map and pins, 10,000 notes", 2000, 1200),
    "peak": Bar("peak memory of the program, 10,000 notes, MB", 450, 300),
    "lay": Bar("longest stop while another map is laid", 50, 15),
    "pdf": Bar("A3 PDF of the sample walk's map", 1000, 400),
    "pdf 10000": Bar("A3 PDF, 10,000 pins: the map's page", 1000, 400),
    "ratio 1000": Bar("pan 95 % by Leaflet's in a browser, 1,000 pins", 0.25, 0.10),
    "ratio 10000": Bar("pan 95 % by Leaflet's in a browser, 10,000 pins", 0.25, 0.12),
}


def most(values: Sequence[float]) -> float:
    """What 95 of 100 stay under."""
    return sorted(values)[int(len(values) * 0.95)]


def ms(act: Callable[[], object]) -> float:
    """How long one call takes."""
    before = time.perf_counter()
    act()
    return (time.perf_counter() - before) * 1000


def frames(steps: Iterator[Callable[[], object]]) -> list[float]:
    """Milliseconds of each step, its painting and one turn of the event loop included."""
    times = []
    for step in steps:
        before = time.perf_counter()
        step()
        QApplication.processEvents()
        times.append((time.perf_counter() - before) * 1000)
    return times


def rest(canvas: MapCanvas) -> float:
    """Wait until all is drawn; the longest turn of the event loop."""
    longest, end = 0.0, time.perf_counter() + 0.2
    while not canvas.at_rest or time.perf_counter() < end:
        longest = max(longest, ms(QApplication.processEvents))
    return longest


def clicks(canvas: MapCanvas, times: int) -> list[float]:
    """Clicks on free spots, each until its new pin is painted there."""
    shown, took = list(canvas.scene.pins.pins), []

    def place(at: LonLat) -> None:
        shown.append(Pin(f"new{len(shown)}", at, PinLook("idea", NEW, "#000000", "N", 1)))
        canvas.set_pins(shown)

    canvas.place_clicked.connect(place)
    for spot in _free_spots(canvas, times + 1):

        def click(spot: QPoint = spot) -> None:
            QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)
            canvas.repaint()

        took.append(ms(click))
        assert canvas.pin_at(spot.toPointF()) == shown[-1].key
        rest(canvas)
    canvas.place_clicked.disconnect(place)
    return took[1:]


def _free_spots(canvas: MapCanvas, count: int) -> list[QPoint]:
    """Places in view where nothing stands, apart from each other."""
    grid = [QPoint(x, y) for y in range(60, 1000, 55) for x in range(200, 1700, 90)]
    return [spot for spot in grid if not canvas.pin_at(spot.toPointF())][:count]


def moved(data: MapData, count: int) -> dict[str, float]:
    """One round on a fresh canvas with this many pins."""
    canvas = MapCanvas(language("nl"), data)
    canvas.resize(1920, 1080)
    canvas.show()
    QApplication.processEvents()
    camera = Camera.over(CENTRE, ZOOM, canvas.width(), canvas.height())
    shown = pins(count)
    stop = max(ms(lambda: canvas.set_pins(shown)), ms(lambda: canvas.view.jump(camera)))
    stop = max(stop, rest(canvas))
    view = canvas.view
    pan = frames((lambda: view.move(view.camera.panned(*STEP))) for _ in range(60))
    rest(canvas)
    levels = [ZOOM + 0.05 * step for step in range(40)]
    zoom = frames(partial(view.move, camera.zoomed_to(level)) for level in levels)
    view.jump(camera)
    rest(canvas)
    took = clicks(canvas, 5) if count <= 10_000 else [0.0]
    canvas.close()
    canvas.deleteLater()
    QApplication.processEvents()
    return {
        f"stop {count}": stop,
        f"pan {count}": most(pan),
        f"zoom {count}": most(zoom),
        f"click {count}": statistics.median(took),
    }


def laid(data: MapData) -> dict[str, float]:
    """One round of laying a map: what is worked out of it beside the window, then shown."""
    fresh = replace(data)
    canvas = MapCanvas(language("nl"))
    canvas.resize(1920, 1080)
    canvas.show()
    canvas.view.jump(Camera.over(CENTRE, ZOOM, canvas.width(), canvas.height()))
    rest(canvas)
    beside = Thread(target=prepare, args=(fresh,))
    beside.start()
    longest = 0.0
    while beside.is_alive():
        longest = max(longest, ms(QApplication.processEvents))
    beside.join()
    longest = max(longest, ms(lambda: canvas.set_map(fresh)))
    longest = max(longest, rest(canvas))
    canvas.close()
    canvas.deleteLater()
    QApplication.processEvents()
    return {"lay": longest}


def lived(folder: Path) -> dict[str, float]:
    """One round of the whole program."""
    small, large = folder / "sample.gpkg", folder / "walk10000.gpkg"
    if not large.exists():
        program.sample_walk(folder)
        program.large_walk(folder, 10_000)
        program.lived(small)
    life = program.lived(large, 300)
    return {"start": program.lived(small).start, "start 10000": life.start, "peak": life.peak}


def printed(folder: Path, data: MapData) -> dict[str, float]:
    """Two A3 sheets, once all is loaded; of the large walk the page with the map alone."""
    large = folder / "walk10000.gpkg"
    named = on_map(large, data)
    crowded = sheet_of(named, large)
    wish = Wish("map", "nl", Profile.PUBLIC, "a3")
    walk, out = folder / "sample.gpkg", folder / "map.pdf"
    export_one(walk, out, wish)
    return {"pdf": ms(lambda: export_one(walk, out, wish)), "pdf 10000": ms(crowded)}


def against(data: MapData, count: int, ours: float) -> dict[str, float]:
    """Our frames by those of Leaflet, pulled along the same way over a picture of the town."""
    camera = Camera.over(CENTRE, ZOOM, 1920, 1080).grown(900)
    seen = camera.bounds
    picture = MapPicture(data, Scene(), seen, PictureOptions(padding=0))
    ground = map_png(picture, round(camera.width), round(camera.height))
    corners = [[seen.south, seen.west], [seen.north, seen.east]]
    theirs = leaflet.pan_times(pins(count), (CENTRE.lat, CENTRE.lon), ground, corners)
    print(f"Leaflet, {count} pins: 95 % under {most(theirs):.1f} ms", file=sys.stderr)
    return {f"ratio {count}": ours / most(theirs)}


def measured(data: MapData, folder: Path) -> dict[str, float]:
    """The medians of all rounds."""
    rounds: list[dict[str, float]] = []
    for number in range(ROUNDS):
        found: dict[str, float] = {}
        for count in COUNTS:
            found |= moved(data, count)
        found |= laid(data) | lived(folder) | printed(folder, data)
        if leaflet.browser():
            for count in (1_000, 10_000):
                found |= against(data, count, found[f"pan {count}"])
        rounds.append(found)
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        print(f"round {number + 1} of {ROUNDS}, load {load:.1f}", file=sys.stderr)
    return {key: statistics.median(found[key] for found in rounds) for key in rounds[0]}


def machine() -> str:
    """What these numbers hold for."""
    model = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.exists():
        lines = cpus.read_text(encoding="utf-8").splitlines()
        model = next((x.split(":")[1].strip() for x in lines if x.startswith("model name")), model)
    versions = f"Python {platform.python_version()}, Qt {PySide6.__version__}"
    return f"{model}, {os.cpu_count()} cores, no GPU used, {platform.system()}, {versions}"


def main() -> None:
    """Print what was measured."""
    application = QApplication.instance() or QApplication(sys.argv)
    data = town()
    buildings = sum(feature.layer == "building" for feature in data.features)
    with TemporaryDirectory() as folder:
        found = measured(data, Path(folder))
    print(f"{machine()}; 1920 x 1080, {buildings:,} buildings; ms\n")
    print("| what | measured | good | must |\n|---|---|---|---|")
    for key, bar in BARS.items():
        if key in found:
            value = f"{found[key]:.2f}" if key.startswith("ratio") else f"{found[key]:.1f}"
            late = "" if found[key] <= bar.must else " (too slow)"
            print(f"| {bar.words} | {value}{late} | {bar.good:g} | {bar.must:g} |")
    if not leaflet.browser():
        print("\nNot compared with Leaflet: no browser of the Chromium family was found.")
    application.processEvents()


if __name__ == "__main__":
    main()
