"""What a camera wrote into its photo: where, when, which way up, and which camera it was.

Tags and their types: CIPA DC-008 (Exif 2.32), sections 4.6.4 to 4.6.6.
"""

from __future__ import annotations

import hashlib
import math
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, SupportsFloat

from walkshop.domain.geo import LonLat, is_on_earth
from walkshop.services.photos.opening import quiet

if TYPE_CHECKING:
    from PIL.Image import Image

Tags = Mapping[int, object]

_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_MAKE, _MODEL, _ORIENTATION, _CHANGED = 0x010F, 0x0110, 0x0112, 0x0132
_TAKEN = ((0x9003, 0x9011), (0x9004, 0x9012), (_CHANGED, 0x9010))
"""Tags of a time with that of its zone: original, digitized, changed."""

_WIDE, _HIGH = 0xA002, 0xA003
_SERIALS = (0xA431, 0xC62F)
_LAT_REF, _LAT, _LON_REF, _LON, _GPS_TIME, _GPS_DATE, _GPS_ERROR = 1, 2, 3, 4, 7, 29, 31

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_MOST_ERROR_M = 10_000.0
_KEY_LENGTH = 12

_NONSENSE = (ValueError, TypeError, KeyError, IndexError, OverflowError, ZeroDivisionError)
_BROKEN = (*_NONSENSE, struct.error, OSError, SyntaxError, AttributeError, EOFError)


@dataclass(frozen=True, slots=True)
class Told:
    """What is used of it; nothing of this is kept but the place and the time.

    Args:
        orientation: 1 to 8; 1 is upright.
        at: where the camera says that it was (WGS84); None for nothing or nonsense.
        accuracy_m: how far off that may be, in metres.
        taken_at: the aware moment by the camera's clock; in the time zone of this machine where
            the camera names none.
        satellites_at: the aware moment by the clock of the satellites.
        camera: tells this camera from others; made of make, model and serial number, which
            cannot be had back from it. Empty where nothing is known.
        camera_name: make and model.
    """

    orientation: int = 1
    at: LonLat | None = None
    accuracy_m: float | None = None
    taken_at: datetime | None = None
    satellites_at: datetime | None = None
    camera: str = ""
    camera_name: str = ""


def read_told(image: Image) -> Told:
    """What the camera wrote, without what cannot be true."""
    try:
        with quiet():  # tags are decoded when they are asked for
            base = image.getexif()
            return _told(base, base.get_ifd(_EXIF_IFD), base.get_ifd(_GPS_IFD), image.size)
    except _BROKEN:
        return Told()


def _told(base: Tags, detail: Tags, gps: Tags, size: tuple[int, int]) -> Told:
    at = place_of(gps)
    camera, name = _camera(base, detail)
    return Told(
        orientation=_orientation(base, detail, size),
        at=at,
        accuracy_m=_accuracy(gps) if at else None,
        taken_at=taken_of(base, detail),
        satellites_at=_satellites(gps),
        camera=camera,
        camera_name=name,
    )


def place_of(gps: Tags) -> LonLat | None:
    """The place in a GPS block; None for an empty one, NaN, 0/0, and degrees beyond the earth."""
    try:
        at = LonLat(
            _degrees(gps[_LON], gps.get(_LON_REF), "W"), _degrees(gps[_LAT], gps.get(_LAT_REF), "S")
        )
    except _NONSENSE:
        return None
    return at if is_on_earth(at) else None


def taken_of(base: Tags, detail: Tags) -> datetime | None:
    """When it was taken, from the first of three tags that makes sense.

    The first of January at midnight is where a camera's clock begins that nobody set.
    """
    for tag, zone in _TAKEN:
        found = _moment(base.get(tag) if tag == _CHANGED else detail.get(tag), detail.get(zone))
        if found is not None:
            return found
    return None


def _orientation(base: Tags, detail: Tags, size: tuple[int, int]) -> int:
    """1 to 8. Programs that turned the picture itself often left the mark: it counts no more then.

    That shows where the size that the camera wrote is lying and the picture stands, or the reverse.
    """
    said = base.get(_ORIENTATION)
    if not isinstance(said, int) or not 1 <= said <= 8:
        return 1
    wide, high = detail.get(_WIDE), detail.get(_HIGH)
    if said >= 5 and isinstance(wide, int) and isinstance(high, int):
        turned_since = (wide - high) * (size[0] - size[1]) < 0
        return 1 if turned_since else said
    return said


def _moment(cell: object, zone: object) -> datetime | None:
    try:
        naive = datetime.strptime(_text(cell)[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007  # zone below
    except ValueError:
        return None
    if not _FIRST_YEAR <= naive.year <= _LAST_YEAR:
        return None
    if (naive.month, naive.day, naive.hour, naive.minute) == (1, 1, 0, 0):
        return None
    try:
        offset = datetime.strptime(_text(zone), "%z").tzinfo
    except ValueError:
        return naive.astimezone()
    return naive.replace(tzinfo=offset)


def _satellites(gps: Tags) -> datetime | None:
    """The moment that the satellites gave, which is in UTC."""
    try:
        hours, minutes, seconds = (_number(part) for part in _parts(gps[_GPS_TIME]))
        day = datetime.strptime(_text(gps[_GPS_DATE]), "%Y:%m:%d").replace(tzinfo=UTC)
        found = day + timedelta(hours=hours, minutes=minutes, seconds=seconds)
    except _NONSENSE:
        return None
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _degrees(cell: object, reference: object, negative: str) -> float:
    """Degrees, minutes and seconds as degrees; any of them may carry the fraction."""
    parts = [_number(part) for part in _parts(cell)][:3]
    size = sum(abs(part) / 60.0**power for power, part in enumerate(parts))
    if not parts or not math.isfinite(size):
        raise ValueError("no number of degrees")
    below = _text(reference).upper().startswith(negative) or parts[0] < 0
    return -size if below else size


def _accuracy(gps: Tags) -> float | None:
    try:
        metres = _number(gps[_GPS_ERROR])
    except _NONSENSE:
        return None
    return round(metres, 1) if 0 < metres <= _MOST_ERROR_M else None


def _camera(base: Tags, detail: Tags) -> tuple[str, str]:
    make, model = _text(base.get(_MAKE)), _text(base.get(_MODEL))
    serial = next((text for tag in _SERIALS if (text := _text(detail.get(tag)))), "")
    if not (make or model or serial):
        return "", ""
    key = hashlib.sha256("\0".join((make, model, serial)).encode(errors="replace")).hexdigest()
    name = model if model.lower().startswith(make.lower()) else f"{make} {model}"
    return key[:_KEY_LENGTH], name.strip()


def _parts(cell: object) -> Sequence[object]:
    return cell if isinstance(cell, tuple | list) else (cell,)


def _number(cell: object) -> float:
    """A rational of Pillow, or a number; 0/0 is NaN."""
    if not isinstance(cell, SupportsFloat):
        raise TypeError("no number")
    return float(cell)


def _text(cell: object) -> str:
    if isinstance(cell, bytes):
        cell = cell.decode("latin-1")
    return " ".join(cell.replace("\0", " ").split()) if isinstance(cell, str) else ""
