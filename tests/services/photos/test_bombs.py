"""Photos that were made to eat the machine, and broken ones: refused, soon, and with few bytes."""

from __future__ import annotations

import io
import random
import struct
import time
import zlib
from contextlib import suppress

import pytest
from PIL import Image

from tests.services.photos.camera import HEIC, new_id, picture, shot
from walkshop.domain.errors import WalkshopError
from walkshop.services.photos import headers
from walkshop.services.photos.preparing import prepare_photo

pytestmark = pytest.mark.slow

SECONDS = 10.0


def refused(data: bytes) -> str:
    begun = time.monotonic()
    with pytest.raises(WalkshopError) as why:
        prepare_photo(data, "bomb.jpg", new_id)
    assert time.monotonic() - begun < SECONDS
    return str(why.value)


def png_of(width: int, height: int) -> bytes:
    """The head of a PNG that claims to be this large, with next to nothing in it."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def webp_of(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"VP8X" + struct.pack("<I", 10) + b"\x02\0\0\0" + size
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


@pytest.mark.parametrize("side", [8_000, 12_000, 30_000, 2_000_000_000])
def test_a_png_of_too_many_pixels_is_refused_before_it_is_read(side):
    assert "too large" in refused(png_of(side, side)) or side > 1e9


def test_a_png_whose_pixels_are_a_thousandfold_of_its_bytes_is_refused():
    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    assert len(out.getvalue()) < 200_000
    assert "too large" in refused(out.getvalue())


def test_a_webp_of_too_many_pixels_is_refused_before_room_is_made_for_it():
    assert "too large" in refused(webp_of(16_383, 16_383))


def test_a_jpeg_of_too_many_pixels_is_refused():
    data = bytearray(shot())
    start = data.index(b"\xff\xc0")
    data[start + 5 : start + 9] = struct.pack(">HH", 60_000, 60_000)
    assert "too large" in refused(bytes(data))


def test_a_jpeg_that_draws_over_itself_a_thousand_times_is_refused():
    data = shot(picture((3000, 2000)), progressive=True)
    scan = data.index(b"\xff\xda")
    end = data.index(b"\xff\xda", scan + 2)
    assert "too large" in refused(data[:end] + data[scan:end] * 1_000 + data[end:])


def test_scans_are_counted_in_the_first_picture_only():
    plain, drawn_often = shot(), shot(picture((300, 200)), progressive=True)
    assert headers.jpeg_scans(plain) == 1
    assert headers.jpeg_scans(drawn_often) == headers.jpeg_scans(drawn_often + plain * 50)
    assert 5 < headers.jpeg_scans(drawn_often) < 20


def test_a_film_behind_a_photo_does_no_harm():
    assert prepare_photo(shot() + b"\xff\xda\xff\xd8" * 5_000, "a.jpg", new_id).data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIC"])
def test_bytes_that_were_changed_at_random_give_a_photo_or_a_refusal(kind):
    exif = {0x010F: "Canon", 0x0112: 6}
    sound = HEIC if kind == "HEIC" else shot(picture((60, 40)), kind, where={1: "N"}, base=exif)
    dice = random.Random(kind)
    for _ in range(150):
        data = bytearray(sound)
        for _ in range(dice.randint(1, 12)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        with suppress(WalkshopError):  # nothing else comes through
            assert prepare_photo(bytes(data), "a.jpg", new_id).data
