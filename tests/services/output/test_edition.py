"""What every document says alike: counts of people, places in words, numbers of merged notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.output.conftest import edition
from tests.services.output.sample import bare, note_of
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    NOT_YET,
    WHOLE,
    AtStop,
    Neighbourhood,
    Place,
    Point,
    Stop,
    StopId,
    Translation,
    Walk,
)

HERE = LonLat(4.49, 51.93)


@pytest.mark.parametrize(("code", "words"), [("nl", "hele wijk"), ("en", "whole area")])
def test_the_whole_area_has_the_word_of_the_walk_in_its_own_language(
    walk: Walk, code: str, words: str
) -> None:
    assert edition(walk, code).whole_area() == words


def test_a_translated_word_for_the_area_is_used() -> None:
    walk = bare()
    translated: Neighbourhood = replace(
        walk.area, word="dorp", translations=(Translation("word", "en", "village"),)
    )
    assert edition(walk.having(translated), "en").whole_area() == "whole village"


@pytest.mark.parametrize(
    ("place", "said", "words"),
    [
        (WHOLE, "Hele wijk", "whole area"),
        (Point(HERE), "Marnixplein", "Marnixplein"),
        (AtStop(StopId("named")), "", "Goudseplein"),
        (AtStop(StopId("bare")), "", "stop 2"),
        (AtStop(StopId("gone")), "", ""),
        (NOT_YET, "", "not placed yet"),
        (Point(HERE), "", ""),
    ],
)
def test_a_place_is_said_as_people_said_it_or_by_its_stop(
    place: Place, said: str, words: str
) -> None:
    walk = bare().having(
        Stop(id=StopId("named"), nr=1, name="Goudseplein", at=HERE),
        Stop(id=StopId("bare"), nr=2, at=HERE),
    )
    assert edition(walk, "en").place_words(place, said) == words


def test_voices_are_not_people(walk: Walk) -> None:
    assert edition(walk, "en").counted() == "28 notes from 16 people"
    assert edition(bare(), "en").counted() == "1 note"


def test_the_words_of_a_note_are_translated_where_somebody_did(walk: Walk) -> None:
    note = note_of(walk, 1)
    assert edition(walk, "en").words_of(note) == "A lot of traffic noise"
    assert edition(walk, "nl").words_of(note) == "Veel verkeerslawaai"


def test_a_theme_set_that_is_not_here_gives_the_usual_one() -> None:
    walk = bare(theme_set="elsewhere")
    assert edition(walk).themes.id == "walkshop-17"
