"""Prepares many photos at once in processes of their own, so that no window waits for them.

A photo at which a decoder falls over takes its process along, never the program.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing.connection import wait as wait_for
from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import PhotoId
from walkshop.i18n import msg
from walkshop.services.photos.opening import MOST_BYTES
from walkshop.services.photos.preparing import Prepared, prepare_photo

Report = Callable[[int, int], None]
"""Called as report(step, total); raises to stop the work."""

MOST_WORKERS = 4
"""Processes at once; each takes up to 200 MB for a photo of 108 million pixels."""

MEMORY_BYTES = 2_000_000_000
"""Of one process; a photo that wants more is refused."""

_LOOK_EVERY_S = 0.1


def prepare_all(
    paths: Sequence[Path], new_id: Callable[[], str], report: Report
) -> list[Prepared | WalkshopError]:
    """Each photo as a walk would keep it, or why not, in the order of `paths`.

    Raises:
        Whatever `report` raises; nothing is left running then.
    """
    done: dict[int, Prepared | WalkshopError] = {}
    workers = min(MOST_WORKERS, os.cpu_count() or 1, max(1, len(paths)))
    while len(done) < len(paths):
        left = [n for n in range(len(paths)) if n not in done]
        try:
            _round(paths, left, workers, done, report)
        except BrokenProcessPool:
            if workers == 1:  # they go in order: this is the one at which the process fell
                fallen = next(n for n in left if n not in done)
                done[fallen] = _fell_over(paths[fallen])
            workers = 1
    return [_named(done[n], new_id) for n in range(len(paths))]


def _round(
    paths: Sequence[Path],
    left: Sequence[int],
    workers: int,
    done: dict[int, Prepared | WalkshopError],
    report: Report,
) -> None:
    """Prepare what is left; what came of it lies in `done`, also when a process fell over."""
    apart = multiprocessing.get_context("spawn")  # a fork of a window with threads may hang
    pool = ProcessPoolExecutor(workers, mp_context=apart, initializer=_begin)
    try:
        waiting = {pool.submit(prepare_file, paths[n]): n for n in left}
        while waiting:
            report(len(done), len(paths))
            ready, _ = wait(waiting, timeout=_LOOK_EVERY_S, return_when=FIRST_COMPLETED)
            for future in sorted(ready, key=lambda one: waiting[one]):
                done[waiting[future]] = _outcome(future)
                del waiting[future]
        report(len(done), len(paths))
    finally:
        pool.shutdown(cancel_futures=True)


def prepare_file(path: Path) -> Prepared:
    """The photo at `path`, which is only read.

    Raises:
        WalkshopError: it cannot be read, or is no photo.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise WalkshopError(
                msg("“{name}” is too large to read.", name=path.name),
                msg("Make it smaller in a photo program first."),
            )
        data = path.read_bytes()
    except OSError as error:
        raise WalkshopError(
            msg("“{name}” cannot be read.", name=path.name),
            msg("Is it still there?"),
            str(error.strerror),
        ) from error
    return prepare_photo(data, path.name, str)  # it gets its id where the ids are made


def _outcome(future: Future[Prepared]) -> Prepared | WalkshopError:
    try:
        return future.result()
    except WalkshopError as refusal:
        return refusal


def _named(
    outcome: Prepared | WalkshopError, new_id: Callable[[], str]
) -> Prepared | WalkshopError:
    if isinstance(outcome, WalkshopError):
        return outcome
    return replace(outcome, photo=replace(outcome.photo, id=PhotoId(new_id())))


def _fell_over(path: Path) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” is damaged and cannot be read.", name=path.name),
        msg("Copy it from the phone or camera once more."),
        "the process that read it ended",
    )


def _begin() -> None:
    """Give way to the window, take no more memory than a photo needs, and never outlive it."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if sys.platform == "win32":
        return
    import resource

    os.nice(5)
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY or most > MEMORY_BYTES:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, most))


def _end_with_parent() -> None:
    """A process whose parent was ended waits for photos for ever otherwise."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
