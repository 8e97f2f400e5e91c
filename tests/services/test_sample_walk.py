"""The sample walk says what its sources say: the real notes, and the invented rest."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.queries.notes import count_notes, note_by_nr, standing_notes
from walkshop.domain.queries.values import notes_by_value, standing_values
from walkshop.domain.records import Point, Subject, Walk
from walkshop.files import sample_map
from walkshop.services.basemap.finding import find_map
from walkshop.services.gpkg import check, read_walk
from walkshop.services.sample import SAMPLE


@pytest.fixture(scope="module")
def walk() -> Walk:
    return read_walk(sample_map(SAMPLE))


@pytest.fixture(scope="module")
def demo(shared_data: Path) -> dict[str, Any]:
    text = (shared_data / "walk" / "crooswijk_demo.json").read_text("utf-8")
    return dict(json.loads(text))


def test_the_file_is_whole_and_valid():
    assert check(sample_map(SAMPLE)).problems == ()


def test_it_counts_as_the_method_says(walk):
    counts = count_notes(walk)
    assert (counts.notes, counts.placed, counts.whole) == (28, 25, 3)
    assert list(counts.kinds.values()) == [6, 13, 3, 6, 0]
    assert (len(walk.stops), len(walk.lenses), len(walk.values), len(walk.actions)) == (7, 8, 7, 7)


def test_every_note_has_an_answer_and_two_wait(walk):
    book = AnswerBook(walk)
    assert book.without(date(2027, 4, 12)) == []
    assert [note.nr for note in book.waiting(date(2027, 4, 12))] == [10, 12]


def test_the_words_are_those_of_the_table(walk, shared_data):
    table = shared_data / "walk" / "crooswijk_notes.csv"
    with table.open(encoding="utf-8", newline="") as rows:
        wanted = {int(row["nr"]): (row["text_nl"], row["kind"]) for row in csv.DictReader(rows)}
    assert {note.nr: (note.text, note.kind) for note in standing_notes(walk)} == wanted


def test_every_placed_note_stands_where_the_table_puts_it(walk, shared_data):
    table = shared_data / "walk" / "crooswijk_notes_geo.csv"
    with table.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            note = note_by_nr(walk, int(row["nr"]))
            if row["place_type"] != "whole":
                assert isinstance(note.place, Point)
                assert tuple(map(str, note.place.at)) == (row["lon_approx"], row["lat_approx"])


def test_values_hold_the_notes_of_the_demo_set(walk, demo):
    grouped = notes_by_value(walk)
    found = {value.name: [n.nr for n in grouped[value.id]] for value in standing_values(walk)}
    assert found == {value["name_nl"]: value["notes"] for value in demo["values"]}


def test_answers_are_those_of_the_demo_set(walk, demo):
    book = AnswerBook(walk)
    for row in demo["note_answers"]:
        answer = book.own(Subject.NOTE, note_by_nr(walk, row["nr"]).id)
        assert (answer.answer, answer.because) == (row["answer"], row["because_nl"])


def test_it_says_that_all_but_the_notes_is_invented(walk):
    assert "verzonnen" in walk.about.notice
    assert "invented" in walk.about.in_language("notice", "en")


def test_the_sketch_under_it_says_that_it_is_not_to_scale(walk):
    data = find_map(walk.area.basemap, None)
    assert data is not None
    assert (data.notice["nl"], data.notice["en"]) == (
        "schets, niet op schaal",
        "sketch, not to scale",
    )
