"""The help card: every act with a key stands on it, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from walkshop.domain.entry.tags import KIND_MARKS
from walkshop.domain.records import Kind
from walkshop.domain.words import KIND
from walkshop.i18n import language
from walkshop.ui.actions import ACTS
from walkshop.ui.frame.help_card import _NOT_APART, _TOGETHER, GROUPS, HelpCard
from walkshop.ui.frame.small import OneLine

LEFT = Qt.MouseButton.LeftButton


def a_card(qtbot: QtBot, code: str) -> HelpCard:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    card = HelpCard(window)
    card.speak(language(code))
    card.toggle()
    card.window_kept = window
    return card


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_act_with_a_key_and_every_kind_stands_on_it(qtbot: QtBot, code: str) -> None:
    say = language(code).say
    words = {label.text() for label in a_card(qtbot, code).findChildren(QLabel)}
    told = [act for act in ACTS if act.keys and act.id not in _NOT_APART]
    assert {say(_TOGETHER.get(act.id, ("", act.text))[1]) for act in told} <= words
    assert {say(KIND[kind]) for kind in Kind} <= words


def test_the_signs_of_the_entry_line_stand_on_it(qtbot: QtBot) -> None:
    caps = {label.text() for label in a_card(qtbot, "en").findChildren(QLabel)}
    assert {*KIND_MARKS, "#", "@", "@?", "=27"} <= caps


def test_escape_and_a_click_beside_it_put_it_away(qtbot: QtBot) -> None:
    card = a_card(qtbot, "en")
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    card.toggle()
    QTest.mouseClick(card, LEFT, pos=QPoint(4, 4))
    assert not card.isVisible()


def test_it_stays_over_the_whole_window(qtbot: QtBot) -> None:
    card = a_card(qtbot, "en")
    window = card.parentWidget()
    window.resize(700, 500)
    assert card.size() == window.size()


def test_its_columns_follow_the_room_so_that_no_word_is_broken(qtbot: QtBot) -> None:
    card = a_card(qtbot, "nl")
    window = card.parentWidget()
    titles = {language("nl").say(title) for title, _ in GROUPS}
    lefts = []
    for width in (1280, 800, 480):
        card.put_away()
        window.resize(width, 720)
        card.toggle()
        QTest.qWait(20)
        shown = [part for part in card._card.findChildren(OneLine) if part.text() in titles]
        lefts.append(len({part.mapTo(card, QPoint()).x() for part in shown}))
    assert lefts == [3, 2, 1]
