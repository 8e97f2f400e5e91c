"""How fast the room sees a note: `python -m tests.bench.bench_room` prints times and the machine.

Bar: from Enter to the painted picture in under 100 ms, at 500 and at 10,000 notes.
"""

from __future__ import annotations

import os
import platform
import statistics
import time
from dataclasses import replace
from functools import partial
from itertools import cycle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.bench.scenery import town
from tests.domain.builders import STAMP, a_note
from tests.ui.desks import HERE, TestDesk, a_desk, many_notes
from walkshop.domain.edits.notes import add_notes
from walkshop.domain.geo import LonLat
from walkshop.domain.records import NotYet, Point, Stop, StopId
from walkshop.i18n import msg
from walkshop.ui.map.ground import Ground
from walkshop.ui.projector.show import Show
from walkshop.ui.projector.thing import MAP, stop_thing
from walkshop.ui.projector.view import RoomView

SCREEN = (1920, 1080)
TIMES = 12


def a_full_desk(notes: int) -> TestDesk:
    """A desk over this many notes and seven stops in their midst."""
    walk = many_notes(notes)
    places = [LonLat(HERE.lon + 0.002 * n, HERE.lat - 0.008 + 0.001 * (n % 3)) for n in range(7)]
    stops = [
        Stop(id=StopId(f"stop {n}"), nr=n, name=f"Stopplein {n}", at=at, order=float(n))
        for n, at in enumerate(places, 1)
    ]
    return a_desk(walk.having(*stops))


def over_a_town(made: TestDesk) -> TestDesk:
    """The same desk over the map of a town: some 20,000 buildings."""
    return replace(made, desk=replace(made.desk, ground=Ground(town())))


def enter(made: TestDesk, view: RoomView, nr: int, where: LonLat | None) -> float:
    """One note kept and its picture painted, in ms."""
    place = Point(where) if where else NotYet()
    note = replace(a_note(nr, "Meer bankjes bij de halte", place=place), nr=0)
    before = time.perf_counter()
    made.desk.store.apply(msg("Note added"), partial(add_notes, notes=[note], stamp=STAMP))
    view.grab()
    return (time.perf_counter() - before) * 1000


def times_at(notes: int) -> dict[str, list[float]]:
    """Enter to picture while the room looks at a stop, and from a stop to the overview, in ms."""
    made = over_a_town(a_full_desk(notes))
    view = RoomView(made.desk, Show(made.desk))
    view.resize(*SCREEN)
    view.show_now.show(stop_thing(StopId("stop 1")))
    view.grab()
    # Every other note stands so far away that the map has to move.
    places = cycle([LonLat(HERE.lon + 0.002 * n, HERE.lat - 0.006) for n in range(2)])
    kept = [enter(made, view, 20_000 + n, next(places)) for n in range(TIMES)]
    seen = []
    for _ in range(TIMES):
        view.show_now.show(stop_thing(StopId("stop 2")))
        view.grab()
        before = time.perf_counter()
        view.show_now.show(MAP)
        view.grab()
        seen.append((time.perf_counter() - before) * 1000)
    unplaced = [enter(made, view, 30_000 + n, None) for n in range(TIMES)]
    view.close()
    return {"enter": kept, "no place": unplaced, "overview": seen}


def main() -> None:
    """Print what was measured."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    application = QApplication([])
    for notes in (500, 10_000):
        for name, times in times_at(notes).items():
            median, worst = statistics.median(times), max(times)
            print(f"{name:9} {notes:6} notes: median {median:.0f} ms, worst {worst:.0f} ms")
    del application


if __name__ == "__main__":
    main()
