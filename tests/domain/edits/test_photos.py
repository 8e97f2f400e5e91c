"""Photos with notes: three at most, looked at before they are printed, and gone when asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits.photos import (
    attach_photo,
    caption_photo,
    detach_photo,
    move_photo,
    photos_of,
    replace_photo,
    set_faces,
    the_photo,
    withdraw_photo,
)
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Faces, Photo, PhotoId, Stop, StopId

ONE = a_note(1).id


def a_photo(n: int = 1, **fields: object) -> Photo:
    made = Photo(id=PhotoId(f"photo {n}"), sha256=f"{n}" * 64, origin=f"{n}0" * 32)
    return replace(made, **fields)  # type: ignore[arg-type]  # fields are checked by the record


def shown(*numbers: int, text: str = "A bench"):
    """A walk whose note 1 shows these photos."""
    photos = [a_photo(n) for n in numbers]
    note = replace(a_note(1), text=text, photos=tuple(photo.id for photo in photos))
    return a_walk(note, a_note(2), *photos)


def test_a_photo_is_attached_once_and_nobody_looked_at_it_yet():
    walk = attach_photo(shown(), ONE, a_photo(), LATER)
    photo = walk.photos[PhotoId("photo 1")]
    assert (walk.note(ONE).photos, photo.faces) == (("photo 1",), Faces.UNCHECKED)
    assert (photo.created, walk.note(ONE).changed) == (LATER.now, LATER.now)
    with pytest.raises(WalkshopError, match="has that photo already"):
        attach_photo(walk, ONE, a_photo(1, id=PhotoId("another id")), LATER)


def test_a_photo_that_the_walk_has_is_shown_by_a_second_note_too():
    walk = attach_photo(shown(1), a_note(2).id, a_photo(1, id=PhotoId("another id")), LATER)
    assert walk.note(a_note(2).id).photos == ("photo 1",)
    assert len(walk.photos) == 1


def test_a_note_has_three_photos_at_most():
    with pytest.raises(WalkshopError, match="3 photos at most"):
        attach_photo(shown(1, 2, 3), ONE, a_photo(4), LATER)


def test_a_photo_taken_off_goes_unless_something_else_shows_it():
    assert not detach_photo(shown(1), ONE, PhotoId("photo 1"), LATER).photos
    both = attach_photo(shown(1), a_note(2).id, a_photo(), STAMP)
    assert detach_photo(both, ONE, PhotoId("photo 1"), LATER).photos
    at_stop = shown(1).having(Stop(id=StopId("s"), nr=1, photo=PhotoId("photo 1")))
    assert detach_photo(at_stop, ONE, PhotoId("photo 1"), LATER).photos


def test_a_note_without_words_keeps_its_last_photo():
    with pytest.raises(WalkshopError, match="Nothing would be left"):
        detach_photo(shown(1, text=""), ONE, PhotoId("photo 1"), LATER)


@pytest.mark.parametrize(("by", "order"), [(1, "213"), (2, "231"), (9, "231"), (-1, "123")])
def test_photos_change_places(by, order):
    walk = move_photo(shown(1, 2, 3), ONE, PhotoId("photo 1"), by, LATER)
    assert walk.note(ONE).photos == tuple(f"photo {n}" for n in order)


def test_what_changes_nothing_gives_the_very_same_walk():
    walk = shown(1)
    first = PhotoId("photo 1")
    assert caption_photo(walk, first, " ", LATER) is walk
    assert set_faces(walk, first, Faces.UNCHECKED, LATER) is walk
    assert move_photo(walk, ONE, first, -1, LATER) is walk
    assert move_photo(walk, ONE, PhotoId("unknown"), 1, LATER) is walk


def test_words_and_who_is_on_it_are_kept_when_the_picture_is_another():
    walk = caption_photo(shown(1), PhotoId("photo 1"), " Too high ", STAMP)
    version = Photo(id=PhotoId("x"), sha256="9" * 64, width_px=8, height_px=6, faces=Faces.BLURRED)
    photo = the_photo(replace_photo(walk, PhotoId("photo 1"), version, LATER), PhotoId("photo 1"))
    assert (photo.caption, photo.faces, photo.sha256) == ("Too high", Faces.BLURRED, "9" * 64)
    assert photo.origin == a_photo().origin


def test_a_withdrawn_photo_leaves_nothing_but_the_mark_that_keeps_it_out():
    walk = caption_photo(shown(1), PhotoId("photo 1"), "Anna", STAMP)
    walk = walk.having(Stop(id=StopId("s"), nr=1, photo=PhotoId("photo 1")))
    after = withdraw_photo(walk, PhotoId("photo 1"), LATER)
    left = after.photos[PhotoId("photo 1")]
    assert (left.sha256, left.caption, left.original_name) == ("", "", "")
    assert (after.note(ONE).photos, after.note(ONE).withdrawn) == ((), False)
    assert after.stop(StopId("s")).photo is None
    with pytest.raises(WalkshopError, match="withdrawn"):
        attach_photo(after, ONE, a_photo(), LATER)
    with pytest.raises(WalkshopError, match="no longer in the walk"):
        the_photo(after, PhotoId("photo 1"))


def test_a_note_that_was_only_that_photo_is_withdrawn_with_it():
    after = withdraw_photo(shown(1, text=""), PhotoId("photo 1"), LATER)
    assert after.note(ONE).withdrawn
    assert photos_of(after, after.note(ONE)) == []
