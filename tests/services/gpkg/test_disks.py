"""Locks, full disks and missing rights: nothing is lost, and it is said what to do."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest

from tests.services.gpkg.filled import Opened, add, change, new_file, note
from tests.services.gpkg.listening import listened
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import NoteId
from walkshop.i18n import msg
from walkshop.services.gpkg import (
    read_walk,
)

pytestmark = pytest.mark.slow


def hold(path: Path, seconds: float) -> Thread:
    """Let another program hold a write lock for some seconds."""
    other = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    def let_go() -> None:
        time.sleep(seconds)
        other.execute("ROLLBACK")
        other.close()

    thread = Thread(target=let_go)
    thread.start()
    return thread


def test_a_lock_of_another_program_delays_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("walkshop.services.gpkg.writer.RETRY_S", 0.2)
    file, store, listener = listened(new_file(tmp_path / "walk.gpkg"))
    file._writer.ask(lambda keeper: keeper._connection.execute("PRAGMA busy_timeout = 100"))
    holder = hold(file.path, 1.5)
    store.apply(msg("Add note"), add())
    store.apply(msg("Add note"), add())
    file.flush()
    assert listener.heard == ["failed 1", "saved 1", "saved 2"]
    assert str(listener.why[0]).startswith("Another program is holding this file.")
    assert store.trouble is None
    holder.join()
    file.close()
    assert len(read_walk(file.path).notes) == 2


def test_a_lock_that_outlasts_our_patience_is_said(tmp_path: Path) -> None:
    file, store, _ = listened(new_file(tmp_path / "walk.gpkg"))
    file._writer.ask(lambda keeper: keeper._connection.execute("PRAGMA busy_timeout = 10"))
    holder = hold(file.path, 0.6)
    store.apply(msg("Add note"), add())
    with pytest.raises(WalkshopError, match="Another program is holding this file"):
        file.flush(0.2)
    assert store.pending == 1
    holder.join()
    file.close()


def test_a_file_that_was_moved_away_gets_nothing_and_is_found_again(tmp_path: Path) -> None:
    file, store, listener = listened(new_file(tmp_path / "walk.gpkg", note(1)))
    away = file.path.rename(tmp_path / "away.gpkg")
    store.apply(msg("Change"), change(1, text="mine"))
    with pytest.raises(WalkshopError, match="no longer where it was"):
        file.flush()
    assert store.trouble is not None
    away.rename(file.path)
    file.close()
    assert listener.heard[0] == "failed 1"
    assert read_walk(file.path).note(NoteId("note 1")).text == "mine"


def test_another_walk_at_the_same_name_is_not_written_in(tmp_path: Path) -> None:
    file, store, _ = listened(new_file(tmp_path / "walk.gpkg", note(1)))
    file.path.unlink()
    new_file(file.path)
    other_program_renames_the_walk(file.path)
    store.apply(msg("Change"), change(1, text="mine"))
    with pytest.raises(WalkshopError, match="no longer where it was"):
        file.close()
    assert read_walk(file.path).notes == {}


def other_program_renames_the_walk(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE walkshop_meta SET value = 'another walk' WHERE key = 'walk'")


def test_a_full_disk_is_said_and_nothing_is_acknowledged(tmp_path: Path) -> None:
    file, store, listener = listened(new_file(tmp_path / "walk.gpkg"))
    limit = "PRAGMA max_page_count = 1"  # SQLite then answers as on a full disk
    file._writer.ask(lambda keeper: keeper._connection.execute(limit))
    store.apply(msg("Add note"), add("x" * 100_000))
    with pytest.raises(WalkshopError, match="The disk is full"):
        file.flush()
    assert (store.pending, listener.heard) == (1, ["failed 1"])
    file._writer.ask(lambda keeper: keeper._connection.execute("PRAGMA max_page_count = 99999"))
    file.close()
    assert store.pending == 0
    assert len(read_walk(file.path).notes) == 1


@contextmanager
def somebody_without_rights() -> Iterator[None]:
    """Root may write anywhere, so where tests run as root they become nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setresuid(0, 0, 0)


@pytest.mark.parametrize(("folder", "file"), [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444)])
def test_what_may_not_be_written_can_be_read_and_says_so(folder: int, file: int) -> None:
    with TemporaryDirectory() as made:
        place = Path(made)
        path = new_file(place / "walk.gpkg", note(1))
        before = path.read_bytes()
        path.chmod(file)
        place.chmod(folder)
        with somebody_without_rights():
            assert len(read_walk(path).notes) == 1
            opened = Opened(path)
            assert opened.file.read_only
            opened.do(add())
            with pytest.raises(WalkshopError, match="folder may not be written in"):
                opened.file.close()
        place.chmod(0o755)
        assert (opened.store.pending, path.read_bytes()) == (1, before)


def test_a_file_that_may_not_be_read_is_said() -> None:
    with TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        path = new_file(Path(made) / "walk.gpkg")
        path.chmod(0)
        with somebody_without_rights(), pytest.raises(WalkshopError, match="may not be read"):
            read_walk(path)
