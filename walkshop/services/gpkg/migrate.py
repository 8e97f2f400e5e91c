"""Walk files of earlier versions become of this version, one step at a time, after a backup.

Columns and tables that are new need no step: `schema.complete` adds them. A step is for what
moves or changes its meaning.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from walkshop.services.gpkg.backup import back_up
from walkshop.services.gpkg.schema import VERSION, complete
from walkshop.services.gpkg.vet import version_of

Step = Callable[[sqlite3.Connection], None]

STEPS: Mapping[int, Step] = MappingProxyType({})
"""How a file of each version becomes one of the next; version 1 is the first there is."""


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    steps: Mapping[int, Step] = STEPS,
    target: int = VERSION,
) -> Path | None:
    """Bring a vetted file to version `target`; the path of the backup, None if none was needed.

    Raises:
        WalkshopError: the backup cannot be made; the file is as it was.
        sqlite3.Error: a step cannot be written; the file is as it was.
    """
    version = version_of(connection)
    if version == target:
        return None
    copy = path.with_name(f"{path.stem}-version-{version}{path.suffix}")
    back_up(connection, copy)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(version, target):
            steps[number](connection)
        complete(connection)
        sql = "UPDATE walkshop_meta SET value = ? WHERE key = 'version'"
        connection.execute(sql, (str(target),))
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    return copy


__all__ = ["STEPS", "migrate"]
