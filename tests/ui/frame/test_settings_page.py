"""The settings page: each choice is told at once."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from walkshop.i18n import language
from walkshop.services.settings import Settings
from walkshop.ui.frame.settings_page import SettingsPage, system_language


def test_each_choice_is_told_at_once(qtbot: QtBot) -> None:
    page = SettingsPage(Settings(text_size=115), language("nl"))
    qtbot.addWidget(page)
    assert (page.language.thing, page.text_size.thing, page.colours.thing) == ("nl", 115, "light")
    with qtbot.waitSignal(page.settled) as heard:
        page.language.choose("en")
    assert heard.args[0].language == "en"
    with qtbot.waitSignal(page.settled) as heard:
        page.text_size.choose(150)
    assert heard.args[0].text_size == 150
    with qtbot.waitSignal(page.settled) as heard:
        page.colours.choose("contrast")
    assert heard.args == [Settings("en", 150, colours="contrast")]


def test_the_machine_speaks_one_of_the_two_languages() -> None:
    assert system_language() in {"nl", "en"}
