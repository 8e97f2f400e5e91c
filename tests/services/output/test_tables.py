"""The table of notes is read by spreadsheets, and by our own import."""

from __future__ import annotations

import csv
import itertools
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.services.output.conftest import request_of
from walkshop.domain.edits.intake import bring_in
from walkshop.domain.records import Profile, Stamp, Walk
from walkshop.services.intake import AS_NAMED, propose
from walkshop.services.output import export
from walkshop.services.output.rows import COLUMNS

STAMP = Stamp(datetime(2027, 4, 13, 12, tzinfo=UTC), "test")


@pytest.fixture
def table(walk: Walk, tmp_path: Path) -> Path:
    return export(request_of(walk, tmp_path / "notes.csv")).path


def rows_of(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_it_opens_with_a_mark_so_that_a_spreadsheet_reads_utf_8(table: Path) -> None:
    assert table.read_bytes().startswith(b"\xef\xbb\xbfnr,text,theme,theme_2,kind,lat,lon,")


def test_there_is_a_row_for_each_note_with_ids_whatever_the_language(table: Path) -> None:
    rows = rows_of(table)
    assert [row["nr"] for row in rows] == [str(nr) for nr in range(1, 29)]
    fifteen = rows[14]
    assert (fifteen["theme"], fifteen["kind"], fifteen["place_type"]) == ("sport", "asset", "point")
    assert (fifteen["lat"], fifteen["lon"], fifteen["assumed"]) == ("51.9323", "4.4896", "no")
    assert rows[16]["place_type"] == "whole"
    assert (rows[16]["lat"], rows[16]["lon"]) == ("", "")
    assert rows[14]["text_en"] == "Playground for the little ones"


def test_the_thread_stands_in_the_row(table: Path) -> None:
    row = rows_of(table)[9]
    assert (row["value"], row["actions"]) == ("Meedoen en hulp vinden", "7, 6")
    assert (row["answer"], row["answered_by"]) == ("pending", "wijkmanager")
    assert (row["answer_due"], row["answered_on"]) == ("2027-05-01", "2027-04-12")


def test_words_of_the_team_are_in_the_table_of_the_team_only(walk: Walk, tmp_path: Path) -> None:
    team = export(request_of(walk, tmp_path / "team.csv", profile=Profile.TEAM)).path
    public = export(request_of(walk, tmp_path / "public.csv")).path
    assert "duo" in rows_of(team)[0]
    assert set(rows_of(public)[0]) == {*COLUMNS, "text_en"}


def test_our_own_import_brings_nothing_twice(walk: Walk, table: Path) -> None:
    ids = itertools.count()
    proposal = propose(table, walk, AS_NAMED, lambda: f"new-{next(ids)}")
    assert proposal.left_out == ()
    came = bring_in(walk, proposal.rows, STAMP)
    assert came.added == ()
    assert (came.changed, came.renumbered, came.duplicates) == ((), (), 28)
    for note in walk.notes.values():
        again = came.walk.notes[note.id]
        assert (again.text, again.place, again.theme) == (note.text, note.place, note.theme)


def test_our_own_import_into_an_empty_walk_loses_no_note(walk: Walk, table: Path) -> None:
    ids = itertools.count()
    proposal = propose(table, walk, AS_NAMED, lambda: f"new-{next(ids)}")
    for note, row in zip(walk.notes.values(), proposal.rows, strict=True):
        assert (row.nr, row.text, row.theme, row.theme2) == (
            note.nr,
            note.text,
            note.theme,
            note.theme2,
        )
        assert (row.kind, row.place, row.place_words) == (note.kind, note.place, note.place_words)
