"""Reads a pair of numbers as a place by their value, and says why a pair cannot be right."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.domain.geo import Bounds, LonLat, is_on_earth
from walkshop.i18n import Text, msg
from walkshop.services.geometry.crs import NETHERLANDS, Metres, from_rd, is_rd
from walkshop.services.intake.numbers import decimal

FAR_M = 50_000.0
"""Metres from the walk beyond which a place is taken for a slip."""


@dataclass(frozen=True, slots=True)
class Coordinates:
    """What two cells came to: a place (WGS84), or why there is none."""

    at: LonLat | None = None
    why_not: Text | None = None
    in_rd: bool = False


def read_coordinates(east: str, north: str, near: Bounds | None) -> Coordinates:
    """The place in two cells: degrees or RD New metres, told apart by value.

    A pair that only fits the other way round is not turned: that is for a person to say.

    Args:
        near: the box in which places of this walk lie, where that is known.
    """
    if not east or not north:
        return Coordinates(why_not=msg("not placed yet: half of the place is missing"))
    x, y = decimal(east), decimal(north)
    if x is None or y is None:
        return Coordinates(why_not=msg("not placed yet: this is no pair of numbers"))
    at = by_value(x, y)
    if at is not None and fits(at, near):
        return Coordinates(at, in_rd=is_rd(x, y))
    why = why_no_place(x, y, near)
    return Coordinates(why_not=why or _exchange_columns())


def _exchange_columns() -> Text:
    return msg("not placed yet: the two numbers may be exchanged. Exchange the two columns if so")


def why_no_place(x: float, y: float, near: Bounds | None) -> Text | None:
    """Why two numbers are no place of this walk; None when they would be one if exchanged."""
    if (x, y) == (0, 0):
        return msg("not placed yet: 0, 0 lies in the sea off Africa")
    exchanged = by_value(y, x)
    if exchanged is not None and fits(exchanged, near):
        return None
    if by_value(x, y) is None:
        return msg("not placed yet: neither degrees nor RD New")
    return msg("not placed yet: more than {n} km from this walk", n=round(FAR_M / 1000))


def by_value(x: float, y: float) -> LonLat | None:
    """The place (WGS84) of two numbers in degrees or in RD New metres; None for neither."""
    if is_rd(x, y):
        return from_rd([Metres(x, y)])[0]
    at = LonLat(x, y)
    return at if is_on_earth(at) else None


def fits(at: LonLat, near: Bounds | None) -> bool:
    """Whether a place is near the walk; where that is not known, whether it is not plainly turned.

    Turned is what lies in the Netherlands only with its numbers exchanged.
    """
    if near is not None:
        return near.contains(at)
    return NETHERLANDS.contains(at) or not NETHERLANDS.contains(LonLat(at.lat, at.lon))
