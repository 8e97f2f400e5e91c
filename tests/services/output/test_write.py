"""A document is there whole, or the old one still is."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from walkshop.domain.errors import WalkshopError
from walkshop.services.output.write import make_whole, write_whole


def test_a_document_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "agenda.pdf"
    out.write_bytes(b"old")
    out.chmod(0o640)
    write_whole(out, b"new")
    assert out.read_bytes() == b"new"
    assert out.stat().st_mode & 0o777 == 0o640
    assert [left.name for left in tmp_path.iterdir()] == ["agenda.pdf"]


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (OSError(errno.ENOSPC, "full"), "no room"),
        (PermissionError(errno.EACCES, "no"), "cannot be written"),
        (OSError(errno.EIO, "broken"), "could not be saved"),
    ],
)
def test_when_the_disk_refuses_the_old_file_stays(
    tmp_path: Path, reason: OSError, words: str
) -> None:
    out = tmp_path / "agenda.pdf"
    out.write_bytes(b"old")

    def refused(beside: Path) -> None:
        beside.write_bytes(b"half")
        raise reason

    with pytest.raises(WalkshopError, match=words):
        make_whole(out, refused)
    assert out.read_bytes() == b"old"
    assert [left.name for left in tmp_path.iterdir()] == ["agenda.pdf"]


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is a disk of Linux")
def test_a_full_disk_is_said_in_a_sentence(tmp_path: Path) -> None:
    def onto_a_full_disk(beside: Path) -> None:
        with Path("/dev/full").open("wb") as full:
            full.write(b"x" * 100_000)

    with pytest.raises(WalkshopError, match="no room on the disk"):
        make_whole(tmp_path / "agenda.pdf", onto_a_full_disk)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WalkshopError, match="There is no folder"):
        write_whole(tmp_path / "none" / "agenda.pdf", b"new")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(WalkshopError, match="is a folder"):
        write_whole(tmp_path, b"new")
