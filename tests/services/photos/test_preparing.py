"""What a walk keeps of a photo: upright, small, and nothing but its pixels."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

from tests.services.photos.camera import HEIC, gps, new_id, picture, shot, taken
from walkshop.domain.errors import WalkshopError
from walkshop.services.photos.preparing import LONGEST_PX, prepare_photo

pytestmark = pytest.mark.slow

REAL = {  # name: size that is kept (px), whether it says where, camera
    "Apple_iPhone_4.jpg": ((1296, 968), True, "Apple iPhone 4"),
    "Canon_PowerShot_A85.jpg": ((2000, 1500), False, "Canon PowerShot A85"),
    "FujiFilm_FinePixS1Pro_(2).jpg": ((600, 400), True, "FUJIFILM FinePixS2Pro"),
    "IMG_2927.HEIC": ((1500, 2000), False, "Apple iPhone 11 Pro"),
    "Issue_173_(dotnet).jpg": ((1010, 2000), True, ""),
    "Issue_473_(Java).webp": ((240, 320), True, "Apple iPhone X"),
    "Nikon_D1X.jpg": ((600, 391), False, "NIKON CORPORATION NIKON D1X"),
    "Nokia_Lumia_800.jpg": ((1500, 2000), True, "Nokia Lumia 800"),
    "Samsung_GT-I9000_(Galaxy_S).jpg": ((480, 640), False, "SAMSUNG GT-I9000"),
    # It was turned already; the size that the camera wrote tells.
    "Sony_Cybershot_(3).jpg": ((311, 450), False, "SONY CYBERSHOT"),
    "exif-at-eof.heic": ((1500, 2000), True, "Apple iPhone 11 Pro"),
}
TRACES = (b"Exif", b"http://ns.adobe.com", b"ICC_PROFILE", b"GPS", b"Photoshop", b"8BIM",
          b"Apple", b"iPhone", b"NIKON", b"SAMSUNG", b"SONY", b"Canon", b"FUJIFILM",
          b"secret")  # fmt: skip


def prepared(data: bytes, name: str = "a.jpg"):
    return prepare_photo(data, name, new_id)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def is_bare(data: bytes) -> bool:
    """Whether nothing but a JPEG's own tables stands in the bytes: no other block, no trace."""
    image = opened(data)
    blocks = {name for name, _ in image.applist}  # type: ignore[attr-defined]
    said = set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    return blocks <= {"APP0"} and not said and not any(trace in data for trace in TRACES)


@pytest.mark.parametrize("name", REAL)
def test_every_real_photo_comes_in_upright_and_bare(shared_data, name):
    size, says_where, camera = REAL[name]
    file = shared_data / "imports" / "photos" / name
    made = prepared(file.read_bytes(), name)
    assert opened(made.data).size == size == (made.photo.width_px, made.photo.height_px)
    assert (made.at is not None, made.camera_name) == (says_where, camera)
    assert is_bare(made.data)
    assert made.photo.sha256 == hashlib.sha256(made.data).hexdigest()


def test_every_file_of_the_real_photos_is_in_the_table(shared_data):
    files = {file.name for file in (shared_data / "imports" / "photos").iterdir()}
    assert files - {"SOURCE.md"} == set(REAL)


def test_place_device_comment_and_thumbnail_are_gone():
    data = shot(where=gps((51.0, 55.0, 48.0), (4.0, 29.0, 24.0)), detail={0x927C: b"secret"},
                base={0x010F: "Apple", 0x010E: "secret"}, comment=b"secret words",
                xmp=b"<x:xmpmeta>secret</x:xmpmeta>")  # fmt: skip
    assert b"secret" in data
    made = prepared(data)
    assert made.at == pytest.approx((4.49, 51.93))
    assert is_bare(made.data)


@pytest.mark.parametrize(("orientation", "left_is_dark"), [(1, True), (2, False), (3, False)])
def test_a_photo_is_turned_as_its_camera_was_held(orientation, left_is_dark):
    made = opened(prepared(shot(base={0x0112: orientation})).data)
    assert made.size == (80, 60)
    assert (made.getpixel((5, 30))[0] < 128) is left_is_dark


