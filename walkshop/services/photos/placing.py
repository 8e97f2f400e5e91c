"""Where photos belong: by their camera's own place, else by their time along a track, else nowhere.

A place that comes from a time is a guess until somebody confirms it. A camera whose clock is off
gets an offset in seconds that is added to its times.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from statistics import median

from walkshop.domain.geo import Bounds, LonLat, haversine_m
from walkshop.domain.records import NOT_YET, Place, Point
from walkshop.i18n import Text, msg
from walkshop.services.intake.proposal import Track
from walkshop.services.photos.preparing import Prepared

AT_END_S = 180.0
"""Seconds before the first or after the last point of a track in which one stood still there."""

GAP_S = 600.0
"""Seconds without a point beyond which nobody knows where a walker was, unless it is near by."""

GAP_M = 150.0
"""Metres between the ends of such a gap within which it does not matter."""

ON_TRACK_M = 40.0
"""Metres from a track within which a photo with a place tells how late it was there."""

LEAST_ACCURACY_M = 15.0
"""Metres by which a walking device is off at any time."""

MOST_OFFSET_S = 14 * 3600.0
"""Seconds: clocks are off by a forgotten time zone and some minutes; more is another day."""


class How(StrEnum):
    """From what a photo has its place."""

    CAMERA = "camera"
    TIME = "time"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Placing:
    """Where one photo belongs, from what, and why nowhere."""

    place: Place
    how: How
    why_not: Text | None = None


@dataclass(frozen=True, slots=True)
class Camera:
    """One camera of several; `key` tells it from the others and is never kept.

    Args:
        name: make and model; empty where its photos do not say.
        photos: how many are its.
        without_place: how many of these have no place of their own.
        dated: how many of these say when they were taken.
    """

    key: str
    name: str
    photos: int
    without_place: int
    dated: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Who was where when, from tracks with times."""

    seconds: tuple[float, ...] = ()
    along: tuple[LonLat, ...] = ()

    def at(self, second: float) -> tuple[LonLat, float] | None:
        """The place (WGS84) at a moment in seconds since 1970 with its accuracy in metres."""
        if not self.seconds:
            return None
        after = bisect_left(self.seconds, second)
        if after == 0 or after == len(self.seconds):
            end = 0 if after == 0 else -1
            near = abs(self.seconds[end] - second) <= AT_END_S
            return (self.along[end], LEAST_ACCURACY_M) if near else None
        begin, end_s = self.seconds[after - 1], self.seconds[after]
        a, b = self.along[after - 1], self.along[after]
        apart = haversine_m(a, b)
        if end_s - begin > GAP_S and apart > GAP_M:
            return None
        part = (second - begin) / (end_s - begin) if end_s > begin else 0.0
        at = LonLat(a.lon + (b.lon - a.lon) * part, a.lat + (b.lat - a.lat) * part)
        return at, max(LEAST_ACCURACY_M, apart / 2)

    def nearest(self, at: LonLat) -> tuple[float, float] | None:
        """The second at which somebody was nearest to a place, and the distance in metres."""
        if not self.seconds:
            return None
        away, second = min(
            (haversine_m(at, point), second)
            for point, second in zip(self.along, self.seconds, strict=True)
        )
        return second, away


def timeline_of(tracks: Iterable[Track]) -> Timeline:
    """The points of all tracks that have a time, in the order of their times."""
    timed = sorted(
        (time.timestamp(), at)
        for track in tracks
        for at, time in zip(track.along, track.times, strict=False)
        if time is not None
    )
    return Timeline(tuple(second for second, _ in timed), tuple(at for _, at in timed))


@dataclass(frozen=True, slots=True)
class Ground:
    """What photos are placed on.

    Args:
        near: the box in which places of this walk lie (WGS84), None where nobody knows.
        offsets: seconds added to the times of a camera, by its key.
    """

    timeline: Timeline = field(default_factory=Timeline)
    near: Bounds | None = None
    offsets: Mapping[str, float] = field(default_factory=dict)


def place_photo(photo: Prepared, ground: Ground) -> Placing:
    """Where a photo belongs; a place far from the walk is none, and says so."""
    far = photo.at is not None and ground.near is not None and not ground.near.contains(photo.at)
    if photo.at is not None and not far:
        return Placing(Point(photo.at, accuracy_m=photo.accuracy_m), How.CAMERA)
    found = _by_time(photo, ground)
    if found is not None:
        at, accuracy = found
        return Placing(Point(at, assumed=True, accuracy_m=round(accuracy)), How.TIME)
    return Placing(NOT_YET, How.NOT, _why_not(photo, ground, far))


def cameras_of(photos: Sequence[Prepared]) -> list[Camera]:
    """The cameras that took these photos, those with the most photos without a place first."""
    by_key: dict[str, list[Prepared]] = {}
    for photo in photos:
        by_key.setdefault(photo.camera, []).append(photo)
    found = []
    for key, own in by_key.items():
        bare = [photo for photo in own if photo.at is None]
        dated = sum(photo.taken_at is not None for photo in bare)
        found.append(Camera(key, own[0].camera_name, len(own), len(bare), dated))
    return sorted(found, key=lambda one: (-one.without_place, -one.photos, one.name, one.key))


def suggest_offsets(photos: Iterable[Prepared], timeline: Timeline) -> dict[str, float]:
    """Whole seconds by which the clock of each camera is behind, where its photos tell.

    From the clock of the satellites where a photo has it; else from photos with a place on the
    track. The median of a camera's photos counts, so that one slip does no harm.
    """
    told: dict[str, list[float]] = {}
    for photo in photos:
        late = _late_by(photo, timeline)
        if late is not None and abs(late) <= MOST_OFFSET_S:
            told.setdefault(photo.camera, []).append(late)
    return {camera: float(round(median(lates))) for camera, lates in told.items()}


def _late_by(photo: Prepared, timeline: Timeline) -> float | None:
    if photo.taken_at is None:
        return None
    if photo.satellites_at is not None:
        return (photo.satellites_at - photo.taken_at).total_seconds()
    nearest = timeline.nearest(photo.at) if photo.at is not None else None
    if nearest is None or nearest[1] > ON_TRACK_M:
        return None
    return nearest[0] - photo.taken_at.timestamp()


def _by_time(photo: Prepared, ground: Ground) -> tuple[LonLat, float] | None:
    if photo.taken_at is None:
        return None
    return ground.timeline.at(_second(photo.taken_at, ground.offsets.get(photo.camera, 0.0)))


def _second(taken_at: datetime, offset_s: float) -> float:
    return taken_at.timestamp() + offset_s


def _why_not(photo: Prepared, ground: Ground, far: bool) -> Text:
    if far:
        return msg("not placed yet: the camera says a place far from this walk")
    if photo.taken_at is None:
        return msg("not placed yet: the photo tells neither place nor time")
    if not ground.timeline.seconds:
        return msg("not placed yet: the photo tells no place")
    return msg("not placed yet: taken when nobody was on the track")
