"""Pointing at a plan and its map: clicks, drags and keys, and what the page says meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.basemap import plans
from tests.ui.desks import TestDesk, a_desk
from tests.ui.prepare.planning import (
    KEY,
    LEFT,
    SPOTS,
    TRUE,
    click_pairs,
    drag,
    in_plan,
    on_map,
    page_with_plan,
)
from walkshop.services.basemap.affine import PlanPx
from walkshop.ui.jobs import Jobs
from walkshop.ui.prepare.plan import PlanPage


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


def test_the_page_says_what_to_click_in_turn(page: PlanPage) -> None:
    assert page.parts.step.text() == "1. Click a corner in the plan."
    QTest.mouseClick(page.view, LEFT, pos=in_plan(page, SPOTS[0]))
    assert page.parts.step.text() == "1. Now click the same corner on the map."
    QTest.mouseClick(page.map, LEFT, pos=on_map(page, SPOTS[0]))
    assert page.parts.step.text() == "2. Click a corner in the plan."
    assert page.parts.fit.text() == "2 more points are needed."
    assert not page.parts.lay.isEnabled()
    assert "2 more points" in page.parts.lay.toolTip()


def test_a_fourth_pair_says_how_far_the_points_are_off(page: PlanPage) -> None:
    click_pairs(page, *SPOTS[:3])
    QTest.mouseClick(page.view, LEFT, pos=in_plan(page, SPOTS[3]))
    QTest.mouseClick(page.map, LEFT, pos=on_map(page, SPOTS[3]) + QPoint(20, 0))
    assert "m off, point" in page.parts.fit.text()


def test_the_plan_is_seen_on_the_map_before_it_is_laid(page: PlanPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.map.at_rest)
    bare = page.map.grab().toImage()
    click_pairs(page, *SPOTS[:3])
    assert page.map.shows_plan
    spot = on_map(page, (40.0, 40.0))  # in the red block
    through = page.map.grab().toImage().pixelColor(spot)
    before = bare.pixelColor(spot)
    assert through.red() - through.green() > 60
    assert through.green() > 40 + plans.RED[1]  # what is under it shines through
    page.parts.over.click()
    assert page.map.grab().toImage().pixelColor(spot) == before


def test_a_point_is_dragged_in_the_plan_and_put_back_by_backspace(page: PlanPage) -> None:
    QTest.mouseClick(page.view, LEFT, pos=in_plan(page, SPOTS[0]))
    drag(page.view, in_plan(page, SPOTS[0]), in_plan(page, SPOTS[1]))
    (spot,) = page.points.spots
    assert spot.plan == pytest.approx(SPOTS[1], abs=3)
    QTest.keyClick(page.view, KEY.Key_Backspace)
    assert page.points.spots[0].plan == pytest.approx(SPOTS[0], abs=3)
    QTest.keyClick(page.map, KEY.Key_Backspace)
    assert page.points.spots == ()


def test_a_point_is_dragged_on_the_map_while_the_map_stays(page: PlanPage) -> None:
    click_pairs(page, SPOTS[0])
    before = page.map.view.camera
    drag(page.map, on_map(page, SPOTS[0]), on_map(page, SPOTS[1]))
    assert page.map.view.camera == before
    assert page.points.spots[0].map == pytest.approx(TRUE.on_map(PlanPx(*SPOTS[1])), abs=9)
    QTest.mouseClick(page.parts.back, LEFT)
    assert page.points.spots[0].map == pytest.approx(TRUE.on_map(PlanPx(*SPOTS[0])), abs=9)


def test_a_pull_moves_plan_and_map_and_sets_no_point(page: PlanPage) -> None:
    stood, camera = in_plan(page, SPOTS[0]), page.map.view.camera
    for widget in (page.view, page.map):
        drag(widget, QPoint(200, 200), QPoint(150, 170))
        page.map.view.halt()
    assert page.points.spots == ()
    assert in_plan(page, SPOTS[0]) == stood + QPoint(-50, -30)
    assert page.map.view.camera != camera


def test_points_that_would_mirror_the_plan_are_refused_in_words(page: PlanPage) -> None:
    for spot, other in zip(SPOTS[:3], (SPOTS[0], SPOTS[2], SPOTS[1]), strict=True):
        QTest.mouseClick(page.view, LEFT, pos=in_plan(page, spot))
        QTest.mouseClick(page.map, LEFT, pos=on_map(page, other))
    assert page.why_not == "The plan would lie mirrored. Perhaps two points are swapped."
    assert page.parts.fit.text() == page.why_not
    assert not page.parts.lay.isEnabled()
    assert not page.map.shows_plan


def test_shift_and_an_arrow_move_the_cross_by_one_pixel(page: PlanPage) -> None:
    page.view.setFocus()
    before = page.view.marks.cross
    QTest.keyClick(page.view, KEY.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.view.marks.cross - before == QPointF(1, 0)


def test_at_the_edge_arrows_move_the_map_under_the_cross(page: PlanPage) -> None:
    page.map.setFocus()
    west = page.map.view.camera.centre.x
    for _ in range(60):
        QTest.keyClick(page.map, KEY.Key_Left)
    assert page.map.rect().contains(page.map.marks.cross.toPoint())
    assert page.map.view.camera.centre.x < west
