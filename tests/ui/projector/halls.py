"""A room screen over a small window, for tests: its screens are a list that tests change."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desks import TestDesk, a_desk
from tests.ui.stages import an_action, nid, small_walk
from walkshop.domain.records import Walk
from walkshop.i18n import Text
from walkshop.ui.projector.room import Room
from walkshop.ui.projector.view import RoomView

LAPTOP, BEAMER = QRect(0, 0, 800, 800), QRect(800, 0, 1024, 768)


@dataclass
class Hall:
    """A room screen over a small window, and what was said in it."""

    made: TestDesk
    room: Room
    window: QWidget
    line: QLineEdit
    places: list[QRect]
    said: list[Text] = field(default_factory=list)

    @property
    def view(self) -> RoomView:
        assert self.room.view is not None
        return self.room.view

    def select(self, nr: int) -> None:
        self.made.desk.selection.select_note(nid(nr))


def a_hall(qtbot: QtBot, places: list[QRect], walk: Walk | None = None) -> Hall:
    made = a_desk(walk or small_walk(an_action(1)))
    window = QWidget()
    line = QLineEdit()
    QVBoxLayout(window).addWidget(line)
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    line.setFocus()
    said: list[Text] = []
    room = Room(made.desk, window, said.append, lambda: places)
    if len(places) > 1:  # with one screen it would stand at the foot of the picture
        room.line = lambda: line
    return Hall(made, room, window, line, places, said)
