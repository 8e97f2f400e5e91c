"""Slow work beside the window: what it gives, refuses and reports, and how it is stopped."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.ui.jobs import Jobs, Report

LABEL = msg("Making documents")


def test_what_work_gives_comes_back_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    jobs = Jobs()
    came: list[tuple[int, bool]] = []
    here = threading.current_thread()
    jobs.start(
        LABEL, lambda report: 42, lambda n: came.append((n, threading.current_thread() is here))
    )
    qtbot.waitUntil(lambda: bool(came))
    assert came == [(42, True)]
    assert not jobs.busy


def test_a_refusal_is_announced_and_nothing_is_done(qtbot: QtBot) -> None:
    jobs = Jobs()
    why = WalkshopError(msg("The disk is full."))

    def work(report: Report) -> None:
        raise why

    with qtbot.waitSignal(jobs.refused) as heard:
        jobs.start(LABEL, work, lambda _: pytest.fail("was refused"))
    assert heard.args == [why]


def test_a_bug_is_raised_where_the_excepthook_hears_it(qtbot: QtBot) -> None:
    jobs = Jobs()

    def work(report: Report) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        jobs.start(LABEL, work, lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_quick_work_shows_no_progress_and_slow_work_does(qtbot: QtBot) -> None:
    jobs = Jobs(patience_ms=30)
    go_on = threading.Event()

    def slow(report: Report) -> str:
        report(1, 4)
        go_on.wait(5)
        return "done"

    with qtbot.assertNotEmitted(jobs.progressed, wait=10):
        jobs.start(LABEL, slow, lambda _: None)
    with qtbot.waitSignal(jobs.progressed) as heard:
        pass
    assert (heard.args[0].step, heard.args[0].total) == (1, 4)
    go_on.set()
    with qtbot.waitSignal(jobs.progressed, check_params_cb=lambda now: now is None):
        pass


def test_stopped_work_ends_at_its_next_report_and_gives_nothing(qtbot: QtBot) -> None:
    jobs = Jobs()
    go_on = threading.Event()
    reached: list[str] = []

    def slow(report: Report) -> None:
        go_on.wait(5)
        report(1, 2)
        reached.append("after the report")

    jobs.start(LABEL, slow, lambda _: reached.append("done"))
    jobs.stop_all()
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert reached == []


def test_closing_waits_for_the_threads(qtbot: QtBot) -> None:
    jobs = Jobs()
    job = jobs.start(LABEL, lambda report: None, lambda _: None)
    jobs.close()
    assert job.thread is not None
    assert not job.thread.is_alive()
    qtbot.waitUntil(lambda: not jobs.busy)
