"""Bringing rows from elsewhere in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.builders import LATER, STAMP, a_note, a_walk, new_id
from walkshop.domain.edits.intake import BARE, BroughtIn, bring_in, completed
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    NOT_YET,
    WHOLE,
    Kind,
    Note,
    NoteId,
    Point,
    Stop,
    StopId,
    ThemeId,
    Translation,
    Walk,
)

GREEN, SPORT, BELONG = ThemeId("natuur"), ThemeId("sport"), ThemeId("inclusie")
PIN = Point(LonLat(4.49, 51.93), assumed=True, accuracy_m=100)


def a_row(nr: int = 0, text: str = "Too few benches", **fields: object) -> Note:
    return a_note(nr, text, id=NoteId(new_id()), **fields)


def brought(walk: Walk, *rows: Note) -> BroughtIn:
    return bring_in(walk, rows, LATER)


def numbers(done: BroughtIn) -> list[int]:
    return [note.nr for note in done.walk.notes.values()]


def test_new_rows_become_notes_in_their_order_and_the_rest_is_untouched():
    before = a_walk(a_note(1), Stop(id=StopId("stop"), nr=1))
    done = brought(before, a_row(0, "a"), a_row(0, "b"))
    assert [(note.nr, note.text) for note in done.added] == [(2, "a"), (3, "b")]
    assert done.added[0].created == LATER.now
    assert (done.changed, done.duplicates, done.renumbered) == ((), 0, ())
    assert done.walk.stops is before.stops
    assert done.walk.notes[NoteId("note 1")] is before.notes[NoteId("note 1")]


def test_no_rows_leave_the_walk_as_it_is():
    walk = a_walk(a_note(1))
    assert brought(walk).walk is walk


def test_rows_without_words_of_this_walk_keep_the_numbers_they_ask_for():
    assert numbers(brought(a_walk(), a_row(4, "a"), a_row(2, "b"))) == [4, 2]


def test_a_row_without_a_number_takes_none_that_a_later_row_asks_for():
    assert numbers(brought(a_walk(), a_row(0, "a"), a_row(1, "b"), a_row(2, "c"))) == [3, 1, 2]


def test_a_number_in_use_for_other_words_gives_way_and_is_told():
    done = brought(a_walk(a_note(1)), a_row(1, "Other words"))
    assert numbers(done) == [1, 2]
    assert done.renumbered == ((1, 2),)


def test_a_number_that_was_once_given_is_not_given_to_a_row_that_asks_for_none():
    once = a_walk(a_note(9))
    assert numbers(brought(once.lacking(*once.notes.values()), a_row())) == [10]


def test_the_same_words_and_number_complete_the_note():
    walk = a_walk(a_note(1, "Too few benches"), a_note(2))
    done = brought(walk, a_row(1, "too few BENCHES.", place=PIN, place_words="Boezemsingel"))
    (note,) = done.changed
    assert (note.nr, note.text, note.place, note.place_words) == (
        1,
        "Too few benches",
        PIN,
        "Boezemsingel",
    )
    assert (note.changed, done.added, done.duplicates) == (LATER.now, (), 0)
    assert done.walk.notes[NoteId("note 2")] is walk.notes[NoteId("note 2")]


def test_the_same_words_under_another_number_are_another_note():
    assert numbers(brought(a_walk(a_note(1, "Too few benches")), a_row(2))) == [1, 2]


def test_the_same_words_without_a_number_are_the_note_that_is_there():
    done = brought(a_walk(a_note(5, "Too few benches")), a_row(0))
    assert (numbers(done), done.duplicates) == ([5], 1)


def test_rows_alike_within_one_table_are_all_kept_and_come_in_once():
    rows = (a_row(1), a_row(1), a_row(0), a_row(3, "Other"))
    first = brought(a_walk(), *rows)
    again = brought(first.walk, *rows)
    assert numbers(first) == [1, 4, 5, 3]
    assert (again.duplicates, again.added, again.changed) == (4, (), ())
    assert again.walk is first.walk


def test_a_row_without_a_number_leaves_a_note_to_the_row_that_has_its_number():
    rows = (a_row(0, "a", duo="first"), a_row(7, "a", duo="second"))
    first = brought(a_walk(), *rows)
    assert numbers(first) == [8, 7]
    assert brought(first.walk, *rows).duplicates == 2


def test_rows_that_got_other_numbers_are_known_the_second_time():
    rows = (a_row(1, "a"), a_row(2, "b"))
    first = brought(a_walk(a_note(1), a_note(2)), *rows)
    again = brought(first.walk, *rows)
    assert numbers(first) == [1, 2, 3, 4]
    assert (again.duplicates, again.renumbered) == (2, ())


def test_a_withdrawn_note_takes_no_row():
    walk = a_walk(replace(a_note(1), text="", withdrawn=True))
    done = brought(walk, a_row(0, "???"))
    assert [note.text for note in done.added] == ["???"]


def test_notes_of_signs_alone_are_told_apart_by_their_signs():
    assert brought(a_walk(a_note(1, "???")), a_row(0, "!!!")).duplicates == 0


def test_many_rows_alike_come_in_within_a_moment():
    rows = [a_row(0) for _ in range(5000)]
    first = bring_in(a_walk(), rows, STAMP)
    assert bring_in(first.walk, rows, STAMP).duplicates == 5000


def test_what_a_note_has_stays_as_it_is():
    full = a_note(1, place=PIN, theme=GREEN, kind=Kind.ASSET, kind_chosen=True, duo="A")
    row = a_row(1, place=WHOLE, theme=SPORT, kind=Kind.IDEA, kind_chosen=True, duo="B")
    assert completed(full, row) is full


def test_what_a_row_leaves_open_takes_nothing_away():
    full = a_note(1, place=PIN, theme=GREEN, quotes=("Sit",), quote_consent=True)
    assert completed(full, a_row(1, place=NOT_YET)) is full


def test_a_note_learns_its_words_in_another_language_and_its_columns():
    english = (Translation("text", "en", "Too few benches"),)
    row = a_row(1, translations=english, extra=(("box", "25"), ("weather", "dry")))
    learned = completed(a_note(1, extra=(("box", "24"),)), row)
    assert learned.translations == english
    assert learned.extra == (("box", "24"), ("weather", "dry"))


@pytest.mark.parametrize(
    ("has", "brings", "then"),
    [
        ((None, None), (GREEN, SPORT), (GREEN, SPORT)),
        ((GREEN, None), (GREEN, SPORT), (GREEN, SPORT)),
        ((GREEN, None), (SPORT, GREEN), (GREEN, SPORT)),
        ((GREEN, None), (SPORT, BELONG), (GREEN, None)),
        ((GREEN, None), (SPORT, None), (GREEN, None)),
        ((GREEN, SPORT), (GREEN, BELONG), (GREEN, SPORT)),
        ((GREEN, SPORT), (None, None), (GREEN, SPORT)),
    ],
)
def test_themes_complete_each_other_without_one_standing_twice(has, brings, then):
    note = a_note(1, theme=has[0], theme2=has[1])
    learned = completed(note, a_row(1, theme=brings[0], theme2=brings[1]))
    assert (learned.theme, learned.theme2) == then


def test_a_label_is_learned_where_nothing_was_known_of_the_theme():
    row = a_row(1, theme=GREEN, theme_label="groen", theme_set="walkshop-17")
    learned = completed(a_note(1), row)
    assert (learned.theme, learned.theme_label, learned.theme_set) == (
        GREEN,
        "groen",
        "walkshop-17",
    )
    chosen = a_note(1, theme=SPORT)
    assert completed(chosen, row) is chosen
    written = completed(a_note(1, theme_label="eenhoorns"), row)
    assert (written.theme, written.theme_label) == (GREEN, "eenhoorns")


@pytest.mark.parametrize(
    ("has", "brings", "then"),
    [
        ((Kind.UNKNOWN, False), (Kind.IDEA, True), (Kind.IDEA, True)),
        ((Kind.UNKNOWN, False), (Kind.UNKNOWN, True), (Kind.UNKNOWN, True)),
        ((Kind.UNKNOWN, True), (Kind.IDEA, True), (Kind.UNKNOWN, True)),
        ((Kind.ASSET, False), (Kind.IDEA, True), (Kind.ASSET, False)),
    ],
)
def test_a_kind_is_learned_only_while_nobody_chose_one(has, brings, then):
    note = a_note(1, kind=has[0], kind_chosen=has[1])
    learned = completed(note, a_row(1, kind=brings[0], kind_chosen=brings[1]))
    assert (learned.kind, learned.kind_chosen) == then


THERE = Point(LonLat(4.5, 51.93))


def test_of_notes_that_are_alike_the_one_at_the_same_place_is_known():
    before = a_walk(a_note(1, "Bench", place=PIN), a_note(2, "Bench", place=THERE))
    done = brought(before, a_row(0, "Bench", place=THERE), a_row(0, "Bench", place=WHOLE))
    assert list(done.became.values()) == [NoteId("note 2"), NoteId("note 1")]
    assert (done.added, done.duplicates) == ((), 2)


def test_alike_notes_at_one_place_are_known_in_the_order_of_their_numbers():
    before = a_walk(a_note(1, "Bench", place=PIN), a_note(2, "Bench", place=PIN))
    rows = [a_row(0, "Bench", place=PIN) for _ in range(3)]
    done = brought(before, *rows)
    assert list(done.became.values()) == [NoteId("note 1"), NoteId("note 2")]
    assert [note.nr for note in done.added] == [3]


def test_a_bare_place_is_known_by_its_file_after_it_got_words():
    of_file = f"{BARE}pins.gpx"
    before = a_walk(a_note(1, "Loose tiles", place=PIN, source_ref=of_file))
    same = a_row(0, "pins", place=PIN, source_ref=of_file)
    other = a_row(0, "pins", place=PIN, source_ref=f"{BARE}more.gpx")
    done = brought(before, same, other)
    assert done.became[same.id] == NoteId("note 1")
    assert [note.id for note in done.added] == [other.id]


def test_a_sheet_of_paper_is_no_file_of_bare_places():
    before = a_walk(a_note(1, "Loose tiles", place=PIN, source_ref="sheet 3"))
    done = brought(before, a_row(0, "Bench", place=PIN, source_ref="sheet 3"))
    assert len(done.added) == 1
