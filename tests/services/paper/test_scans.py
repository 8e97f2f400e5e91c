"""Photos and scans of sheets: every page, turned upright by hand, and parts kept as pictures."""

from __future__ import annotations

import io
from itertools import count

import pytest
from PIL import Image

from tests.services.paper.sheets import SIZE, photo, scan, unheard
from walkshop.domain.errors import WalkshopError
from walkshop.services.paper import scans
from walkshop.services.paper.scans import cut_out, open_scans, turned


def is_dark(picture, x: int, y: int) -> bool:
    return sum(picture.levels[0].getpixel((x, y))) < 200


def first(path):
    return open_scans([path], unheard).found[0].picture(0, unheard)


def test_every_page_is_a_sheet_in_the_order_of_the_names(tmp_path):
    paths = [scan(tmp_path / "B.pdf", 2), photo(tmp_path / "a.jpg")]
    found = open_scans(paths, unheard)
    assert [one.name for one in found.found] == ["a.jpg", "B.pdf, 1", "B.pdf, 2"]
    assert found.refused == ()


def test_one_bad_file_does_not_keep_the_others_away(tmp_path):
    (tmp_path / "x.jpg").write_bytes(b"no picture")
    found = open_scans([tmp_path / "x.jpg", photo(tmp_path / "a.jpg")], unheard)
    assert [one.name for one in found.found] == ["a.jpg"]
    assert "x.jpg" in str(found.refused[0])


def test_more_sheets_than_a_walk_has_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(scans, "MOST_SCANS", 1)
    with pytest.raises(WalkshopError, match="more than"):
        open_scans([scan(tmp_path / "a.pdf", 2)], unheard)


def test_a_sheet_turns_clockwise_by_quarters(tmp_path):
    picture = first(photo(tmp_path / "a.jpg"))
    right = turned(picture, 1)
    assert right.size == (SIZE[1], SIZE[0])
    assert is_dark(right, 150, 50)
    assert not is_dark(right, 50, 50)
    assert is_dark(turned(picture, 3), 50, 250)
    assert turned(picture, 4) is picture


def test_what_is_cut_out_is_a_small_picture_that_tells_nothing_of_its_file(tmp_path):
    ids = count(1)
    cut = cut_out(first(photo(tmp_path / "a.jpg")), (50, 50, 150, 9_999), lambda: f"p{next(ids)}")
    made = Image.open(io.BytesIO(cut.data))
    assert made.size == (cut.photo.width_px, cut.photo.height_px) == (100, 150)
    assert sum(made.getpixel((10, 10))) < 200 < sum(made.getpixel((90, 140)))
    assert cut.photo.original_name == ""
    assert b"Exif" not in cut.data


def test_nearly_nothing_of_a_sheet_is_no_picture(tmp_path):
    with pytest.raises(WalkshopError) as refusal:
        cut_out(first(photo(tmp_path / "a.jpg")), (295, 0, 400, 200), lambda: "p")
    assert refusal.value.hint
