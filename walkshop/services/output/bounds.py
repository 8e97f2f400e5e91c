"""How much of the earth a picture shows, so that nothing is stretched and no pin falls off."""

from __future__ import annotations

from walkshop.domain.geo import Bounds, LonLat, Mercator, bounds_of, from_mercator, to_mercator
from walkshop.domain.queries.notes import extent, pin_at, standing_notes
from walkshop.domain.records import Walk

AIR_M = 110.0
"""Free ground around the outermost pin or corner, in metres."""

_LEAST_M = 200.0
_FEW = 3
"""With fewer pins and stops than this they say too little about where the walk was."""


def shown_bounds(walk: Walk) -> Bounds | None:
    """All pins and stops with some air around them (WGS84); the whole area where they are few.

    The area may reach further: what people said is what must be read. None without any place.
    """
    pins = [pin_at(walk, note.place) for note in standing_notes(walk)]
    points = [at for at in pins if at is not None]
    points += [stop.at for stop in walk.stops.values() if stop.at is not None]
    area = extent(walk)
    if len(points) < _FEW and area is not None:
        points += [LonLat(area.west, area.south), LonLat(area.east, area.north)]
    whole = bounds_of(points)
    return whole.grown(AIR_M) if whole else None


def fitted(bounds: Bounds, width: float, height: float) -> Bounds:
    """`bounds` grown on two sides until it has the shape of `width` by `height` in EPSG:3857."""
    low = to_mercator(bounds.centre._replace(lon=bounds.west, lat=bounds.south))
    high = to_mercator(bounds.centre._replace(lon=bounds.east, lat=bounds.north))
    across, up = max(high.x - low.x, _LEAST_M), max(high.y - low.y, _LEAST_M)
    across, up = max(across, up * width / height), max(up, across * height / width)
    middle = Mercator((low.x + high.x) / 2, (low.y + high.y) / 2)
    south_west = from_mercator(Mercator(middle.x - across / 2, middle.y - up / 2))
    north_east = from_mercator(Mercator(middle.x + across / 2, middle.y + up / 2))
    return Bounds(south_west.lon, south_west.lat, north_east.lon, north_east.lat)
