"""Saved means on disk: what is acknowledged, what is not, and what comes of it later."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.gpkg.filled import Opened, add, clock, new_file, note, rows
from tests.services.gpkg.listening import listened
from walkshop.domain.diff import RecordDiff
from walkshop.domain.errors import WalkshopError
from walkshop.domain.history import Commit
from walkshop.domain.records import NoteId, Photo, PhotoId
from walkshop.i18n import msg
from walkshop.services.gpkg import (
    check,
    open_walk,
    read_walk,
    troubles,
)
from walkshop.services.gpkg.rows import RowWriter
from walkshop.store.store import Store


def test_every_edit_is_answered_in_order(tmp_path: Path) -> None:
    file, store, listener = listened(new_file(tmp_path / "walk.gpkg"))
    for _ in range(3):
        store.apply(msg("Add note"), add())
    assert listener.heard == []
    file.close()
    assert listener.heard == ["saved 1", "saved 2", "saved 3"]
    assert store.pending == 0


def test_answers_are_posted_and_never_given_from_within_write(tmp_path: Path) -> None:
    posted: list[Callable[[], None]] = []
    file = open_walk(new_file(tmp_path / "walk.gpkg"), posted.append)
    store = Store(file.walk, clock, file, file.history)
    file.attach(store)
    store.apply(msg("Add note"), add())
    end = time.monotonic() + 5
    while len(posted) < 2 and time.monotonic() < end:
        time.sleep(0.01)
    assert store.pending == 1
    for call in posted:
        call()
    assert store.pending == 0
    file.close()


SETTINGS = {
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "busy_timeout": 5000,
    "foreign_keys": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "cell_size_check": 1,
    "temp_store": 2,  # MEMORY
}


def test_the_settings_are_those_that_were_measured_to_lose_nothing(tmp_path: Path) -> None:
    with Opened(new_file(tmp_path / "walk.gpkg")) as opened:
        ask = opened.file._writer.ask
        for name, wanted in SETTINGS.items():
            query = f"PRAGMA {name}"
            assert ask(
                lambda keeper, query=query: keeper._connection.execute(query).fetchone()
            ) == (wanted,)


def test_a_commit_whose_end_was_not_heard_is_not_written_twice(tmp_path: Path) -> None:
    file, store, listener = listened(new_file(tmp_path / "walk.gpkg"))
    keeper = file._writer._keeper
    write = keeper._write

    def write_and_stumble(commit: Commit) -> None:
        write(commit)
        keeper._connection.execute("COMMIT")
        keeper._write = write  # type: ignore[method-assign]  # only the first time
        raise sqlite3.OperationalError("disk I/O error")

    keeper._write = write_and_stumble  # type: ignore[method-assign]  # a disk that stumbles
    monkey = troubles.is_of_the_file
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            troubles, "is_of_the_file", lambda error: monkey(error) or "I/O" in str(error)
        )
        store.apply(msg("Add note"), add())
        with pytest.raises(WalkshopError, match="damaged"):
            file.flush()
        file.flush()
    assert listener.heard == ["failed 1", "saved 1"]
    assert rows(file.path, "SELECT count(*) FROM notes") == [(1,)]
    file.close()


def test_a_row_that_is_not_there_is_written_whole(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg")
    before, after = note(1), note(1, text="mine")
    with closing(sqlite3.connect(path)) as connection, connection:
        RowWriter(connection, read_walk(path)).write((RecordDiff(before, after),))
    assert read_walk(path).note(NoteId("note 1")) == after


def test_photos_come_back_while_they_wait_and_after(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg")
    bytes_of = {"abc": b"\xff\xd8 a photo \x00"}
    photo = Photo(id=PhotoId("photo 1"), sha256="abc")
    with Opened(path) as opened:
        opened.store.apply(msg("Add photo"), lambda walk: walk.having(photo), blobs=bytes_of)
        assert opened.file.blob("abc") == bytes_of["abc"]
        opened.file.flush()
        assert opened.file.blob("abc") == bytes_of["abc"]
        assert opened.file.blob("of nobody") is None
        opened.store.undo()
        opened.store.redo()
    with Opened(path) as opened:
        assert opened.file.blob(opened.store.walk.photos[photo.id].sha256) == bytes_of["abc"]


def test_looking_at_a_file_changes_not_one_byte(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    before = path.read_bytes()
    with Opened(path):
        pass
    read_walk(path)
    assert check(path).ok
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_bug_in_the_writer_reaches_the_thread_of_the_store(tmp_path: Path) -> None:
    opened = Opened(new_file(tmp_path / "walk.gpkg"))
    opened.do(lambda walk: walk.having(note(1, minute=2**70)))
    with pytest.raises(OverflowError):
        opened.file.close()
    assert opened.store.pending == 1


def test_contents_tell_when_a_table_changed_and_how_far_it_reaches(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    query = "SELECT min_x, max_y, last_change FROM gpkg_contents WHERE table_name = 'notes'"
    ((west, north, before),) = rows(path, query)
    with Opened(path) as opened:
        opened.do(lambda walk: walk.having(replace(note(1), place=note(2).place)))
        opened.do(add())
    assert (west, north) == (4.4921, 51.9342)
    assert rows(path, query)[0][2] > before
