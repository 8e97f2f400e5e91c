"""Opens a stranger's photo without letting it eat the machine, and gives its picture upright."""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.photos import headers

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 80_000_000
"""A photo of 108 million pixels takes 30 to 40 MB; a Motion Photo hangs a film behind it."""

MOST_PIXELS = {
    headers.JPEG: 120_000_000,
    headers.HEIC: 50_000_000,
    headers.PNG: 50_000_000,
    headers.WEBP: 50_000_000,
}
"""Phones make JPEGs of 108 million pixels, which are read at a quarter; others are read whole."""

MOST_DRAWN = 1_200_000_000
"""Pixels times scans of a JPEG: minutes of work can hide in a small file without this."""

_TURNS = (None, None, 0, 3, 1, 5, 4, 6, 2)
"""EXIF orientation 1 to 8 (CIPA DC-008, tag 0x0112) to what Pillow calls the way back upright."""

_BROKEN = (OSError, SyntaxError, ValueError, TypeError, IndexError, KeyError, EOFError)
"""What Pillow and its decoders raise over a broken file."""

_WARNINGS = threading.Lock()
"""What is warned of is a matter of the whole process."""


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Image]:
    """The photo in these bytes, its header read and its size allowed; no pixel is read yet.

    Raises:
        WalkshopError: no photo that can be read, too large, or broken; inside the block too.
    """
    from PIL import Image

    kind = _allowed(data, name)
    _heic_too()
    try:
        with quiet():  # sizes are judged here; Pillow's own limit is one for the whole process
            found = Image.open(io.BytesIO(data), formats=[kind])
        with found as image:
            _check_size(image.size, kind, name)
            _check_scans(data, image.size, kind, name)
            yield image
    except (Image.DecompressionBombError, MemoryError) as error:
        raise _too_large(name) from error
    except _BROKEN as error:
        raise _unreadable(name, str(error)) from error


def upright(image: Image, orientation: int, longest: int) -> Image:
    """The picture in RGB, turned as it was seen, no side longer than `longest` px.

    A JPEG is read at a half, quarter or eighth where that is enough (DCT scaling). What is
    transparent becomes white. 16 bits become 8, CMYK and a colour profile become sRGB.
    """
    from PIL import Image as Images

    size = _fitting(image.size, longest)
    image.draft("RGB", size)
    image.load()
    plain = _eight_bits(image)
    if plain.width > size[0]:
        plain = plain.resize(size, Images.Resampling.LANCZOS)
    plain = _in_srgb(plain, image.info.get("icc_profile"))
    turn = _TURNS[orientation] if 1 <= orientation <= 8 else None
    return plain if turn is None else plain.transpose(Images.Transpose(turn))


def _fitting(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """The size in px at which no side is longer than `longest`; never larger."""
    share = min(1.0, longest / max(size))
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


@contextmanager
def quiet() -> Iterator[None]:
    """No warnings meanwhile: a broken EXIF block is no reason to refuse a photo."""
    with _WARNINGS, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _allowed(data: bytes, name: str) -> str:
    """The format, where its first bytes make sense and promise no bomb."""
    kind = headers.kind_of(data)
    if not kind:
        raise WalkshopError(
            msg("“{name}” is no photo that can be read.", name=name),
            msg("Photos are JPEG, PNG, WebP or HEIC files."),
        )
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    if kind == headers.WEBP:
        size = headers.webp_size(data)
        if size is None:
            raise _unreadable(name, "no size in its first chunk")
        _check_size(size, kind, name)
    return kind


def _check_size(size: tuple[int, int], kind: str, name: str) -> None:
    if size[0] * size[1] > MOST_PIXELS[kind]:
        raise _too_large(name)


def _check_scans(data: bytes, size: tuple[int, int], kind: str, name: str) -> None:
    if kind == headers.JPEG and size[0] * size[1] * headers.jpeg_scans(data) > MOST_DRAWN:
        raise _too_large(name)


def _eight_bits(image: Image) -> Image:
    """Grey or RGB with 8 bits a channel, on white."""
    from PIL import Image as Images

    if image.mode.startswith("I;16") or image.mode == "I":
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode == "F":
        return image.convert("L")
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Images.new("RGB", clear.size, "white")
        white.paste(clear, mask=clear.getchannel("A"))
        return white
    return image if image.mode in ("RGB", "L", "CMYK") else image.convert("RGB")


def _in_srgb(image: Image, profile: object) -> Image:
    """RGB; by its colour profile where it has one that makes sense."""
    if isinstance(profile, bytes) and profile:
        from PIL import ImageCms

        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            done = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, *_BROKEN):
            done = None  # a broken profile: the numbers as they stand
        if done is not None:
            return done
    return image if image.mode == "RGB" else image.convert("RGB")


@cache
def _heic_too() -> None:
    """Let Pillow read HEIC, which iPhones send by default."""
    from pi_heif import register_heif_opener

    register_heif_opener(thumbnails=False)


def _too_large(name: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” is too large to read.", name=name),
        msg("Make it smaller in a photo program first."),
    )


def _unreadable(name: str, detail: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” is damaged and cannot be read.", name=name),
        msg("Copy it from the phone or camera once more."),
        detail,
    )
