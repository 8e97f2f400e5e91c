"""The history in the file: undo works after reopening as it does before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from tests.services.gpkg.filled import (
    Opened,
    add,
    change,
    filled_walk,
    new_file,
    note,
    other_program,
    rows,
)
from walkshop.domain.history import Commit, Entry
from walkshop.domain.records import SINGLES, TABLES, NoteId, Sender, Stamp, ThemeId
from walkshop.i18n import msg, msgc, msgn
from walkshop.services.gpkg import DirectDelivery, check, create, open_walk
from walkshop.services.gpkg.history import UNREADABLE


def test_everything_can_be_undone_after_reopening_and_done_again(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    with Opened(path) as first:
        empty = first.store.walk
        first.do(change(1, text="two"), merge="typing")
        first.do(change(1, text="three", theme=ThemeId("natuur")), merge="typing")
        first.do(add())
        first.do(lambda walk: walk.lacking(walk.note(NoteId("note 1"))))
        first.store.undo()
        full = first.store.walk
    with Opened(path) as second:
        assert second.store._state == first.store._state
        while second.store.undo():
            pass
        assert second.store.walk == empty
    with Opened(path) as third:
        for _ in range(2):
            third.store.redo()
        assert third.store.walk == full


def test_an_entry_comes_back_as_it_was_handed_in(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg")
    values = {"day": date(2027, 4, 20), "at": datetime(2027, 4, 20, 12, tzinfo=UTC), "none": None}
    inner = msgc("verb", "Open {x}", x=1.5)
    label = msgn("{n} note", "{n} notes", 2, what=inner, **values)
    stamp = Stamp(datetime(2027, 3, 8, 20, 41, tzinfo=UTC), "tafel é")
    with open_walk(path, DirectDelivery()) as file:
        entry = Entry(7, label, (), stamp, "token", (1, 2), 0, foreign=False)
        file.write(Commit(entry, file.walk))
    with open_walk(path, DirectDelivery()) as file:
        assert file.history == (entry,)


def test_records_of_every_kind_come_back_from_their_removal(tmp_path: Path) -> None:
    walk = filled_walk()
    create(tmp_path / "walk.gpkg", walk)
    names = [name for name in TABLES.values() if name not in SINGLES]
    loose = [one for name in names for one in walk.table(name).values()]
    with Opened(tmp_path / "walk.gpkg") as opened:
        opened.do(lambda now: now.lacking(*loose))
        opened.do(lambda now: now.having(replace(now.about, title="x", sender=Sender())))
    with Opened(tmp_path / "walk.gpkg") as opened:
        assert opened.store.walk.notes == {}
        opened.store.undo()
        opened.store.undo()
        assert opened.store.walk == walk


def test_what_changed_while_the_walk_was_closed_is_not_undone(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    with Opened(path) as opened:
        opened.do(change(1, text="mine", theme=ThemeId("natuur")))
    other_program(path, "UPDATE notes SET text = 'theirs'")
    with Opened(path) as opened:
        opened.store.undo()
        found = opened.store.walk.note(NoteId("note 1"))
        assert (found.text, found.theme) == ("theirs", None)
        assert opened.notices == [msg("Somebody changed this since. That was left as it is.")]


def test_a_record_that_was_taken_out_while_closed_does_not_stop_the_history(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1), note(2))
    with Opened(path) as opened:
        opened.do(change(1, text="mine"))
        opened.do(change(2, text="mine"))
    other_program(path, "DELETE FROM notes WHERE nr = 1")
    with Opened(path) as opened:
        while opened.store.undo():
            pass
        assert opened.store.walk.note(NoteId("note 2")).text == "Gezegd 2"
        assert NoteId("note 1") not in opened.store.walk.notes


def test_a_row_of_history_that_cannot_be_read_keeps_its_number(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    with Opened(path) as opened:
        for text in ("a", "b", "c"):
            opened.do(change(1, text=text))
    other_program(path, "UPDATE walkshop_history SET changes = '[{' WHERE n = 2")
    report = check(path)
    assert report.problems == (msg("The history cannot be read back to its beginning."),)
    with Opened(path) as opened:
        assert [(one.n, one.label == UNREADABLE) for one in opened.file.history] == [
            (2, True),
            (3, False),
        ]
        while opened.store.undo():
            pass
        assert opened.store.walk.note(NoteId("note 1")).text == "b"


def test_only_changed_cells_are_kept(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", note(1))
    with Opened(path) as opened:
        opened.do(change(1, text="mine"))
    kept = rows(path, "SELECT changes FROM walkshop_history")
    was, now = '"was":{"text":"Gezegd 1"}', '"is":{"text":"mine"}'
    assert kept == [(f'[{{"table":"notes","uuid":"note 1",{was},{now}}}]',)]


def test_the_history_goes_on_counting_where_it_was(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg")
    for _ in range(3):
        with Opened(path) as opened:
            opened.do(add())
    with closing(sqlite3.connect(path)) as other:
        assert [n for (n,) in other.execute("SELECT n FROM walkshop_history")] == [1, 2, 3]
