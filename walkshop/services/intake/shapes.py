"""Makes places of the shapes in map files, and says why a shape is none."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from walkshop.domain.geo import Bounds, LonLat, is_on_earth
from walkshop.domain.records import Area, Line, Point
from walkshop.i18n import Text, msg
from walkshop.services.geometry.crs import WGS84, Metres, from_local, from_rd, is_rd
from walkshop.services.intake.coordinates import fits, why_no_place

Pair = tuple[float, float]
"""Two numbers as they stand in a file, east or longitude first; NaN where there is none."""

_CORNERS_OF_AREA = 3


class Form(IntEnum):
    """What a part of a shape draws; the higher, the more it says."""

    POINT = 0
    LINE = 1
    AREA = 2


class Part(NamedTuple):
    """One part of a shape; `holes` counts what is cut out of an area."""

    form: Form
    pairs: Sequence[Pair]
    holes: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of one feature.

    Args:
        parts: everything that it draws; none for a shape without a place.
        crs: of its numbers; empty where they are degrees, or RD New by their value.
    """

    parts: tuple[Part, ...] = ()
    crs: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """What a shape came to: a place (WGS84), or why there is none, and what was lost."""

    place: Point | Line | Area | None = None
    why_not: Text | None = None
    remarks: tuple[Text, ...] = ()
    in_rd: bool = False

    @property
    def corners(self) -> tuple[LonLat, ...]:
        """The points that draw the place."""
        if isinstance(self.place, Line):
            return self.place.along
        if isinstance(self.place, Area):
            return self.place.outline
        return (self.place.at,) if self.place else ()


@dataclass(frozen=True, slots=True)
class Surveyor:
    """Locates shapes near one walk.

    Args:
        near: the box in which places of this walk lie, where that is known.
        exchanged: a person said that the numbers stand north first.
    """

    near: Bounds | None
    exchanged: bool = False

    def locate(self, shape: Shape) -> Located:
        """The place of a shape: of several parts the one that says most."""
        parts = [part for part in shape.parts if part.pairs]
        if not parts:
            return Located()
        part = max(parts, key=lambda part: (part.form, len(part.pairs)))
        good, bad, in_rd = self.points(part.pairs, shape.crs)
        if not good:
            return Located(why_not=_no_place(part.pairs))
        remarks = [msg("several parts: the largest one is kept")] if len(parts) > 1 else []
        if bad:
            remarks.append(msg("points that are no place are left out"))
        if part.holes:
            remarks.append(msg("holes in the area are not kept"))
        if not fits(good[0], self.near):
            why = why_no_place(*good[0], self.near)
            return Located(why_not=why or _exchange())
        return Located(_drawn(part.form, good), None, tuple(remarks), in_rd)

    def points(self, pairs: Sequence[Pair], crs: str) -> tuple[list[LonLat], int, bool]:
        """The places on earth among `pairs` (WGS84), how many are none, and whether RD was read.

        Args:
            crs: as for a Shape.
        """
        real = [pair for pair in pairs if math.isfinite(sum(pair)) and any(pair)]
        if self.exchanged:
            real = [(y, x) for x, y in real]
        in_rd = not crs and bool(real) and all(is_rd(*pair) for pair in real)
        found: Iterable[LonLat]
        if in_rd:
            found = from_rd([Metres(*pair) for pair in real])
        elif crs and crs != WGS84:
            found = from_local(crs, [Metres(*pair) for pair in real])
        else:
            found = (LonLat(*pair) for pair in real)
        good = [at for at in found if is_on_earth(at)]
        return good, len(pairs) - len(good), in_rd


def _drawn(form: Form, corners: list[LonLat]) -> Point | Line | Area:
    """What is left of a shape: an area of two corners is a line, a line of one is a point."""
    if form is Form.AREA:
        ring = corners[:-1] if len(corners) > 1 and corners[0] == corners[-1] else corners
        if len(set(ring)) >= _CORNERS_OF_AREA:
            return Area(tuple(ring))
    if form is not Form.POINT and len(set(corners)) > 1:
        return Line(tuple(corners))
    return Point(corners[0])


def _no_place(pairs: Sequence[Pair]) -> Text:
    """Why not one of `pairs` is a place."""
    real = [pair for pair in pairs if math.isfinite(sum(pair))]
    if not real:
        return msg("not placed yet: this is no pair of numbers")
    return why_no_place(*real[0], None) or _exchange()


def _exchange() -> Text:
    return msg("not placed yet: north and east may be exchanged in this file")
