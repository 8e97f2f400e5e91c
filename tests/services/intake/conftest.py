"""Small made tables, read as a person would bring them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

import pytest

from tests.domain.builders import a_walk
from walkshop.domain.records import Walk
from walkshop.i18n import language
from walkshop.services.intake import AS_NAMED, Proposal, propose

Read = Callable[..., Proposal]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Propose a table of these words or bytes, into an empty walk unless one is given."""
    numbers = count(1)

    def proposed(
        table: str | bytes,
        walk: Walk | None = None,
        columns: Mapping[str, str] = AS_NAMED,
        name: str = "notes.csv",
    ) -> Proposal:
        path = tmp_path / name
        path.write_bytes(table if isinstance(table, bytes) else table.encode())
        return propose(path, walk or a_walk(), columns, lambda: f"id {next(numbers)}")

    return proposed


def said(proposal: Proposal) -> list[str]:
    """What was guessed, one line each, in English."""
    say = language("en").say
    return [f"{say(guess.what)}: {say(guess.taken_as)}" for guess in proposal.guessed]
