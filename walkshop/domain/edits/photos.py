"""What people do with photos: put them with a note, and care for who is on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from walkshop.domain.edits.notes import standing
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    Faces,
    Note,
    NoteId,
    Photo,
    PhotoId,
    Record,
    Stamp,
    Stop,
    Walk,
    born,
    touched,
)
from walkshop.i18n import msg

MOST_PHOTOS = 3
"""Of one note; more belong to more notes."""

SOFT_CAPTION = 80
"""Characters of a caption that fit under a printed photo."""


def attach_photo(walk: Walk, note: NoteId, photo: Photo, stamp: Stamp) -> Walk:
    """The walk with one photo more with a note; one that the walk has already is shown twice.

    Raises:
        WalkshopError: the note has three photos, has this one, or was withdrawn.
    """
    found = standing(walk, note)
    if len(found.photos) >= MOST_PHOTOS:
        raise WalkshopError(
            msg("A note has {n} photos at most.", n=MOST_PHOTOS),
            msg("Make a second note for the others."),
        )
    same = next((one for one in walk.photos.values() if marks_of(one) & marks_of(photo)), None)
    if same is not None and not same.sha256:
        raise WalkshopError(
            msg("This photo was withdrawn."), msg("The person on it does not want it used.")
        )
    kept = same or born(photo, stamp)
    if kept.id in found.photos:
        raise WalkshopError(msg("This note has that photo already."))
    return walk.having(kept, touched(replace(found, photos=(*found.photos, kept.id)), stamp))


def detach_photo(walk: Walk, note: NoteId, photo: PhotoId, stamp: Stamp) -> Walk:
    """The walk with a photo no longer with a note; one that nothing shows any more goes.

    Raises:
        WalkshopError: the note has no words, so that nothing would be left of it.
    """
    found = standing(walk, note)
    left = tuple(one for one in found.photos if one != photo)
    if not left and not found.text.strip():
        raise WalkshopError(
            msg("Nothing would be left of this note."), msg("Type its words first.")
        )
    after = walk.having(touched(replace(found, photos=left), stamp))
    record = after.photos.get(photo)
    return after if record is None or _in_use(after, photo) else after.lacking(record)


def caption_photo(walk: Walk, photo: PhotoId, caption: str, stamp: Stamp) -> Walk:
    """The walk with other words under a photo; 80 characters fit in print."""
    return _with(walk, replace(the_photo(walk, photo), caption=caption.strip()), stamp)


def move_photo(walk: Walk, note: NoteId, photo: PhotoId, by: int, stamp: Stamp) -> Walk:
    """The walk with a photo further on (or back, below 0) among those of its note."""
    found = standing(walk, note)
    if photo not in found.photos:
        return walk
    rest = [one for one in found.photos if one != photo]
    place = max(0, min(len(rest), found.photos.index(photo) + by))
    ordered = (*rest[:place], photo, *rest[place:])
    if ordered == found.photos:
        return walk
    return walk.having(touched(replace(found, photos=ordered), stamp))


def set_faces(walk: Walk, photo: PhotoId, faces: Faces, stamp: Stamp) -> Walk:
    """The walk with what somebody saw of people in a photo; it decides whether it is printed."""
    return _with(walk, replace(the_photo(walk, photo), faces=faces), stamp)


def replace_photo(walk: Walk, photo: PhotoId, version: Photo, stamp: Stamp) -> Walk:
    """The walk with other bytes for a photo: blurred or turned; its caption and notes stay.

    Args:
        version: has the checksum, size and faces that hold from now on.
    """
    found = replace(
        the_photo(walk, photo),
        sha256=version.sha256,
        width_px=version.width_px,
        height_px=version.height_px,
        faces=version.faces,
    )
    return _with(walk, found, stamp)


def withdraw_photo(walk: Walk, photo: PhotoId, stamp: Stamp) -> Walk:
    """The walk with nothing left of a photo but the mark that keeps it from coming back.

    A note that was only this photo keeps its number and is withdrawn too. The bytes and earlier
    versions are for whoever keeps them.
    """
    found = the_photo(walk, photo)
    bare = Photo(id=found.id, origin=found.origin, mime="", created=found.created)
    changed: list[Record] = [touched(bare, stamp)]
    for note in walk.notes.values():
        if photo in note.photos:
            left = tuple(one for one in note.photos if one != photo)
            empty = not left and not note.text.strip()
            after = replace(note, photos=left, withdrawn=note.withdrawn or empty)
            changed.append(touched(after, stamp))
    for stop in walk.stops.values():
        if stop.photo == photo:
            changed.append(touched(replace(stop, photo=None), stamp))
    return walk.having(*changed)


def marks_of(photo: Photo) -> set[str]:
    """The checksums by which a photo is known: that of its bytes, and that of what it was."""
    return {photo.sha256, photo.origin} - {""}


def the_photo(walk: Walk, photo: PhotoId) -> Photo:
    """The photo with this id; raises WalkshopError when it is gone."""
    found = walk.photos.get(photo)
    if found is None or not found.sha256:
        raise WalkshopError(msg("This photo is no longer in the walk."))
    return found


def photos_of(walk: Walk, note: Note) -> Sequence[Photo]:
    """The photos of a note that are still there, in its order."""
    return [walk.photos[one] for one in note.photos if one in walk.photos]


def _in_use(walk: Walk, photo: PhotoId) -> bool:
    stops: Iterable[Stop] = walk.stops.values()
    shown = any(photo in note.photos for note in walk.notes.values())
    return shown or any(stop.photo == photo for stop in stops)


def _with(walk: Walk, photo: Photo, stamp: Stamp) -> Walk:
    """The walk with the photo as it now is; the very same walk where nothing changed."""
    return walk if photo == walk.photos.get(photo.id) else walk.having(touched(photo, stamp))
