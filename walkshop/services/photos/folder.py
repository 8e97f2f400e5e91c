"""Photos from files and folders, as notes to bring in: each photo is a note without words.

A folder's own tracks (GPX) tell where a photo was taken that does not say so itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.notes import extent
from walkshop.domain.records import Kind, Note, NoteId, Source, Walk
from walkshop.i18n import Text, msg, msgn
from walkshop.services.intake.coordinates import FAR_M
from walkshop.services.intake.proposal import Guessed, LeftOut, NewPhoto, Proposal, Track
from walkshop.services.photos.endings import PHOTO_ENDINGS
from walkshop.services.photos.many import Report, prepare_all
from walkshop.services.photos.placing import (
    Ground,
    How,
    Placing,
    cameras_of,
    place_photo,
    suggest_offsets,
    timeline_of,
)
from walkshop.services.photos.preparing import Prepared

TRACKS = (".gpx",)

MOST_PHOTOS = 2_000
"""In one go; a walk has some hundreds at most."""

_DIGITS = re.compile(r"(\d+)")
_NO_OFFSETS: Mapping[str, float] = {}


def _unheard(_step: int, _total: int) -> None:
    """Nobody waits to hear how far it is."""


@dataclass(frozen=True, slots=True)
class Album:
    """Photos that were read, in the order of their files.

    Args:
        left_out: what is no photo, or cannot be read; `row` counts files from 1.
        tracks: lines with times that lay beside the photos.
    """

    photos: tuple[Prepared, ...]
    left_out: tuple[LeftOut, ...] = ()
    tracks: tuple[Track, ...] = ()


def photo_files(paths: Iterable[Path]) -> list[Path]:
    """The files to try, folders opened one after the other; in the order of their names.

    Hidden files and what lies deeper in folders within folders is found too; links are not
    followed, so that no folder is walked twice.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            below = (one for one in path.rglob("*") if _in_sight(one, path))
            found += sorted((one for one in below if _tried(one)), key=_by_name)
        else:
            found.append(path)
    return found


def has_photos(folder: Path) -> bool:
    """Whether a folder holds anything that may be a photo."""
    return folder.is_dir() and bool(photo_files([folder]))


def read_photos(paths: Iterable[Path], new_id: Callable[[], str], report: Report) -> Album:
    """Read and prepare photos; the files stay as they are.

    Raises:
        WalkshopError: there is no photo among them, or there are too many.
    """
    given = list(paths)
    files = photo_files(given)
    if not files:
        raise WalkshopError(
            msg("There are no photos here."), msg("Photos are JPEG, PNG, WebP or HEIC files.")
        )
    if len(files) > MOST_PHOTOS:
        raise WalkshopError(
            msg("These are more than {n} photos.", n=MOST_PHOTOS),
            msg("Choose the photos that say something first."),
        )
    photos: list[Prepared] = []
    left_out: list[LeftOut] = []
    for row, outcome in enumerate(prepare_all(files, new_id, report), start=1):
        if isinstance(outcome, WalkshopError):
            left_out.append(LeftOut(row, outcome.message))
        else:
            photos.append(outcome)
    tracks = tuple(track for path in given for track in _tracks_in(path))
    return Album(tuple(photos), tuple(left_out), tracks)


def placed(
    album: Album,
    walk: Walk,
    offsets: Mapping[str, float] = _NO_OFFSETS,
    tracks: Sequence[Track] = (),
) -> list[tuple[Prepared, Placing]]:
    """Each photo with where it belongs on this walk, in the order in which they were taken.

    Args:
        offsets: seconds added to the times of a camera, by its key.
        tracks: more than the album's own.
    """
    around = extent(walk)
    near = around.grown(FAR_M) if around else None
    ground = Ground(timeline_of((*album.tracks, *tracks)), near, offsets)
    ordered = sorted(album.photos, key=lambda one: _moment(one, offsets))
    return [(photo, place_photo(photo, ground)) for photo in ordered]


