"""Putting notes where they belong."""

from __future__ import annotations

from math import nan

import pytest

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits.place import check_place, confirm_place, move_note
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    NOT_YET,
    WHOLE,
    Area,
    AtStop,
    Line,
    NoteId,
    Point,
    Stop,
    StopId,
)

ONE = NoteId("note 1")
HERE, THERE, YONDER = LonLat(4.49, 51.93), LonLat(4.50, 51.93), LonLat(4.50, 51.94)
STOP = Stop(id=StopId("stop"), nr=1, at=HERE)


@pytest.mark.parametrize(
    "place",
    [
        Point(HERE, assumed=True, accuracy_m=100),
        Line((HERE, THERE)),
        Area((HERE, THERE, YONDER)),
        AtStop(STOP.id),
        WHOLE,
        NOT_YET,
    ],
)
def test_a_note_moves_to_any_place_that_can_be_drawn(place):
    before = a_walk(a_note(1), a_note(2), STOP)
    after = move_note(before, ONE, place, LATER)
    assert after.note(ONE).place == place
    assert after.note(ONE).changed == LATER.now
    assert after.notes[NoteId("note 2")] is before.notes[NoteId("note 2")]
    assert after.stops is before.stops


@pytest.mark.parametrize(
    "place",
    [
        Point(LonLat(0, 0)),
        Point(LonLat(4.49, nan)),
        Point(LonLat(181, 52)),
        Line((HERE,)),
        Line((HERE, LonLat(4, 95))),
        Area((HERE, THERE)),
    ],
)
def test_a_place_that_cannot_be_drawn_is_refused(place):
    with pytest.raises(WalkshopError, match="cannot be drawn"):
        check_place(a_walk(), place)


def test_a_place_at_a_stop_that_is_gone_is_refused():
    with pytest.raises(WalkshopError, match="no longer in the walk"):
        move_note(a_walk(a_note(1)), ONE, AtStop(StopId("gone")), STAMP)


def test_a_withdrawn_note_is_not_moved():
    with pytest.raises(WalkshopError, match="withdrawn"):
        move_note(a_walk(a_note(1, withdrawn=True)), ONE, WHOLE, STAMP)


@pytest.mark.parametrize(
    "place",
    [
        Point(HERE, assumed=True, accuracy_m=150, word="route"),
        Line((HERE, THERE), assumed=True),
        Area((HERE, THERE, YONDER), assumed=True),
    ],
)
def test_a_guessed_place_is_confirmed_and_keeps_the_rest(place):
    confirmed = confirm_place(a_walk(a_note(1, place=place)), ONE, STAMP).note(ONE).place
    assert not confirmed.assumed
    assert confirmed.accuracy_m == place.accuracy_m


@pytest.mark.parametrize("place", [Point(HERE), WHOLE, NOT_YET])
def test_confirming_what_is_no_guess_changes_nothing(place):
    walk = a_walk(a_note(1, place=place))
    assert confirm_place(walk, ONE, STAMP) is walk


def test_a_place_of_a_withdrawn_note_is_not_confirmed():
    with pytest.raises(WalkshopError, match="withdrawn"):
        confirm_place(a_walk(a_note(1, withdrawn=True)), ONE, STAMP)
