"""The clocks of cameras: hours and seconds, told a little after the hand stops."""

from __future__ import annotations

import pytest

from tests.ui.stages import ENGLISH, nameless
from walkshop.services.photos.placing import Camera
from walkshop.ui.photos.clocks import CameraClocks, off_in_words

PHONE = Camera("a", "Apple iPhone", photos=8, without_place=0, dated=0)
CANON = Camera("b", "Canon", photos=9, without_place=9, dated=9)


@pytest.fixture
def clocks(qtbot):
    made = CameraClocks(ENGLISH)
    qtbot.addWidget(made)
    made.show_cameras([CANON, PHONE], {"b": 3607.0})
    return made


def test_only_cameras_whose_photos_need_their_time_have_a_clock(clocks):
    assert [clock.key for clock in clocks.clocks] == ["b"]
    assert not nameless(clocks)


def test_a_clock_begins_at_what_its_photos_suggest(clocks):
    (clock,) = clocks.clocks
    assert (clock.hours.thing, clock.slider.value()) == (1, 7)
    assert clocks.offsets == {"b": 3607.0}


def test_moving_a_clock_is_told_once_and_kept_when_shown_again(clocks, qtbot):
    (clock,) = clocks.clocks
    told = []
    clocks.changed.connect(told.append)
    with qtbot.waitSignal(clocks.changed):
        clock.slider.setValue(-30)
        clock.slider.setValue(-60)
        clock.hours.choose(0)
    assert told == [{"b": -60.0}]
    clocks.show_cameras([CANON, PHONE], {"b": 0.0})
    assert clocks.offsets == {"b": -60.0}


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.0, "This clock is right."), (3667.0, "This clock is 1 h 1 min 7 s behind."),
     (-59.0, "This clock is 0 h 0 min 59 s ahead.")],
)  # fmt: skip
def test_how_far_off_a_clock_is_stands_in_words(seconds, words):
    assert ENGLISH.say(off_in_words(seconds)) == words
