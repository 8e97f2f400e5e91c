"""Prepare: what is known about a group besides its counts, one act a field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_walk
from tests.ui.desks import TestDesk, a_desk
from walkshop.domain.records import Group, GroupId
from walkshop.ui.prepare.groups import GroupsSection

YOUNG, OLD = GroupId("young"), GroupId("old")


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk(a_walk(Group(id=YOUNG, label="jongeren"), Group(id=OLD, label="ouderen")))


@pytest.fixture
def section(qtbot: QtBot, made: TestDesk) -> GroupsSection:
    section = GroupsSection(made.desk)
    qtbot.addWidget(section)
    section.resize(700, 700)
    section.show_walk(made.walk)
    made.desk.store.changed.connect(lambda change: section.show_walk(change.after))
    section.show()
    return section


def put(section: GroupsSection, name: str, words: str) -> None:
    section.more.fields[name].setText(words)
    QTest.keyClick(section.more.fields[name], Qt.Key.Key_Return)


def test_how_a_group_was_reached_and_what_it_needs(section: GroupsSection, made: TestDesk) -> None:
    section.more.which.choose(OLD)
    put(section, "reached_by", "de huisarts")
    put(section, "needs", "een stoel")
    assert (made.walk.groups[OLD].reached_by, made.walk.groups[OLD].needs) == (
        "de huisarts",
        "een stoel",
    )
    made.desk.store.undo()
    assert section.more.fields["needs"].text() == ""
    assert made.walk.groups[YOUNG].reached_by == ""


def test_a_group_that_was_missing_asks_what_was_done(
    section: GroupsSection, made: TestDesk
) -> None:
    assert not section.more.fields["done_about_it"].isVisible()
    section.more.missing.choose(True)
    put(section, "done_about_it", "acht jongeren gesproken")
    kept = made.walk.groups[YOUNG]
    assert (kept.missing, kept.done_about_it) == (True, "acht jongeren gesproken")


def test_the_form_goes_with_the_last_group(section: GroupsSection, made: TestDesk) -> None:
    section.more.which.choose(OLD)
    section.take_away(OLD)
    assert section.more.which.thing == YOUNG
    section.take_away(YOUNG)
    assert not section.more.isVisible()