@pytest.mark.parametrize(
    ("orientation", "top_is_dark"), [(5, True), (6, True), (7, False), (8, False)]
)
def test_a_photo_taken_on_its_side_stands_up(orientation, top_is_dark):
    made = opened(prepared(shot(base={0x0112: orientation})).data)
    assert made.size == (60, 80)
    assert (made.getpixel((30, 5))[0] < 128) is top_is_dark


def test_a_photo_that_was_turned_before_is_not_turned_again():
    data = shot(picture((60, 80)), base={0x0112: 6}, detail={0xA002: 80, 0xA003: 60})
    assert opened(prepared(data).data).size == (60, 80)


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "1", "I;16"])
def test_a_png_of_any_mode_becomes_a_photo_of_eight_bits(mode):
    out = io.BytesIO()
    base = (
        picture(mode="L").point(lambda v: v * 257, "I").convert("I;16") if mode == "I;16" else None
    )
    (base or picture().convert("L" if mode == "1" else "RGB").convert(mode)).save(out, "PNG")
    made = opened(prepared(out.getvalue()).data)
    assert (made.mode, made.format) == ("RGB", "JPEG")
    dark, light = made.getpixel((5, 30)), made.getpixel((75, 30))
    assert sum(dark) + 90 < sum(light)


def test_what_is_transparent_becomes_white():
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(prepared(out.getvalue()).data).getpixel((9, 9)) == (255, 255, 255)


def test_a_print_file_in_cmyk_keeps_its_colours():
    made = opened(prepared(shot(picture(mode="CMYK"))).data)
    assert made.getpixel((75, 30))[0] > made.getpixel((5, 30))[0] + 90


def test_of_a_moving_picture_the_first_frame_is_kept():
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    red, _, blue = opened(prepared(out.getvalue()).data).getpixel((15, 10))
    assert red > 200 > 60 > blue


def test_a_photo_of_a_phone_in_heic_is_read():
    made = prepared(HEIC, "IMG_1.HEIC")
    assert opened(made.data).size == (64, 48)
    assert made.at == pytest.approx((4.49, 51.93))


def test_what_a_file_is_counts_and_not_its_ending():
    assert prepared(shot(kind="PNG"), "holiday.jpg").photo.mime == "image/jpeg"


def test_a_large_photo_is_made_smaller_and_a_small_one_stays():
    large = opened(prepared(shot(picture((5000, 3000)))).data)
    assert max(large.size) == LONGEST_PX
    assert abs(large.width * 3 - large.height * 5) < 10
    assert opened(prepared(shot(picture((90, 50)))).data).size == (90, 50)


def test_the_same_photo_gives_the_same_bytes_and_knows_where_it_came_from():
    data = shot(detail=taken("2027:03:08 10:15:00"))
    one, two = prepared(data), prepared(data)
    assert one.data == two.data
    assert one.photo.origin == hashlib.sha256(data).hexdigest()
    assert one.photo.id != two.photo.id


def test_the_original_is_never_touched(tmp_path: Path):
    from walkshop.services.photos.many import prepare_file

    file = tmp_path / "a.jpg"
    file.write_bytes(shot())
    file.chmod(0o400)
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    prepare_file(file)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"GIF89a" + b"\0" * 40, b"\xff\xd8\xff", b"%PDF-1.7", b"<svg/>",
     b"\0\0\0\x18ftypmif1" + b"\xff" * 40, b"RIFF\0\0\0\0WEBPVP8X"],
)  # fmt: skip
def test_what_is_no_photo_is_refused_in_words(data):
    with pytest.raises(WalkshopError) as refused:
        prepared(data, "a<b>.jpg")
    assert "a<b>.jpg" in str(refused.value)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_photo_that_was_cut_off_is_refused(kind, share):
    data = shot(picture((400, 300)).effect_spread(40), kind)
    with pytest.raises(WalkshopError, match=r"cannot be read|no photo"):
        prepared(data[: int(len(data) * share)])


def test_a_heic_that_was_cut_off_is_refused():
    with pytest.raises(WalkshopError, match="damaged"):
        prepared(HEIC[:-60])
