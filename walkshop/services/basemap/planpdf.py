"""Reads pages of a stranger's PDF in a process of its own, which may take too long, or too much.

PDFium ends the whole process when it finds no memory, and nothing stops it inside a page. So it
works beside the program, with limits on both, and the program lives on.
"""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.basemap.planpicture import Rgb

PATIENCE_S = 30.0
"""A drawing from a computer with a million lines takes some ten seconds."""

MOST_MEMORY = 1_600_000_000
DPI = 300
"""Scans have as much, and the print of a street name of 2 mm is still read."""

POINTS = 72
MOST_PAGES = 500

Report = Callable[[int, int], None]
PageSize = tuple[float, float]
"""Width and height in points of 1/72 inch."""

_MOST_ANSWER = 200_000_000


def page_sizes(path: Path, report: Report) -> list[PageSize]:
    """The sizes of the pages, at most MOST_PAGES of them.

    Raises:
        WalkshopError: it is damaged, locked, or takes too long or too much.
    """
    about, _ = asked(path, report, _sizes)
    return [(float(wide), float(high)) for wide, high in about["sizes"]]


def page_pixels(path: Path, page: int, most_px: int, report: Report) -> Rgb:
    """A page in at most `most_px` pixels: 300 dpi, or less.

    Raises:
        WalkshopError: see `page_sizes`.
    """
    about, pixels = asked(path, report, _pixels, page, most_px)
    return Rgb(int(about["width"]), int(about["height"]), pixels)


Answer = tuple[dict[str, Any], bytes]  # Any: numbers and words, as JSON has them


def asked(path: Path, report: Report, work: Callable[..., Answer], *more: int) -> Answer:
    """What `work` gives in another process; what `report` raises ends that process.

    Args:
        work: called there with the open document and `more`.

    Raises:
        WalkshopError: PDFium refuses the file, or the process took too long or fell over.
    """
    apart = multiprocessing.get_context("spawn")  # a fork of a window with threads may hang
    ours, theirs = apart.Pipe(duplex=False)
    process = apart.Process(target=_answer, args=(theirs, work, str(path), *more), daemon=True)
    process.start()
    theirs.close()
    end = time.monotonic() + PATIENCE_S
    try:
        while not ours.poll(0.05):
            report(0, 0)
            if time.monotonic() > end:
                raise _too_much(path, "time")
        # Not pickled: a file that takes that process over still only sends words and pixels.
        about, pixels = json.loads(ours.recv_bytes(_MOST_ANSWER)), ours.recv_bytes(_MOST_ANSWER)
    except (EOFError, OSError) as error:
        raise _too_much(path, f"the process ended: {error}") from error
    finally:
        process.kill()
        process.join()
        ours.close()
    if "refused" in about:
        raise _refused(path, str(about["refused"]))
    return about, pixels


def _answer(pipe: Connection, work: Callable[..., Answer], path: str, *more: int) -> None:
    """In the other process: do the work within the limit, and send what came of it."""
    import pypdfium2

    with suppress(ImportError, ValueError, OSError):  # elsewhere than on Linux the clock watches
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    try:
        with pypdfium2.PdfDocument(path) as document:
            about, pixels = work(document, *more)
    except (pypdfium2.PdfiumError, ValueError, OSError, MemoryError) as error:
        about, pixels = {"refused": str(error) or type(error).__name__}, b""
    pipe.send_bytes(json.dumps(about).encode())
    pipe.send_bytes(pixels)


def _sizes(document: Any) -> Answer:  # Any: pypdfium2 has no types
    pages = range(min(len(document), MOST_PAGES))
    return {"sizes": [document.get_page_size(page) for page in pages]}, b""


def _pixels(document: Any, number: int, most_px: int) -> Answer:  # Any: pypdfium2 has no types
    page = document[number]
    wide, high = page.get_size()
    if not (wide >= 1 and high >= 1):
        raise ValueError(f"a page of {wide} by {high} points")
    # PDFium rounds sides up.
    scale = min(DPI / POINTS, (0.99 * most_px / (wide * high)) ** 0.5)
    image = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
    return {"width": image.width, "height": image.height}, image.tobytes()


def _refused(path: Path, detail: str) -> WalkshopError:
    if "password" in detail.lower():
        return _locked(path)
    return _damaged(path, detail)


def _too_much(path: Path, detail: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” takes too long to read.", name=path.name),
        msg("Make a picture of the page, and choose that."),
        detail,
    )


def _locked(path: Path) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” is locked with a password.", name=path.name),
        msg("Ask the maker for a copy without one."),
    )


def _damaged(path: Path, detail: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” is damaged and cannot be read.", name=path.name),
        msg("Ask the maker for another copy."),
        detail,
    )
