"""Which line is walked, and how long that takes."""

from __future__ import annotations

from walkshop.domain.geo import LonLat, length_m
from walkshop.domain.records import Route, Walk

WALKING_M_PER_MINUTE = 4000 / 60
"""A group that looks around, with people who are slow: 4 km an hour, as on the scale bar."""


def route_of(walk: Walk) -> Route | None:
    """The route that is walked: the longest where a file brought more than one."""
    return max(walk.routes.values(), key=lambda one: length_m(one.along), default=None)


def between_stops(walk: Walk) -> tuple[LonLat, ...]:
    """The places of the stops that are not skipped, in walking order."""
    ordered = sorted(walk.stops.values(), key=lambda stop: (stop.order, stop.nr))
    return tuple(stop.at for stop in ordered if stop.at is not None and not stop.skipped)


def walking_minutes(metres: float) -> int:
    """Minutes of walking without halts, one at least."""
    return max(1, round(metres / WALKING_M_PER_MINUTE))
