"""Files that are broken, foreign or made to do harm: one sentence, and nothing is written."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import geopandas
import pytest

from tests.services.gpkg.filled import Opened, change, filled_walk, new_file, note, other_program
from walkshop.domain.errors import WalkshopError
from walkshop.services.gpkg import DirectDelivery, check, create, open_walk, read_walk

NOT_OURS = "not from Walkshop. Nothing was changed."


def no_bytes(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("This is a letter, and no walk at all.\n" * 100)


def folder(path: Path) -> None:
    path.mkdir()


def database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE people (name TEXT)")


def geopackage(path: Path) -> None:
    points = geopandas.points_from_xy([4.5], [51.9])
    geopandas.GeoDataFrame({"text": ["x"]}, geometry=points, crs=4326).to_file(path, layer="notes")


def named_as_ours(path: Path) -> None:
    database(path)
    other_program(
        path,
        "CREATE TABLE walkshop_meta (key TEXT, value TEXT)",
        "CREATE TABLE gpkg_contents (table_name TEXT)",
    )


FOREIGN = [no_bytes, text, folder, database, geopackage, named_as_ours]


@pytest.mark.parametrize("make", FOREIGN, ids=lambda make: make.__name__)
def test_a_file_of_others_is_said_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "some.gpkg"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    for use in (read_walk, lambda path: open_walk(path, DirectDelivery())):
        with pytest.raises(WalkshopError, match=NOT_OURS):
            use(path)
    assert not check(path).ok
    assert before is None or path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    for use in (read_walk, check, lambda path: open_walk(path, DirectDelivery())):
        with pytest.raises(WalkshopError, match="no file with this name"):
            use(tmp_path / "none.gpkg")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("part", [0.1, 0.5, 0.95])
def test_half_a_file_is_damaged(tmp_path: Path, part: float) -> None:
    whole = new_file(tmp_path / "whole.gpkg", *(note(nr) for nr in range(1, 300))).read_bytes()
    path = tmp_path / "half.gpkg"
    path.write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(WalkshopError, match="damaged"):
        read_walk(path)
    assert not check(path).ok


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE gpkg_geometry_columns",
        "ALTER TABLE gpkg_contents RENAME COLUMN max_x TO east",
        "ALTER TABLE walkshop_history RENAME COLUMN changes TO changed",
    ],
)
def test_a_file_whose_own_tables_are_not_whole_is_damaged(tmp_path: Path, statement: str) -> None:
    path = new_file(tmp_path / "walk.gpkg")
    other_program(path, statement)
    with pytest.raises(WalkshopError, match="damaged"):
        read_walk(path)


def test_a_walk_of_a_newer_version_is_said(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg")
    other_program(path, "UPDATE walkshop_meta SET value = '99' WHERE key = 'version'")
    with pytest.raises(WalkshopError, match="made with a newer Walkshop"):
        read_walk(path)


def test_bytes_that_were_flipped_give_a_sentence_or_a_walk(tmp_path: Path) -> None:
    create(tmp_path / "whole.gpkg", filled_walk())
    whole = (tmp_path / "whole.gpkg").read_bytes()
    seed = int(os.environ.get("WALKSHOP_SEED", "7"))
    chance = random.Random(seed)
    path = tmp_path / "flipped.gpkg"
    refused = 0
    for _ in range(60):
        flipped = bytearray(whole)
        for _ in range(chance.choice((1, 8, 200))):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        try:
            open_walk(path, DirectDelivery()).close()
            check(path)
        except WalkshopError:
            refused += 1
    assert 5 < refused < 60, f"seed {seed}"


HARMFUL = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM answers; END",
    "named as an index": "CREATE TRIGGER rtree_notes_geom_insert AFTER INSERT ON notes"
    " BEGIN DELETE FROM answers; END",
    "on the contents": "CREATE TRIGGER t AFTER UPDATE ON gpkg_contents BEGIN"
    " DELETE FROM notes; END",
    "view": "CREATE VIEW v AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x FROM r)"
    " SELECT x FROM r",
    "computed column": "ALTER TABLE notes ADD COLUMN c TEXT AS (upper(text)) VIRTUAL",
    "computed default": "CREATE TABLE facts (fid INTEGER PRIMARY KEY, d DEFAULT (hex(1)))",
    "check": "ALTER TABLE notes ADD COLUMN e TEXT CHECK (length(e) < 3)",
    "computed index": "CREATE INDEX i ON notes (upper(text))",
    "partial index": "CREATE INDEX i ON notes (text) WHERE length(text) > 3",
    "other module": "CREATE VIRTUAL TABLE f USING fts5(words)",
}


@pytest.mark.parametrize("statement", HARMFUL.values(), ids=list(HARMFUL))
def test_parts_that_act_by_themselves_are_not_let_in(tmp_path: Path, statement: str) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    other_program(path, "DROP TABLE facts", statement)
    before = path.read_bytes()
    for use in (read_walk, lambda path: open_walk(path, DirectDelivery())):
        with pytest.raises(WalkshopError, match="parts that a walk does not have"):
            use(path)
    assert path.read_bytes() == before


def test_columns_tables_and_plain_indexes_of_others_are_let_be(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    other_program(
        path,
        "ALTER TABLE notes ADD COLUMN mine TEXT",
        "CREATE INDEX my_index ON notes (text, nr DESC)",
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, name TEXT DEFAULT 'x')",
    )
    assert len(read_walk(path).notes) == 1
    assert check(path).ok


def test_a_trigger_that_arrives_while_the_walk_is_open_stops_the_writing(tmp_path: Path) -> None:

    path = new_file(tmp_path / "walk.gpkg", note(1))
    opened = Opened(path)
    other_program(path, HARMFUL["trigger"])
    opened.do(change(1, text="mine"))
    with pytest.raises(WalkshopError, match="Another program put parts into the file"):
        opened.file.close()
    assert read_text(path) == "Gezegd 1"


def read_text(path: Path) -> str:
    with closing(sqlite3.connect(path)) as other:
        return str(other.execute("SELECT text FROM notes").fetchone()[0])


def test_a_table_with_too_many_rows_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1), note(2))
    monkeypatch.setattr("walkshop.services.gpkg.vet.MOST_ROWS", 1)
    with pytest.raises(WalkshopError, match="too large for a walk"):
        read_walk(path)


def test_text_that_is_no_text_reads_with_a_sign_in_its_place(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    other_program(path, "UPDATE notes SET text = CAST(X'61ff62' AS TEXT), theme = X'00'")
    found = next(iter(read_walk(path).notes.values()))
    assert (found.text, found.theme) == ("a\ufffdb", None)
