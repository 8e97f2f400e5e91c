"""The one question that is asked before words are lost: verbs on its buttons, Esc stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from walkshop.i18n import language
from walkshop.ui.frame.files import Dialogs


def leave(box: QMessageBox) -> None:
    button = next(b for b in box.buttons() if b.text() == "Close all the same")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press_escape(box: QMessageBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Escape)


def press_enter(box: QMessageBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("answer", "closes"), [(leave, True), (press_escape, False), (press_enter, False)]
)
def test_only_the_button_that_says_so_closes(
    qtbot: QtBot, answer: Callable[[QMessageBox], None], closes: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def reply() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.textFormat() is Qt.TextFormat.PlainText
        answer(box)

    QTimer.singleShot(50, reply)
    assert Dialogs().close_unsaved(window, language("en"), "<b>Not saved</b>") is closes
