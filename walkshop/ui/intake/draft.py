"""What somebody is about to read in: files with their proposals, and what is wanted of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from walkshop.domain.edits.bringing import AllIn, bring_all_in
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.notes import standing_notes
from walkshop.domain.records import Note, NoteId, RouteId, Stamp, Walk
from walkshop.domain.themes import plain_words
from walkshop.i18n import Text
from walkshop.services.intake import Proposal, Wish, blobs_of, offer_of
from walkshop.services.photos.folder import Album

LEAST_WORDS = 3
"""Words from which two notes with the same words in another order are called alike."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or pasted lines.

    Args:
        name: of the file, for sentences.
        path: None for pasted lines.
        columns: what a person said of its columns.
        seen: the columns that it has, also where it could not be read.
        files: all of them, where photos of several files are one source.
        album: its photos, for one that is photos.
        offsets: seconds added to the times of each camera, by its key.
    """

    name: str
    path: Path | None = None
    proposal: Proposal | None = None
    refusal: WalkshopError | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    seen: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    album: Album | None = None
    offsets: Mapping[str, float] = field(default_factory=dict)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every file that it was read from; none for pasted lines."""
        return self.files or ((self.path,) if self.path else ())

    def kept_as(self, say: Callable[[Text], str]) -> str:
        """What history calls it; the name of a chat may be that of a person."""
        known = self.proposal.kept_as if self.proposal else None
        return say(known) if known else self.name


class Standing(Enum):
    """What a row is to the walk."""

    NEW = 0
    KNOWN = 1
    COMPLETES = 2
    ALIKE = 3


@dataclass(frozen=True, slots=True)
class RowIn:
    """One row as it would be in the walk.

    Args:
        row: its id in the proposal.
        note: the note that it becomes, completes or is already; the bare row when it stays out.
        other: the number of the note that it is like.
    """

    row: NoteId
    note: Note
    standing: Standing = Standing.NEW
    other: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of the files.

    Args:
        without: rows that stay outside.
        stops: whether places become stops.
        route: whether the longest track becomes the route.
        photos: whether pictures come along.
    """

    without: frozenset[NoteId] = frozenset()
    stops: bool = False
    route: bool = False
    photos: bool = True

    def wish(self, route: RouteId) -> Wish:
        """The same for one proposal."""
        return Wish(self.without, self.stops, route if self.route else None, self.photos)


@dataclass(frozen=True, slots=True)
class Outlook:
    """How the walk would be with everything that is wanted.

    Args:
        before: the walk that this was worked out on.
        came: what came of each source that could be read.
    """

    before: Walk
    sources: tuple[Source, ...]
    wanted: Wanted
    came: tuple[AllIn, ...] = ()
    rows: tuple[RowIn, ...] = ()
    route: RouteId | None = None
    stamp: Stamp | None = None

    @property
    def walk(self) -> Walk:
        """The walk with everything."""
        return self.came[-1].walk if self.came else self.before

    def source(self, name: str) -> Source | None:
        """The file with this name."""
        return next((source for source in self.sources if source.name == name), None)

    def files(self, name: str, said: Mapping[str, str]) -> list[tuple[Path, Mapping[str, str]]]:
        """Every file with what was said of it, and of the one with this name `said` too."""
        return [
            (path, {**source.columns, **(said if source.name == name else {})})
            for source in self.sources
            for path in source.paths
        ]

    @property
    def added(self) -> int:
        """Notes that are new."""
        return sum(len(came.done.added) for came in self.came)

    @property
    def changed(self) -> int:
        """Notes of the walk that learn something."""
        return sum(len(came.done.changed) for came in self.came)

    @property
    def other(self) -> int:
        """Photos, stops and routes that are new."""
        return sum(len(came.photos) + len(came.stops) + came.routes for came in self.came)

    def blobs(self) -> dict[str, bytes]:
        """The bytes of new pictures, by checksum."""
        blobs: dict[str, bytes] = {}
        for proposal, came in zip(proposals_of(self.sources), self.came, strict=True):
            blobs |= blobs_of(proposal, came)
        return blobs

    def again(self, walk: Walk) -> Walk:
        """`walk` with everything: as worked out, or anew where the walk is another one now."""
        if walk is self.before or self.stamp is None or self.route is None:
            return self.walk
        came = brought(walk, self.sources, self.wanted, self.route, self.stamp)
        return came[-1].walk if came else walk


def proposals_of(sources: Iterable[Source]) -> list[Proposal]:
    """The proposals of those that could be read."""
    return [source.proposal for source in sources if source.proposal is not None]


def brought(
    walk: Walk, sources: Iterable[Source], wanted: Wanted, route: RouteId, stamp: Stamp
) -> list[AllIn]:
    """What comes of each source in turn."""
    came: list[AllIn] = []
    for proposal in proposals_of(sources):
        came.append(bring_all_in(walk, offer_of(proposal, wanted.wish(route)), stamp))
        walk = came[-1].walk
    return came


def look_ahead(
    walk: Walk, sources: Sequence[Source], wanted: Wanted | None, route: RouteId, stamp: Stamp
) -> Outlook:
    """How `walk` would be. Without `wanted`, rows that are like a note of the walk stay outside."""
    alike = _alike(walk, sources)
    if wanted is None:
        probe = brought(walk, sources, Wanted(), route, stamp)
        same = {row for came in probe for row in came.done.became}
        wanted = Wanted(without=frozenset(alike.keys() - same))
    came = brought(walk, sources, wanted, route, stamp)
    rows = []
    for proposal, part in zip(proposals_of(sources), came, strict=True):
        learned = {note.id for note in part.done.changed}
        rows += [_row_in(row, part, learned, wanted, alike.get(row.id, 0)) for row in proposal.rows]
    return Outlook(walk, tuple(sources), wanted, tuple(came), tuple(rows), route, stamp)


def _row_in(row: Note, came: AllIn, learned: set[NoteId], wanted: Wanted, alike: int) -> RowIn:
    if row.id in wanted.without:
        return RowIn(row.id, row, Standing.ALIKE if alike else Standing.NEW, alike)
    became = came.done.became.get(row.id)
    note = came.walk.notes.get(became or row.id, row)  # of a withdrawn photo there is none
    if became is None:
        return RowIn(row.id, note, Standing.ALIKE if alike else Standing.NEW, alike)
    return RowIn(row.id, note, Standing.COMPLETES if became in learned else Standing.KNOWN, note.nr)


def _alike(walk: Walk, sources: Sequence[Source]) -> dict[NoteId, int]:
    """The rows with the very words of a note that is there, in any order, and its number."""
    known: dict[frozenset[str], int] = {}
    for note in standing_notes(walk):
        known.setdefault(_bag(note.text), note.nr)
    known.pop(frozenset(), None)
    rows = (row for proposal in proposals_of(sources) for row in proposal.rows)
    return {row.id: known[bag] for row in rows if known and (bag := _bag(row.text)) in known}


def _bag(text: str) -> frozenset[str]:
    words = plain_words(text).split()
    return frozenset(words) if len(words) >= LEAST_WORDS else frozenset()
