"""Bringing a whole file in: rows with pictures, stops and a route, and never anything twice."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.builders import LATER, STAMP, a_note, a_walk, new_id
from walkshop.domain.edits.bringing import Offer, bring_all_in, length_m
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    AtStop,
    Note,
    NoteId,
    NotYet,
    Photo,
    PhotoId,
    Point,
    Route,
    RouteId,
    Stop,
    StopId,
)

HERE, THERE = LonLat(4.49, 51.93), LonLat(4.50, 51.93)
SQUARE = Stop(id=StopId("square"), nr=3, name="Goudseplein", at=HERE)


def a_row(text: str = "Too few benches", **fields: object) -> Note:
    return replace(a_note(1, text, id=NoteId(new_id()), **fields), nr=0)


def a_photo(sha: str = "a") -> Photo:
    return Photo(id=PhotoId(new_id()), sha256=sha)


def pictured(row: Note, *photos: Photo) -> Offer:
    return Offer(rows=[row], photos=[(photo, row.id) for photo in photos])


def test_a_row_and_its_picture_come_together():
    row, photo = a_row(), a_photo()
    came = bring_all_in(a_walk(), pictured(row, photo), STAMP)
    assert came.walk.notes[row.id].photos == (photo.id,)
    assert came.walk.photos[photo.id].created == STAMP.now
    assert (came.photos, came.known) == ((came.walk.photos[photo.id],), 0)


def test_the_same_picture_twice_is_one_picture_under_its_first_id():
    first, again = a_photo(), a_photo()
    walk = bring_all_in(a_walk(), pictured(a_row(), first), STAMP).walk
    came = bring_all_in(walk, pictured(a_row(), again), LATER)
    assert came.walk is walk
    assert (came.photos, came.known, came.done.duplicates) == ((), 1, 1)


def test_one_picture_of_two_rows_of_a_file_is_kept_once():
    one, two = a_row("a"), a_row("b")
    photos = [(a_photo(), one.id), (a_photo(), two.id)]
    came = bring_all_in(a_walk(), Offer([one, two], photos), STAMP)
    assert len(came.walk.photos) == 1
    shown = {note.photos for note in came.walk.notes.values()}
    assert shown == {tuple(came.walk.photos)}


def test_a_note_that_is_there_gets_the_pictures_that_it_lacks():
    walk = bring_all_in(a_walk(), pictured(a_row(), a_photo("a")), STAMP).walk
    came = bring_all_in(walk, pictured(a_row(), a_photo("a"), a_photo("b")), LATER)
    (note,) = came.walk.notes.values()
    assert [came.walk.photos[photo].sha256 for photo in note.photos] == ["a", "b"]
    assert note.changed == LATER.now


def test_a_row_without_words_is_known_by_its_picture():
    row = replace(a_row(), text="")
    walk = bring_all_in(a_walk(), pictured(row, a_photo()), STAMP).walk
    again = replace(a_row(), text="")
    assert bring_all_in(walk, pictured(again, a_photo()), LATER).walk is walk
    assert len(walk.notes) == 1


def test_a_picture_without_a_row_comes_too():
    photo = a_photo()
    came = bring_all_in(a_walk(), Offer(photos=[(photo, None)]), STAMP)
    assert list(came.walk.photos) == [photo.id]


def at_square() -> Note:
    return a_row(place=AtStop(SQUARE.id), stop=SQUARE.id)


def test_stops_come_only_when_asked_and_rows_stay_where_they_are():
    row = at_square()
    came = bring_all_in(a_walk(), Offer([row], stops=[SQUARE]), STAMP)
    assert came.walk.stops == {}
    assert (came.walk.notes[row.id].place, came.walk.notes[row.id].stop) == (Point(HERE), None)


def test_a_row_at_a_stop_without_a_place_is_not_placed_where_the_stop_is_not_wanted():
    row = at_square()
    came = bring_all_in(a_walk(), Offer([row], stops=[replace(SQUARE, at=None)]), STAMP)
    assert isinstance(came.walk.notes[row.id].place, NotYet)


def test_stops_that_are_asked_for_come_with_their_rows_and_a_number_of_their_own():
    row = at_square()
    walk = a_walk(Stop(id=StopId("other"), nr=3, name="Boezem", at=THERE))
    came = bring_all_in(walk, Offer([row], stops=[SQUARE], take_stops=True), STAMP)
    assert came.walk.stops[SQUARE.id].nr == 4
    assert came.walk.marks.stop == 5
    assert came.walk.notes[row.id].place == AtStop(SQUARE.id)


def test_a_stop_of_the_same_name_or_place_is_that_stop():
    named = Stop(id=StopId("mine"), nr=1, name="goudseplein", at=THERE)
    placed = Stop(id=StopId("mine"), nr=1, at=HERE)
    for known in (named, placed):
        row = at_square()
        offer = Offer([row], stops=[SQUARE], take_stops=True)
        came = bring_all_in(a_walk(known), offer, STAMP)
        assert list(came.walk.stops) == [StopId("mine")]
        assert came.walk.notes[row.id].place == AtStop(StopId("mine"))
        assert (came.stops, came.known) == ((), 1)


def test_a_route_comes_once_with_its_length():
    route = Route(id=RouteId("route"), along=(HERE, THERE))
    came = bring_all_in(a_walk(), Offer(route=route), STAMP)
    (kept,) = came.walk.routes.values()
    assert kept.length_m == length_m(route.along)
    assert 680 < length_m(route.along) < 690
    again = bring_all_in(came.walk, Offer(route=replace(route, id=RouteId("again"))), LATER)
    assert again.walk is came.walk
    assert (came.routes, again.routes, again.known) == (1, 0, 1)


def test_a_route_of_one_point_is_none():
    came = bring_all_in(a_walk(), Offer(route=Route(id=RouteId("r"), along=(HERE,))), STAMP)
    assert came.walk.routes == {}


def test_nothing_leaves_the_walk_as_it_is():
    walk = a_walk(a_note(1))
    assert bring_all_in(walk, Offer(), STAMP).walk is walk
