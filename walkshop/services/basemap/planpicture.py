"""A plan as pixels: whole, and halved again and again, so that any size of it is quickly there."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PX = 25_000_000
"""Pixels of a plan as it is worked with: A3 at 300 dpi, A1 at 180. More is averaged together."""

_SMALLEST_PX = 256


@dataclass(frozen=True, slots=True)
class Rgb:
    """Rows from the top, three bytes to the px, nothing between the rows."""

    width: int
    height: int
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class PlanPicture:
    """A plan that can be shown and laid; any thread may read it.

    Args:
        name: of its file.
        levels: RGB; the whole picture, then each of half the side of the one before.
    """

    name: str
    levels: tuple[Image, ...]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in px."""
        return self.levels[0].size

    @property
    def diagonal_px(self) -> float:
        """From corner to corner."""
        return math.hypot(*self.size)

    def level_for(self, px_per_px: float) -> int:
        """The level to take where this many px of the plan become one."""
        wanted = round(math.log2(px_per_px)) if px_per_px > 1 else 0
        return min(wanted, len(self.levels) - 1)

    def rgb(self, level: int) -> Rgb:
        """The bytes of a level."""
        image = self.levels[level]
        return Rgb(image.width, image.height, image.tobytes())


def plan_picture(name: str, image: Image) -> PlanPicture:
    """A plan of an upright picture, made smaller where it has too many pixels."""
    whole = image if image.mode == "RGB" else image.convert("RGB")
    return PlanPicture(name, tuple(_halved(reduced(whole))))


def reduced(image: Image) -> Image:
    """A picture of at most MOST_PX pixels; its mode is L, RGB, RGBA or CMYK."""
    from PIL import Image as Images

    share = math.sqrt(MOST_PX / (image.width * image.height))
    if share >= 1:
        return image
    size = max(1, int(image.width * share)), max(1, int(image.height * share))
    return image.resize(size, Images.Resampling.LANCZOS)


def _halved(image: Image) -> Iterator[Image]:
    yield image
    while max(image.size) > _SMALLEST_PX:
        image = image.reduce(2)
        yield image
