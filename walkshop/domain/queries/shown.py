"""How much of the earth is worth showing: what people said must be read, on screen and paper."""

from __future__ import annotations

from walkshop.domain.geo import Bounds, LonLat, bounds_of
from walkshop.domain.queries.notes import extent, pin_at, standing_notes
from walkshop.domain.records import Walk

AIR_M = 110.0
"""Free ground around the outermost pin or corner, in metres."""

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
