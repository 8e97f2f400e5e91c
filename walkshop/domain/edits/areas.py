"""The edge of the area: taken from a file in parts, drawn by hand, and pulled by its corners."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from walkshop.domain.edits.setting import change_area
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Neighbourhood, Stamp, Walk
from walkshop.i18n import msg

Ring = tuple[LonLat, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an area that has a name of its own; without one each ring is a part.

    Args:
        rings: its places among the outlines of the area.
    """

    name: str
    rings: tuple[int, ...]


def parts_of(area: Neighbourhood) -> list[Part]:
    """The parts of an area in the order of its outlines."""
    found: dict[str, Part] = {}
    for place in range(len(area.outlines)):
        name = _name(area, place)
        key = name or f"\N{NULL}{place}"
        known = found.get(key, Part(name, ()))
        found[key] = replace(known, rings=(*known.rings, place))
    return list(found.values())


def with_parts(area: Neighbourhood, chosen: Collection[Part]) -> Neighbourhood:
    """An area of these parts alone, under their names."""
    rings = sorted(place for part in chosen for place in part.rings)
    names = dict.fromkeys(part.name for part in parts_of(area) if part in chosen and part.name)
    return replace(
        area,
        name=", ".join(names),
        outlines=tuple(area.outlines[place] for place in rings),
        outline_names=tuple(_name(area, place) for place in rings),
    )


def draw_outline(walk: Walk, ring: Ring, stamp: Stamp) -> Walk:
    """The walk with an outline that was drawn (WGS84, not closed) in the place of any other.

    Raises:
        WalkshopError: it has fewer than three corners.
    """
    _look_at(ring)
    drawn = replace(walk.area, outlines=(ring,), outline_names=("",), outline_source="")
    return change_area(walk, drawn, stamp)


def reshape_outline(walk: Walk, place: int, ring: Ring, stamp: Stamp) -> Walk:
    """The walk with another ring at this place among its outlines; names stay.

    Raises:
        WalkshopError: it has fewer than three corners, or there is no such outline any more.
    """
    _look_at(ring)
    outlines = list(walk.area.outlines)
    if not 0 <= place < len(outlines):
        raise WalkshopError(msg("This is no longer in the walk."), msg("Undo brings it back."))
    outlines[place] = ring
    return change_area(walk, replace(walk.area, outlines=tuple(outlines)), stamp)


def _name(area: Neighbourhood, place: int) -> str:
    return area.outline_names[place] if place < len(area.outline_names) else ""


def _look_at(ring: Ring) -> None:
    if len(set(ring)) < 3:
        raise WalkshopError(msg("An area needs three corners at least."))
