"""Opens a scan, a photo of a plan or a page of a PDF, so that it can be laid under a walk.

A stranger's file may be made to fill the memory: sizes are judged before a pixel is read.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.basemap import planpdf, troubles
from walkshop.services.basemap.kinds import HEAD_BYTES
from walkshop.services.basemap.planpicture import MOST_PX, PlanPicture, plan_picture, reduced
from walkshop.services.photos.exif import read_told
from walkshop.services.photos.headers import kind_of
from walkshop.services.photos.opening import opened, quiet, upright

if TYPE_CHECKING:
    from PIL.Image import Image

Report = Callable[[int, int], None]

ENDINGS = ("pdf", "png", "jpg", "jpeg", "tif", "tiff", "webp", "heic", "heif")
MOST_BYTES = 300_000_000
MOST_TIFF_PX = 150_000_000
"""A scan of A0 at 300 dpi has 139 million pixels."""

LEAST_PX = 64
MOST_PAGES = 100
_COUNT_WITHIN_S = 2.0
_TIFF = (b"II*\x00", b"MM\x00*")
_REDUCIBLE = ("L", "RGB", "RGBA", "CMYK")
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, IndexError, KeyError, EOFError)
"""What Pillow and its decoders raise over a broken file."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A file with one or more pages that can be laid; nothing of it is drawn yet.

    Args:
        path: where it is.
        kind: "pdf", "tiff" or "picture".
        pages: how many there are to choose from.
    """

    path: Path
    kind: str
    pages: int = 1

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name

    def picture(self, page: int, report: Report) -> PlanPicture:
        """A page (from 0) as a picture, upright; takes seconds.

        Raises:
            WalkshopError: it is damaged, too large, or so small that nothing can be seen on it.
        """
        report(0, 0)
        image = _DRAWN[self.kind](self, page, report)
        if min(image.size) < LEAST_PX:
            raise WalkshopError(
                msg("“{name}” is too small for a plan.", name=self.name),
                msg("Choose a larger picture."),
                f"{image.width} by {image.height} px",
            )
        report(0, 0)
        return plan_picture(self.name, image)


def open_plan(path: Path, report: Report) -> Plan:
    """What is in a file, by its content whatever its name ends in; no pixel is read.

    Raises:
        WalkshopError: it is missing, damaged, too large, locked, or no picture and no PDF.
    """
    if not path.is_file():
        raise troubles.missing(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path.name)
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise troubles.unreadable(path, type(error).__name__) from error
    if b"%PDF-" in head[:1024]:
        return Plan(path, "pdf", len(planpdf.page_sizes(path, report)))
    if head.startswith(_TIFF):
        with _opened_tiff(path) as image:
            return Plan(path, "tiff", _frames(image))
    if not kind_of(head):
        raise WalkshopError(
            msg("“{name}” is no picture and no PDF.", name=path.name),
            msg("Choose a PDF, PNG, JPEG, TIFF, WebP or HEIC file."),
        )
    with _opened_picture(path):
        return Plan(path, "picture")


def _of_pdf(plan: Plan, page: int, report: Report) -> Image:
    from PIL import Image as Images

    drawn = planpdf.page_pixels(plan.path, page, MOST_PX, report)
    return Images.frombytes("RGB", (drawn.width, drawn.height), drawn.content)


def _of_tiff(plan: Plan, page: int, _report: Report) -> Image:
    with _opened_tiff(plan.path) as image:
        with quiet():
            image.seek(page)
        _check_tiff(image.size, plan.name)
        return _upright(image)


def _of_picture(plan: Plan, _page: int, _report: Report) -> Image:
    with _opened_picture(plan.path) as image:
        return _upright(image)


_DRAWN: dict[str, Callable[[Plan, int, Report], Image]] = {
    "pdf": _of_pdf,
    "tiff": _of_tiff,
    "picture": _of_picture,
}


def _upright(image: Image) -> Image:
    """The picture as it was seen, in RGB, with no more pixels than one works with."""
    times = (MOST_PX / (image.width * image.height)) ** 0.5
    image.draft("RGB", (round(image.width * times), round(image.height * times)))
    image.load()
    turn = read_told(image).orientation  # a TIFF has turned itself while it was read
    plain = image
    if image.mode == "1":
        plain = image.convert("L")
    elif image.mode in ("P", "LA", "PA"):
        plain = image.convert("RGBA")
    small = reduced(plain) if plain.mode in _REDUCIBLE else plain
    return upright(small, turn, max(small.size))


@contextmanager
def _opened_picture(path: Path) -> Iterator[Image]:
    try:
        with opened(path.read_bytes(), path.name) as image:
            yield image
    except WalkshopError as refusal:  # the same sentence, but a plan comes from no phone
        hint = msg("Make it smaller, or choose another copy.")
        raise WalkshopError(refusal.message, hint, refusal.detail) from refusal
    except OSError as error:
        raise troubles.unreadable(path, type(error).__name__) from error


@contextmanager
def _opened_tiff(path: Path) -> Iterator[Image]:
    """A TIFF, its header read and its size allowed; also what breaks later is refused."""
    from PIL import Image as Images

    try:
        with quiet():  # the limit of Pillow itself is one for the whole process
            found = Images.open(io.BytesIO(path.read_bytes()), formats=["TIFF"])
        with found as image:
            _check_tiff(image.size, path.name)
            yield image
    except (Images.DecompressionBombError, MemoryError) as error:
        raise _too_large(path.name) from error
    except _BROKEN as error:
        raise WalkshopError(
            msg("“{name}” is damaged and cannot be read.", name=path.name),
            msg("Make it smaller, or choose another copy."),
            str(error),
        ) from error


def _check_tiff(size: tuple[int, int], name: str) -> None:
    if size[0] * size[1] > MOST_TIFF_PX:
        raise _too_large(name)


def _frames(image: Image) -> int:
    """How many pages a TIFF has, as far as they are counted quickly."""
    end = time.monotonic() + _COUNT_WITHIN_S
    count = 1
    while count < MOST_PAGES and time.monotonic() < end:
        try:
            with quiet():
                image.seek(count)
        except _BROKEN:
            break
        count += 1
    return count


def _too_large(name: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” is too large to read.", name=name),
        msg("Make it smaller, or choose another copy."),
    )