def propose_photos(
    album: Album,
    walk: Walk,
    new_id: Callable[[], str],
    offsets: Mapping[str, float] = _NO_OFFSETS,
    tracks: Sequence[Track] = (),
) -> Proposal:
    """What the album would bring; see `placed`."""
    rows: list[Note] = []
    photos: list[NewPhoto] = []
    found = placed(album, walk, offsets, tracks)
    for photo, placing in found:
        note = NoteId(new_id())
        rows.append(
            Note(
                id=note,
                nr=0,
                kind=Kind.UNKNOWN,
                place=placing.place,
                photos=(photo.photo.id,),
                source=Source.WALK,
            )
        )
        photos.append(NewPhoto(photo.photo, photo.data, note))
    return Proposal(
        rows=tuple(rows),
        guessed=tuple(_guessed(found)),
        left_out=album.left_out,
        tracks=album.tracks,
        photos=tuple(photos),
    )


def set_clocks(
    proposal: Proposal,
    album: Album,
    walk: Walk,
    offsets: Mapping[str, float],
    tracks: Sequence[Track] = (),
) -> Proposal:
    """The same proposal with other clocks: its photos stand where they would be then."""
    found = placed(album, walk, offsets, tracks)
    places = {photo.photo.id: placing.place for photo, placing in found}
    rows = (replace(row, place=places.get(row.photos[0], row.place)) for row in proposal.rows)
    return replace(proposal, rows=tuple(rows), guessed=tuple(_guessed(found)))


def read_folder(
    path: Path, walk: Walk, new_id: Callable[[], str], report: Report = _unheard
) -> Proposal:
    """What a photo, or a folder of them, would bring; clocks are set by what the photos tell."""
    album = read_photos([path], new_id, report)
    return propose_photos(album, walk, new_id, clocks_of(album))


def clocks_of(album: Album, tracks: Sequence[Track] = ()) -> dict[str, float]:
    """The offset that each camera's own photos suggest, in seconds, where they do."""
    return suggest_offsets(album.photos, timeline_of((*album.tracks, *tracks)))


def _guessed(found: Sequence[tuple[Prepared, Placing]]) -> Iterable[Guessed]:
    by_time = sum(placing.how is How.TIME for _, placing in found)
    if by_time:
        what = msgn("{n} photo without a place", "{n} photos without a place", by_time)
        yield Guessed(what, msg("placed by time along the track"))
    for photo, placing in found:
        if placing.why_not is not None:
            what = msg("Photo “{name}”", name=photo.photo.original_name)
            yield Guessed(what, placing.why_not)


def _tracks_in(path: Path) -> Iterable[Track]:
    """The lines with times beside photos; a track that cannot be read places nothing."""
    from walkshop.services.intake.gpx import read_gpx

    if not path.is_dir():
        return
    for file in sorted(path.rglob("*"), key=_by_name):
        if file.suffix.lower() in TRACKS and _in_sight(file, path):
            try:
                yield from (track for track in read_gpx(file).tracks if any(track.times))
            except WalkshopError:
                continue


def _in_sight(file: Path, folder: Path) -> bool:
    """Whether a file is no link and not put away by a program (".thumbnails", "__MACOSX")."""
    parts = file.relative_to(folder).parts
    away = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return not away and not file.is_symlink() and file.is_file()


def _tried(file: Path) -> bool:
    return file.suffix.lower() in PHOTO_ENDINGS


def _by_name(file: Path) -> list[tuple[int, str]]:
    """Names as people count: "photo 9" before "photo 10"."""
    parts = _DIGITS.split(str(file).lower())
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts]


def _moment(photo: Prepared, offsets: Mapping[str, float]) -> tuple[bool, float]:
    """When it was taken; those that do not say come last, in the order in which they are."""
    taken = photo.taken_at
    if taken is None:
        return True, 0.0
    return False, taken.timestamp() + offsets.get(photo.camera, 0.0)


def camera_words(name: str) -> Text:
    """What a camera is called on screen."""
    return msg("Camera “{name}”", name=name) if name else msg("Camera without a name")


__all__ = [
    "MOST_PHOTOS",
    "Album",
    "camera_words",
    "cameras_of",
    "clocks_of",
    "has_photos",
    "photo_files",
    "placed",
    "propose_photos",
    "read_folder",
    "read_photos",
    "set_clocks",
]
