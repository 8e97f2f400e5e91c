"""Prepare: another theme set shows what it does before it is used, and undo brings the old back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note, a_walk
from tests.ui.desks import TestDesk, a_desk
from walkshop.domain.records import ThemeId
from walkshop.ui.filtering import Wanted
from walkshop.ui.prepare.themes import ThemesSection
from walkshop.ui.widgets.notes import look_of, name_of
from walkshop.ui.widgets.pins import PinWidget


@pytest.fixture
def made(qtbot: QtBot) -> TestDesk:
    return a_desk(a_walk(
        a_note(1, "Te weinig bankjes", theme=ThemeId("leefomgeving")),
        a_note(2, "De bus rijdt niet", theme=ThemeId("ov"), theme2=ThemeId("sport")),
    ))  # fmt: skip


@pytest.fixture
def themes(qtbot: QtBot, made: TestDesk) -> ThemesSection:
    section = ThemesSection(made.desk)
    qtbot.addWidget(section)
    section.resize(800, 700)
    section.show_walk(made.walk)
    made.desk.store.changed.connect(lambda change: section.show_walk(change.after))
    section.show()
    return section


def test_a_set_is_looked_at_first_with_what_it_does_to_the_notes(
    themes: ThemesSection, made: TestDesk
) -> None:
    themes.sets.choose("children-6")
    assert made.walk.about.theme_set == "walkshop-17"
    assert themes.mapping.isVisible()
    assert ("Public transport", "1 note", "stays as it was") in themes.mapping.rows
    assert ("Sport and play", "1 note", "Play") in themes.mapping.rows
    assert "no place in this set" in themes.mapping.lost.text()
    themes.mapping.leave.click()
    assert not themes.mapping.isVisible()
    assert themes.sets.thing == "walkshop-17"


def test_a_set_that_is_used_changes_pins_and_search_and_undo_brings_them_back(
    themes: ThemesSection, made: TestDesk
) -> None:
    before, notes = [look_of(made.walk, note) for note in made.notes], made.notes
    themes.sets.choose("place-standard-14")
    themes.mapping.use.click()
    assert made.walk.about.theme_set == "place-standard-14"
    assert [look_of(made.walk, note) for note in made.notes] != before
    assert made.notes == notes
    made.desk.filter.want_words("openbare ruimtes")
    assert [note.nr for note in made.desk.filter.shown] == [1]
    made.desk.store.undo()
    assert [look_of(made.walk, note) for note in made.notes] == before


def test_a_theme_without_kin_keeps_its_name_and_is_still_found(
    themes: ThemesSection, made: TestDesk
) -> None:
    themes.sets.choose("children-6")
    themes.mapping.use.click()
    bus = made.notes[1]
    assert look_of(made.walk, bus).letter == ""
    assert "Public transport" in name_of(made.walk, bus, made.desk.language)
    made.desk.filter.want_words("openbaar vervoer")
    assert made.desk.filter.shown == (bus,)


def test_without_notes_a_set_is_used_at_once_and_its_legend_is_shown(qtbot: QtBot) -> None:
    made = a_desk(a_walk())
    section = ThemesSection(made.desk)
    qtbot.addWidget(section)
    section.show_walk(made.walk)
    section.sets.choose("leefplekmeter")
    assert made.walk.about.theme_set == "leefplekmeter"
    assert len(section.legend.findChildren(PinWidget)) == 14
    assert "Scores from 1 to 10" in section.about.text()


def test_to_narrow_by_theme_goes_by_the_themes_as_they_are_shown(
    themes: ThemesSection, made: TestDesk
) -> None:
    themes.sets.choose("children-6")
    themes.mapping.use.click()
    made.desk.filter.want(Wanted(theme=ThemeId("kind-spelen")))
    assert [note.nr for note in made.desk.filter.shown] == [2]
    made.desk.filter.want(Wanted(theme=ThemeId("ov")))
    assert [note.nr for note in made.desk.filter.shown] == [2]
