"""Prepare: walkers by code and role, and duos dealt, dealt again and changed by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_walk
from tests.ui.desks import TestDesk, a_desk
from walkshop.domain.edits.walkers import members
from walkshop.domain.records import Lens, LensId, ParticipantId, Role
from walkshop.ui.notes.said import lens_of
from walkshop.ui.prepare.walkers import WalkersSection

SHOP, TREE = LensId("shop"), LensId("tree")


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk(a_walk(
        Lens(id=SHOP, name="winkelier", order=1.0), Lens(id=TREE, name="een boom", order=2.0)
    ))  # fmt: skip


@pytest.fixture
def section(qtbot: QtBot, made: TestDesk) -> WalkersSection:
    section = WalkersSection(made.desk)
    qtbot.addWidget(section)
    section.resize(800, 700)
    section.show_walk(made.walk)
    made.desk.store.changed.connect(lambda change: section.show_walk(change.after))
    section.show()
    return section


def add(section: WalkersSection, count: int, role: Role) -> None:
    section.many.setText(str(count))
    section.role.show_thing(role)
    QTest.keyClick(section.many, Qt.Key.Key_Return)


def key(made: TestDesk, code: str) -> ParticipantId:
    return next(
        ParticipantId(one.id) for one in made.walk.participants.values() if one.code == code
    )


def test_walkers_are_added_by_count_and_role_in_one_act(
    section: WalkersSection, made: TestDesk
) -> None:
    assert section.none.isVisible()
    add(section, 3, Role.RESIDENT)
    add(section, 2, Role.WELFARE)
    assert [one.code for one in made.walk.participants.values()] == [
        "P01", "P02", "P03", "P04", "P05",
    ]  # fmt: skip
    assert len(section.table.rows) == 5
    made.desk.store.undo()
    assert len(made.walk.participants) == 3


@pytest.mark.parametrize("words", ["drie", "-1"])
def test_a_number_that_is_none_adds_nobody(
    section: WalkersSection, made: TestDesk, words: str
) -> None:
    section.many.setText(words)
    section.add_button.click()
    assert not made.walk.participants
    assert "no number" in section.refusal.text()


def test_duos_are_dealt_over_who_is_there_and_again_when_somebody_stays_away(
    section: WalkersSection, made: TestDesk
) -> None:
    add(section, 2, Role.BUSINESS)
    add(section, 2, Role.MUNICIPAL_PHYSICAL)
    section.deal_button.click()
    assert section.duos.words == {
        "d1": "P01 business owner, P03 municipality, streets and buildings",
        "d2": "P02 business owner, P04 municipality, streets and buildings",
    }
    section.table.rows[key(made, "P03")].present.click()
    assert "not there" in section.stale.text()
    section.deal_button.click()
    assert [one.code for one in members(made.walk)["d1"]] == ["P01", "P02", "P04"]
    assert not section.stale.isVisible()
    made.desk.store.undo()
    assert list(members(made.walk)) == ["d1", "d2"]


def test_nobody_looks_with_their_own_daily_eyes_while_there_are_others(
    section: WalkersSection, made: TestDesk
) -> None:
    add(section, 2, Role.BUSINESS)
    section.deal_button.click()
    assert section.duos.lenses["d1"].thing == TREE


def test_changes_by_hand_hold_for_notes_that_come(section: WalkersSection, made: TestDesk) -> None:
    add(section, 4, Role.RESIDENT)
    section.deal_button.click()
    section.duos.lenses["d1"].choose(TREE)
    assert lens_of(made.walk, "d1") == TREE
    section.table.rows[key(made, "P01")].duo.choose("d2")
    assert [one.code for one in members(made.walk)["d2"]] == ["P01", "P02", "P04"]
    section.table.rows[key(made, "P01")].duo.choose("")
    assert "1 walker has no duo yet." in section.stale.text()


def test_a_walker_is_taken_off_the_list_and_brought_back(
    section: WalkersSection, made: TestDesk
) -> None:
    add(section, 2, Role.RESIDENT)
    section.table.rows[key(made, "P01")].remove.click()
    assert [one.code for one in made.walk.participants.values()] == ["P02"]
    made.desk.store.undo()
    assert len(section.table.rows) == 2
