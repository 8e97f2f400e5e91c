"""Prepare: what is typed is kept when one goes on, and what is refused is said under its field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_walk
from tests.ui.desks import TestDesk, a_desk
from walkshop.domain.records import StopId
from walkshop.ui.prepare.panel import PreparePanel

ENTER = Qt.Key.Key_Return


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk()


@pytest.fixture
def panel(qtbot: QtBot, made: TestDesk) -> PreparePanel:
    panel = PreparePanel(made.desk)
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    panel.show()
    return panel


def test_a_title_is_kept_on_enter_and_can_be_undone(panel: PreparePanel, made: TestDesk) -> None:
    panel.title.selectAll()
    QTest.keyClicks(panel.title, "Wandeling Oost")
    QTest.keyClick(panel.title, ENTER)
    assert made.walk.about.title == "Wandeling Oost"
    made.desk.store.undo()
    assert panel.title.text() == "Crooswijk"


def test_a_walk_without_a_title_is_refused_under_the_title(
    panel: PreparePanel, made: TestDesk
) -> None:
    panel.title.clear()
    QTest.keyClick(panel.title, ENTER)
    assert made.walk.about.title == "Crooswijk"
    assert panel.form.refused() == ("title", "A walk needs a title.")


def test_question_area_and_language_are_kept(panel: PreparePanel, made: TestDesk) -> None:
    panel.question.setPlainText("Hoe wordt de wijk groener?")
    panel.question.finish()
    panel.area_name.setText("Oud-Crooswijk")
    QTest.keyClick(panel.area_name, ENTER)
    panel.area.choose("dorp")
    panel.language.choose("en")
    assert made.walk.about.question == "Hoe wordt de wijk groener?"
    assert (made.walk.area.name, made.walk.area.word) == ("Oud-Crooswijk", "dorp")
    assert made.walk.about.language == "en"


def test_a_stop_gets_another_name_and_keeps_its_number(panel: PreparePanel, made: TestDesk) -> None:
    field = panel.stops[StopId("stop 2")]
    field.setText("Het plein")
    QTest.keyClick(field, ENTER)
    stop = made.walk.stop(StopId("stop 2"))
    assert (stop.nr, stop.name) == (2, "Het plein")


def test_the_theme_set_is_shown_and_cannot_be_typed_in(panel: PreparePanel, made: TestDesk) -> None:
    QTest.keyClicks(panel.themes, "x")
    assert panel.themes.text() == "walkshop-17"


def test_a_walk_without_stops_says_so(qtbot: QtBot) -> None:
    panel = PreparePanel(a_desk(a_walk()).desk)
    qtbot.addWidget(panel)
    panel.show()
    assert panel._no_stops.isVisible()
    assert panel.stops == {}


def test_every_field_is_named_by_its_label(panel: PreparePanel) -> None:
    assert panel.title.accessibleName() == "Title"
    assert panel.stops[StopId("stop 1")].accessibleName() == "Stop 1"
