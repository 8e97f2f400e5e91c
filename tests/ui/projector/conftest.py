"""The room screen beside the laptop, and the room screen without a second screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.projector.halls import BEAMER, LAPTOP, Hall, a_hall


@pytest.fixture
def hall(qtbot: QtBot) -> Iterator[Hall]:
    hall = a_hall(qtbot, [LAPTOP, BEAMER])
    hall.room.act.trigger()
    yield hall
    hall.room.close()


@pytest.fixture
def alone(qtbot: QtBot) -> Iterator[Hall]:
    hall = a_hall(qtbot, [LAPTOP])
    hall.room.act.trigger()
    yield hall
    hall.room.close()
