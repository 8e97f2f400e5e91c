"""One remembered edit: what a walk file keeps of it and what undo needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from walkshop.domain.diff import Diff
from walkshop.domain.records import Stamp, Walk
from walkshop.i18n import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """An edit as it is handed to the walk file and read back from its history.

    Args:
        n: its sequence number, unique and rising within a walk file.
        label: what was done; put into words when shown.
        changes: the records before and after.
        stamp: when and at which station.
        gesture: a token that edits of one gesture share, "" for an edit of its own.
        undoes: the numbers of the edits that this one takes back.
        redoes: the number of the undo that this one takes back, or 0.
        foreign: the rows are in the file already; another program put them there.
    """

    n: int
    label: Text
    changes: Diff
    stamp: Stamp
    gesture: str = ""
    undoes: tuple[int, ...] = ()
    redoes: int = 0
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Commit:
    """An entry with what writing it takes: the walk after it, and new photos by checksum."""

    entry: Entry
    after: Walk
    blobs: Mapping[str, bytes] = field(default_factory=dict)
