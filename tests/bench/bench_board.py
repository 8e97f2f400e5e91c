"""How fast the board is with 500 cards: acts, and frames while a card is carried over it."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication

from tests.domain.builders import a_note, a_walk
from tests.ui.stages import HERE, AtOnce, a_desk, a_store
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Kind, Membership, NoteId, Point, Value, ValueId, Walk
from walkshop.ui.values.carrying import cards_data
from walkshop.ui.values.panel import ValuesPanel

CARDS, VALUES = 500, 8
ACT_MS, FRAME_MS = 100.0, 16.0
WORDS = ("te", "weinig", "bankjes", "op", "de", "stoep", "bij", "het", "plein", "waar", "mensen")


def many_cards() -> Walk:
    """500 notes of 3 to 15 words on the map; a quarter stands under no value."""
    rng = random.Random(5)
    values = [
        Value(id=ValueId(f"v{n}"), name=f"Samen buiten zijn {n}", order=n) for n in range(VALUES)
    ]
    notes = []
    for nr in range(1, CARDS + 1):
        key = f"v{rng.randrange(VALUES)}" if nr % 4 else None
        at = LonLat(HERE.lon + rng.gauss(0, 0.004), HERE.lat + rng.gauss(0, 0.003))
        text = " ".join(rng.choices(WORDS, k=rng.randint(3, 15)))
        how = Membership.HAND if key else Membership.NONE
        kind = rng.choice(list(Kind))
        notes.append(
            a_note(nr, text, kind=kind, place=Point(at), value=key and ValueId(key), membership=how)
        )
    return a_walk(*values, *notes)


@pytest.fixture
def panel(qtbot):
    desk = a_desk(a_store(many_cards()))
    made = ValuesPanel(desk, AtOnce())
    made.desk = desk
    made.side.map.canvas.view.calm = True
    qtbot.addWidget(made)
    made.resize(1800, 960)
    made.show()
    qtbot.waitUntil(lambda: made.side.map.canvas.at_rest, timeout=20_000)
    return made


def longest(steps: list[Callable[[], object]]) -> tuple[float, float]:
    """The median and the longest step in ms, painting and one turn of the event loop included."""
    took = []
    for step in steps:
        start = time.perf_counter()
        step()
        QApplication.processEvents()
        took.append((time.perf_counter() - start) * 1000)
    print(f"median {statistics.median(took):.1f} ms, longest {max(took):.1f} ms")
    return statistics.median(took), max(took)


def acts(panel: ValuesPanel) -> dict[str, list[Callable[[], object]]]:
    """Everything people do on the board, some times over."""
    keys = [NoteId(f"note {nr}") for nr in range(1, 60)]
    value = [ValueId(f"v{n}") for n in range(VALUES)]
    store, selection, narrowing = panel.desk.store, panel.desk.selection, panel.desk.filter
    return {
        "choose": [lambda key=key: selection.select_note(key) for key in keys[:20]],
        "put in": [lambda key=key: panel.drop("v1", [key]) for key in keys[:10]],
        "put many in": [lambda n=n: panel.drop(f"v{n}", keys) for n in (2, 3, 4)],
        "take out": [lambda: panel.drop("", keys)],
        "undo": [store.undo, store.undo, store.redo],
        "lock": [lambda: panel.acts.turn_locks(keys[:1]) for _ in range(4)],
        "merge": [lambda: panel.acts.merge(value[5], value[6])],
        "split": [lambda: panel.acts.split(value[6])],
        "filter": [lambda: narrowing.want_words("plein"), narrowing.clear],
        "value": [lambda key=key: selection.select_value(key) for key in value],
    }


def test_any_act_takes_less_than_100_ms(panel):
    slow = {}
    for name, steps in acts(panel).items():
        print(name, end=": ")
        median, _most = longest(steps)
        if median >= ACT_MS:
            slow[name] = median
    assert not slow


def test_a_frame_of_carrying_takes_less_than_16_ms(panel):
    data = cards_data([(2, NoteId("note 2"))])
    columns = panel.board.columns()
    held = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier())

    def over(n: int) -> None:
        column = columns[n // 6 % len(columns)]
        if n % 6 == 0:
            QApplication.sendEvent(column, QDragEnterEvent(QPoint(20, 20), *held))
        at = QPoint(20, 20 + 30 * (n % 6))
        QApplication.sendEvent(column, QDragMoveEvent(at, *held))

    median, _most = longest([lambda n=n: over(n) for n in range(6 * len(columns))])
    panel.board.edges.hover(None)
    assert median < FRAME_MS
