"""Prepare: times, counts and yes or no about the walk, and its subjects and plans."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import TestDesk, a_desk
from walkshop.domain.edits.routes import lay_route
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Influence, RouteId
from walkshop.i18n import msg
from walkshop.ui.prepare.about import CameSection, ComingSection, DaysSection
from walkshop.ui.prepare.section import Section
from walkshop.ui.prepare.subjects import PlansSection, SubjectsSection
from walkshop.ui.widgets.fields import Choice, LineField, LongField

ENTER = Qt.Key.Key_Return


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk()


def follow(qtbot: QtBot, made: TestDesk, section: Section) -> None:
    qtbot.addWidget(section)
    section.resize(700, 800)
    section.show_walk(made.walk)
    made.desk.store.changed.connect(lambda change: section.show_walk(change.after))
    section.show()


def put(field: object, words: str) -> None:
    assert isinstance(field, LineField)
    field.setText(words)
    QTest.keyClick(field, ENTER)


def test_times_are_kept_and_read_back_alike(qtbot: QtBot, made: TestDesk) -> None:
    days = DaysSection(made.desk)
    follow(qtbot, made, days)
    put(days.fields["starts_at"], "10 uur")
    put(days.fields["ends_at"], "later")
    assert (made.walk.about.starts_at, made.walk.about.ends_at) == (time(10), None)
    assert days.form.refused()[0] == "ends_at"
    begins = days.fields["starts_at"]
    assert isinstance(begins, LineField)
    assert begins.text() == "10:00"
    made.desk.store.undo()
    assert begins.text() == ""


def test_who_comes_along_reads_minutes_rain_and_wheelchair(qtbot: QtBot, made: TestDesk) -> None:
    coming = ComingSection(made.desk)
    follow(qtbot, made, coming)
    put(coming.fields["walking_minutes"], "45")
    put(coming.fields["rain_plan"], "Dan praten we binnen.")
    chair = coming.fields["wheelchair"]
    assert isinstance(chair, Choice)
    chair.choose(True)
    about = made.walk.about
    assert (about.walking_minutes, about.rain_plan, about.wheelchair) == (
        45,
        "Dan praten we binnen.",
        True,
    )
    assert not coming.from_route.isVisible()


def test_minutes_and_distance_come_from_the_route_in_one_act(qtbot: QtBot, made: TestDesk) -> None:
    coming = ComingSection(made.desk)
    follow(qtbot, made, coming)
    along = (LonLat(4.48, 51.92), LonLat(4.48, 51.93))
    stamp = made.desk.store.stamp()
    made.desk.store.apply(msg("Route"), lambda w: lay_route(w, RouteId("r"), along, stamp))
    coming.from_route.click()
    assert (made.walk.about.distance_m, made.walk.about.walking_minutes) == (1112.0, 17)
    made.desk.store.undo()
    assert (made.walk.about.distance_m, made.walk.about.walking_minutes) == (None, None)


def test_who_came_is_counted(qtbot: QtBot, made: TestDesk) -> None:
    came = CameSection(made.desk)
    follow(qtbot, made, came)
    put(came.fields["residents"], "9")
    put(came.fields["professionals"], "zeven")
    assert (made.walk.about.residents, made.walk.about.professionals) == (9, None)
    assert came.form.refused()[0] == "professionals"


@pytest.mark.parametrize("kind", [SubjectsSection, PlansSection])
def test_each_subject_and_plan_has_its_own_room_and_level(
    qtbot: QtBot, made: TestDesk, kind: type[SubjectsSection] | type[PlansSection]
) -> None:
    section = kind(made.desk)
    follow(qtbot, made, section)
    assert section.none.isVisible()
    for name in ("De banken", "De bus"):
        put(section.add_line.name, name)
    fixed = section.fields["fixed"]
    assert isinstance(fixed, LongField)
    fixed.setPlainText("De lijn blijft.")
    fixed.finish()
    section.influence.choose(Influence.CONSULT)
    first, second = section.table(made.walk).values()
    assert (first.fixed, first.influence) == ("", None)
    assert (second.fixed, second.influence) == ("De lijn blijft.", Influence.CONSULT)
    section.remove.click()
    assert len(section.table(made.walk)) == 1
    made.desk.store.undo()
    assert section.list.count() == 2


def test_a_subject_without_a_name_is_refused(qtbot: QtBot, made: TestDesk) -> None:
    section = SubjectsSection(made.desk)
    follow(qtbot, made, section)
    put(section.add_line.name, "De banken")
    put(section.fields["subject"], " ")
    (kept,) = section.table(made.walk).values()
    assert kept.subject == "De banken"  # type: ignore[union-attr]  # a subject, no plan
    assert section.form.refused() == ("subject", "A subject needs a name.")
