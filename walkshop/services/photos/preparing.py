"""Makes of a photo what a walk keeps: upright, small, and without a trace of place or device."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from walkshop.domain.geo import LonLat
from walkshop.domain.records import Photo, PhotoId
from walkshop.services.photos.exif import read_told
from walkshop.services.photos.opening import opened, upright

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_PX = 2_000
"""Longest side of what is kept: 17 cm wide at 300 dpi, sharper than a wall poster needs. Phones
make 4,000 or 4,032 px, which are read at the half for this: a third of the time and memory."""

QUALITY = 82
"""JPEG quality; from here on files grow faster than what is to be seen (see bench_photos)."""

_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Prepared:
    """A photo as a walk would keep it, and what its camera told that is not kept.

    Args:
        photo: its record; `sha256` is that of `data`, `origin` that of the file it was made from.
        data: JPEG bytes without any metadata.
        at: where the camera says that it was (WGS84).
        accuracy_m: how far off that may be, in metres.
        taken_at: the aware moment by the camera's clock.
        satellites_at: the aware moment by the clock of the satellites.
        camera: tells one camera from another; never kept.
        camera_name: make and model; never kept.
    """

    photo: Photo
    data: bytes
    at: LonLat | None = None
    accuracy_m: float | None = None
    taken_at: datetime | None = None
    satellites_at: datetime | None = None
    camera: str = ""
    camera_name: str = ""


def prepare_photo(data: bytes, name: str, new_id: Callable[[], str]) -> Prepared:
    """The photo in `data`; what it really is counts, not the ending of its name.

    Args:
        data: the bytes of a JPEG, PNG, WebP or HEIC file; of a moving one the first frame.
        name: of the file, for its record and for what is said about it.

    Raises:
        WalkshopError: it is no such photo, too large, or damaged.
    """
    with opened(data, name) as image:
        told = read_told(image)
        picture = upright(image, told.orientation, LONGEST_PX)
    kept = as_jpeg(picture)
    photo = Photo(
        id=PhotoId(new_id()),
        sha256=checksum(kept),
        width_px=picture.width,
        height_px=picture.height,
        taken_at=told.taken_at,
        original_name=name[-_LONGEST_NAME:],
        origin=checksum(data),
    )
    return Prepared(
        photo,
        kept,
        told.at,
        told.accuracy_m,
        told.taken_at,
        told.satellites_at,
        told.camera,
        told.camera_name,
    )


def as_jpeg(picture: Image) -> bytes:
    """The picture as JPEG; painted on a fresh one, which has nothing but its pixels."""
    from PIL import Image as Images

    fresh = Images.new("RGB", picture.size)
    fresh.paste(picture)
    out = io.BytesIO()
    fresh.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def checksum(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


__all__ = ["LONGEST_PX", "QUALITY", "Prepared", "as_jpeg", "checksum", "prepare_photo"]
