"""Takes a picture out of a walk file for good: its bytes, and every mention in the history."""

from __future__ import annotations

import sqlite3


def forget_picture(connection: sqlite3.Connection, old: str, new: str) -> bool:
    """Remove the bytes of a picture that a blurred one took the place of.

    Inside a transaction of the caller, whose connection overwrites what is deleted. The history
    names the new picture from now on, so that taking an edit back never asks for the old one.

    Args:
        old, new: checksums.

    Returns:
        False where a photo still shows the old picture; nothing has changed then.
    """
    shown = "SELECT 1 FROM photos WHERE sha256 = ?"
    if connection.execute(shown, (old,)).fetchone() is not None:
        return False
    connection.execute("DELETE FROM photo_files WHERE sha256 = ?", (old,))
    connection.execute(
        "UPDATE walkshop_history SET changes = replace(changes, ?, ?) WHERE instr(changes, ?)",
        (old, new, old),
    )
    return True


__all__ = ["forget_picture"]
