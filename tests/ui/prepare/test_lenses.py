"""Prepare: lenses from the cards or of one's own, and the legend of the themes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note, a_walk
from tests.ui.desks import TestDesk, a_desk
from walkshop.domain.records import Lens, LensId
from walkshop.ui.prepare.lenses import LensesSection
from walkshop.ui.prepare.themes import ThemesSection
from walkshop.ui.widgets.pins import PinWidget

ENTER = Qt.Key.Key_Return


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    used = Lens(id=LensId("used"), name="Winkelier", prompts=("wie loopt langs",), order=1.0)
    return a_desk(a_walk(used, a_note(1, lens=used.id)))


@pytest.fixture
def lenses(qtbot: QtBot, made: TestDesk) -> LensesSection:
    section = LensesSection(made.desk)
    qtbot.addWidget(section)
    section.resize(800, 600)
    section.show_walk(made.walk)
    made.desk.store.changed.connect(lambda change: section.show_walk(change.after))
    section.show()
    return section


def test_a_card_becomes_a_lens_in_the_language_of_the_documents(
    lenses: LensesSection, made: TestDesk
) -> None:
    lenses.cards.choose("boom")
    added = list(made.walk.lenses.values())[-1]
    assert (added.name, len(added.prompts)) == ("een boom", 3)
    assert lenses.chosen == added


def test_a_card_that_is_used_is_not_offered_again(lenses: LensesSection, made: TestDesk) -> None:
    offered = [lenses.cards.itemText(index) for index in range(lenses.cards.count())]
    assert "winkelier" not in offered
    assert len(offered) == 12


def test_all_cards_come_at_once_and_go_at_once(lenses: LensesSection, made: TestDesk) -> None:
    lenses.all.click()
    assert len(made.walk.lenses) == 12
    assert not lenses.all.isVisible()
    made.desk.store.undo()
    assert len(made.walk.lenses) == 1


def test_a_lens_of_ones_own_has_prompts_on_lines(lenses: LensesSection, made: TestDesk) -> None:
    QTest.keyClicks(lenses.add_line.name, "hondenbezitter")
    QTest.keyClick(lenses.add_line.name, ENTER)
    lenses.prompts.setPlainText("gras\n\n bakken ")
    lenses.prompts.finish()
    added = list(made.walk.lenses.values())[-1]
    assert (added.name, added.prompts) == ("hondenbezitter", ("gras", "bakken"))


def test_a_lens_that_someone_used_stays_and_says_so(lenses: LensesSection, made: TestDesk) -> None:
    lenses.list.choose("used")
    lenses.remove.click()
    assert LensId("used") in made.walk.lenses
    assert "Someone looked" in lenses.form.refused()[1]


def test_the_legend_has_a_pin_for_every_theme(qtbot: QtBot, made: TestDesk) -> None:
    section = ThemesSection(made.desk)
    qtbot.addWidget(section)
    section.show_walk(made.walk)
    assert len(section.legend.findChildren(PinWidget)) == 17
    assert section.sets.thing == "walkshop-17"
