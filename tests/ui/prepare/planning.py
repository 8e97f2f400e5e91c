"""The page on which a plan is laid, with a plan on it whose place is known, and hands for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.services.basemap.plans import moved, saved
from tests.ui.desks import HERE, TestDesk
from walkshop.domain.geo import Bounds, from_mercator, to_mercator
from walkshop.services.basemap.affine import Affine, PlanPx
from walkshop.ui.jobs import Jobs
from walkshop.ui.prepare.plan import PlanPage

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
CORNER = moved(to_mercator(HERE), -900, 600)
TRUE = Affine(3, 0, CORNER.x, 0, -3, CORNER.y)
SPOTS = ((100.0, 80.0), (540.0, 120.0), (300.0, 330.0), (120.0, 340.0))


def page_with_plan(qtbot: QtBot, made: TestDesk, jobs: Jobs, folder: Path) -> PlanPage:
    """The page with a plan of 640 by 400 px, north up, 3 m (EPSG:3857) to the px."""
    page = PlanPage(made.desk, jobs, folder / "walk.gpkg")
    qtbot.addWidget(page)
    page.map.view.calm = True
    page.resize(900, 620)
    page.show()
    qtbot.waitExposed(page)
    low, high = from_mercator(TRUE.on_map(PlanPx(0, 400))), from_mercator(CORNER)
    page.map.fit_to(Bounds(high.lon, low.lat, from_mercator(moved(CORNER, 1920, 0)).lon, high.lat))
    read(qtbot, page, saved(folder / "plan.png"))
    return page


def read(qtbot: QtBot, page: PlanPage, path: Path) -> None:
    page.open_file(path)
    qtbot.waitUntil(lambda: page.work.label is None, timeout=20_000)


def in_plan(page: PlanPage, spot: tuple[float, float]) -> QPoint:
    return page.view._to_px(PlanPx(*spot)).toPoint()


def on_map(page: PlanPage, spot: tuple[float, float]) -> QPoint:
    return page.map._to_px(TRUE.on_map(PlanPx(*spot))).toPoint()


def click_pairs(page: PlanPage, *spots: tuple[float, float]) -> None:
    for spot in spots:
        QTest.mouseClick(page.view, LEFT, pos=in_plan(page, spot))
        QTest.mouseClick(page.map, LEFT, pos=on_map(page, spot))


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, LEFT, pos=start)
    for part in (0.3, 0.7, 1.0):
        at = QPointF(start + (end - start) * part)
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove, at, widget.mapToGlobal(at),
            Qt.MouseButton.NoButton, LEFT, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)
    QTest.mouseRelease(widget, LEFT, pos=end)


def steps(widget: QWidget, right: int, down: int) -> None:
    """Go there from the middle, set a point, and come back."""
    for sign, enter in ((1, True), (-1, False)):
        for many, plus, minus in (
            (right * sign, KEY.Key_Right, KEY.Key_Left),
            (down * sign, KEY.Key_Down, KEY.Key_Up),
        ):
            for _ in range(abs(many)):
                QTest.keyClick(widget, plus if many > 0 else minus)
        if enter:
            QTest.keyClick(widget, KEY.Key_Return)


def tab_to(page: PlanPage, wanted: QWidget, back: bool = False) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    for _ in range(20):
        now = QApplication.focusWidget()
        if now is wanted:
            return
        QTest.keyClick(now, KEY.Key_Tab, shift)
    raise AssertionError(f"the focus never comes to {wanted}")
