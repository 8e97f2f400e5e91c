"""A child that edits a walk file and tells each edit that is saved, until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.services.gpkg.filled import Opened, add, change


def main(path: Path, edits: int) -> None:
    """Make edits on the file at `path`, a third of them changes of an earlier note."""
    opened = Opened(path)
    first = opened.store.walk.marks.note

    def tell() -> None:
        if not opened.store.pending:
            sys.stdout.write(f"{opened.store.walk.marks.note - 1}\n")
            sys.stdout.flush()

    opened.store.subscribe_saved(tell)
    for number in range(first, first + edits):
        opened.do(add(f"text {number}"))
        if number % 3 == 0:
            opened.do(change(number, public_text=f"public {number}"))
        opened.file.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
