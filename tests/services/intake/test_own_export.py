"""A table that Walkshop wrote is read back as what it was."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.builders import STAMP, a_note, a_walk
from walkshop.domain.edits.intake import bring_in
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    WHOLE,
    AtStop,
    Kind,
    Lens,
    LensId,
    Point,
    Profile,
    Source,
    Stop,
    StopId,
    ThemeId,
    Translation,
)
from walkshop.i18n import language
from walkshop.services.output.edition import Edition
from walkshop.services.output.tables import notes_csv

STOP = Stop(id=StopId("stop"), nr=2, name="Plein", at=LonLat(4.4932, 51.9316))
LENS = Lens(id=LensId("senior"), name="fitte senior")
GREEN, SPORT = ThemeId("natuur"), ThemeId("sport")
ENGLISH = (Translation("text", "en", "Benches"),)
WALK = a_walk(
    STOP,
    LENS,
    a_note(
        1, '=Banken; "hier"\nen daar', place=Point(LonLat(4.49, 51.93), word="point"), theme=GREEN
    ),
    a_note(2, place=Point(LonLat(4.5, 51.93), True, 100, "route"), theme=GREEN, theme2=SPORT),
    a_note(3, place=WHOLE, kind=Kind.IDEA, kind_chosen=True, duo="C", quotes=("Zitten",)),
    a_note(4, place=AtStop(STOP.id), stop=STOP.id, lens=LENS.id, source=Source.PAPER),
    a_note(7, " - 4 graden", place_words="Singel", translations=ENGLISH, language="nl"),
)
SAME = ("nr", "kind", "theme", "theme2", "place", "place_words", "stop", "lens", "source")


@pytest.fixture
def exported() -> bytes:
    return notes_csv(Edition(WALK, language("nl"), Profile.TEAM, date(2027, 3, 8)))


def test_an_export_brings_the_same_notes_into_a_new_walk(read, exported):
    rows = read(exported, a_walk(STOP, LENS)).rows
    for row, note in zip(rows, WALK.notes.values(), strict=True):
        assert row.text == note.text.strip()
        assert [getattr(row, name) for name in SAME] == [getattr(note, name) for name in SAME]
        assert (row.duo, row.quotes, row.translations) == (note.duo, note.quotes, note.translations)
        assert row.extra == ()


def test_an_export_brings_nothing_into_the_walk_it_came_from(read, exported):
    done = bring_in(WALK, read(exported, WALK).rows, STAMP)
    assert (done.added, done.changed, done.duplicates) == ((), (), 5)


def test_the_same_names_in_a_table_of_others_are_kept(read):
    assert read("text,value\na,b\n").rows[0].extra == (("value", "b"),)
