"""The two tables of the real walk, alone and one after the other."""

from __future__ import annotations

from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from tests.domain.builders import STAMP, a_walk
from walkshop.domain.edits.bringing import AllIn
from walkshop.domain.edits.intake import BroughtIn, bring_in
from walkshop.domain.records import Kind, NotYet, Point, Walk, Whole
from walkshop.i18n import language
from walkshop.services.intake import AS_NAMED, Proposal, propose, report, report_all

NOTES, GEO = "crooswijk_notes.csv", "crooswijk_notes_geo.csv"
KINDS = {Kind.CONCERN: 13, Kind.ASSET: 6, Kind.OPPORTUNITY: 3, Kind.IDEA: 6}
ENGLISH = language("en")

_ids = count(1)


@pytest.fixture
def tables(shared_data: Path) -> Path:
    return shared_data / "walk"


def one_after_the_other(folder: Path, *names: str) -> list[tuple[Proposal, BroughtIn]]:
    walk = a_walk()
    parts = []
    for name in names:
        proposal = propose(folder / name, walk, AS_NAMED, lambda: f"id {next(_ids)}")
        done = bring_in(walk, proposal.rows, STAMP)
        walk = done.walk
        parts.append((proposal, done))
    return parts


def the_walk(folder: Path, *names: str) -> Walk:
    return one_after_the_other(folder, *names)[-1][1].walk


def by_nr(walk: Walk):
    return {note.nr: note for note in walk.notes.values()}


def test_the_table_with_positions_alone_gives_25_guessed_points_and_3_whole(tables):
    notes = by_nr(the_walk(tables, GEO))
    points = [note.place for note in notes.values() if isinstance(note.place, Point)]
    assert list(notes) == list(range(1, 29))
    assert len(points) == 25
    assert all(point.assumed and 60 <= (point.accuracy_m or 0) <= 250 for point in points)
    assert Counter(point.word for point in points) == {
        "line": 11,
        "point": 7,
        "area": 6,
        "route": 1,
    }
    assert [nr for nr, note in notes.items() if isinstance(note.place, Whole)] == [17, 25, 26]
    assert {note.kind for note in notes.values()} == {Kind.UNKNOWN}
    assert notes[1].place == Point((4.4969, 51.9258), True, 100, "line")
    assert notes[5].source_ref == "4"


def test_the_table_with_kinds_alone_gives_25_without_a_place_and_3_whole(tables):
    notes = by_nr(the_walk(tables, NOTES))
    assert list(notes) == list(range(1, 29))
    assert Counter(note.kind for note in notes.values()) == KINDS
    assert all(note.kind_chosen for note in notes.values())
    assert [nr for nr, note in notes.items() if isinstance(note.place, Whole)] == [17, 25, 26]
    assert sum(isinstance(note.place, NotYet) for note in notes.values()) == 25
    assert notes[27].place_words == "Boezemsingel"
    assert notes[27].in_language("text", "en").startswith("Too few benches, often oddly placed")
    assert dict(notes[1].extra)["quadrant"] == "sociaal-economische zekerheid"
    assert notes[16].theme is None
    assert notes[16].theme_label == ""


@pytest.mark.parametrize("order", [(NOTES, GEO), (GEO, NOTES)])
def test_one_after_the_other_they_complete_each_other_in_either_order(tables, order):
    notes = by_nr(the_walk(tables, *order))
    assert list(notes) == list(range(1, 29))
    assert Counter(note.kind for note in notes.values()) == KINDS
    assert Counter(type(note.place).__name__ for note in notes.values()) == {
        "Point": 25,
        "Whole": 3,
    }
    assert all(note.place_words and note.translations for note in notes.values())
    assert {notes[13].theme, notes[13].theme2} == {"inclusie", "cultuur"}
    assert (notes[28].theme, notes[28].theme2) == ("empowerment", "sport")
    assert (notes[15].theme, notes[15].theme2) == ("sport", None)
    assert (notes[16].theme, notes[16].theme_label) == ("ontmoeten", "ontmoeten*")


@pytest.mark.parametrize("name", [NOTES, GEO])
def test_the_same_table_twice_brings_nothing_twice(tables, name):
    _, (proposal, done) = one_after_the_other(tables, name, name)
    told = report(proposal, done, ENGLISH)
    assert (told["notes"], told["changed"], told["duplicates"]) == (0, 0, 28)
    assert (told["placed"], told["whole"], told["not_placed"]) == (0, 0, 0)


def test_the_report_accounts_for_every_row_and_says_what_was_guessed(tables):
    parts = one_after_the_other(tables, NOTES, GEO)
    first, second = (report(*part, ENGLISH) for part in parts)
    assert (first["notes"], first["whole"], first["not_placed"]) == (28, 3, 25)
    assert (second["changed"], second["placed"], second["whole"]) == (28, 25, 3)
    assert (first["left_out"], first["tracks"], first["photos"]) == ([], 0, 0)
    assert {"what": "Column “location_hint”", "as": "the field “place_words”"} in first["guessed"]
    both = report_all([(proposal, AllIn(done)) for proposal, done in parts], ENGLISH)
    assert (both["notes"], both["changed"], both["duplicates"]) == (28, 28, 0)
    assert (both["placed"], both["whole"], both["not_placed"]) == (25, 3, 0)
