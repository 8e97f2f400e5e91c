"""The status line: who gives way where there is not room for all of it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.domain.builders import STAMP
from tests.ui.desks import a_desk
from walkshop.i18n import msg
from walkshop.services.settings import SettingsFile
from walkshop.ui.frame.programme import ProgrammeLine
from walkshop.ui.frame.status import StatusLine
from walkshop.ui.jobs import Jobs


@pytest.fixture
def status(qtbot: QtBot) -> StatusLine:
    desk = a_desk().desk
    status = StatusLine(desk, Jobs())
    qtbot.addWidget(status)
    programme = ProgrammeLine(SettingsFile(None), desk.language, lambda: STAMP.now)
    status.add_programme(programme)
    programme.begin()
    status.show()
    return status


def test_in_a_very_narrow_window_a_notice_goes_before_what_is_said_all_evening(
    status: StatusLine,
) -> None:
    status.resize(340, status.height())
    assert status._programme.isVisible()
    status.notice.show_text(msg("There is nothing to undo."))
    assert not status._programme.isVisible()
    status.notice.fade()
    assert status._programme.isVisible()
    assert status.saved.isVisible()


def test_where_there_is_room_all_of_it_stays(status: StatusLine) -> None:
    status.resize(900, status.height())
    status.notice.show_text(msg("There is nothing to undo."))
    assert status._programme.isVisible()
    assert status.saved.isVisible()
