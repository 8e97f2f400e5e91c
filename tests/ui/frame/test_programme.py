"""The programme in the status line: the part and its minutes, for the facilitator alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.programs import with_sample
from walkshop.i18n import language
from walkshop.services.settings import SettingsFile
from walkshop.ui.frame.programme import ProgrammeLine

EIGHT = datetime(2027, 3, 8, 20, 0, tzinfo=UTC)


@dataclass
class Evening:
    """A programme line with a clock that is set by hand."""

    settings: SettingsFile
    now: list[datetime] = field(default_factory=lambda: [EIGHT])

    def line(self, qtbot: QtBot, code: str = "en") -> ProgrammeLine:
        line = ProgrammeLine(self.settings, language(code), lambda: self.now[0])
        qtbot.addWidget(line)
        return line

    def wait(self, minutes: float) -> None:
        self.now[0] += timedelta(minutes=minutes)


@pytest.fixture
def evening() -> Evening:
    return Evening(SettingsFile(None))


def press(line: ProgrammeLine, words: str) -> QAction:
    line.fill()
    action = next(action for action in line.menu.actions() if action.text() == words)
    action.trigger()
    return action


def test_it_asks_for_nothing_until_the_evening_begins(qtbot: QtBot, evening: Evening) -> None:
    line = evening.line(qtbot)
    assert line.part.text() == "Programme"
    assert line.following.isHidden()
    press(line, "Begin the evening")
    assert line.part.text() == "Welcome, 5 min left"


def test_minutes_count_down_and_over_time_is_said(qtbot: QtBot, evening: Evening) -> None:
    line = evening.line(qtbot)
    line.begin()
    evening.wait(3.5)
    line.refresh()
    assert line.part.text() == "Welcome, 2 min left"
    evening.wait(4)
    line.refresh()
    assert line.part.text() == "Welcome, 2 min over"
    assert "70 minutes left of the evening" in line.part.accessibleName()


def test_one_click_goes_to_the_next_part_until_the_last(qtbot: QtBot, evening: Evening) -> None:
    line = evening.line(qtbot)
    line.begin()
    seen = []
    for _ in range(5):
        line.following.click()
        seen.append(line.part.text().split(",")[0])
    assert seen == ["Read in", "Put together", "Why it matters", "What now", "Closing"]
    assert line.following.isHidden()


def test_the_clock_stands_still_and_goes_on(qtbot: QtBot, evening: Evening) -> None:
    line = evening.line(qtbot)
    line.begin()
    press(line, "Pause")
    evening.wait(20)
    line.refresh()
    assert line.part.text() == "Welcome, clock stands still"
    press(line, "Let the clock go on")
    assert line.part.text() == "Welcome, 5 min left"


def test_another_length_gives_the_part_other_minutes(qtbot: QtBot, evening: Evening) -> None:
    line = evening.line(qtbot)
    press(line, "120 minutes")
    line.begin()
    assert line.part.text() == "Welcome, 10 min left"
    line.fill()
    assert [action.text() for action in line.menu.actions() if action.isChecked()] == [
        "120 minutes"
    ]


def test_it_goes_on_after_the_program_was_closed(qtbot: QtBot, tmp_path: Path) -> None:
    before = Evening(SettingsFile(tmp_path / "settings.json"))
    line = before.line(qtbot)
    line.begin()
    line.go_on()
    after = Evening(SettingsFile(tmp_path / "settings.json"), [EIGHT + timedelta(minutes=5)])
    assert after.line(qtbot).part.text() == "Read in, 20 min left"


@pytest.mark.parametrize(
    ("act", "words"),
    [("stop", "Programme"), ("go_back", "Welcome, 5 min left")],
)
def test_one_can_go_back_and_stop(qtbot: QtBot, evening: Evening, act: str, words: str) -> None:
    line = evening.line(qtbot)
    line.begin()
    line.go_on()
    does: Callable[[], None] = getattr(line, act)
    does()
    assert line.part.text() == words


def test_a_short_line_keeps_the_next_part_in_the_menu(qtbot: QtBot, evening: Evening) -> None:
    line = evening.line(qtbot)
    line.begin()
    line.set_short(True)
    assert line.following.isHidden()
    press(line, "Next part")
    assert line.part.text() == "Read in, 25 min left"


def test_a_part_changes_what_the_room_sees_only_when_asked(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    assert program.frame is not None
    line = program.frame.findChild(ProgrammeLine)
    assert line is not None
    asked: list[int] = []
    line.show_wanted.connect(asked.append)
    line.begin()
    line.go_on()
    assert asked == []
    press(line, "Show this part to the room")
    assert asked == [1]
    line.stop()
