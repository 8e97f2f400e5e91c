"""Reads the line of a walk from the GPX file of a phone or a walking app."""

from __future__ import annotations

from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat, bounds_of, length_m
from walkshop.i18n import msg
from walkshop.services.geometry.crs import Metres, from_local, local_crs, metres
from walkshop.services.intake.gpx import read_gpx

SMOOTH_M = 3.0
"""Corners nearer than this to the line without them are noise of the receiver (GPS: 3 to 5 m)."""


def read_route(path: Path) -> tuple[LonLat, ...]:
    """The longest track or route in a GPX file (WGS84), without the noise of the receiver.

    Raises:
        WalkshopError: it cannot be read, is no GPX, or holds no line.
    """
    tracks = read_gpx(path).tracks
    if not tracks:
        raise WalkshopError(
            msg("{file} holds no line that was walked.", file=path.name),
            msg("Choose a GPX file with a track or a route."),
        )
    return smoothed(max((track.along for track in tracks), key=length_m))


def smoothed(along: tuple[LonLat, ...], within_m: float = SMOOTH_M) -> tuple[LonLat, ...]:
    """A line with fewer corners that lies within `within_m` of it (Douglas-Peucker)."""
    import shapely

    bounds = bounds_of(along)
    if bounds is None or len(along) < 3:
        return along
    crs = local_crs(bounds.centre)
    line = shapely.LineString([(at.x, at.y) for at in metres(along)]).simplify(within_m)
    return tuple(from_local(crs, [Metres(x, y) for x, y in line.coords]))
