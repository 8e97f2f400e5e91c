"""Hands for stories: they find things as people do, by their words, and press keys or the mouse."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMenu, QWidget

from walkshop.app import Program
from walkshop.domain.records import Walk

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
_PATIENCE = 150
"""Presses of Tab after which something counts as out of reach."""


def walk_of(program: Program) -> Walk:
    """The walk as it is now."""
    assert program.walk is not None
    return program.walk.store.walk


def name_of(widget: QWidget) -> str:
    """What a person reads on it, or a screen reader says."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def focused() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, held)


def write(words: str) -> None:
    """Type words where the focus is."""
    QTest.keyClicks(focused(), words)


def tab_to(words: str) -> QWidget:
    """Go on by Tab to the thing whose name begins with these words."""
    seen = []
    for _ in range(_PATIENCE):
        if name_of(focused()).startswith(words):
            return focused()
        seen.append(name_of(focused()))
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to “{words}”, but to {sorted(set(seen))}")


def seen(program: Program, words: str) -> QWidget:
    """The thing on screen whose name begins with these words."""
    for widget in program.window.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and name_of(widget).startswith(words):
            return widget
    names = {name_of(widget) for widget in program.window.findChildren(QWidget)} - {""}
    raise AssertionError(f"nothing on screen is called “{words}”, but {sorted(names)}")


def click(program: Program, words: str) -> QWidget:
    """Click what has this name."""
    widget = seen(program, words)
    QTest.mouseClick(widget, LEFT)
    return widget


def choose(combo: QWidget, words: str) -> None:
    """Choose a row of a combo box with the mouse."""
    assert isinstance(combo, QComboBox)
    combo.showPopup()
    rows = [combo.itemText(row) for row in range(combo.count())]
    place = next(row for row, text in enumerate(rows) if text.startswith(words))
    view = combo.view()
    index: QModelIndex = view.model().index(place, combo.modelColumn())
    view.scrollTo(index)
    QTest.qWait(QApplication.doubleClickInterval() // 4)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    combo.hidePopup()


def pick(menu: QMenu, words: str) -> None:
    """Choose a line of a menu with the mouse."""
    menu.popup(menu.pos())
    action = next(line for line in menu.actions() if line.text().startswith(words))
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    menu.close()
