"""A picture that was blurred is in no byte of the file, and no undo leads back to it."""

from __future__ import annotations

from pathlib import Path

from tests.domain.builders import STAMP, a_note, a_walk
from walkshop.domain.edits.photos import attach_photo, caption_photo, replace_photo
from walkshop.domain.records import Faces, Photo, PhotoId
from walkshop.i18n import msg
from walkshop.services import gpkg
from walkshop.store.store import Store

FACE, BLUR = b"a face in clear " * 5_000, b"only blur " * 5_000
CLEAR = Photo(id=PhotoId("p"), sha256="1" * 64, origin="0" * 64)
BLURRED = Photo(id=PhotoId("p"), sha256="2" * 64, faces=Faces.BLURRED)
LABEL = msg("Photo blurred")


def opened(path: Path) -> tuple[gpkg.WalkFile, Store]:
    file = gpkg.open_walk(path, gpkg.DirectDelivery())
    store = Store(file.walk, lambda: STAMP, file, file.history)
    file.attach(store)
    return file, store


def with_face(tmp_path: Path) -> tuple[gpkg.WalkFile, Store]:
    path = tmp_path / "walk.gpkg"
    gpkg.create(path, a_walk(a_note(1)))
    file, store = opened(path)
    note = next(iter(store.walk.notes))
    store.apply(
        LABEL, lambda walk: attach_photo(walk, note, CLEAR, STAMP), blobs={CLEAR.sha256: FACE}
    )
    store.apply(LABEL, lambda walk: caption_photo(walk, CLEAR.id, "Bench", STAMP))
    file.flush()
    return file, store


def blur(file: gpkg.WalkFile, store: Store) -> None:
    store.apply(
        LABEL,
        lambda walk: replace_photo(walk, CLEAR.id, BLURRED, STAMP),
        blobs={BLURRED.sha256: BLUR},
    )
    store.forget_picture(CLEAR.sha256, BLURRED.sha256)
    assert file.forget_picture(CLEAR.sha256, BLURRED.sha256)
    file.flush()


def test_no_byte_of_a_blurred_face_is_left_in_the_file(tmp_path):
    file, store = with_face(tmp_path)
    assert FACE[:16] in file.path.read_bytes()
    blur(file, store)
    file.close()
    left = file.path.read_bytes()
    assert FACE[:16] not in left
    assert CLEAR.sha256.encode() not in left
    assert BLUR[:10] in left


def test_undo_and_redo_never_bring_the_face_back(tmp_path):
    file, store = with_face(tmp_path)
    blur(file, store)
    store.undo()
    assert store.walk.photos[CLEAR.id].sha256 == BLURRED.sha256
    store.undo()
    assert store.walk.photos[CLEAR.id].caption == ""
    store.undo()
    assert not store.walk.photos
    for _ in range(3):
        store.redo()
    assert store.walk.photos[CLEAR.id].faces is Faces.BLURRED
    file.close()


def test_the_way_back_holds_after_opening_anew(tmp_path):
    file, store = with_face(tmp_path)
    blur(file, store)
    file.close()
    again, store = opened(file.path)
    store.undo()
    photo = store.walk.photos[CLEAR.id]
    assert (photo.sha256, photo.faces) == (BLURRED.sha256, Faces.UNCHECKED)
    assert again.blob(photo.sha256) == BLUR
    again.close()


def test_a_picture_that_a_photo_still_shows_is_kept(tmp_path):
    file, _ = with_face(tmp_path)
    assert not file.forget_picture(CLEAR.sha256, BLURRED.sha256)
    assert file.blob(CLEAR.sha256) == FACE
    file.close()
