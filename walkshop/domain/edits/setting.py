"""Setting the walk up: its title, area, stops, route, groups and lenses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    About,
    AtStop,
    BasemapLink,
    Group,
    GroupId,
    Lens,
    LensId,
    Neighbourhood,
    Place,
    Route,
    Stamp,
    Stop,
    StopId,
    Walk,
    born,
    touched,
)
from walkshop.domain.records.base import RecordT
from walkshop.i18n import msg, msgn


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


def move_stop(walk: Walk, stop: Stop, steps: int, stamp: Stamp) -> Walk:
    """The walk with a stop `steps` places later in the order of walking (negative: earlier).

    Numbers stay: they are on paper already. At the end of the row a stop stays where it is.
    """
    row = sorted(walk.stops.values(), key=lambda other: (other.order, other.nr))
    now = row.index(walk.stop(stop.id))
    then = max(0, min(len(row) - 1, now + steps))
    if now == then:
        return walk
    row.insert(then, row.pop(now))
    placed = [(other, float(order)) for order, other in enumerate(row, start=1)]
    return walk.having(
        *(touched(replace(other, order=at), stamp) for other, at in placed if other.order != at)
    )


def remove_stop(walk: Walk, stop: Stop) -> Walk:
    """The walk without a stop that nothing hangs on.

    Raises:
        WalkshopError: notes or actions hang on it.
    """
    gone = walk.stop(stop.id)
    notes = [note for note in walk.notes.values() if stop.id in (note.stop, _stop_in(note.place))]
    actions = [act for act in walk.actions.values() if _stop_in(act.place) == stop.id]
    held = len(notes) + len(actions)
    if held:
        raise WalkshopError(
            msgn(
                "{n} note hangs on stop {nr}, so it stays.",
                "{n} notes hang on stop {nr}, so it stays.",
                held,
                nr=gone.nr,
            ),
            msg("Skip the stop, or move what hangs on it first."),
        )
    return walk.lacking(gone)


def _stop_in(place: Place) -> StopId | None:
    return place.stop if isinstance(place, AtStop) else None


def set_route(walk: Walk, route: Route, stamp: Stamp) -> Walk:
    """The walk with its route, in the place of an earlier one."""
    return walk.lacking(*walk.routes.values()).having(born(route, stamp))


def add_lenses(walk: Walk, lenses: Iterable[Lens], stamp: Stamp) -> Walk:
    """The walk with these lenses added."""
    return walk.having(*(born(lens, stamp) for lens in lenses))


def change_lens(walk: Walk, lens: Lens, stamp: Stamp) -> Walk:
    """The walk with a lens as it now is.

    Raises:
        WalkshopError: it lost its name, or is no longer in the walk.
    """
    before = _lens(walk, lens.id)
    if not lens.name.strip():
        raise WalkshopError(msg("A lens needs a name."))
    return walk if lens == before else walk.having(touched(lens, stamp))


def remove_lens(walk: Walk, lens: LensId) -> Walk:
    """The walk without a lens through which nobody looked.

    Raises:
        WalkshopError: notes or walkers have it.
    """
    gone = _lens(walk, lens)
    voices = [voice.lens for note in walk.notes.values() for voice in note.voices]
    looked = [note.lens for note in walk.notes.values()]
    if lens in (*looked, *voices, *(walker.lens for walker in walk.participants.values())):
        raise WalkshopError(msg("Someone looked through this lens, so it stays."))
    return walk.lacking(gone)


def add_groups(walk: Walk, groups: Iterable[Group], stamp: Stamp) -> Walk:
    """The walk with these groups added; a group is only counted, never named by person."""
    return walk.having(*(born(group, stamp) for group in groups))


def change_group(walk: Walk, group: Group, stamp: Stamp) -> Walk:
    """The walk with a group as it now is.

    Raises:
        WalkshopError: a count below nothing, or it is no longer in the walk.
    """
    before = _group(walk, group.id)
    if min(group.invited or 0, group.came or 0) < 0:
        raise WalkshopError(msg("A count is 0 or more."))
    return walk if group == before else walk.having(touched(group, stamp))


def remove_group(walk: Walk, group: GroupId) -> Walk:
    """The walk without a group."""
    return walk.lacking(_group(walk, group))


def _lens(walk: Walk, lens: LensId) -> Lens:
    return _here(walk.lenses.get(lens), lens)


def _group(walk: Walk, group: GroupId) -> Group:
    return _here(walk.groups.get(group), group)


def _here(found: RecordT | None, key: str) -> RecordT:
    if found is None:
        raise WalkshopError(
            msg("This is no longer in the walk."), msg("Undo brings it back."), f"id {key}"
        )
    return found
