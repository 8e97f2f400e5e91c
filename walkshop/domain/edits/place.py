"""Putting notes where they belong: what people do with a pin."""

from __future__ import annotations

from dataclasses import replace

from walkshop.domain.edits.notes import standing
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat, is_on_earth
from walkshop.domain.records import (
    Area,
    AtStop,
    Line,
    NoteId,
    Place,
    Point,
    Stamp,
    Walk,
    touched,
)
from walkshop.i18n import msg


def move_note(walk: Walk, note: NoteId, to: Place, stamp: Stamp) -> Walk:
    """The walk with the note at `to` (WGS84); its number, words and author stay.

    Raises:
        WalkshopError: the note was withdrawn, or the place is not on the earth.
    """
    check_place(walk, to)
    return walk.having(touched(replace(standing(walk, note), place=to), stamp))


def confirm_place(walk: Walk, note: NoteId, stamp: Stamp) -> Walk:
    """The walk with a guessed place confirmed; without a guess nothing changes."""
    found = standing(walk, note)
    if not isinstance(found.place, Point | Line | Area) or not found.place.assumed:
        return walk
    return walk.having(touched(replace(found, place=replace(found.place, assumed=False)), stamp))


def check_place(walk: Walk, place: Place) -> None:
    """Refuse a place that cannot be drawn.

    Raises:
        WalkshopError: a point off the earth, a line of one point, an area of two, a lost stop.
    """
    if isinstance(place, AtStop):
        walk.stop(place.stop)
        return
    corners: tuple[LonLat, ...] = ()
    least = 0
    if isinstance(place, Point):
        corners, least = (place.at,), 1
    elif isinstance(place, Line):
        corners, least = place.along, 2
    elif isinstance(place, Area):
        corners, least = place.outline, 3
    if len(corners) < least or not all(is_on_earth(corner) for corner in corners):
        raise WalkshopError(
            msg("This place cannot be drawn on the map."), msg("Click on the map once more.")
        )
