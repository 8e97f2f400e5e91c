"""Where the note of a row belongs, and why it is not placed when that cannot be right."""

from __future__ import annotations

import pytest

from tests.domain.builders import a_note, a_walk
from tests.services.intake.conftest import said
from walkshop.domain.geo import LonLat, haversine_m
from walkshop.domain.records import NOT_YET, WHOLE, AtStop, Place, Point, Stop, StopId
from walkshop.services.geometry.crs import to_rd
from walkshop.services.intake.numbers import decimal
from walkshop.services.intake.placing import says_assumed, says_whole

HERE = LonLat(4.4897, 51.9329)
RD = to_rd([HERE])[0]
STOP = Stop(id=StopId("stop"), nr=3, name="Boezemsingel", at=LonLat(4.4936, 51.9303))
AROUND = a_walk(STOP, a_note(1, place=Point(HERE)))


def place_of(read, header: str, cells: str, walk=None) -> Place:
    (note,) = read(f"text;{header}\na;{cells}\n", walk).rows
    return note.place


@pytest.mark.parametrize("cells", ["51.9329;4.4897", "51,9329;4,4897", " 51.9329 ;'+4.4897"])
def test_degrees_are_read_with_a_point_or_a_comma(read, cells):
    assert place_of(read, "lat;lon", cells) == Point(HERE)


@pytest.mark.parametrize("header", ["x;y", "RD_X;RD_Y", "lon;lat", "x-coördinaat;y-coördinaat"])
def test_rd_new_is_known_by_its_value_and_told(read, header):
    proposal = read(f"text;{header}\na;{RD.x:.2f};{RD.y:.2f}\n".replace(".", ","))
    place = proposal.rows[0].place
    assert isinstance(place, Point)
    assert haversine_m(place.at, HERE) < 0.1
    assert any("RD New, metres (EPSG:28992)" in line for line in said(proposal))


def test_x_and_y_in_degrees_are_known_by_their_value_and_told(read):
    proposal = read("text;x;y\na;4.4897;51.9329\n")
    assert proposal.rows[0].place == Point(HERE)
    assert said(proposal) == ["The numbers in x, y: longitude and latitude, degrees (WGS84)"]


def test_a_row_without_degrees_is_placed_by_its_x_and_y(read):
    table = f"text,lat,lon,x,y\na,,,{RD.x},{RD.y}\nb,51.9329,4.4897,1,2\n"
    first, second = read(table).rows
    assert isinstance(first.place, Point)
    assert haversine_m(first.place.at, HERE) < 0.1
    assert second.place == Point(HERE)


@pytest.mark.parametrize(
    ("lat", "lon", "why"),
    [
        ("0", "0", "0, 0 lies in the sea off Africa"),
        ("NaN", "4.48", "this is no pair of numbers"),
        ("1e999", "4.48", "this is no pair of numbers"),
        ("noord", "oost", "this is no pair of numbers"),
        ("51.93", "", "half of the place is missing"),
        ("48.85", "2.35", "more than 50 km from this walk"),
        ("5193290", "448970", "neither degrees nor RD New"),
        ("4.4897", "51.9329", "the two numbers may be exchanged. Exchange the two columns if so"),
    ],
)
def test_a_place_that_cannot_be_right_is_not_placed_with_its_reason(read, lat, lon, why):
    proposal = read(f"text;lat;lon\na;{lat};{lon}\n", AROUND)
    assert proposal.rows[0].place == NOT_YET
    assert said(proposal)[-1] == f"Place “{lat}; {lon}” (row 2): not placed yet: {why}"
    assert dict(proposal.rows[0].extra) == {
        name: cell for name, cell in (("lat", lat), ("lon", lon)) if cell
    }


def test_exchanged_numbers_are_seen_in_a_walk_that_has_no_place_yet(read):
    proposal = read(f"text;lat;lon;x;y\na;4.48;51.93;;\nb;;;{RD.y};{RD.x}\nc;100;50;;\n")
    assert [note.place for note in proposal.rows] == [NOT_YET] * 3
    assert sum("may be exchanged" in line for line in said(proposal)) == 3


def test_places_in_any_country_are_taken_while_the_walk_has_none(read):
    table = "text;lat;lon\na;-34.6;-58.4\nb;0;10\n"
    places = [note.place for note in read(table).rows]
    assert places == [Point(LonLat(-58.4, -34.6)), Point(LonLat(10, 0))]


def test_a_place_just_within_fifty_kilometres_is_taken(read):
    north = LonLat(HERE.lon, HERE.lat + 0.44)
    assert place_of(read, "lat;lon", f"{north.lat};{north.lon}", AROUND) == Point(north)


@pytest.mark.parametrize(
    ("header", "cells", "assumed", "accuracy"),
    [
        ("accuracy_m", "100", True, 100),
        ("nauwkeurigheid", "12,5 m", True, 12.5),
        ("accuracy_m", "0", False, 0),
        ("accuracy_m", "", False, None),
        ("placement;accuracy_m", "assumed by us;", True, None),
        ("placement;accuracy_m", "GPS;5", False, 5),
        ("assumed;accuracy_m", "nee;100", False, 100),
        ("assumed;accuracy_m", "ja;", True, None),
        ("assumed;accuracy_m", "wie weet;60", True, 60),
    ],
)
def test_a_guess_is_what_says_so_or_else_has_an_accuracy(read, header, cells, assumed, accuracy):
    place = place_of(read, f"lat;lon;{header}", f"51.9329;4.4897;{cells}")
    assert place == Point(HERE, assumed=assumed, accuracy_m=accuracy)


