"""Making documents in the background: one, or all in a row, with what came of each."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Profile
from walkshop.services.output.request import Made
from walkshop.ui.share.documents import Document

if TYPE_CHECKING:
    from walkshop.services.output.preview import Preview, Room

Report = Callable[[int, int], None]
BOTH = "both"
"""Every document twice: once in each language."""


class Exporter(Protocol):
    """Makes documents of the open walk; it may run in any thread."""

    def __call__(
        self, out: Path, what: str, profile: Profile, language_code: str, paper: str
    ) -> Made:
        """Make `out`; its ending decides the kind.

        Raises:
            WalkshopError: it cannot be made or written; then nothing is there.
        """

    def preview(self, document: Document, wish: Wish, room: Room) -> Preview:
        """What the first page of a document looks like; nothing is written.

        Raises:
            WalkshopError: it cannot be made.
        """


@dataclass(frozen=True, slots=True)
class Wish:
    """For whom, in which language (or BOTH) and on which paper.

    Args:
        first: the language that comes first of both.
    """

    profile: Profile = Profile.PUBLIC
    language: str = "nl"
    paper: str = "a4"
    first: str = "nl"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which each document is made."""
        if self.language != BOTH:
            return (self.language,)
        return ("nl", "en") if self.first == "nl" else ("en", "nl")


@dataclass(frozen=True, slots=True)
class Item:
    """One file or print that is wanted."""

    document: Document
    path: Path
    language: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document: it was made, or why not."""

    item: Item
    made: Made | None = None
    refusal: WalkshopError | None = None

    @property
    def document(self) -> Document:
        """What was to be made."""
        return self.item.document


def make_all(
    exporter: Exporter, wanted: Sequence[Item], wish: Wish, report: Report
) -> list[Outcome]:
    """Make documents one after the other; one that cannot be made does not stop the others."""
    outcomes = []
    for step, item in enumerate(wanted):
        report(step, len(wanted))
        try:
            made = exporter(item.path, item.document.what, wish.profile, item.language, wish.paper)
        except WalkshopError as refusal:
            outcomes.append(Outcome(item, refusal=refusal))
        else:
            outcomes.append(Outcome(item, made=made))
    report(len(wanted), len(wanted))
    return outcomes


def print_all(
    exporter: Exporter,
    wanted: Sequence[Item],
    wish: Wish,
    send: Callable[[Sequence[bytes]], object],
    report: Report,
) -> list[Outcome]:
    """Make PDFs and give all that could be made to `send`, which puts them on paper."""
    with tempfile.TemporaryDirectory(prefix="walkshop-print-") as folder:
        placed = [
            Item(item.document, Path(folder) / f"{step}{item.document.ending}", item.language)
            for step, item in enumerate(wanted)
        ]
        outcomes = make_all(exporter, placed, wish, report)
        pdfs = [outcome.item.path.read_bytes() for outcome in outcomes if outcome.made]
    if pdfs:
        try:
            send(pdfs)
        except WalkshopError as refusal:
            outcomes = [Outcome(outcome.item, refusal=refusal) for outcome in outcomes]
    named = zip(wanted, outcomes, strict=True)
    return [Outcome(item, outcome.made, outcome.refusal) for item, outcome in named]
