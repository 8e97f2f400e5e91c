"""Pins, stops and lines that another program moved: the place says what the map shows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.services.gpkg.filled import (
    HERE,
    RING,
    Opened,
    add,
    change,
    new_file,
    note,
    rows,
)
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    NOT_YET,
    AtStop,
    Line,
    NoteId,
    Point,
    Stop,
    StopId,
)
from walkshop.domain.records.places import halfway
from walkshop.services.gpkg import read_walk
from walkshop.services.gpkg.geometry import pack_line, pack_point

FIRST = NoteId("note 1")
THERE = LonLat(4.47, 51.92)


def moved(path: Path, table: str, to: LonLat) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(f"UPDATE {table} SET geom = ?", (pack_point(to),))


def test_a_pin_at_a_stop_that_was_moved_is_a_point(tmp_path: Path) -> None:
    stop = Stop(id=StopId("stop 1"), nr=1, at=HERE)
    path = new_file(tmp_path / "walk.gpkg", stop, note(1, place=AtStop(stop.id)))
    with Opened(path) as opened:
        moved(path, "notes", THERE)
        opened.do(add())
        opened.file.flush()
        assert opened.store.walk.note(FIRST).place == Point(THERE)
    assert rows(path, "SELECT place_kind, place_stop FROM notes WHERE nr = 1") == [("point", None)]


def test_what_was_said_at_a_stop_follows_a_stop_that_was_moved_outside(tmp_path: Path) -> None:
    stop = Stop(id=StopId("stop 1"), nr=1, at=HERE)
    path = new_file(tmp_path / "walk.gpkg", stop, note(1, place=AtStop(stop.id)))
    with Opened(path) as opened:
        moved(path, "stops", THERE)
        opened.do(add())
        opened.file.flush()
        assert opened.store.walk.note(FIRST).place == AtStop(stop.id)
    assert rows(path, "SELECT geom FROM notes WHERE nr = 1") == [(pack_point(THERE),)]


def test_what_was_said_at_a_stop_follows_a_stop_that_we_move(tmp_path: Path) -> None:
    stop = Stop(id=StopId("stop 1"), nr=1, at=HERE)
    path = new_file(tmp_path / "walk.gpkg", stop, note(1, place=AtStop(stop.id)))
    with Opened(path) as opened:
        opened.do(lambda walk: walk.having(replace(stop, at=THERE)))
        opened.store.undo()
        opened.store.redo()
    assert rows(path, "SELECT geom FROM notes") == [(pack_point(THERE),)]
    assert read_walk(path).note(FIRST).place == AtStop(stop.id)


def test_a_line_that_was_drawn_outside_becomes_a_note(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    with Opened(path) as opened:
        with closing(sqlite3.connect(path)) as other, other:
            other.execute("INSERT INTO note_shapes (geom) VALUES (?)", (pack_line(RING),))
        opened.do(change(1, text="mine"))
        opened.file.flush()
        assert [one.place for one in opened.store.walk.notes.values()][1] == Line(RING)
        assert read_walk(path) == opened.store.walk


def test_a_pin_without_a_place_that_is_put_on_the_map_is_a_point(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1, place=NOT_YET))
    moved(path, "notes", THERE)
    assert read_walk(path).note(FIRST).place == Point(THERE)


def test_the_pin_of_a_line_that_was_moved_is_a_point(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1, place=Line(RING)))
    with Opened(path) as opened:
        moved(path, "notes", THERE)
        opened.do(add())
        opened.file.flush()
        assert opened.store.walk.note(FIRST).place == Point(THERE)
    assert rows(path, "SELECT count(*) FROM note_shapes") == [(0,)]


def test_a_line_that_was_drawn_otherwise_takes_its_pin_along(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1, place=Line(RING)))
    with Opened(path) as opened:
        with closing(sqlite3.connect(path)) as other, other:
            other.execute("UPDATE note_shapes SET geom = ?", (pack_line(RING[:2]),))
        opened.do(add())
        opened.file.flush()
        assert opened.store.walk.note(FIRST).place == Line(RING[:2])
    middle = halfway(RING[:2])
    assert rows(path, "SELECT geom FROM notes WHERE nr = 1") == [(pack_point(middle),)]
