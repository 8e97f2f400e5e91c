"""The protocol by which edits reach a walk file and by which the file answers."""

from __future__ import annotations

from typing import Protocol

from walkshop.domain.errors import WalkshopError
from walkshop.domain.history import Commit
from walkshop.domain.records import Walk
from walkshop.i18n import Text


class Journal(Protocol):
    """Takes edits one by one. It may answer later, from the thread in which the store lives."""

    def write(self, commit: Commit) -> None:
        """Take the next edit; every edit is answered by `saved` or `failed`."""


class Answers(Protocol):
    """What a journal says back; the store is one."""

    def saved(self, n: int) -> None:
        """Edit `n`, and all before it, are safe on disk."""

    def failed(self, n: int, why: WalkshopError) -> None:
        """Edit `n` is not on disk yet; it stays pending and is tried again."""

    def foreign(self, walk: Walk, last: int = 0, remarks: tuple[Text, ...] = ()) -> None:
        """Another program changed the file: this is what it holds now, our pending edits aside.

        The journal has dropped the edits that were not saved; the store hands them in anew.

        Args:
            walk: what the file holds.
            last: the number of the last edit in its history; later edits get higher ones.
            remarks: what must be said about the change.
        """


class NoJournal:
    """For a walk without a file: nothing is kept, and nothing is claimed to be saved."""

    def write(self, commit: Commit) -> None:
        """Forget the edit."""
