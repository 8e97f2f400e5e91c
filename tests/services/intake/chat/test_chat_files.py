"""Chats made to fill a machine, to reach other files, or broken on the way, are refused."""

from __future__ import annotations

import zipfile

import pytest

from tests.services.intake.chat.chats import ANDROID, photo, proposed, texts, zipped
from tests.services.intake.conftest import said
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Point
from walkshop.services.intake.chat import files


def refused(path) -> str:
    with pytest.raises(WalkshopError) as failure:
        proposed(path)
    assert failure.value.hint
    return str(failure.value)


def test_a_chat_of_a_billion_signs_is_not_unpacked(tmp_path):
    assert "unpacks to more" in refused(zipped(tmp_path / "a.zip", ANDROID + "x" * 5_000_000))


def test_thousands_of_entries_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(files.MOST_ENTRIES + 1):
            archive.writestr(str(number), b"")
    assert "unpacks to more" in refused(tmp_path / "a.zip")


def test_a_zip_that_says_less_than_it_holds_is_refused(tmp_path):
    path = zipped(tmp_path / "a.zip", ANDROID * 20)
    size = len((ANDROID * 20).encode())
    path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), b"\x50\0\0\0"))
    assert "is damaged" in refused(path)


def test_a_zip_without_a_chat_and_what_is_no_zip_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("list.txt", "Losse tegels")
    assert "There is no exported chat" in refused(tmp_path / "a.zip")
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 broken")
    assert "is damaged" in refused(tmp_path / "b.zip")
    assert "There is no file" in refused(tmp_path / "gone.zip")


def test_a_message_cannot_name_a_file_elsewhere(tmp_path):
    (tmp_path / "secret.jpg").write_bytes(photo())
    (tmp_path / "in").mkdir()
    chat = tmp_path / "in" / "chat.txt"
    chat.write_text("[8/3/2027, 10:06:10] Jan: Kijk \u200e<attached: ../secret.jpg>")
    found = proposed(chat)
    assert (texts(found), found.photos) == (["Kijk"], ())
    assert "Picture “../secret.jpg” (row 1): not found beside the file" in said(found)


def test_a_photo_that_cannot_be_read_leaves_its_words_and_is_said(tmp_path):
    found = proposed(zipped(tmp_path / "a.zip", ANDROID, IMG_20270308_WA0001__jpg=b"no photo"))
    assert "Hier zit nooit iemand" in texts(found)
    assert any("no photo that can be read" in line for line in said(found))


def test_a_track_beside_a_chat_in_its_folder_places_its_notes(tmp_path):
    (tmp_path / "_chat.txt").write_text(ANDROID, encoding="utf-8")
    points = "".join(
        f'<trkpt lat="51.93" lon="{4.49 + n / 10_000}">'
        f"<time>2027-03-08T{n:02}:00:00Z</time></trkpt>"
        for n in range(24)
    )
    (tmp_path / "walk.gpx").write_text(
        '<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>'
        f"{points}</trkseg></trk></gpx>"
    )
    found = proposed(tmp_path)
    assert len(found.tracks) == 1
    assert all(isinstance(row.place, Point) and row.place.assumed for row in found.rows)