@pytest.mark.parametrize("cell", ["-5", "ver", "nan"])
def test_an_accuracy_that_is_none_is_kept_and_told(read, cell):
    proposal = read(f"text;lat;lon;accuracy_m\na;51.9329;4.4897;{cell}\n")
    assert proposal.rows[0].place == Point(HERE)
    assert proposal.rows[0].extra == (("accuracy_m", cell),)
    assert said(proposal)[-1] == f"Accuracy “{cell}” (row 2): no number of metres"


@pytest.mark.parametrize(
    ("cell", "word"),
    [("line", "line"), ("Lijn", "line"), ("route", "route"), ("vlak", "area"), ("punt", "point")],
)
def test_the_word_for_the_shape_of_a_place_stays_with_its_point(read, cell, word):
    place = place_of(read, "lat;lon;place_type", f"51.9329;4.4897;{cell}")
    assert place == Point(HERE, word=word)


@pytest.mark.parametrize(("cell", "word"), [("kruispunt", "kruispunt"), ("", ""), ("none", "")])
def test_a_shape_that_is_not_known_stays_as_it_is_written(read, cell, word):
    place = place_of(read, "lat;lon;place_type", f"51.9329;4.4897;{cell}")
    assert place == Point(HERE, word=word)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("place_type", "whole"),
        ("plaatstype", "Hele wijk"),
        ("place_type;lat;lon", "geheel;51.93;4.49"),
        ("location_hint", "Hele wijk / whole neighbourhood"),
        ("plek", "in de hele buurt"),
        ("plek;lat;lon", "Hele wijk;0;0"),
    ],
)
def test_the_whole_area_is_known_by_its_words(read, header, cells):
    assert place_of(read, header, cells) == WHOLE


@pytest.mark.parametrize(
    "hint",
    ["", "/", "Crooswijkseweg", "Plein, hele wijk", "hele straat", "de wijk", "heel de wijk rond"],
)
def test_a_hint_that_says_more_than_the_whole_area_is_no_place(read, hint):
    assert not says_whole(hint)
    assert place_of(read, "plek", hint) == NOT_YET


def test_the_word_of_the_walk_for_its_area_counts_too():
    assert says_whole("hele campus", "Campus")
    assert not says_whole("hele campus")


def test_the_words_about_a_place_stay_and_do_not_move_a_pin(read):
    (note,) = read("text;plek;lat;lon\na;Hele wijk;51.9329;4.4897\n").rows
    assert (note.place, note.place_words) == (Point(HERE), "Hele wijk")


@pytest.mark.parametrize(
    "cell", ["3", "stop 3", "Stopplek 3: de singel", "boezemsingel", "3. Boezemsingel"]
)
def test_a_stop_is_known_by_its_number_or_its_name(read, cell):
    (note,) = read(f"text;stopplek\na;{cell}\n", AROUND).rows
    assert (note.place, note.stop, note.place_words) == (AtStop(STOP.id), STOP.id, "")


def test_a_note_with_a_pin_of_its_own_only_remembers_its_stop(read):
    (note,) = read("text;stop;lat;lon\na;3;51.9329;4.4897\n", AROUND).rows
    assert (note.place, note.stop) == (Point(HERE), STOP.id)


def test_a_note_at_a_stop_stands_there_and_other_numbers_are_kept(read):
    table = "text;stop;place_kind;lat;lon\na;3;stop;51.9303;4.4936\nb;3;stop;51.9329;4.4897\n"
    same, other = read(table, AROUND).rows
    assert same.place == other.place == AtStop(STOP.id)
    assert same.extra == ()
    assert other.extra == (("lat", "51.9329"), ("lon", "4.4897"))


def test_a_stop_that_the_walk_has_not_stays_in_the_words_and_is_told(read):
    proposal = read("text;stop;plek\na;9;Singel\nb;Plein;\n", AROUND)
    assert [note.place_words for note in proposal.rows] == ["Singel / 9", "Plein"]
    assert [(note.place, note.stop) for note in proposal.rows] == [(NOT_YET, None)] * 2
    assert "Stop “9” (row 2): no stop of this walk; it stays in the words about the place" in said(
        proposal
    )


def test_what_is_said_of_a_place_that_is_not_there_is_kept(read):
    (note,) = read("text;place_type;accuracy_m;placement\na;route;100;geschat\n").rows
    assert note.place == NOT_YET
    assert dict(note.extra) == {"place_type": "route", "accuracy_m": "100", "placement": "geschat"}


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("51,93", 51.93),
        ("-4.5", -4.5),
        ("437.123,5", 437123.5),
        ("437,123.5", 437123.5),
        ("437 123,5", 437123.5),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        (".5", 0.5),
        ("5.", 5),
        ("5e2", 500),
        ("", None),
        ("-", None),
        ("1_000", None),
        ("٣", None),
        ("inf", None),
        ("0x10", None),
        ("1e400", None),
    ],
)
def test_a_number_is_read_as_people_write_it(cell, number):
    assert decimal(cell) == number


@pytest.mark.parametrize(
    ("cell", "said_so"),
    [("assumed by us; no coordinates", True), ("niet exact geschat", None), ("", None)],
)
def test_a_sentence_about_a_guess_is_understood_where_it_is_plain(cell, said_so):
    assert says_assumed(cell) is said_so
