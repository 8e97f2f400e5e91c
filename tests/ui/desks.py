"""A desk for tests: a real store over a journal in memory, with everything a panel is given."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.domain.builders import a_note, a_walk
from tests.store.shelf import Shelf
from walkshop.domain.geo import LonLat
from walkshop.domain.records import WHOLE, Kind, Note, Point, Stop, StopId, ThemeId, Walk
from walkshop.i18n import language
from walkshop.ui.desk import Desk
from walkshop.ui.filtering import Filter
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import Selection

HERE = LonLat(4.4892, 51.9282)
THERE = LonLat(4.4960, 51.9305)
ENTER = Qt.Key.Key_Return


@dataclass(frozen=True)
class TestDesk:
    """A desk, and the journal behind its store."""

    __test__ = False
    desk: Desk
    shelf: Shelf

    @property
    def walk(self) -> Walk:
        """The walk as it is now."""
        return self.desk.store.walk

    @property
    def notes(self) -> list[Note]:
        """The notes by number."""
        return sorted(self.walk.notes.values(), key=lambda note: note.nr)


def a_desk(walk: Walk | None = None, code: str = "en") -> TestDesk:
    """A desk over `walk`, or over a walk with a few notes and two stops."""
    shelf = Shelf(some_walk() if walk is None else walk)
    store = QtStore(shelf.store)
    selection = Selection(store)
    narrowing = Filter(store, store)
    return TestDesk(Desk(store, selection, narrowing, language(code)), shelf)


def some_walk() -> Walk:
    """Four notes, one of each sort of place, and two stops."""
    return a_walk(
        Stop(id=StopId("stop 1"), nr=1, name="Goudseplein", at=HERE, order=1.0),
        Stop(id=StopId("stop 2"), nr=2, name="Boezemsingel", at=THERE, order=2.0),
        a_note(1, "Te weinig bankjes", kind=Kind.CONCERN, kind_chosen=True, place=Point(HERE)),
        a_note(2, "Mooi groen", kind=Kind.ASSET, place=Point(THERE, assumed=True),
               theme=ThemeId("natuur")),
        a_note(3, "Meer mantelzorg", place=WHOLE),
        a_note(4, "Serviceflat te duur", kind=Kind.CONCERN, stop=StopId("stop 2")),
    )  # fmt: skip


def many_notes(n: int) -> Walk:
    """A walk with `n` notes, all placed."""
    east = 0.00001
    placed = (
        a_note(nr, f"Opmerking over bankje {nr}", place=Point(LonLat(HERE.lon + east * nr, 51.92)))
        for nr in range(1, n + 1)
    )
    return a_walk(*placed)


def type_line(line: QWidget, words: str) -> None:
    """Type words and Enter, key by key."""
    QTest.keyClicks(line, words)
    QTest.keyClick(line, ENTER)
