"""Reads files that people bring and proposes what they hold; reading changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Walk
from walkshop.i18n import Text, msg
from walkshop.services.intake.delimited import read_delimited
from walkshop.services.intake.proposal import (
    Guessed,
    LeftOut,
    Proposal,
    Reported,
    report,
    report_all,
)
from walkshop.services.intake.rows import propose_table

Columns = Mapping[str, str]
"""What a person said of columns: the name of a column to the field that it holds."""

NewId = Callable[[], str]
"""Makes the id of a new record."""

AS_NAMED: Columns = MappingProxyType({})
"""Columns are what their names say."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file that can be read.

    Args:
        kind: its name in a sentence.
        endings: of its files, in lower case.
        read: the file to its proposal.
    """

    kind: Text
    endings: tuple[str, ...]
    read: Callable[[Path, Walk, Columns, NewId], Proposal]


def _read_table(path: Path, walk: Walk, columns: Columns, new_id: NewId) -> Proposal:
    return propose_table(read_delimited(path), walk, columns, new_id)


READERS = (Reader(msg("tables"), (".csv", ".tsv", ".txt", ".tab"), _read_table),)
"""Every kind of file that can be read; a file without an ending is taken for the first."""


def propose(path: Path, walk: Walk, columns: Columns, new_id: NewId) -> Proposal:
    """What the file would bring into `walk`. Nothing is changed, in the walk or in the file.

    Args:
        columns: what a person said of columns, `AS_NAMED` for nothing.

    Raises:
        WalkshopError: this kind of file cannot be read, or this file cannot.
    """
    return reader_of(path).read(path, walk, columns, new_id)


def reader_of(path: Path) -> Reader:
    """The reader for a file, by its ending.

    Raises:
        WalkshopError: there is none for this kind of file.
    """
    ending = path.suffix.lower()
    if not ending:
        return READERS[0]
    for reader in READERS:
        if ending in reader.endings:
            return reader
    endings = ", ".join(ending for reader in READERS for ending in reader.endings)
    raise WalkshopError(
        msg("“{name}” is of a kind that cannot be read.", name=path.name),
        msg("What can be read: {kinds} ({endings}).", kinds=READERS[0].kind, endings=endings),
    )


__all__ = [
    "AS_NAMED",
    "READERS",
    "Guessed",
    "LeftOut",
    "Proposal",
    "Reader",
    "Reported",
    "propose",
    "reader_of",
    "report",
    "report_all",
]
