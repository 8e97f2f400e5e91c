"""Reads large files in a process of their own: the window never waits, and a bomb stays outside.

Python runs one thing at a time, so a thread that reads 17,000 rows would hold up the window. What
comes back is sent in small parts for the same reason.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.queries.notes import extent
from walkshop.domain.records import Note, Walk
from walkshop.i18n import msg
from walkshop.services.intake import PHOTOS, Columns, propose, reader_of
from walkshop.services.intake.proposal import Proposal

LARGE = 300_000
"""Bytes from which a file is read aside; a table of 5,000 notes has about twice as many."""

MOST_MEMORY = 2 * 1024**3
"""Bytes of address space that reading may take, where the system can hold it to that."""

_PART = 250
"""Rows that come back at once: unpacking them takes a few milliseconds."""

_LOOK_S = 0.1
"""Seconds between two looks whether somebody still waits."""

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be read.

    Args:
        path: of the file or folder.
        walk: into which it is to come; only what reading looks at is sent along.
        columns: what a person said of columns.
        kind: the id of a reader; empty where the ending decides.
    """

    path: Path
    walk: Walk
    columns: Columns = field(default_factory=dict)
    kind: str = ""


def propose_beside(request: Request, new_id: Callable[[], str], report: Report) -> Proposal:
    """What a file would bring, read in this process or, when it is large, in one of its own.

    Args:
        report: called as (done, 0) now and then; what it raises stops the reading.

    Raises:
        WalkshopError: it cannot be read.
    """
    report(0, 0)
    if (request.kind or reader_of(request.path).id) == PHOTOS:
        from walkshop.services.photos.folder import read_folder

        return read_folder(request.path, request.walk, new_id, report)  # has processes of its own
    with suppress(OSError):
        if request.path.is_file() and request.path.stat().st_size < LARGE:
            return propose(request.path, request.walk, request.columns, new_id, request.kind)
    return _propose_apart(request, report)


def _propose_apart(request: Request, report: Report) -> Proposal:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    sent = replace(request, walk=_slim(request.walk), columns=dict(request.columns))
    child = context.Process(target=_read, args=(theirs, sent), name="walkshop-intake")
    child.start()
    theirs.close()
    try:
        return _received(request, ours, report)
    finally:
        ours.close()
        child.terminate()
        child.join()
        child.close()


def _received(request: Request, pipe: Connection, report: Report) -> Proposal:
    rows: list[Note] = []
    while True:
        while not pipe.poll(_LOOK_S):
            report(len(rows), 0)
        try:
            found = pipe.recv()
        except EOFError as reason:
            raise WalkshopError(
                msg("“{name}” is too large for this machine.", name=request.path.name),
                msg("Cut it into smaller tables."),
            ) from reason
        report(len(rows), 0)
        if isinstance(found, Proposal):
            return replace(found, rows=tuple(rows))
        if isinstance(found, BaseException):
            raise found
        rows += found


def _read(pipe: Connection, request: Request) -> None:
    """Read and send the rows in parts, then the rest; or why it cannot be read."""
    from uuid import uuid4

    _hold_memory()
    try:
        said, kind = request.columns, request.kind
        found = propose(request.path, request.walk, said, lambda: str(uuid4()), kind)
        for start in range(0, len(found.rows), _PART):
            pipe.send(found.rows[start : start + _PART])
        pipe.send(replace(found, rows=()))
    except MemoryError:
        pass  # the end of the pipe says enough
    except Exception as reason:  # noqa: BLE001 - raised again by who asked
        pipe.send(reason)
    finally:
        pipe.close()


def _hold_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _slim(walk: Walk) -> Walk:
    """The walk without what reading does not look at; its notes become the box around them."""
    around = extent(walk)
    area = walk.area
    if around is not None and not area.outlines:
        west, south, east, north = around.west, around.south, around.east, around.north
        corners = ((west, south), (east, south), (east, north), (west, north))
        ring = tuple(LonLat(*corner) for corner in corners)
        area = replace(area, outlines=(ring,))
    return Walk(
        about=walk.about,
        area=area,
        stops=walk.stops,
        lenses=walk.lenses,
        participants=walk.participants,
        marks=walk.marks,
    )
