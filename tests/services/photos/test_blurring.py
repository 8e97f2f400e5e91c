"""The brush: what is under it cannot be had back, what is beside it stays."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageStat

from tests.services.photos.camera import new_id, picture, shot
from walkshop.services.photos.blurring import Stroke, blurred, turned
from walkshop.services.photos.preparing import prepare_photo
from walkshop.services.photos.showing import pixels_of

FACE = (100, 80, 180, 160)
"""Left, top, right and bottom of the fine pattern that stands for a face, in px."""


def photo() -> bytes:
    """A flat photo with a checkered face in it."""
    image = Image.new("RGB", (400, 300), (120, 140, 160))
    for x in range(FACE[0], FACE[2], 8):
        for y in range(FACE[1], FACE[3], 8):
            if (x // 8 + y // 8) % 2:
                image.paste((250, 240, 230), (x, y, x + 8, y + 8))
            else:
                image.paste((10, 20, 30), (x, y, x + 8, y + 8))
    return prepare_photo(shot(image, "PNG"), "a.png", new_id).data


def spread(data: bytes, box: tuple[int, int, int, int]) -> float:
    """How much the brightness differs within a box."""
    grey = Image.open(io.BytesIO(data)).convert("L").crop(box)
    return ImageStat.Stat(grey).stddev[0]


OVER_FACE = Stroke(tuple((float(x), 120.0) for x in range(90, 191, 10)), 55.0)


def test_a_face_under_the_brush_is_gone():
    data = photo()
    assert spread(data, FACE) > 90
    assert spread(blurred(data, [OVER_FACE]).data, FACE) < 12


def test_two_different_faces_of_one_colour_look_alike_afterwards():
    one = photo()
    image = Image.open(io.BytesIO(one))
    face = image.crop(FACE).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    image.paste(face, FACE[:2])
    other = prepare_photo(shot(image, "PNG"), "b.png", new_id).data
    made = [Image.open(io.BytesIO(blurred(data, [OVER_FACE]).data)).crop(FACE)
            for data in (one, other)]  # fmt: skip
    worst = max(abs(a - b) for a, b in zip(made[0].tobytes(), made[1].tobytes(), strict=True))
    assert worst < 16


def test_what_lies_beside_the_brush_stays():
    data = photo()
    far = (300, 200, 400, 300)
    was = Image.open(io.BytesIO(data)).crop(far).tobytes()
    now = Image.open(io.BytesIO(blurred(data, [OVER_FACE]).data)).crop(far).tobytes()
    assert max(abs(a - b) for a, b in zip(was, now, strict=True)) < 6


@pytest.mark.parametrize("radius", [1.0, 10.0, 40.0, 2_000.0])
def test_one_touch_of_any_brush_is_enough(radius):
    made = blurred(photo(), [Stroke(((140.0, 120.0),), radius)])
    assert (made.width_px, made.height_px) == (400, 300)


def test_strokes_may_run_off_the_photo():
    assert blurred(photo(), [Stroke(((-50.0, -50.0), (900.0, 700.0)), 30.0)]).data


def test_a_version_is_as_bare_as_any_photo_and_another_one():
    data = photo()
    made = blurred(data, [OVER_FACE])
    assert b"Exif" not in made.data
    assert made.data != data
    assert len(made.sha256) == 64


def test_a_photo_is_turned_a_quarter_clockwise():
    data = prepare_photo(shot(picture((80, 60))), "a.jpg", new_id).data
    made = turned(data, 1)
    assert (made.width_px, made.height_px) == (60, 80)
    image = Image.open(io.BytesIO(made.data))
    assert image.getpixel((30, 5))[0] < 128 < image.getpixel((30, 75))[0]  # dark was left


def test_a_photo_is_shown_as_large_as_asked():
    shown = pixels_of(photo(), 100)
    assert (shown.width, shown.height, len(shown.rgb)) == (100, 75, 100 * 75 * 3)
