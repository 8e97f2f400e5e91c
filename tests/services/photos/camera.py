"""A camera for tests: photos with whatever a device may write, made with Pillow."""

from __future__ import annotations

import base64
import io
from itertools import count
from typing import Any

from PIL import Image

ALONG = (51.93, 4.49)
"""Degrees north and east, in Crooswijk."""

HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAb5tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA"
    "AAAAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAAB4gABAAAAAAAAABoAAgAAAAAB/AABAAAAAAAAAKgAAAA4aWlu"
    "ZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA"
    "/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkA"
    "AAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAA"
    "AAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAABppcmVmAAAAAAAA"
    "AA5jZHNjAAIAAQABAAAAym1kYXQAAAAWKAGvGYDvSaW//9w5n/U2L/hetaY+bgAAAAZFeGlmAABNTQAqAAAACAAD"
    "AQ8AAgAAAAUAAAAyARIAAwAAAAEAAQAAiCUABAAAAAEAAAA4AAAAAFRlc3QAAAAEAAEAAgAAAAJOAAAAAAIABQAA"
    "AAMAAABuAAMAAgAAAAJFAAAAAAQABQAAAAMAAACGAAAAAAAAADMAAAABAAAANwAAAAEAAAAwAAAAAQAAAAQAAAAB"
    "AAAAHQAAAAEAAAAYAAAAAQ=="
)
"""64 by 48 px in red, as a phone writes it: at 51 55 48 N, 4 29 24 E."""

_ids = count(1)


def new_id() -> str:
    """An id that no other photo of this run has."""
    return f"photo {next(_ids)}"


def picture(size: tuple[int, int] = (80, 60), mode: str = "RGB") -> Image.Image:
    """Left half dark, right half light, so that turning shows."""
    made = Image.new("RGB", size, (30, 60, 90))
    made.paste((230, 200, 170), (size[0] // 2, 0, *size))
    return made.convert(mode)


def gps(lat: Any, lon: Any, lat_ref: str = "N", lon_ref: str = "E", **more: Any) -> dict[int, Any]:
    """A GPS block; `more` are tags by their number in words, such as t29."""
    extra = {int(name[1:]): value for name, value in more.items()}
    return {1: lat_ref, 2: lat, 3: lon_ref, 4: lon, **extra}


def shot(
    image: Image.Image | None = None,
    kind: str = "JPEG",
    where: dict[int, Any] | None = None,
    detail: dict[int, Any] | None = None,
    **options: Any,
) -> bytes:
    """The bytes of a photo with tags in its GPS block, its Exif block and, as `base`, its first."""
    exif = Image.Exif()
    for tag, value in options.pop("base", {}).items():
        exif[tag] = value
    for ifd, tags in ((0x8825, where), (0x8769, detail)):
        if tags is not None:
            exif.get_ifd(ifd).update(tags)
    out = io.BytesIO()
    (image or picture()).save(out, kind, exif=exif.tobytes(), **options)
    return out.getvalue()


def taken(when: str) -> dict[int, Any]:
    """The Exif block of a photo taken at this time, such as "2027:03:08 10:15:00"."""
    return {0x9003: when}
