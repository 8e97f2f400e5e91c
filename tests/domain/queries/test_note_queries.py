"""Which notes stand, where their pins are, and how many there are of what."""

from __future__ import annotations

import pytest

from tests.domain.builders import a_note, a_walk
from walkshop.domain.geo import Bounds, LonLat
from walkshop.domain.queries.merges import Merges
from walkshop.domain.queries.notes import (
    count_notes,
    extent,
    is_assumed,
    leading,
    note_by_nr,
    pin_at,
    standing_notes,
    stop_of,
)
from walkshop.domain.records import (
    NOT_YET,
    WHOLE,
    Area,
    AreaId,
    AtStop,
    Kind,
    LensId,
    Line,
    Neighbourhood,
    NoteId,
    Point,
    Stop,
    StopId,
    ThemeId,
    Voice,
)

WEST, EAST, NORTH = LonLat(4.48, 51.92), LonLat(4.50, 51.92), LonLat(4.48, 51.94)
STOP = Stop(id=StopId("stop"), nr=1, at=WEST)


def merged(nr: int, into: int):
    return a_note(nr, merged_into=NoteId(f"note {into}"))


def test_notes_that_lead_and_were_not_withdrawn_stand_by_number():
    walk = a_walk(a_note(3), a_note(1), merged(2, 1), a_note(4, withdrawn=True))
    assert [note.nr for note in standing_notes(walk)] == [1, 3]


def test_a_number_leads_to_the_note_that_speaks_for_it():
    walk = a_walk(a_note(1), merged(2, 1), merged(3, 2))
    assert note_by_nr(walk, 3) is walk.note(NoteId("note 1"))
    assert note_by_nr(walk, 1) is walk.note(NoteId("note 1"))
    assert note_by_nr(walk, 9) is None


def test_a_merge_that_goes_round_or_leads_nowhere_ends():
    round_trip = a_walk(merged(1, 2), merged(2, 1))
    assert leading(round_trip, round_trip.note(NoteId("note 1"))).nr == 2
    lost = a_walk(merged(1, 7))
    assert leading(lost, lost.note(NoteId("note 1"))).nr == 1


def test_a_note_is_mentioned_by_itself_its_voices_and_what_was_merged_into_it():
    walk = a_walk(a_note(1, voices=(Voice(), Voice())), merged(3, 1), merged(2, 1), merged(4, 3))
    assert Merges(walk).mentions(walk.note(NoteId("note 1"))) == 6
    assert [note.nr for note in Merges(walk).under(NoteId("note 1"))] == [2, 3]


def test_merged_notes_that_go_round_are_counted_once():
    walk = a_walk(merged(1, 2), merged(2, 1))
    assert Merges(walk).mentions(walk.note(NoteId("note 1"))) == 2


@pytest.mark.parametrize(
    ("place", "at"),
    [
        (Point(EAST), EAST),
        (Line((WEST, EAST)), LonLat(4.49, 51.92)),
        (Area((WEST, EAST, NORTH)), LonLat(4.485, 51.93)),
        (AtStop(STOP.id), WEST),
        (AtStop(StopId("gone")), None),
        (WHOLE, None),
        (NOT_YET, None),
    ],
)
def test_a_pin_stands_where_its_place_is(place, at):
    found = pin_at(a_walk(STOP), place)
    assert found == (pytest.approx(at) if at else None)


def test_only_a_drawn_place_can_be_a_guess():
    assert is_assumed(Point(WEST, assumed=True))
    assert not is_assumed(Point(WEST))
    assert not is_assumed(WHOLE)


def test_a_note_has_the_stop_where_it_stands_or_was_given():
    walk = a_walk(STOP)
    assert stop_of(walk, a_note(place=AtStop(STOP.id))) == STOP.id
    assert stop_of(walk, a_note(stop=STOP.id)) == STOP.id
    assert stop_of(walk, a_note(stop=StopId("gone"))) is None
    assert stop_of(walk, a_note(place=AtStop(StopId("gone")), stop=STOP.id)) == STOP.id
    assert stop_of(walk, a_note()) is None


def test_the_extent_is_the_area_or_else_pins_and_stops():
    area = Neighbourhood(id=AreaId("area"), outlines=((WEST, EAST, NORTH),))
    far = a_note(1, place=Point(LonLat(5, 52)))
    assert extent(a_walk(area, far)) == Bounds(4.48, 51.92, 4.50, 51.94)
    assert extent(a_walk(STOP, far)) == Bounds(4.48, 51.92, 5, 52)
    assert extent(a_walk(a_note(1), Stop(id=StopId("s"), nr=1))) is None


def test_every_note_counts_once_for_its_place_and_kind_and_once_for_each_theme():
    green, sport = ThemeId("natuur"), ThemeId("sport")
    lens = LensId("child")
    walk = a_walk(
        STOP,
        a_note(1, place=Point(EAST), kind=Kind.ASSET, theme=green, theme2=sport, lens=lens),
        a_note(2, place=WHOLE, kind=Kind.IDEA, theme=green),
        a_note(3, place=AtStop(STOP.id)),
        a_note(4),
        a_note(5, withdrawn=True),
    )
    counts = count_notes(walk)
    assert (counts.notes, counts.placed, counts.whole, counts.not_placed) == (4, 2, 1, 1)
    assert counts.kinds == {
        Kind.ASSET: 1,
        Kind.CONCERN: 0,
        Kind.OPPORTUNITY: 0,
        Kind.IDEA: 1,
        Kind.UNKNOWN: 2,
    }
    assert counts.themes == {"": 2, "natuur": 2, "sport": 1}
    assert (counts.stops, counts.lenses) == ({STOP.id: 1}, {lens: 1})


def test_a_part_of_the_notes_is_counted_by_itself():
    walk = a_walk(a_note(1), a_note(2))
    assert count_notes(walk, [walk.note(NoteId("note 1"))]).notes == 1
    assert count_notes(walk, []).notes == 0
