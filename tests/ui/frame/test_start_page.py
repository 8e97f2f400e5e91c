"""The start page: three ways to begin, walks used last, and a short form."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from walkshop.i18n import language
from walkshop.ui.frame.files import free_name, with_ending
from walkshop.ui.frame.new_walk import NewWalk, Wish
from walkshop.ui.frame.start_page import StartPage
from walkshop.ui.frame.way_card import Recent
from walkshop.ui.widgets.buttons import Button

LEFT = Qt.MouseButton.LeftButton


def a_page(qtbot: QtBot, *recent: Recent) -> StartPage:
    page = StartPage(language("en"), recent)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    return page


def test_each_way_begins_something(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    for way, wanted in (
        ("new", page.new_wanted),
        ("open", page.open_wanted),
        ("sample", page.sample_wanted),
    ):
        with qtbot.waitSignal(wanted):
            QTest.mouseClick(page.ways[way], LEFT)
    assert page.ways["new"].accessibleName() == "New walk. Title and question"


def test_a_walk_used_before_is_one_click_away(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "walk.gpkg"
    page = a_page(qtbot, Recent(path, "<b>Walk</b>", "today 20:41"))
    with qtbot.waitSignal(page.recent_chosen) as heard:
        QTest.mouseClick(page.recent[0], LEFT)
    assert heard.args == [path]
    assert page.areas()[0] is page.recent[0]
    assert "<b>" not in page.recent[0].toolTip()


def test_the_other_language_is_one_click_away(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    other = next(button for button in page.findChildren(Button) if button.text() == "Nederlands")
    with qtbot.waitSignal(page.language_chosen) as heard:
        QTest.mouseClick(other, LEFT)
    assert heard.args == ["nl"]


def test_what_did_not_work_is_said_in_one_sentence(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    page.say("This file is not from Walkshop.")
    assert page.refusal.isVisible()
    assert page.refusal.text() == "This file is not from Walkshop."


def a_form(qtbot: QtBot) -> NewWalk:
    form = NewWalk(language("en"))
    qtbot.addWidget(form)
    form.show()
    return form


def test_a_new_walk_begins_with_a_title_and_a_place(qtbot: QtBot, tmp_path: Path) -> None:
    form = a_form(qtbot)
    QTest.keyClicks(form.title, "Wandeling Oost")
    assert form.path.name == "Wandeling-Oost.gpkg"
    form.set_place(tmp_path / "elders.gpkg")
    QTest.keyClicks(form.question, "Hoe is het hier?")
    with qtbot.waitSignal(form.begun) as heard:
        QTest.mouseClick(form.begin, LEFT)
    assert heard.args == [Wish("Wandeling Oost", "Hoe is het hier?", tmp_path / "elders.gpkg")]


def test_without_a_title_no_walk_begins(qtbot: QtBot) -> None:
    form = a_form(qtbot)
    with qtbot.assertNotEmitted(form.begun):
        QTest.mouseClick(form.begin, LEFT)
    assert form.refusal.text() == "A walk needs a title."


def test_a_file_gets_a_name_that_is_free_and_plain(tmp_path: Path) -> None:
    (tmp_path / "Één-wijk.gpkg").touch()
    assert free_name(tmp_path, "Één wijk!").name == "Één-wijk-2.gpkg"
    assert free_name(tmp_path, "../../etc/passwd").name == "etc-passwd.gpkg"
    assert free_name(tmp_path, "???").name == "walk.gpkg"
    assert len(free_name(tmp_path, "x" * 500).name) < 80
    assert with_ending(tmp_path / "a.b").name == "a.b.gpkg"


def test_enter_opens_the_walk_used_last(qtbot: QtBot, tmp_path: Path) -> None:
    page = a_page(qtbot, Recent(tmp_path / "walk.gpkg", "Walk", "today 20:41"))
    qtbot.waitUntil(page.recent[0].hasFocus)
    with qtbot.waitSignal(page.recent_chosen):
        QTest.keyClick(page.recent[0], Qt.Key.Key_Return)


def test_in_a_narrow_window_the_form_of_a_new_walk_is_in_sight(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    page.resize(700, 500)
    page.show_new()
    page.grab()  # lays out what is new
    title = page.new_walk.title
    assert page.rect().contains(title.mapTo(page, title.rect().bottomRight()))
    page.show_recent()
    assert page.ways["new"].isVisible()


def test_a_walk_without_a_title_has_a_file_name_in_the_own_language(qtbot: QtBot) -> None:
    form = NewWalk(language("nl"))
    qtbot.addWidget(form)
    assert form.path.stem.startswith("Nieuwe-wandeling")
