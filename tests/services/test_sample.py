"""The sample is copied, never worked in."""

from __future__ import annotations

from pathlib import Path

import pytest

from walkshop.domain.errors import WalkshopError
from walkshop.files import sample_map
from walkshop.services.sample import SAMPLE, copy_sample


def test_the_copy_is_the_sample(tmp_path: Path) -> None:
    target = tmp_path / "mine.gpkg"
    copy_sample(target)
    assert target.read_bytes() == sample_map(SAMPLE).read_bytes()
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "mine.gpkg"
    target.write_text("mine")
    with pytest.raises(WalkshopError, match="of this name already"):
        copy_sample(target)
    assert target.read_text() == "mine"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(WalkshopError, match="cannot be put"):
        copy_sample(tmp_path / "nowhere" / "mine.gpkg")
    assert list(tmp_path.iterdir()) == []
