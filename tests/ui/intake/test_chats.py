"""An app group is looked at before it comes in: hours, who is which duo, when which stop began."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.intake.chat.chats import ANDROID, FATIMA, NAMES, photo, the_walk, zipped
from tests.ui.desks import TestDesk, a_desk
from tests.ui.stages import nameless
from walkshop.domain.records import AtStop, NotYet, StopId
from walkshop.services.intake.columns import LEAVE_OUT
from walkshop.ui.intake.chats import ChatCard
from walkshop.ui.intake.panel import IntakePanel
from walkshop.ui.jobs import Jobs

LEFT = Qt.MouseButton.LeftButton


@dataclass
class Page:
    """The page with a chat on it."""

    panel: IntakePanel
    desk: TestDesk
    qtbot: QtBot

    @property
    def card(self) -> ChatCard:
        """What can be chosen of the chat."""
        (card,) = self.panel.side.chats.cards.values()
        return card

    def read(self, path: Path) -> None:
        """Read a chat, and wait until it is seen."""
        self.panel.read([path])
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is worked out any more."""
        self.qtbot.waitUntil(lambda: self.panel.reading._job is None)

    def type_in(self, key: str, words: str) -> None:
        """Type a day or a time, and go on."""
        field = self.card.times[key]
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def choose(self, sender: str, duo: str) -> None:
        """Choose the duo of a sender."""
        self.card.duos[sender].choose(duo)
        self.settle()

    def rows(self) -> list[tuple[str, str]]:
        """The words and the duo of each row to come."""
        return [(row.note.text, row.note.duo) for row in self.panel.outlook.rows]


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[Page]:
    desk, jobs = a_desk(the_walk()), Jobs()
    panel = IntakePanel(desk.desk, jobs, lambda _parent: [])
    qtbot.addWidget(panel)
    panel.resize(968, 640)
    panel.show()
    made = Page(panel, desk, qtbot)
    files = {"IMG_20270308_WA0001__jpg": photo()}
    made.read(zipped(tmp_path / "Chat met Fatima Voorbeeld.zip", ANDROID, **files))
    yield made
    jobs.close()


def test_the_walks_own_hours_are_filled_in_and_names_are_seen_on_screen_only(page):
    assert page.panel.side.switch.key == "chats"
    assert page.card.times["date"].text() == "8 March 2027"
    assert (page.card.times["from"].text(), page.card.times["to"].text()) == ("10:00", "12:00")
    assert page.card.duos["sender 1"].accessibleName() == f"{FATIMA}, 2 messages"
    assert nameless(page.panel) == []


def test_a_sender_becomes_a_duo_and_everything_else_stays_as_it_was(page):
    before = [row.row for row in page.panel.outlook.rows]
    page.choose("sender 1", "d2")
    assert [duo for _words, duo in page.rows()] == ["d2", "", "", "d2"]
    assert [row.row for row in page.panel.outlook.rows] == before
    assert page.card.duos["sender 1"].thing == "d2"


def test_messages_of_a_sender_stay_outside_and_come_back_with_what_was_chosen_before(page):
    page.choose("sender 2", "d2")
    page.choose("sender 1", LEAVE_OUT)
    assert [duo for _words, duo in page.rows()] == ["d2", ""]
    page.choose("sender 1", "")
    assert [duo for _words, duo in page.rows()] == ["", "d2", "", ""]


def test_other_hours_bring_other_messages(page):
    page.type_in("to", "13:00")
    assert len(page.rows()) == 5
    page.type_in("from", "12.15")
    assert page.rows() == [("Dank jullie wel", "")]


def test_a_time_that_makes_no_sense_is_refused_and_nothing_is_read_anew(page):
    before = page.panel.outlook
    page.type_in("to", "9:00")
    assert page.card.form.refused()[0] == "to"
    page.type_in("to", "straks")
    assert "is no time" in page.card.form.refused()[1]
    assert page.panel.outlook is before


def test_the_time_of_a_stop_puts_notes_there(page):
    page.type_in("stop 2", "10:10")
    places = [row.note.place for row in page.panel.outlook.rows]
    assert places == [NotYet(), NotYet(), AtStop(StopId("stop 2")), AtStop(StopId("stop 2"))]
    page.type_in("stop 2", " ")
    assert {row.note.place for row in page.panel.outlook.rows} == {NotYet()}


def test_history_calls_the_file_an_app_group_and_keeps_no_name(page):
    QTest.mouseClick(page.panel.go, LEFT)
    assert len(page.desk.notes) == 4
    kept = repr((page.desk.walk, page.desk.shelf.store.undo_label))
    assert not [name for name in NAMES if name in kept]
