"""The saved line never says more than is true."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note
from tests.ui.desks import TestDesk, a_desk
from walkshop.domain.edits.notes import add_note
from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.ui.frame.saved import SavedLine

FULL = WalkshopError(msg("The disk is full."), msg("Make room."))


def a_line(qtbot: QtBot, made: TestDesk) -> SavedLine:
    line = SavedLine(made.desk)
    qtbot.addWidget(line)
    line.show()
    return line


def act(made: TestDesk) -> None:
    stamp = made.desk.store.stamp()
    made.desk.store.apply(msg("Added"), lambda walk: add_note(walk, a_note(0, "x"), stamp))


def test_a_walk_just_opened_is_saved_as_it_is(qtbot: QtBot) -> None:
    assert a_line(qtbot, a_desk()).words == "Everything is saved"


def test_an_act_is_not_called_saved_before_the_file_says_so(qtbot: QtBot) -> None:
    made = a_desk()
    line = a_line(qtbot, made)
    act(made)
    assert line.words == "Saving"
    made.shelf.save()
    stamp = made.desk.store.saved_at
    assert stamp is not None
    assert line.words == f"Saved {stamp.now.astimezone():%H:%M}"


def test_of_two_acts_one_saved_is_not_both(qtbot: QtBot) -> None:
    made = a_desk()
    line = a_line(qtbot, made)
    act(made)
    act(made)
    made.shelf.save(1)
    assert line.words == "Saving"


def test_what_does_not_get_to_the_disk_is_said_in_red_with_its_reason(qtbot: QtBot) -> None:
    made = a_desk()
    line = a_line(qtbot, made)
    act(made)
    made.shelf.refuse(FULL)
    assert line.words == "Not saved yet. Trying again."
    red = [child for child in line.findChildren(type(line._bad)) if child.isVisible()]
    assert red[0].property("role") == "bad"
    assert "The disk is full. Make room." in red[0].toolTip()
    act(made)
    assert line.words == "Not saved yet. Trying again."


def test_once_it_gets_there_after_all_it_is_calm_again(qtbot: QtBot) -> None:
    made = a_desk()
    line = a_line(qtbot, made)
    act(made)
    made.shelf.refuse(FULL)
    made.shelf.save()
    assert line.words.startswith("Saved ")
