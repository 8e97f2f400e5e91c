"""A photo is in a public document only when somebody looked at who is on it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.domain.builders import a_note, a_walk
from walkshop.domain.records import Faces, Photo, PhotoId, Profile, Stop, StopId
from walkshop.services.output.public import as_shown

ID = PhotoId("p")


def walk_with(faces: Faces, **note: object):
    photo = Photo(
        id=ID,
        sha256="1" * 64,
        caption="Bench",
        faces=faces,
        taken_at=datetime(2027, 3, 8, tzinfo=UTC),
        original_name="IMG_1.HEIC",
        origin="2" * 64,
    )
    return a_walk(a_note(1, photos=(ID,), **note), photo)


@pytest.mark.parametrize("faces", list(Faces))
def test_only_a_photo_that_was_looked_at_is_shown(faces):
    shown = as_shown(walk_with(faces), Profile.PUBLIC)
    looked_at = faces is not Faces.UNCHECKED
    assert (ID in shown.photos) is looked_at
    assert (ID in shown.note(a_note(1).id).photos) is looked_at
    assert ID in as_shown(walk_with(faces), Profile.TEAM).photos


def test_a_public_photo_says_nothing_of_its_file():
    photo = as_shown(walk_with(Faces.NONE), Profile.PUBLIC).photos[ID]
    assert (photo.original_name, photo.taken_at, photo.origin) == ("", None, "")


@pytest.mark.parametrize("hidden", [{"masked": True}, {"withdrawn": True}])
def test_a_photo_of_a_hidden_note_is_hidden_with_its_words(hidden):
    assert not as_shown(walk_with(Faces.CONSENT, **hidden), Profile.PUBLIC).photos


def test_a_stop_shows_its_photo_only_when_somebody_looked():
    stop = Stop(id=StopId("s"), nr=1, photo=ID)
    for faces, photo in ((Faces.UNCHECKED, None), (Faces.NONE, ID)):
        shown = as_shown(walk_with(faces).having(stop), Profile.PUBLIC)
        assert shown.stops[stop.id].photo == photo
