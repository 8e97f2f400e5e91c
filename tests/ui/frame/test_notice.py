"""The notice: what was done, refused or is under way, and the way back."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note
from tests.ui.desks import TestDesk, a_desk
from walkshop.domain.edits.notes import add_note
from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.store.store import Notice
from walkshop.ui.frame.notice import NoticeLine
from walkshop.ui.jobs import Jobs, Report


def a_notice(qtbot: QtBot, made: TestDesk, jobs: Jobs | None = None) -> NoticeLine:
    line = NoticeLine(made.desk, jobs or Jobs())
    qtbot.addWidget(line)
    return line


def act(made: TestDesk, nr: int = 0) -> bool:
    stamp = made.desk.store.stamp()
    return made.desk.store.apply(
        msg("{nr} added", nr=5), lambda walk: add_note(walk, a_note(nr, "x"), stamp)
    )


def test_an_act_is_said_with_the_way_back(qtbot: QtBot) -> None:
    made = a_desk()
    line = a_notice(qtbot, made)
    act(made)
    assert line.words == "5 added."
    QTest.mouseClick(line.undo_button, Qt.MouseButton.LeftButton)
    assert len(made.notes) == 4
    assert line.words == "Undone: 5 added"
    assert not line.undo_button.isVisible()


def test_a_refusal_says_why_and_offers_no_way_back(qtbot: QtBot) -> None:
    made = a_desk()
    line = a_notice(qtbot, made)
    assert not act(made, nr=1)
    assert line.words == "Number 1 is in use already."
    assert not line.undo_button.isVisible()


def test_what_was_left_as_it_is_is_said(qtbot: QtBot) -> None:
    made = a_desk()
    line = a_notice(qtbot, made)
    left = Notice(msg("Somebody changed this since. That was left as it is."), msg("5 added"))
    made.desk.store.noticed.emit(left)
    assert line.words == "5 added: Somebody changed this since. That was left as it is."


def test_slow_work_can_be_stopped_from_the_notice(qtbot: QtBot) -> None:
    jobs = Jobs(patience_ms=1)
    line = a_notice(qtbot, a_desk(), jobs)
    go_on = threading.Event()

    def work(report: Report) -> None:
        report(1, 4)
        go_on.wait(5)
        report(2, 4)

    jobs.start(msg("Making documents"), work, lambda _: None)
    qtbot.waitUntil(lambda: line.words == "Making documents 25 %")
    jobs.stop_all()
    go_on.set()
    qtbot.waitUntil(lambda: line.words == "")


def test_a_refused_job_is_said(qtbot: QtBot) -> None:
    jobs = Jobs()
    line = a_notice(qtbot, a_desk(), jobs)

    def work(report: Report) -> None:
        raise WalkshopError(msg("No printer."), msg("Save it as a file."))

    jobs.start(msg("Printing"), work, lambda _: None)
    qtbot.waitUntil(lambda: line.words == "No printer. Save it as a file.")
