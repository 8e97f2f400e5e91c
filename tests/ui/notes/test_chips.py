"""The row above the entry line: what is set has its words, and keys give way to it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_walk
from tests.ui.desks import HERE, a_desk
from walkshop.domain.records import Lens, LensId, Participant, ParticipantId, Stop, StopId
from walkshop.ui.frame.chip import Chip
from walkshop.ui.notes.chips import ChipsRow

SINGEL = StopId("singel")


@pytest.fixture
def chips(qtbot: QtBot) -> ChipsRow:
    walk = a_walk(
        Stop(id=SINGEL, nr=3, name="Boezemsingel", at=HERE),
        Lens(id=LensId("rollator"), name="somebody with a walker"),
        Participant(id=ParticipantId("one"), code="P01", duo="d2", lens=LensId("rollator")),
    )
    chips = ChipsRow(a_desk(walk).desk)
    qtbot.addWidget(chips)
    chips.resize(800, chips.height())
    chips.show()
    return chips


def test_what_is_set_is_told_in_words_and_another_is_an_arrow(
    qtbot: QtBot, chips: ChipsRow
) -> None:
    chips.set_stop(SINGEL)
    chips.set_duo("d2")
    shown = [chip for chip in chips.findChildren(Chip) if chip.isVisible()]
    words = ["Stop 3, Boezemsingel", "", "Duo 2, somebody with a walker", ""]
    assert [chip.text() for chip in shown] == words
    assert [chip.accessibleName() for chip in shown][1::2] == ["Another stop", "Another duo"]
    qtbot.waitUntil(lambda: all(chip.width() >= chip.sizeHint().width() for chip in shown))


def test_keys_give_way_before_what_is_set_is_cut(qtbot: QtBot, chips: ChipsRow) -> None:
    assert all(hint.isVisible() for hint in chips._hints)
    chips.set_stop(SINGEL)
    chips.set_duo("d2")
    chips.resize(620, chips.height())
    assert not any(hint.isVisible() for hint in chips._hints[:2])
    shown = [chip for chip in chips.findChildren(Chip) if chip.isVisible()]
    qtbot.waitUntil(lambda: all(chip.width() >= chip.sizeHint().width() for chip in shown))
