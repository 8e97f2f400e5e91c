"""Prepare: what is typed is kept when one goes on, and what is refused is said under its field."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_walk
from tests.tileserver import png
from tests.ui.desks import TestDesk, a_desk
from tests.ui.maps import maps_of
from tests.ui.stages import nameless
from walkshop.domain.records import GroupId, Influence
from walkshop.ui.jobs import Jobs
from walkshop.ui.prepare.about import RoomToMove, WalkSection
from walkshop.ui.prepare.basemap import MapSection
from walkshop.ui.prepare.groups import GroupsSection
from walkshop.ui.prepare.panel import PreparePanel
from walkshop.ui.prepare.plan import PlanPage
from walkshop.ui.prepare.section import AboutSection, Field, Section
from walkshop.ui.widgets.fields import LineField, LongField

pytestmark = pytest.mark.slow

PartT = TypeVar("PartT", bound=Section)
ENTER = Qt.Key.Key_Return
PARTS = (
    "walk", "days", "coming", "room", "subjects", "plans", "area", "map", "stops", "route",
    "groups", "came", "lenses", "walkers", "themes", "sender",
)  # fmt: skip


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk()


@pytest.fixture
def panel(qtbot: QtBot, made: TestDesk) -> PreparePanel:
    return shown(qtbot, made)


def shown(qtbot: QtBot, made: TestDesk, width: int = 1100) -> PreparePanel:
    panel = PreparePanel(made.desk, maps_of(made))
    qtbot.addWidget(panel)
    panel.resize(width, 700)
    panel.show()
    return panel


def part_of(panel: PreparePanel, kind: type[PartT]) -> PartT:
    return next(part for key in PARTS if isinstance(part := panel.section(key), kind))


def field(panel: PreparePanel, part: str, name: str) -> Field:
    section = panel.section(part)
    assert isinstance(section, AboutSection)
    return section.fields[name]


def test_a_title_is_kept_on_enter_and_can_be_undone(panel: PreparePanel, made: TestDesk) -> None:
    title = field(panel, "walk", "title")
    assert isinstance(title, LineField)
    title.selectAll()
    QTest.keyClicks(title, "Wandeling Oost")
    QTest.keyClick(title, ENTER)
    assert made.walk.about.title == "Wandeling Oost"
    made.desk.store.undo()
    assert title.text() == "Crooswijk"


def test_a_walk_without_a_title_is_refused_under_the_title(
    panel: PreparePanel, made: TestDesk
) -> None:
    title = field(panel, "walk", "title")
    title.clear()
    QTest.keyClick(title, ENTER)
    assert made.walk.about.title == "Crooswijk"
    assert panel.section("walk").form.refused() == ("title", "A walk needs a title.")


def test_each_long_field_is_one_act(panel: PreparePanel, made: TestDesk) -> None:
    assert tuple(panel.parts) == PARTS
    panel.open("room")
    for name, words in (("fixed", "De school blijft."), ("not_ours", "De bus.")):
        long = field(panel, "room", name)
        assert isinstance(long, LongField)
        long.setPlainText(words)
        long.finish()
    assert (made.walk.about.fixed, made.walk.about.not_ours) == ("De school blijft.", "De bus.")
    made.desk.store.undo()
    assert (made.walk.about.fixed, made.walk.about.not_ours) == ("De school blijft.", "")


def test_languages_and_influence_are_chosen(panel: PreparePanel, made: TestDesk) -> None:
    part_of(panel, WalkSection).language.choose("en")
    part_of(panel, WalkSection).second.choose("nl")
    part_of(panel, RoomToMove).influence.choose(Influence.ADVISE)
    about = made.walk.about
    assert (about.language, about.second_language) == ("en", "nl")
    assert about.influence is Influence.ADVISE


def test_a_day_is_typed_as_people_say_it(panel: PreparePanel, made: TestDesk) -> None:
    panel.open("days")
    day = field(panel, "days", "next_meeting")
    QTest.keyClicks(day, "12 juni 2027")
    QTest.keyClick(day, ENTER)
    assert made.walk.about.next_meeting == date(2027, 6, 12)


def test_a_day_that_is_none_is_refused_under_its_field(panel: PreparePanel, made: TestDesk) -> None:
    panel.open("days")
    day = field(panel, "days", "answer_before")
    QTest.keyClicks(day, "zo snel mogelijk")
    QTest.keyClick(day, ENTER)
    assert made.walk.about.answer_before is None
    assert panel.section("days").form.refused()[0] == "answer_before"


def test_sender_and_contact_are_parts_of_the_walk(panel: PreparePanel, made: TestDesk) -> None:
    panel.open("sender")
    phone = field(panel, "sender", "contact.phone")
    QTest.keyClicks(phone, "010 123")
    QTest.keyClick(phone, ENTER)
    assert made.walk.about.contact.phone == "010 123"
    assert made.walk.about.sender.name == ""


@pytest.mark.parametrize("part", PARTS)
def test_every_control_of_every_part_has_a_name(panel: PreparePanel, part: str) -> None:
    panel.open(part)
    assert not nameless(panel.section(part))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("code", ["nl", "en"])
def test_no_part_is_wider_than_a_small_screen(qtbot: QtBot, part: str, code: str) -> None:
    made = a_desk(a_walk(), code)
    panel = shown(qtbot, made, width=600)
    panel.open(part)
    panel.resize(600, 500)
    QTest.qWait(1)
    section: QWidget = panel.section(part)
    assert section.minimumSizeHint().width() + 2 * 24 <= 600
    assert panel.fold.isVisible()
    assert not panel.index.isVisible()


def test_the_index_opens_a_part_and_undo_shows_in_it(panel: PreparePanel, made: TestDesk) -> None:
    panel.index.choose("groups")
    assert panel.section("groups").isVisible()
    part_of(panel, GroupsSection).add_button.click()
    assert len(made.walk.groups) == 1
    made.desk.store.undo()
    assert part_of(panel, GroupsSection).rows == {}


def test_a_count_that_is_no_number_is_refused_and_stays(
    panel: PreparePanel, made: TestDesk
) -> None:
    panel.open("groups")
    groups = part_of(panel, GroupsSection)
    groups.add_button.click()
    key = GroupId(next(iter(made.walk.groups)))
    row = groups.rows[key]
    for words in ("40", "veel"):
        row.invited.setText(words)
        QTest.keyClick(row.invited, ENTER)
    assert made.walk.groups[key].invited == 40
    assert row.invited.text() == "veel"
    assert "This is no number." in groups.refusal.text()


def test_the_page_for_a_plan_opens_from_the_map_and_leads_back(
    qtbot: QtBot, panel: PreparePanel
) -> None:
    panel.open("map")
    page = panel.section("map")
    assert isinstance(page, MapSection)
    page.plan.click()
    plan = panel.findChild(PlanPage)
    assert plan is not None
    assert plan.isVisible()
    with qtbot.waitSignal(plan.destroyed):
        plan.leave()
        assert page.isVisible()
    page.plan.click()
    assert panel.findChild(PlanPage) is not plan


def test_a_plan_that_is_read_for_a_page_that_is_gone_goes_nowhere(
    qtbot: QtBot, tmp_path: Path, made: TestDesk
) -> None:
    jobs = Jobs()
    plan = PlanPage(made.desk, jobs, tmp_path / "walk.gpkg")
    (tmp_path / "plan.png").write_bytes(png())
    plan.open_file(tmp_path / "plan.png")
    with qtbot.waitSignal(plan.destroyed):
        plan.deleteLater()
    qtbot.waitUntil(lambda: not jobs.busy)
