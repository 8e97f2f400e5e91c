"""The numbers of the status line: each filters, and none is lost where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desks import TestDesk, a_desk, some_walk
from tests.ui.stages import small_walk
from walkshop.ui.filtering import Wanted
from walkshop.ui.frame.counts import CountsLine

LEFT = Qt.MouseButton.LeftButton


def a_line(qtbot: QtBot, made: TestDesk, width: int = 1600) -> CountsLine:
    line = CountsLine(made.desk)
    qtbot.addWidget(line)
    line.resize(width, 36)
    line.fit(width)
    line.show()
    return line


def shown(made: TestDesk) -> list[int]:
    return [note.nr for note in made.desk.filter.shown]


def test_a_click_filters_and_a_second_click_lets_go(qtbot: QtBot) -> None:
    made = a_desk(some_walk())
    line = a_line(qtbot, made)
    for key, wanted in (("whole", [3]), ("not_placed", [4]), ("asset", [2])):
        QTest.mouseClick(line.button(key), LEFT)
        assert (shown(made), line.button(key).isChecked()) == (wanted, True)
        QTest.mouseClick(line.button(key), LEFT)
        assert (shown(made), line.button(key).isChecked()) == ([1, 2, 3, 4], False)


def test_notes_without_a_value_are_counted_once_there_are_values(qtbot: QtBot) -> None:
    made = a_desk(small_walk())
    line = a_line(qtbot, made)
    assert line.button("loose").text() == "2 without value"
    QTest.mouseClick(line.button("loose"), LEFT)
    assert shown(made) == [4, 5]
    assert a_line(qtbot, a_desk(some_walk())).button("loose").isHidden()


def test_what_does_not_fit_stands_in_a_menu_and_filters_from_there(qtbot: QtBot) -> None:
    made = a_desk(small_walk())
    line = a_line(qtbot, made, 420)
    assert line.button("loose").isHidden()
    assert line.more.isVisible()
    line.more.menu().aboutToShow.emit()
    rows = {action.text(): action for action in line.more.menu().actions()}
    rows["2 without value"].trigger()
    assert shown(made) == [4, 5]
    assert line.button("loose").isVisible()  # what is asked for keeps its place
    assert line.button("loose").isChecked()


def test_all_notes_stand_first_even_where_there_is_no_room_at_all(qtbot: QtBot) -> None:
    line = a_line(qtbot, a_desk(small_walk()), 0)
    assert line.button("notes").isVisible()
    assert line.button("without").isHidden()


def test_words_stay_when_a_number_is_asked_for(qtbot: QtBot) -> None:
    made = a_desk(some_walk())
    made.desk.filter.want(Wanted(words="bank"))
    line = a_line(qtbot, made)
    QTest.mouseClick(line.button("concern"), LEFT)
    assert made.desk.filter.wanted.words == "bank"
    assert shown(made) == [1]
