"""The pixels of a kept photo at the size in which it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.services.photos.opening import opened, upright


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as rows of red, green and blue bytes, without padding."""

    width: int
    height: int
    rgb: bytes


def pixels_of(data: bytes, longest: int) -> Pixels:
    """The photo in `data`, no side longer than `longest` px.

    The bytes come from a walk file, which may be a stranger's: they are opened with the same care.

    Raises:
        WalkshopError: it cannot be read.
    """
    with opened(data, "") as image:
        picture = upright(image, 1, longest)
    return Pixels(picture.width, picture.height, picture.tobytes())
