"""Another program at the same file: neither loses anything, and what it did can be undone."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.gpkg.filled import (
    HERE,
    Opened,
    add,
    change,
    new_file,
    note,
    other_program,
    rows,
)
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    NOT_YET,
    Action,
    ActionId,
    Kind,
    NoteId,
    Point,
    ThemeId,
    Walk,
)
from walkshop.i18n import msg
from walkshop.services.gpkg import check, read_walk

pytestmark = pytest.mark.slow

FIRST = NoteId("note 1")
THERE = LonLat(4.47, 51.92)


def changed_outside(path: Path, statement: str, *records: object) -> Walk:
    """The walk in the store after another program ran a statement while it was open."""
    new_file(path, *records)  # type: ignore[arg-type]  # records
    with Opened(path) as opened:
        other_program(path, statement)
        opened.do(add("after it"))
        opened.file.flush()
        assert read_walk(path) == opened.store.walk
        return opened.store.walk


def test_an_edit_between_an_edit_and_its_commit_loses_neither(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    with Opened(path) as opened:
        other_program(path, "UPDATE notes SET text = 'theirs' WHERE nr = 1")
        opened.do(change(1, theme=ThemeId("natuur")))
        opened.file.flush()
        found = opened.store.walk.note(FIRST)
    assert (found.text, found.theme) == ("theirs", "natuur")
    assert rows(path, "SELECT text, theme FROM notes") == [("theirs", "natuur")]


def test_only_the_columns_that_differ_are_written(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    made: list[str] = []
    with Opened(path) as opened:
        connection = opened.file._writer._keeper._connection
        connection.set_trace_callback(made.append)
        opened.do(change(1, theme=ThemeId("natuur")))
        opened.file.flush()
    updates = [line for line in made if line.startswith('UPDATE "notes"')]
    assert updates == ["UPDATE \"notes\" SET \"theme\" = 'natuur' WHERE uuid = 'note 1'"]


def test_a_change_outside_shows_while_nobody_types(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    with Opened(path) as opened:
        other_program(path, "UPDATE notes SET text = 'theirs'")
        end = time.monotonic() + 3
        while opened.store.walk.note(FIRST).text != "theirs" and time.monotonic() < end:
            time.sleep(0.05)
            opened.file.flush()
        assert opened.store.walk.note(FIRST).text == "theirs"
        assert opened.store.undo() == msg("Changed in another program")
        assert opened.store.walk.note(FIRST).text == "Gezegd 1"
    assert rows(path, "SELECT text FROM notes") == [("Gezegd 1",)]


def test_a_row_without_identity_or_number_gets_both(tmp_path: Path) -> None:
    statement = "INSERT INTO notes (geom, text, kind) SELECT geom, 'drawn', 'idea' FROM notes"
    walk = changed_outside(tmp_path / "walk.gpkg", statement, note(4))
    drawn = next(one for one in walk.notes.values() if one.text == "drawn")
    assert (drawn.nr, drawn.kind, drawn.place) == (6, Kind.IDEA, Point(HERE))
    assert len(drawn.id) == 36
    assert rows(tmp_path / "walk.gpkg", "SELECT uuid FROM notes WHERE nr = 6") == [(drawn.id,)]


def test_a_number_that_is_shown_already_is_not_given_to_another_row(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    with Opened(path) as opened:
        other_program(path, "INSERT INTO notes (text) VALUES ('theirs')")
        opened.do(add("mine"))
        assert opened.store.walk.note(NoteId("note 2")).text == "mine"
        opened.file.flush()
        numbers = {one.text: one.nr for one in opened.store.walk.notes.values()}
    assert numbers == {"Gezegd 1": 1, "mine": 2, "theirs": 3}


def test_a_number_that_another_program_changed_is_put_back(tmp_path: Path) -> None:
    walk = changed_outside(tmp_path / "walk.gpkg", "UPDATE notes SET nr = 9", note(1))
    assert walk.note(FIRST).nr == 1
    assert rows(tmp_path / "walk.gpkg", "SELECT nr FROM notes") == [(1,), (2,)]


def test_a_copied_row_becomes_a_note_of_its_own(tmp_path: Path) -> None:
    copy = "INSERT INTO notes (uuid, nr, text, geom) SELECT uuid, nr, 'copy', geom FROM notes"
    walk = changed_outside(tmp_path / "walk.gpkg", copy, note(1))
    assert sorted(one.nr for one in walk.notes.values()) == [1, 2, 3]
    assert walk.note(FIRST).text == "Gezegd 1"


def test_a_kind_that_we_do_not_know_becomes_unknown(tmp_path: Path) -> None:
    statement = "UPDATE notes SET kind = 'complaint'"
    walk = changed_outside(tmp_path / "walk.gpkg", statement, note(1, kind=Kind.IDEA))
    assert walk.note(FIRST).kind is Kind.UNKNOWN


def test_the_walk_itself_cannot_be_taken_out(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg")
    with Opened(path) as opened:
        other_program(path, "DELETE FROM about", "DELETE FROM neighbourhood")
        opened.do(add())
        opened.file.flush()
        assert opened.store.walk.about.title == "Crooswijk"
        assert read_walk(path) == opened.store.walk
    other_program(path, "DELETE FROM about", "DELETE FROM neighbourhood")
    with Opened(path) as opened:
        assert opened.store.walk.about.id == "about 1"
    assert check(path).ok


def test_edits_from_before_a_change_was_heard_are_written_once(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    with Opened(path) as opened:
        other_program(path, "UPDATE notes SET text = 'theirs'")
        opened.do(add("first"))
        end = time.monotonic() + 5
        while not opened.file._inbox and time.monotonic() < end:
            time.sleep(0.01)
        opened.do(add("second"))
        time.sleep(0.1)
        opened.file.flush()
    assert rows(path, "SELECT text FROM notes") == [("theirs",), ("first",), ("second",)]
    assert rows(path, "SELECT count(*) FROM walkshop_history") == [(3,)]


def test_a_note_that_was_taken_out_and_is_needed_is_said(tmp_path: Path) -> None:
    action = Action(id=ActionId("action 1"), nr=1, notes=(FIRST,))
    path = new_file(tmp_path / "walk.gpkg", note(1), action)
    with Opened(path) as opened:
        other_program(path, "DELETE FROM notes")
        opened.do(add())
        opened.file.flush()
        sentence = "Note {nr} was taken out in another program, and is still needed here."
        assert opened.notices == [msg(sentence, nr=1)]
        opened.store.undo()
        opened.store.undo()
        assert opened.store.walk.note(FIRST).text == "Gezegd 1"
    assert read_walk(path).note(FIRST) == note(1)


def test_an_edit_that_refuses_now_becomes_a_notice(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1), note(2))
    with Opened(path) as opened:
        other_program(path, "DELETE FROM notes WHERE nr = 1")
        opened.do(change(1, text="mine"))
        opened.do(change(2, text="mine too"))
        opened.file.flush()
        assert opened.notices == [msg("This is no longer in the walk.")]
        assert opened.store.walk.note(NoteId("note 2")).text == "mine too"


def test_a_column_that_was_dropped_comes_back(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1, theme=ThemeId("natuur")))
    with Opened(path) as opened:
        other_program(path, "ALTER TABLE notes DROP COLUMN theme")
        opened.do(change(1, theme2=ThemeId("lawaai")))
        opened.file.flush()
        opened.store.undo()
        opened.store.undo()
        opened.file.flush()
        assert read_walk(path).note(FIRST).theme == "natuur"


def test_two_windows_on_one_file_lose_nothing(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg")
    with Opened(path) as one, Opened(path) as two:
        for round_nr in range(5):
            one.do(add(f"one {round_nr}", id=NoteId(f"one {round_nr}")))
            two.do(add(f"two {round_nr}", id=NoteId(f"two {round_nr}")))
            one.file.flush()
            two.file.flush()
    found = read_walk(path).notes.values()
    assert len(found) == 10
    assert len({note.nr for note in found}) == 10


def test_the_journal_mode_of_another_program_is_put_back(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    with Opened(path) as opened:
        other_program(path, "PRAGMA journal_mode = WAL")
        opened.do(change(1, text="mine"))
        opened.file.flush()
    assert rows(path, "PRAGMA journal_mode") == [("delete",)]
    assert [one.name for one in tmp_path.iterdir()] == ["walk.gpkg"]


def test_a_spatial_index_of_others_breaks_nothing(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1), note(2, place=NOT_YET))
    add_spatial_index(path, "notes")
    with Opened(path) as opened:
        opened.do(change(1, text="mine"))
        opened.do(change(2, place=Point(THERE)))
        opened.do(add())
        opened.do(change(1, place=NOT_YET))
        opened.do(lambda walk: walk.lacking(walk.note(NoteId("note 3"))))
    assert rows(path, "SELECT rtreecheck('rtree_notes_geom')") == [("ok",)]
    assert rows(path, "SELECT id FROM rtree_notes_geom") == [(2,)]


def add_spatial_index(path: Path, table: str) -> None:
    """Add the index and triggers that GDAL writes, taken from a file that GDAL wrote."""
    import geopandas

    gdal = path.with_name("gdal.gpkg")
    geopandas.GeoDataFrame(geometry=geopandas.points_from_xy([1], [2]), crs=4326).to_file(
        gdal, layer=table
    )
    index = f"rtree_{table}_geom"
    triggers = rows(
        gdal, f"SELECT sql FROM sqlite_master WHERE type='trigger' AND tbl_name='{table}'"
    )
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(f"CREATE VIRTUAL TABLE {index} USING rtree(id, minx, maxx, miny, maxy)")
        other.execute(
            f"INSERT INTO {index} SELECT fid, 4.4921, 4.4921, 51.9342, 51.9342 FROM {table}"
            " WHERE geom IS NOT NULL"
        )
        other.execute("CREATE TABLE gpkg_ogr_contents (table_name TEXT, feature_count INTEGER)")
        for (sql,) in triggers:
            other.execute(sql)
    gdal.unlink()
