"""Takes people out of a photo for good: what was painted over cannot be had back."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from walkshop.services.photos.opening import opened, upright
from walkshop.services.photos.preparing import LONGEST_PX, as_jpeg, checksum

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST_CELL_PX = 24
"""Side of the least square that keeps one colour; smaller ones could be read back."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One movement of the brush.

    Args:
        path: middles of the brush in px of the photo, from its left and top.
        radius: of the brush, in px of the photo.
    """

    path: tuple[tuple[float, float], ...]
    radius: float


@dataclass(frozen=True, slots=True)
class Version:
    """A photo as it is after work on it; the fields are those of its record."""

    data: bytes
    sha256: str
    width_px: int
    height_px: int


def blurred(data: bytes, strokes: Sequence[Stroke]) -> Version:
    """The photo with everything under the strokes made unrecognisable.

    A mosaic of few squares can be guessed back by a trained program (McPherson, Shokri and
    Shmatikov, 2016), so each square is as wide as the brush: of a face under one stroke of about
    its size some four mean colours are left. They run into each other, which is only for the eye.

    Raises:
        WalkshopError: the photo cannot be read.
    """
    with opened(data, "") as image:
        picture = upright(image, 1, LONGEST_PX)
    return _version(_painted(picture, strokes))


def turned(data: bytes, quarters: int) -> Version:
    """The photo turned clockwise by quarters of a circle.

    Raises:
        WalkshopError: the photo cannot be read.
    """
    from PIL.Image import Transpose

    turns = (None, Transpose.ROTATE_270, Transpose.ROTATE_180, Transpose.ROTATE_90)
    with opened(data, "") as image:
        picture = upright(image, 1, LONGEST_PX)
    turn = turns[quarters % 4]
    return _version(picture if turn is None else picture.transpose(turn))


def _painted(picture: Image, strokes: Sequence[Stroke]) -> Image:
    """`picture` with the strokes of each width covered by its own mosaic."""
    by_cell: dict[int, list[Stroke]] = {}
    for stroke in strokes:
        cell = max(LEAST_CELL_PX, math.ceil(2 * stroke.radius))
        by_cell.setdefault(cell, []).append(stroke)
    done = picture.copy()
    for cell, own in by_cell.items():
        done.paste(_mosaic(picture, cell), mask=_mask(picture.size, own))
    return done


def _mosaic(picture: Image, cell: int) -> Image:
    """The picture in mean colours of squares of `cell` px, run into each other."""
    from PIL.Image import Resampling

    few = (max(1, round(picture.width / cell)), max(1, round(picture.height / cell)))
    return picture.resize(few, Resampling.BOX).resize(picture.size, Resampling.BILINEAR)


def _mask(size: tuple[int, int], strokes: Sequence[Stroke]) -> Image:
    """White where the strokes are; hard edges, for half covered pixels would show what is below."""
    from PIL import Image as Images
    from PIL import ImageDraw

    mask = Images.new("L", size, 0)
    pen = ImageDraw.Draw(mask)
    for stroke in strokes:
        if len(stroke.path) > 1:
            pen.line(stroke.path, fill=255, width=math.ceil(2 * stroke.radius))
        for x, y in stroke.path:
            r = stroke.radius
            pen.ellipse((x - r, y - r, x + r, y + r), fill=255)
    return mask


def _version(picture: Image) -> Version:
    data = as_jpeg(picture)
    return Version(data, checksum(data), picture.width, picture.height)
