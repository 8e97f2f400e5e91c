"""Photos among what is read in: all files and folders of them are one source with its cameras."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Walk
from walkshop.services.intake import PHOTOS, reader_of
from walkshop.services.intake.proposal import Track
from walkshop.services.photos.folder import clocks_of, propose_photos, read_photos, set_clocks
from walkshop.services.photos.placing import Camera, cameras_of
from walkshop.ui.intake.draft import Source
from walkshop.ui.jobs import Report


def are_photos(path: Path) -> bool:
    """Whether a file or folder is read as photos."""
    try:
        return reader_of(path).id == PHOTOS
    except WalkshopError:
        return False


def photo_source(
    walk: Walk,
    paths: Sequence[Path],
    others: Iterable[Source],
    new_id: Callable[[], str],
    report: Report,
) -> Source:
    """The photos in these files and folders, placed also along the tracks of other sources."""
    name = paths[0].name if len(paths) == 1 else f"{paths[0].name} … {paths[-1].name}"
    files = tuple(paths)
    try:
        album = read_photos(paths, new_id, report)
    except WalkshopError as refusal:
        return Source(name, paths[0], None, refusal, files=files)
    tracks = _tracks(others)
    offsets = clocks_of(album, tracks)
    found = propose_photos(album, walk, new_id, offsets, tracks)
    return Source(name, paths[0], found, files=files, album=album, offsets=offsets)


def with_clocks(
    walk: Walk, sources: Sequence[Source], offsets: Mapping[str, float]
) -> list[Source]:
    """The same sources, photos where they would be with these clocks (seconds by camera)."""
    return [_with_clocks(walk, source, sources, offsets) for source in sources]


def cameras_in(sources: Iterable[Source]) -> tuple[list[Camera], dict[str, float]]:
    """The cameras of all photos, and the seconds that are added to the times of each."""
    albums = [source for source in sources if source.album is not None]
    photos = [photo for source in albums if source.album for photo in source.album.photos]
    offsets = {key: off for source in albums for key, off in source.offsets.items()}
    return cameras_of(photos), offsets


def _with_clocks(
    walk: Walk, source: Source, sources: Sequence[Source], offsets: Mapping[str, float]
) -> Source:
    if source.album is None or source.proposal is None:
        return source
    tracks = _tracks(other for other in sources if other is not source)
    moved = set_clocks(source.proposal, source.album, walk, offsets, tracks)
    return replace(source, proposal=moved, offsets=dict(offsets))


def _tracks(sources: Iterable[Source]) -> list[Track]:
    return [track for source in sources if source.proposal for track in source.proposal.tracks]
