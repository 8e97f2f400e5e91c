"""Laying a plan: read, laid as one act, stopped, and everything that can be refused."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.basemap import plans
from tests.services.basemap.plans import drawn
from tests.ui.desks import TestDesk, a_desk
from tests.ui.prepare.planning import (
    KEY,
    LEFT,
    SPOTS,
    click_pairs,
    page_with_plan,
    read,
    steps,
    tab_to,
)
from walkshop.services.basemap.data import MapData
from walkshop.services.basemap.laying import Laid
from walkshop.services.basemap.mapfile import read_map_file
from walkshop.ui.jobs import Jobs
from walkshop.ui.prepare.plan import PlanPage
from walkshop.ui.prepare.plan_work import READING

pytestmark = pytest.mark.slow


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk()


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, made: TestDesk, jobs: Jobs, tmp_path: Path) -> PlanPage:
    return page_with_plan(qtbot, made, jobs, tmp_path)


def lay(qtbot: QtBot, page: PlanPage) -> Laid:
    with qtbot.waitSignal(page.done, timeout=20_000) as heard:
        QTest.mouseClick(page.parts.lay, LEFT)
    return heard.args[0]


def test_three_pairs_lay_the_plan_as_one_act_that_undo_takes_back(
    qtbot: QtBot, page: PlanPage, made: TestDesk, tmp_path: Path
) -> None:
    click_pairs(page, *SPOTS[:3])
    assert page.fit is not None
    assert page.fit.metres_per_px == pytest.approx(3 * 0.6166, rel=0.02)
    assert "North is up." in page.parts.fit.text()
    QTest.keyClicks(page.parts.whose, "Gemeente <b>X</b>")
    laid = lay(qtbot, page)
    assert made.walk.area.basemap == laid.link
    assert laid.link.source == "Gemeente X"
    assert read_map_file(tmp_path / "walk.map.gpkg").tiles is not None
    made.desk.store.undo()
    assert made.walk.area.basemap is None
    assert made.desk.store.undo_label is None


def test_without_words_the_file_is_named_as_the_source(qtbot: QtBot, page: PlanPage) -> None:
    click_pairs(page, *SPOTS[:3])
    assert "plan.png" in lay(qtbot, page).link.source


def test_a_plan_laid_by_a_sketch_says_that_it_is_not_to_scale(
    qtbot: QtBot, page: PlanPage, made: TestDesk, tmp_path: Path
) -> None:
    made.desk.ground.set(MapData((), notice={"en": "sketch, not to scale"}))
    click_pairs(page, *SPOTS[:3])
    assert "The map is not to scale" in page.parts.fit.text()
    lay(qtbot, page)
    assert read_map_file(tmp_path / "walk.map.gpkg").notice == {"en": "sketch, not to scale"}


def test_keys_alone_lay_a_plan(qtbot: QtBot, page: PlanPage, made: TestDesk) -> None:
    page.view.setFocus()
    for right, down in ((-9, -5), (9, -3), (0, 6)):
        steps((page.view), right, down)
        tab_to(page, page.map)
        steps(page.map, right, down)
        tab_to(page, page.view, back=True)
    assert page.points.missing == 0
    assert page.fit is not None
    tab_to(page, page.parts.lay)
    with qtbot.waitSignal(page.done, timeout=20_000):
        QTest.keyClick(page.parts.lay, KEY.Key_Space)
    assert made.walk.area.basemap is not None


def test_a_file_that_is_no_plan_is_refused_and_the_page_goes_on(
    qtbot: QtBot, page: PlanPage, tmp_path: Path
) -> None:
    bad = tmp_path / "plan.txt"
    bad.write_text("no plan")
    read(qtbot, page, bad)
    assert "is no picture and no PDF" in page.parts.refusal.text()
    assert page.why_not == "Choose a plan: a scan, a photo or a PDF."
    read(qtbot, page, tmp_path / "plan.png")
    assert page.parts.refusal.text() == ""
    assert page.parts.step.text() == "1. Click a corner in the plan."


def test_another_page_of_a_pdf_is_shown_without_points(
    qtbot: QtBot, page: PlanPage, tmp_path: Path
) -> None:
    read(qtbot, page, plans.pdf(tmp_path / "two.pdf", drawn(), drawn(300, 500)))
    click_pairs(page, (50, 50))
    page.parts.pages.choose(1)
    qtbot.waitUntil(lambda: page.work.label is None, timeout=20_000)
    assert page.points.spots == ()
    assert page.parts.pages.currentText() == "Page 2 of 2"
    assert page.view._images is not None
    assert page.view._images.size.width() == pytest.approx(900, abs=2)


def test_a_plan_that_cannot_be_written_says_why_and_changes_nothing(
    qtbot: QtBot, page: PlanPage, made: TestDesk, tmp_path: Path
) -> None:
    click_pairs(page, *SPOTS[:3])
    page._walk_file = tmp_path / "gone" / "walk.gpkg"
    before = made.walk
    QTest.mouseClick(page.parts.lay, LEFT)
    qtbot.waitUntil(lambda: page.work.label is None, timeout=20_000)
    assert page.parts.refusal.text()
    assert made.walk is before
    assert page.parts.lay.isEnabled()


def test_laying_can_be_stopped_and_leaves_nothing(
    qtbot: QtBot, page: PlanPage, made: TestDesk, tmp_path: Path
) -> None:
    click_pairs(page, *SPOTS[:3])
    before = made.walk
    QTest.mouseClick(page.parts.lay, LEFT)
    assert not page.parts.lay.isEnabled()
    page.parts.stop.click()
    with qtbot.waitSignal(page.left):
        QTest.mouseClick(page.parts.leave, LEFT)
    jobs = page.work._jobs
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)
    assert made.walk is before
    assert not list(tmp_path.glob("*.part"))


def test_the_dialog_that_is_left_changes_nothing(
    qtbot: QtBot, made: TestDesk, jobs: Jobs, tmp_path: Path
) -> None:
    page = PlanPage(made.desk, jobs, tmp_path / "walk.gpkg", lambda _parent, _language: None)
    qtbot.addWidget(page)
    page.show()
    assert page.parts.choose.text() == "Choose a plan"
    assert page.focusWidget() is page.parts.choose
    QTest.keyClick(page.parts.choose, KEY.Key_Space)
    assert not jobs.busy


def test_a_page_that_is_gone_takes_nothing_more(
    qtbot: QtBot, made: TestDesk, jobs: Jobs, tmp_path: Path
) -> None:
    page = PlanPage(made.desk, jobs, tmp_path / "walk.gpkg")
    held, taken = threading.Event(), []
    page.work.start(READING, lambda _report: held.wait(10), taken.append)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    held.set()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)
    assert taken == []
