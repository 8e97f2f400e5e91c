"""`walkshop export`: how a printed map looks and how fine its picture is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest

from walkshop.cli.main import main
from walkshop.files import sample_map
from walkshop.services.sample import SAMPLE

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.slow]


@pytest.fixture
def walk_file(tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_map(SAMPLE), tmp_path / "walk.gpkg"))


def page_of(path: Path) -> bytes:
    with pikepdf.open(path) as document:
        return b"".join(page.Contents.read_bytes() for page in document.pages)


def test_the_picture_has_as_many_dots_as_asked(walk_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.png"
    assert main(["export", str(walk_file), str(out), "--dpi", "72"]) == 0
    assert int.from_bytes(out.read_bytes()[16:20], "big") == pytest.approx(842, abs=1)


def test_too_many_dots_are_refused_in_one_sentence(
    walk_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "map.png"
    assert main(["export", str(walk_file), str(out), "--dpi", "9999"]) == 2
    assert "dots per inch cannot be made" in capsys.readouterr().err
    assert not out.exists()


def test_a_map_for_printers_without_colour_has_no_blue_water(
    walk_file: Path, tmp_path: Path
) -> None:
    water = {}
    for look in ("colour", "black_white"):
        out = tmp_path / f"{look}.pdf"
        asked = ["export", str(walk_file), str(out), "--what", "map", "--look", look]
        assert main(asked) == 0
        water[look] = b"0.7254902 0.8392157 0.9098039" in page_of(out)
    assert water == {"colour": True, "black_white": False}
