"""Making documents in the background: one, or all in a row, with what came of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Profile
from walkshop.services.output.request import Made
from walkshop.ui.share.documents import Document

Report = Callable[[int, int], None]


class Exporter(Protocol):
    """Makes one document of the open walk; it may run in any thread."""

    def __call__(
        self, out: Path, what: str, profile: Profile, language_code: str, paper: str
    ) -> Made:
        """Make `out`; its ending decides the kind.

        Raises:
            WalkshopError: it cannot be made or written; then nothing is there.
        """


@dataclass(frozen=True, slots=True)
class Wish:
    """For whom, in which language and on which paper."""

    profile: Profile = Profile.PUBLIC
    language: str = "nl"
    paper: str = "a4"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document: it was made, or why not."""

    document: Document
    path: Path
    made: Made | None = None
    refusal: WalkshopError | None = None


def make_all(
    exporter: Exporter, wanted: Sequence[tuple[Document, Path]], wish: Wish, report: Report
) -> list[Outcome]:
    """Make documents one after the other; one that cannot be made does not stop the others."""
    outcomes = []
    for step, (document, path) in enumerate(wanted):
        report(step, len(wanted))
        try:
            made = exporter(path, document.what, wish.profile, wish.language, wish.paper)
        except WalkshopError as refusal:
            outcomes.append(Outcome(document, path, refusal=refusal))
        else:
            outcomes.append(Outcome(document, path, made=made))
    report(len(wanted), len(wanted))
    return outcomes
