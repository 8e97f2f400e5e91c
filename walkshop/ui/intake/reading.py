"""Reads files and works out what they would bring, beside the window."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import RouteId, Walk
from walkshop.i18n import Text, msg
from walkshop.services.intake.aside import Request, propose_beside
from walkshop.services.intake.columns import NoWords
from walkshop.services.intake.lines import propose_lines
from walkshop.ui.desk import Desk
from walkshop.ui.intake.chats import along_tracks
from walkshop.ui.intake.draft import Outlook, Source, Wanted, look_ahead
from walkshop.ui.intake.photos import are_photos, photo_source, with_clocks
from walkshop.ui.jobs import Job, Report
from walkshop.ui.map.of_walk import pins_of
from walkshop.ui.map.pinset import Pin

T = TypeVar("T")


class Runner(Protocol):
    """Runs slow work beside the window, as `Jobs` does."""

    def start(
        self, label: Text, work: Callable[[Report], T], done: Callable[[T], None]
    ) -> Job | None:
        """Do `work`, then hand what it gives to `done` in the thread of the window."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """How the walk would be, and its new pins."""

    outlook: Outlook
    pins: tuple[Pin, ...]


class Reading(QObject):
    """One reading at a time: what was asked before is let go of.

    Signals:
        prospect: a Prospect, when it is worked out.
        busy: whether something is under way.
    """

    prospect = Signal(object)
    busy = Signal(bool)

    def __init__(self, desk: Desk, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._job: Job | None = None
        self._turn = 0
        self.route = RouteId(desk.store.new_id())

    def read(self, files: Sequence[tuple[Path, Mapping[str, str]]]) -> None:
        """Read files, each with what a person said of its columns."""
        walk, new_id = self._desk.store.walk, self._desk.store.new_id

        def work(report: Report) -> Prospect:
            photos = [path for path, _columns in files if are_photos(path)]
            sources = [
                _read(walk, path, columns, new_id, report)
                for path, columns in files
                if path not in photos
            ]
            if photos:
                sources.append(photo_source(walk, photos, sources, new_id, report))
            sources = along_tracks(walk, sources)
            return self._prospect(walk, sources, None)

        names = ", ".join(path.name for path, _columns in files)
        self._start(msg("Reading {file}", file=names), work)

    def take_lines(self, text: str) -> None:
        """Take pasted lines, one note each."""
        walk, name = self._desk.store.walk, self._desk.say(msg("Pasted lines"))

        def work(_report: Report) -> Prospect:
            try:
                source = Source(name, proposal=propose_lines(text, self._desk.store.new_id))
            except WalkshopError as refusal:
                source = Source(name, refusal=refusal)
            return self._prospect(walk, [source], None)

        self._start(msg("Reading {file}", file=name), work)

    def set_clocks(
        self, sources: Sequence[Source], wanted: Wanted, offsets: Mapping[str, float]
    ) -> None:
        """Work out what comes with other clocks of cameras (seconds by camera)."""
        walk = self._desk.store.walk

        def work(_report: Report) -> Prospect:
            return self._prospect(walk, with_clocks(walk, sources, offsets), wanted)

        self._start(msg("Looking at the rows"), work)

    def look(self, sources: Sequence[Source], wanted: Wanted) -> None:
        """Work out what comes of files that were read, with other wishes or on another walk."""
        work = partial(self._look, self._desk.store.walk, tuple(sources), wanted)
        self._start(msg("Looking at the rows"), work)

    def forget(self) -> None:
        """Nothing that was read is needed any more."""
        self.stop()
        gc.unfreeze()

    def stop(self) -> None:
        """Let go of what is under way; nothing of it is used."""
        self._turn += 1
        if self._job is not None:
            self._job.stop()
            self._job = None
        self.busy.emit(False)

    def _look(
        self, walk: Walk, sources: tuple[Source, ...], wanted: Wanted, _report: Report
    ) -> Prospect:
        return self._prospect(walk, sources, wanted)

    def _prospect(self, walk: Walk, sources: Sequence[Source], wanted: Wanted | None) -> Prospect:
        stamp = self._desk.store.stamp()
        outlook = look_ahead(walk, sources, wanted, self.route, stamp)
        fresh = [note for came in outlook.came for note in (*came.done.added, *came.done.changed)]
        return Prospect(outlook, tuple(pins_of(outlook.walk, fresh, self._desk.language)))

    def _start(self, label: Text, work: Callable[[Report], Prospect]) -> None:
        self.stop()
        turn = self._turn
        self.busy.emit(True)
        self._job = self._runner.start(
            label, partial(_without_sweeping, work), partial(self._came, turn)
        )

    def _came(self, turn: int, prospect: Any) -> None:  # Any: jobs hand over what work gave
        if turn == self._turn:
            self._job = None
            self.busy.emit(False)
            self.prospect.emit(prospect)


def _without_sweeping(work: Callable[[Report], T], report: Report) -> T:
    """Do work that makes many things which stay.

    Now and then Python looks through all it holds for what nobody needs; with 17,000 rows more
    that takes 130 ms, in which the window stands still. So not meanwhile, and these things are
    left out of it for as long as they are looked at.
    """
    gc.disable()
    try:
        return work(report)
    finally:
        gc.freeze()
        gc.enable()


def _read(
    walk: Walk,
    path: Path,
    columns: Mapping[str, str],
    new_id: Callable[[], str],
    report: Report,
) -> Source:
    try:
        found = propose_beside(Request(path, walk, columns), new_id, report)
    except NoWords as refusal:
        return Source(path.name, path, None, refusal, columns, refusal.columns)
    except WalkshopError as refusal:
        return Source(path.name, path, None, refusal, columns)
    return Source(path.name, path, found, None, columns, found.columns)
