"""The table of acts: no key twice, no row without work."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from walkshop.i18n import language
from walkshop.ui.actions import ACTS, Where, act, keys_in_words, make_actions


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_no_key_means_two_things(qtbot: QtBot, platform: str) -> None:
    keys = Counter(key.toString() for row in ACTS for key in row.sequences(platform))
    assert not [key for key, n in keys.items() if n > 1 or not key]


def test_notes_has_no_act_on_a_letter_alone(qtbot: QtBot) -> None:
    keys = [key.toString() for row in ACTS if row.where is Where.NOTES for key in row.sequences()]
    assert all("+" in key or (key[0] == "F" and key[1:].isdecimal()) for key in keys)


def test_an_act_without_work_and_work_without_an_act_are_refused(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    with pytest.raises(ValueError, match="zoom_in"):
        make_actions(owner, Where.NOTES, language("en"), {})


def test_an_act_does_its_work_when_it_is_triggered(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[str] = []
    rows = [row.id for row in ACTS if row.where is Where.PROGRAM]
    made = make_actions(
        owner, Where.PROGRAM, language("en"), {key: lambda k=key: done.append(k) for key in rows}
    )
    made["open"].trigger()
    assert done == ["open"]
    assert keys_in_words("open") == "Ctrl+O"
    with pytest.raises(KeyError):
        act("nothing")
