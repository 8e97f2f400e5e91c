"""The route: the line that is walked, and what there is along it."""

from __future__ import annotations

from dataclasses import replace

from walkshop.domain.edits.setting import set_route
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat, length_m
from walkshop.domain.queries.routes import route_of
from walkshop.domain.records import Route, RouteId, Stamp, Walk, touched
from walkshop.i18n import msg


def lay_route(walk: Walk, route: RouteId, along: tuple[LonLat, ...], stamp: Stamp) -> Walk:
    """The walk with its route along these places (WGS84); what is known about it stays.

    Args:
        route: its id, where there is none yet.

    Raises:
        WalkshopError: the line stays in one place.
    """
    if len(set(along)) < 2:
        raise WalkshopError(
            msg("A route needs two places at least."), msg("Put two stops on the map first.")
        )
    known = route_of(walk)
    length = length_m(along)
    if known is None:
        return set_route(walk, Route(id=route, along=along, length_m=length), stamp)
    if known.along == along:
        return walk
    return walk.having(touched(replace(known, along=along, length_m=length), stamp))


def change_route(walk: Walk, route: Route, stamp: Stamp) -> Walk:
    """The walk with what is known about its route as it now reads."""
    return walk if walk.routes.get(route.id) == route else walk.having(touched(route, stamp))


def remove_route(walk: Walk) -> Walk:
    """The walk without a route."""
    return walk.lacking(*walk.routes.values())
