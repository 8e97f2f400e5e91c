"""A copy is whole or it is not there; a file of an earlier version is copied before it changes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.gpkg.filled import Opened, add, change, new_file, note, other_program, rows
from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.gpkg import check, read_walk
from walkshop.services.gpkg.migrate import migrate


def test_a_copy_holds_every_edit_and_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    copy = tmp_path / "copy.gpkg"
    copy.write_text("older")
    with Opened(new_file(tmp_path / "walk.gpkg")) as opened:
        for _ in range(20):
            opened.do(add())
        opened.file.backup_to(copy)
        opened.do(add())
        assert len(read_walk(copy).notes) == 20
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.gpkg", "walk.gpkg"]


def test_a_copy_can_be_worked_in(tmp_path: Path) -> None:
    copy = tmp_path / "copy.gpkg"
    with Opened(new_file(tmp_path / "walk.gpkg", note(1))) as opened:
        opened.do(change(1, text="mine"))
        opened.file.backup_to(copy)
    with Opened(copy) as opened:
        opened.store.undo()
    assert next(iter(read_walk(copy).notes.values())).text == "Gezegd 1"


def test_a_file_is_never_copied_onto_itself(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg")
    with Opened(path) as opened, pytest.raises(WalkshopError, match="already a file"):
        opened.file.backup_to(tmp_path / ".." / tmp_path.name / "walk.gpkg")
    assert check(path).ok


def test_a_copy_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    with Opened(new_file(tmp_path / "walk.gpkg")) as opened:
        with pytest.raises(WalkshopError, match="no such folder"):
            opened.file.backup_to(tmp_path / "none" / "copy.gpkg")
        opened.do(add())
    assert [one.name for one in tmp_path.iterdir()] == ["walk.gpkg"]


def opened_raw(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def test_a_file_of_an_earlier_version_is_copied_and_brought_along(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    step = {1: lambda file: file.execute("UPDATE notes SET text = upper(text)")}
    with closing(opened_raw(path)) as file:
        copy = migrate(file, path, step, target=2)
    assert copy == tmp_path / "walk-version-1.gpkg"
    assert rows(path, "SELECT text FROM notes") == [("GEZEGD 1",)]
    assert rows(path, "SELECT value FROM walkshop_meta WHERE key = 'version'") == [("2",)]
    assert next(iter(read_walk(copy).notes.values())).text == "Gezegd 1"


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))

    def fail(file: sqlite3.Connection) -> None:
        file.execute("DELETE FROM notes")
        raise ZeroDivisionError

    with closing(opened_raw(path)) as file, pytest.raises(ZeroDivisionError):
        migrate(file, path, {1: fail}, target=2)
    assert len(read_walk(path).notes) == 1


def test_a_file_of_this_version_is_left_alone(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg")
    with closing(opened_raw(path)) as file:
        assert migrate(file, path) is None
    assert list(tmp_path.iterdir()) == [path]


def test_a_check_tells_what_is_not_as_it_should_be(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    assert check(path).version == 1
    other_program(
        path,
        "INSERT INTO notes (text) VALUES ('theirs')",
        "INSERT INTO rounds (uuid) VALUES ('half')",
        "INSERT INTO answers (uuid, about, about_id, answer) VALUES ('a', 'note', 'gone', 'keep')",
        "DELETE FROM walkshop_meta WHERE key = 'next_note'",
        "DROP TABLE facts",
        "DELETE FROM gpkg_contents WHERE table_name = 'facts'",
    )
    found = check(path)
    assert not found.ok
    said = [problem.id for problem in found.problems]
    assert said == [
        "The table {name} is missing.",
        "{n} row was changed by another program and is put straight on opening.",
        "{n} row of another program says too little and was left out.",
        "{n} thing that an answer, value or action is about is no longer there.",
        "The next number of the notes is not kept.",
    ]
    assert found.problems[0] == msg("The table {name} is missing.", name="facts")


def test_opening_puts_straight_what_a_check_found(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    other_program(path, "INSERT INTO notes (text) VALUES ('theirs')", "DROP TABLE facts")
    with Opened(path):
        pass
    assert check(path).ok
    assert [one.nr for one in read_walk(path).notes.values()] == [1, 2]
