"""What the commands share: the language they speak, the clock, and a walk opened for edits."""

from __future__ import annotations

import json
import locale
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from walkshop.domain.records import Stamp
from walkshop.i18n import Language, Text, language
from walkshop.store.store import Store

SAVE_WITHIN_S = 60.0
"""How long a command waits for its edit to be safe on disk."""


def clock() -> Stamp:
    """The time of an act, at the station that commands are."""
    return Stamp(datetime.now(UTC), "command line")


def today() -> date:
    """The day of this machine, by which dates of answers are judged."""
    return datetime.now(UTC).astimezone().date()


def new_id() -> str:
    """An identity for a record that is born now."""
    return str(uuid4())


def spoken() -> Language:
    """The language of the sentences that commands print: Dutch on a Dutch machine."""
    wished = os.environ.get("WALKSHOP_LANG") or (locale.getlocale()[0] or "")
    return language("nl" if wished.lower().startswith(("nl", "dutch")) else "en")


def say(text: Text) -> None:
    """Print one sentence."""
    print(spoken().say(text))


def print_json(data: Mapping[str, object]) -> None:
    """Print one JSON object, readable by people too."""
    json.dump(data, sys.stdout, ensure_ascii=False, indent=2)
    print()


@contextmanager
def editing(path: Path) -> Iterator[Store]:
    """The walk in `path` opened for edits; when the block ends well they are safe on disk.

    Raises:
        WalkshopError: the file cannot be opened or written; what it holds stays as it was.
    """
    from walkshop.services import gpkg

    deliver = gpkg.DirectDelivery()
    file = gpkg.open_walk(path, deliver)
    try:
        store = Store(file.walk, clock, file, file.history)
        file.attach(store)
        yield store
        file.flush(SAVE_WITHIN_S)
        if store.trouble is not None:
            raise store.trouble
    finally:
        file.close()
