"""Opening plans: by what they are, upright, page by page, and never more than the machine has."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest
from PIL import Image

from tests.services.basemap import plans
from tests.services.basemap.plans import BLUE, RED, drawn, saved
from tests.services.photos.camera import HEIC
from walkshop.domain.errors import WalkshopError
from walkshop.services.basemap import planpdf
from walkshop.services.basemap.plan import open_plan
from walkshop.services.basemap.planpicture import MOST_PX, PlanPicture

pytestmark = pytest.mark.slow

BOMB_S = 10.0


def quiet(_step: int, _total: int) -> None:
    """Nobody looks on."""


def opened(path: Path, page: int = 0) -> PlanPicture:
    return open_plan(path, quiet).picture(page, quiet)


def colour(picture: PlanPicture, x: float, y: float) -> tuple[int, ...]:
    """The pixel at a part of width and height."""
    whole = picture.levels[0]
    return whole.getpixel((int(x * (whole.width - 1)), int(y * (whole.height - 1))))


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 25 for a, b in zip(one, other, strict=True))


def refusal(path: Path) -> str:
    with pytest.raises(WalkshopError) as refused:
        opened(path)
    assert refused.value.hint is not None
    return refused.value.message.id


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "tiff"])
def test_a_picture_of_each_kind_is_read_whatever_its_name_ends_in(
    tmp_path: Path, ending: str
) -> None:
    path = saved(tmp_path / f"plan.{ending}").rename(tmp_path / "plan.scan")
    picture = opened(path)
    assert picture.size == (640, 400)
    assert near(colour(picture, 0.1, 0.1), RED)
    assert near(colour(picture, 0.5, 1.0), BLUE)


def test_a_heic_of_a_phone_is_read(shared_data: Path) -> None:
    picture = opened(shared_data / "imports" / "photos" / "IMG_2927.HEIC")
    assert picture.size == (3024, 4032)
    assert len(picture.levels[-1].getcolors(100_000)) > 100


def test_a_small_heic_is_too_small_but_no_stranger(tmp_path: Path) -> None:
    path = tmp_path / "plan.jpg"
    path.write_bytes(HEIC)
    assert open_plan(path, quiet).kind == "picture"


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.pdf") == "There is no file {file}."


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "I;16"])
def test_scans_of_every_depth_become_plain_colours(tmp_path: Path, mode: str) -> None:
    image = drawn().convert("L") if mode == "I;16" else drawn()
    path = tmp_path / "plan.tif"
    saved(path, image.convert(mode))
    assert opened(path).levels[0].mode == "RGB"


@pytest.mark.parametrize("ending", ["jpg", "tif", "png"])
@pytest.mark.parametrize("turn", [3, 6, 8])
def test_a_plan_photographed_on_its_side_stands_upright(
    tmp_path: Path, ending: str, turn: int
) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    back = {3: 180, 6: 90, 8: 270}[turn]
    path = tmp_path / f"plan.{ending}"
    saved(path, drawn().rotate(back, expand=True), exif=exif)
    picture = opened(path)
    assert picture.size == (640, 400)
    assert near(colour(picture, 0.1, 0.1), RED)


def test_a_page_of_a_pdf_is_chosen(tmp_path: Path) -> None:
    path = plans.pdf(tmp_path / "plan.pdf", drawn(), Image.new("RGB", (300, 500), BLUE))
    plan = open_plan(path, quiet)
    assert (plan.kind, plan.pages) == ("pdf", 2)
    first, second = plan.picture(0, quiet), plan.picture(1, quiet)
    assert first.size == pytest.approx(
        (1920, 1200), abs=1
    )  # 100 dpi in the file, 300 as it is read
    assert near(colour(first, 0.1, 0.1), RED)
    assert second.size == pytest.approx((900, 1500), abs=1)
    assert near(colour(second, 0.5, 0.5), BLUE)


def test_a_page_of_a_scan_with_several_is_chosen(tmp_path: Path) -> None:
    blue = Image.new("RGB", (300, 500), BLUE)
    path = saved(tmp_path / "plan.tif", save_all=True, append_images=[blue])
    plan = open_plan(path, quiet)
    assert plan.pages == 2
    assert plan.picture(1, quiet).size == (300, 500)


def test_a_very_large_sheet_is_read_with_fewer_pixels(tmp_path: Path) -> None:
    path = saved(tmp_path / "a0.tif", Image.new("L", (9000, 6000), 200), compression="tiff_lzw")
    picture = opened(path)
    assert 0.95 * MOST_PX < picture.size[0] * picture.size[1] <= MOST_PX
    assert picture.size[0] / picture.size[1] == pytest.approx(1.5, rel=1e-3)


def test_a_very_large_page_is_drawn_with_fewer_pixels(tmp_path: Path) -> None:
    picture = opened(plans.pdf(tmp_path / "a0.pdf", drawn(400, 600), dpi=10))
    assert 0.95 * MOST_PX < picture.size[0] * picture.size[1] <= MOST_PX


def test_what_is_no_plan_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "plan.png"
    path.write_text("<html>")
    assert refusal(path) == "“{name}” is no picture and no PDF."


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "tif", "pdf"])
def test_a_plan_that_is_cut_off_is_refused_in_a_sentence(tmp_path: Path, ending: str) -> None:
    path = saved(tmp_path / f"plan.{ending}", Image.effect_noise((640, 400), 90).convert("RGB"))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 3])
    assert refusal(path) == "“{name}” is damaged and cannot be read."


def test_a_stamp_is_too_small_for_a_plan(tmp_path: Path) -> None:
    path = saved(tmp_path / "plan.png", drawn(40, 30))
    assert refusal(path) == "“{name}” is too small for a plan."


def test_a_locked_pdf_says_so(tmp_path: Path) -> None:
    assert refusal(plans.locked_pdf(tmp_path / "plan.pdf")) == "“{name}” is locked with a password."


def test_a_picture_made_to_fill_the_memory_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = plans.png_bomb(tmp_path / "plan.png", 24_000)
    assert path.stat().st_size < 200_000
    start = time.monotonic()
    assert refusal(path) == "“{name}” is too large to read."
    assert time.monotonic() - start < BOMB_S


def test_a_tiff_made_to_fill_the_memory_is_refused_before_it_is_read(tmp_path: Path) -> None:
    image = Image.new("1", (16_000, 16_000))
    path = saved(tmp_path / "plan.tif", image, compression="group4")
    start = time.monotonic()
    assert refusal(path) == "“{name}” is too large to read."
    assert time.monotonic() - start < BOMB_S


@pytest.mark.slow
def test_a_pdf_made_to_fill_the_memory_is_drawn_row_by_row(tmp_path: Path) -> None:
    path = plans.pdf_bomb(tmp_path / "plan.pdf", 20_000)  # 1.2 GB when it is unpacked
    start = time.monotonic()
    assert opened(path).size == (2500, 2500)
    assert time.monotonic() - start < BOMB_S
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert kilobytes * 1024 < 2_000_000_000


def test_a_pdf_at_which_the_reader_falls_over_is_refused(tmp_path: Path) -> None:
    path = plans.pdf(tmp_path / "plan.pdf", drawn())
    with pytest.raises(WalkshopError) as refused:
        planpdf.asked(path, quiet, plans.fall_over)
    assert refused.value.message.id == "“{name}” takes too long to read."


def test_a_pdf_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planpdf, "PATIENCE_S", 0.0)
    path = plans.pdf(tmp_path / "plan.pdf", drawn())
    assert refusal(path) == "“{name}” takes too long to read."


def test_reading_a_pdf_can_be_stopped(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop(_step: int, _total: int) -> None:
        raise Enough

    path = plans.pdf(tmp_path / "plan.pdf", drawn())
    with pytest.raises(Enough):
        open_plan(path, stop)
