"""Setting the walk up: its title, area, stops, route and lenses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    About,
    BasemapLink,
    Lens,
    Neighbourhood,
    Route,
    Stamp,
    Stop,
    Walk,
    born,
    touched,
)
from walkshop.i18n import msg


def change_about(walk: Walk, about: About, stamp: Stamp) -> Walk:
    """The walk with its title, question and dates as they now read.

    Raises:
        WalkshopError: it lost its title.
    """
    if not about.title.strip():
        raise WalkshopError(msg("A walk needs a title."))
    return walk if about == walk.about else walk.having(touched(about, stamp))


def change_area(walk: Walk, area: Neighbourhood, stamp: Stamp) -> Walk:
    """The walk with its area as it now is."""
    return walk if area == walk.area else walk.having(touched(area, stamp))


def lay_map(walk: Walk, basemap: BasemapLink | None, stamp: Stamp) -> Walk:
    """The walk with another map under it, or none."""
    return change_area(walk, replace(walk.area, basemap=basemap), stamp)


def add_stops(walk: Walk, stops: Iterable[Stop], stamp: Stamp) -> Walk:
    """The walk with these stops added in their order; with `nr` 0 each gets the next number.

    Raises:
        WalkshopError: a number that a stop asks for is taken.
    """
    taken = {stop.nr for stop in walk.stops.values()}
    free = walk.marks.stop
    fresh = []
    for stop in stops:
        nr = stop.nr or free
        if nr in taken:
            raise WalkshopError(msg("Number {nr} is in use already.", nr=nr))
        taken.add(nr)
        free = max(free, nr + 1)
        fresh.append(born(replace(stop, nr=nr, order=float(nr)), stamp))
    return replace(walk.having(*fresh), marks=replace(walk.marks, stop=free))


def change_stop(walk: Walk, stop: Stop, stamp: Stamp) -> Walk:
    """The walk with a stop as it now is; its number stays."""
    before = walk.stop(stop.id)
    changed = replace(stop, nr=before.nr)
    return walk if changed == before else walk.having(touched(changed, stamp))


def set_route(walk: Walk, route: Route, stamp: Stamp) -> Walk:
    """The walk with its route, in the place of an earlier one."""
    return walk.lacking(*walk.routes.values()).having(born(route, stamp))


def add_lenses(walk: Walk, lenses: Iterable[Lens], stamp: Stamp) -> Walk:
    """The walk with these lenses added."""
    return walk.having(*(born(lens, stamp) for lens in lenses))
