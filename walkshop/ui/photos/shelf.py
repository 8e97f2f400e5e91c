"""Fetches the pictures of photos from the walk file beside the window; keeps the small ones."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Text, msg
from walkshop.services.photos.showing import Pixels, pixels_of

T = TypeVar("T")
Report = Callable[[int, int], None]

SMALL_PX = 320
"""Longest side of a small picture: a card at 150 % on a screen of double density."""

_KEPT = 60


class Runs(Protocol):
    """Runs slow work beside the window."""

    def start(self, label: Text, work: Callable[[Report], T], done: Callable[[T], None]) -> object:
        """Run `work`, then hand what it gives to `done`."""


class Pictures(Protocol):
    """Where the bytes of photos lie; asked in any thread. A walk file is one."""

    def blob(self, sha256: str) -> bytes | None:
        """The bytes of a photo by its checksum; None for none."""

    def forget_picture(self, old: str, new: str) -> bool:
        """Remove a picture for good that another took the place of; whether it is gone."""


class PhotoShelf(QObject):
    """The pictures of one open walk.

    Signals:
        loaded: checksum, longest side that was asked for, and a QImage; None for a picture that
            is not there or cannot be read.

    Args:
        pictures: the walk file.
        runs: does the reading.
    """

    loaded = Signal(str, int, object)

    def __init__(self, pictures: Pictures, runs: Runs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pictures = pictures
        self.runs = runs
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._asked: set[tuple[str, int]] = set()

    def small(self, sha256: str) -> QImage | None:
        """The small picture, if it is here; else it is fetched, and `loaded` tells when."""
        if sha256 not in self._kept:
            self.fetch(sha256, SMALL_PX)
        return self._kept.get(sha256)

    def fetch(self, sha256: str, longest: int) -> None:
        """Have a picture fetched; `loaded` tells when."""
        if not sha256 or (sha256, longest) in self._asked:
            return
        self._asked.add((sha256, longest))
        self.runs.start(
            msg("Fetching a photo"),
            lambda _report: _pixels(self.pictures, sha256, longest),
            lambda pixels: self._take(sha256, longest, pixels),
        )

    def _take(self, sha256: str, longest: int, pixels: Pixels | None) -> None:
        self._asked.discard((sha256, longest))
        image = None if pixels is None else as_image(pixels)
        if image is not None and longest == SMALL_PX:
            self._kept[sha256] = image
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self.loaded.emit(sha256, longest, image)


def as_image(pixels: Pixels) -> QImage:
    """The picture with memory of its own."""
    row = 3 * pixels.width
    image = QImage(pixels.rgb, pixels.width, pixels.height, row, QImage.Format.Format_RGB888)
    return image.copy()


def _pixels(pictures: Pictures, sha256: str, longest: int) -> Pixels | None:
    try:
        data = pictures.blob(sha256)
        return None if data is None else pixels_of(data, longest)
    except WalkshopError:
        return None  # the card says that the picture is not there
    except RuntimeError:
        return None  # the walk was closed meanwhile
