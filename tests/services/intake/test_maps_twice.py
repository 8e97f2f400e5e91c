"""What came out of a walk, or came in before, comes in once."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.domain.builders import STAMP, a_note, a_walk
from walkshop.domain.edits.intake import bring_in
from walkshop.domain.edits.notes import reword_note
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    NOT_YET,
    WHOLE,
    Area,
    AtStop,
    Kind,
    Line,
    Point,
    Profile,
    Stop,
    StopId,
    ThemeId,
)
from walkshop.i18n import language
from walkshop.services.output.edition import Edition
from walkshop.services.output.geo import notes_geojson

HERE, THERE, YONDER = LonLat(4.4932, 51.9316), LonLat(4.495, 51.9316), LonLat(4.495, 51.933)
STOP = Stop(id=StopId("stop"), nr=2, name="Plein", at=HERE)
WALK = a_walk(
    STOP,
    a_note(1, place=Point(HERE, True, 50, "point"), theme=ThemeId("sport")),
    a_note(2, place=Line((HERE, THERE, YONDER), accuracy_m=20, assumed=True), kind=Kind.IDEA),
    a_note(3, place=Area((HERE, THERE, YONDER)), duo="C", quotes=("Zitten",)),
    a_note(4, place=AtStop(STOP.id), stop=STOP.id),
    a_note(5, place=WHOLE),
    a_note(8, place=NOT_YET, place_words="Singel"),
)
SAME = ("nr", "text", "kind", "theme", "place", "place_words", "stop", "duo", "quotes", "extra")


@pytest.fixture
def exported() -> bytes:
    return notes_geojson(Edition(WALK, language("nl"), Profile.TEAM, date(2027, 3, 8)))


def pins(*places: tuple[float, float]) -> str:
    features = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": at}}
        for at in places
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_our_own_geojson_brings_the_same_notes_into_a_new_walk(read, exported):
    rows = read(exported, a_walk(STOP), name="notes.geojson").rows
    for row, note in zip(rows, WALK.notes.values(), strict=True):
        assert [getattr(row, name) for name in SAME] == [getattr(note, name) for name in SAME]


def test_our_own_geojson_brings_nothing_into_the_walk_it_came_from(read, exported):
    done = bring_in(WALK, read(exported, WALK, name="notes.geojson").rows, STAMP)
    assert (done.added, done.changed, done.duplicates) == ((), (), 6)


def test_pins_without_words_come_in_once_also_when_they_got_words(read):
    text = pins(HERE, THERE)
    walk = bring_in(a_walk(), read(text, name="pins.geojson").rows, STAMP).walk
    first = next(iter(walk.notes))
    walk = reword_note(walk, first, "Bank", STAMP)
    done = bring_in(walk, read(text, walk, name="pins.geojson").rows, STAMP)
    assert (done.added, done.changed, done.duplicates) == ((), (), 2)


def test_a_new_pin_between_known_ones_is_the_one_that_comes_in(read):
    walk = bring_in(a_walk(), read(pins(HERE, THERE), name="pins.geojson").rows, STAMP).walk
    done = bring_in(walk, read(pins(HERE, YONDER, THERE), walk, name="pins.geojson").rows, STAMP)
    assert [note.place for note in done.added] == [Point(YONDER)]
    assert done.duplicates == 2
