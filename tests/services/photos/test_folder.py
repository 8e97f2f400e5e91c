"""A folder of photos as notes: prepared in processes of their own, placed, never twice."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.domain.builders import STAMP, a_note, a_walk
from tests.services.photos.camera import gps, new_id, picture, shot, taken
from walkshop.domain.edits.bringing import bring_all_in
from walkshop.domain.edits.notes import reword_note
from walkshop.domain.edits.photos import replace_photo, withdraw_photo
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import NOT_YET, Faces, Photo, PhotoId, Point
from walkshop.services.intake import Wish, offer_of, propose, reader_of
from walkshop.services.photos.folder import (
    Album,
    photo_files,
    propose_photos,
    read_photos,
    set_clocks,
)
from walkshop.services.photos.many import prepare_all

pytestmark = pytest.mark.slow

GPX = """<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
<trkpt lat="51.93" lon="4.48"><time>2027-03-08T10:00:00Z</time></trkpt>
<trkpt lat="51.93" lon="4.49"><time>2027-03-08T10:10:00Z</time></trkpt></trkseg></trk></gpx>"""


def unheard(step: int, total: int) -> None:
    """Nobody waits."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "photos"
    (made / "second phone").mkdir(parents=True)
    (made / ".thumbnails").mkdir()
    camera = {0x9003: "2027:03:08 10:05:00", 0x9011: "+00:00"}
    near = gps((51.0, 55.8, 0.0), (4.0, 29.4, 0.0))
    (made / "photo 10.jpg").write_bytes(shot(picture((50, 40)), detail=camera))
    (made / "photo 9.JPG").write_bytes(shot(picture((60, 40)), where=near, detail=taken("x")))
    (made / "second phone" / "a.png").write_bytes(shot(picture((70, 40)), "PNG"))
    (made / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    (made / "notes.txt").write_text("no photo")
    (made / ".thumbnails" / "t.jpg").write_bytes(shot())
    (made / "walk.gpx").write_text(GPX)
    return made


def album(folder: Path) -> Album:
    return read_photos([folder], new_id, unheard)


def brought(walk, proposal):
    return bring_all_in(walk, offer_of(proposal, Wish()), STAMP)


def test_files_come_in_the_order_in_which_people_count(folder):
    assert [file.name for file in photo_files([folder])] == [
        "broken.jpg", "photo 9.JPG", "photo 10.jpg", "a.png",
    ]  # fmt: skip


def test_a_folder_becomes_notes_with_places_and_reasons(folder):
    walk = a_walk()
    proposal = propose_photos(album(folder), walk, new_id)
    places = {new.photo.original_name: row.place
              for new, row in zip(proposal.photos, proposal.rows, strict=True)}  # fmt: skip
    assert places["photo 9.JPG"] == Point(pytest.approx((4.49, 51.93)))  # type: ignore[arg-type]
    by_time = places["photo 10.jpg"]
    assert isinstance(by_time, Point)
    assert by_time.assumed
    assert by_time.at == pytest.approx((4.485, 51.93))
    assert places["a.png"] == NOT_YET
    assert [out.row for out in proposal.left_out] == [1]
    assert len(proposal.guessed) == 2


def test_a_folder_twice_brings_nothing_twice(folder):
    first = brought(a_walk(), propose_photos(album(folder), a_walk(), new_id))
    assert (len(first.done.added), len(first.photos)) == (3, 3)
    again = brought(first.walk, propose_photos(album(folder), first.walk, new_id))
    assert (again.done.added, again.photos, again.done.duplicates) == ((), (), 3)
    assert again.walk.notes == first.walk.notes


def test_photos_are_known_again_after_blurring_words_and_withdrawal(folder):
    walk = brought(a_walk(), propose_photos(album(folder), a_walk(), new_id)).walk
    blurred, gone, worded = walk.photos
    version = Photo(id=PhotoId("x"), sha256="f" * 64, faces=Faces.BLURRED)
    walk = replace_photo(walk, blurred, version, STAMP)
    walk = withdraw_photo(walk, gone, STAMP)
    note = next(one for one in walk.notes.values() if worded in one.photos)
    walk = reword_note(walk, note.id, "A bench", STAMP)
    again = brought(walk, propose_photos(album(folder), walk, new_id))
    assert (again.done.added, again.photos) == ((), ())
    assert again.walk.photos[gone].sha256 == ""


def test_another_clock_moves_photos_and_keeps_their_notes(folder):
    walk, found = a_walk(), album(folder)
    proposal = propose_photos(found, walk, new_id)
    camera = found.photos[1].camera
    moved = set_clocks(proposal, found, walk, {camera: 120.0})
    assert [row.id for row in moved.rows] == [row.id for row in proposal.rows]
    was, now = (next(row.place for row in one.rows if getattr(row.place, "assumed", False))
                for one in (proposal, moved))  # fmt: skip
    assert now.at.lon == pytest.approx(was.at.lon + 0.002)


def test_files_and_folders_have_their_reader(folder, tmp_path):
    assert reader_of(folder).id == reader_of(Path("a.HEIC")).id == "photos"
    proposal = propose(folder / "photo 9.JPG", a_walk(), {}, new_id)
    assert len(proposal.photos) == 1
    (tmp_path / "empty").mkdir()
    with pytest.raises(WalkshopError, match="nothing in"):
        reader_of(tmp_path / "empty")


def test_photos_are_ordered_by_their_time(tmp_path):
    for name, when in (("a", "11"), ("b", "10"), ("c", "")):
        detail = taken(f"2027:03:08 {when}:00:00") if when else {}
        (tmp_path / f"{name}.jpg").write_bytes(shot(picture((40 + ord(name), 40)), detail=detail))
    proposal = propose_photos(album(tmp_path), a_walk(a_note(1)), new_id)
    assert [new.photo.original_name[0] for new in proposal.photos] == ["b", "a", "c"]
    first = proposal.photos[0].photo.taken_at
    assert first == datetime(2027, 3, 8, 10).astimezone().astimezone(UTC)


def test_work_that_is_stopped_leaves_nothing_running(folder):
    import multiprocessing

    class Stopped(Exception):
        pass

    def stop(step: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        prepare_all(photo_files([folder]), new_id, stop)
    assert not multiprocessing.active_children()


def test_a_missing_file_is_refused_and_the_others_come_in(folder):
    missing, there = folder / "gone.jpg", folder / "photo 10.jpg"
    refused, made = prepare_all([missing, there], new_id, unheard)
    assert isinstance(refused, WalkshopError)
    assert not isinstance(made, WalkshopError)
    assert made.photo.original_name == "photo 10.jpg"
