"""The one connection to an open walk file, and what one transaction on it does.

One thread uses it. Before anything is written, inside the transaction, it compares whether
another program changed the file since; if so nothing is written and the file is read anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from walkshop.domain.history import Commit, Entry
from walkshop.domain.records import Marks, Walk
from walkshop.i18n import Text
from walkshop.services.gpkg import troubles
from walkshop.services.gpkg.backup import back_up
from walkshop.services.gpkg.connection import back_to_delete, connect, data_version, meta
from walkshop.services.gpkg.create import write_blobs, write_marks
from walkshop.services.gpkg.forgetting import forget_picture
from walkshop.services.gpkg.history import is_written, last_number, read_entries, write_entry
from walkshop.services.gpkg.layers import LAYERS
from walkshop.services.gpkg.migrate import migrate
from walkshop.services.gpkg.reader import Reading, read
from walkshop.services.gpkg.remarks import remarks_on
from walkshop.services.gpkg.rows import RowWriter
from walkshop.services.gpkg.schema import complete
from walkshop.services.gpkg.vet import acting, as_sentence, vetted

_UNSEEN = -1


@dataclass(frozen=True, slots=True)
class Found:
    """What another program left in the file.

    Args:
        walk: the walk as the file now holds it.
        last: the number of the last edit in the file's history.
        remarks: what must be said about it.
    """

    walk: Walk
    last: int
    remarks: tuple[Text, ...]


class Keeper:
    """Holds the connection to the walk file at `path`.

    Raises:
        WalkshopError: the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.history: tuple[Entry, ...] = ()
        self._doubt = False  # whether the end of a commit may not have been heard
        self._lost = False  # whether the connection must be made anew
        self._seen = _UNSEEN
        with as_sentence(path):
            with vetted(path):
                pass
            self._connection = connect(path)
            try:
                migrate(self._connection, path)
                back_to_delete(self._connection)
                self.walk = self._first_reading()
            except BaseException:
                self._connection.close()
                raise

    def commit(self, commit: Commit, floor: Marks) -> Found | None:
        """Write an edit; or, when another program was there first, say what it left instead.

        Raises:
            sqlite3.Error, WalkshopError: the edit is not written.
        """
        self._hold()
        found: Found | None = None
        with self._transaction():
            seen = data_version(self._connection)
            if self._doubt and is_written(self._connection, commit.entry):
                seen = _UNSEEN  # whether another program was there too shows at the next look
            elif seen != self._seen:
                found = self._take(floor)
            else:
                self._write(commit)
        self._doubt, self._seen = False, seen
        self.walk = found.walk if found else commit.after
        return found

    def look(self) -> Found | None:
        """Whether another program changed the file since; its journal mode is put back."""
        self._hold()
        if data_version(self._connection) == self._seen:
            back_to_delete(self._connection)
            return None
        with self._transaction():
            seen = data_version(self._connection)
            found = self._take(self.walk.marks)
        self._seen, self.walk = seen, found.walk
        return found

    def lose(self, error: sqlite3.Error) -> None:
        """Note after a failure what the next attempt must do first."""
        code = troubles.code_of(error)
        self._doubt = True
        self._lost = code not in (*troubles.LOCKED, sqlite3.SQLITE_FULL)

    def blob(self, sha256: str) -> bytes | None:
        """The bytes of a photo; None when the file does not have it."""
        query = "SELECT data FROM photo_files WHERE sha256 = ?"
        with as_sentence(self.path):
            row = self._connection.execute(query, (sha256,)).fetchone()
        return row[0] if row and isinstance(row[0], bytes) else None

    def forget_picture(self, old: str, new: str) -> bool:
        """Remove the bytes of a picture for good; False where a photo still shows it."""
        self._hold()
        with as_sentence(self.path):
            self._connection.execute("PRAGMA secure_delete = ON")
            with self._transaction():
                return forget_picture(self._connection, old, new)

    def back_up(self, path: Path) -> None:
        """Put a verified copy of the file at `path`."""
        back_up(self._connection, path)

    def close(self) -> None:
        """Leave the file as one file, with nothing beside it."""
        with suppress(sqlite3.Error):  # a file that is gone cannot be tidied
            back_to_delete(self._connection)
        self._connection.close()

    def _first_reading(self) -> Walk:
        try:
            with self._transaction():
                complete(self._connection)
                reading = read(self._connection)
                self._mend(reading)
                return self._note(reading)
        except sqlite3.OperationalError as error:
            if troubles.code_of(error) not in (*troubles.READ_ONLY, *troubles.LOCKED):
                raise
        # It may be looked at and not written: what must be put straight waits for a first edit.
        with self._transaction("BEGIN"):
            reading = read(self._connection)
            walk = self._note(reading)
            if reading.odd:
                self._seen = _UNSEEN
            return walk

    def _note(self, reading: Reading) -> Walk:
        self._seen = data_version(self._connection)
        self.history = read_entries(self._connection, reading.walk)
        return reading.walk

    def _hold(self) -> None:
        """Make the connection anew where the last failure took it."""
        if not self._lost:
            return
        if not self.path.exists():
            raise troubles.gone(self.path)
        with vetted(self.path) as looked:
            if meta(looked).get("walk") != self.walk.about.id:
                raise troubles.gone(self.path)
        self._connection.close()
        self._connection = connect(self.path)
        self._seen, self._lost = _UNSEEN, False

    @contextmanager
    def _transaction(self, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
        self._connection.execute(begin)
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _write(self, commit: Commit) -> None:
        writer = RowWriter(self._connection, commit.after)
        if commit.entry.foreign:
            writer.agree(commit.entry.changes)
        else:
            writer.write(commit.entry.changes)
        writer.finish()
        write_blobs(self._connection, commit.blobs.items())
        write_marks(self._connection, commit.after.marks)
        write_entry(self._connection, commit.entry)

    def _take(self, floor: Marks) -> Found:
        """Read what another program left, and put straight what is odd about it."""
        parts = acting(self._connection)
        if parts:
            raise troubles.meddled(self.path, parts)
        complete(self._connection)
        reading = read(self._connection, self.walk, floor)
        self._mend(reading)
        remarks = remarks_on(self.walk, reading)
        return Found(reading.walk, last_number(self._connection), remarks)

    def _mend(self, reading: Reading) -> None:
        """Write the rows that say something else than their records."""
        if not reading.odd and not reading.stray_shapes:
            return
        writer = RowWriter(self._connection, reading.walk)
        for table, fids in reading.stray_shapes.items():
            sql = f'DELETE FROM "{table}" WHERE fid = ?'  # noqa: S608  # our own names
            self._connection.executemany(sql, ((fid,) for fid in fids))
        for odd in reading.odd:
            record = reading.walk.table(odd.layer)[odd.uuid]
            if odd.fid is None:
                writer.insert(LAYERS[odd.layer], [record])
            else:
                writer.rewrite(record, odd.fid)
        writer.finish()
        write_marks(self._connection, reading.walk.marks)


__all__ = ["Found", "Keeper"]
