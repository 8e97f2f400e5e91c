"""The place of a row: what its geometry and cells say together, whoever wrote them last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    NOT_YET,
    WHOLE,
    Area,
    AtStop,
    Line,
    Place,
    Point,
    Stop,
    StopId,
    Walk,
)
from walkshop.domain.records.places import halfway, inside
from walkshop.services.gpkg.geometry import line_of, rings_of

PlaceCells = tuple[object, object, object, object, object]
"""place_kind, assumed, accuracy_m, place_word and place_stop as they stand in the row."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Reads places of one table.

    Args:
        stops: where the stops stand now.
        before: the walk as it was before another program changed the file; None on opening.
        moved: where pins at a stop stood before another program moved that stop.
    """

    stops: Mapping[StopId, Stop]
    before: Walk | None = None
    moved: Mapping[str, LonLat] = field(default_factory=dict)

    def place(
        self, cells: PlaceCells, pin: LonLat | None, shape: object, was: Place | None
    ) -> tuple[Place, bool]:
        """The place, and whether the row says it in other cells than we would write.

        A pin that was moved in another program means a point there, whatever the row says.
        """
        kind = cells[0]
        if kind == "point" and pin is not None:
            return _point(pin, cells), False
        if kind == "whole" and pin is None:
            return WHOLE, False
        if kind == "not_yet" and pin is None:
            return NOT_YET, False
        if kind == "stop" and isinstance(cells[4], str):
            return self._at_stop(StopId(cells[4]), pin)
        if kind in ("line", "area"):
            return _drawn(cells, pin, shape, was)
        return (NOT_YET if pin is None else _point(pin, ("point", 0, None, "", None))), True

    def _at_stop(self, stop: StopId, pin: LonLat | None) -> tuple[Place, bool]:
        there = self.stops.get(stop)
        home = there.at if there else None
        if pin == home:
            return AtStop(stop), False
        if pin is None or (home is not None and pin == self.moved.get(stop)):
            return AtStop(stop), True
        return Point(pin), True


def moved_stops(
    pins: Mapping[str, list[LonLat]], stops: Mapping[StopId, Stop], before: Walk | None
) -> dict[str, LonLat]:
    """Where the pins at each stop stood before another program moved the stop.

    Without a walk from before, two pins that stand together and none that is at the stop tell
    that the stop was moved and not the pins.
    """
    old: dict[str, LonLat] = {}
    for stop in stops.values():
        earlier = before.stops.get(stop.id) if before else None
        if earlier is not None:
            if earlier.at is not None and earlier.at != stop.at:
                old[stop.id] = earlier.at
            continue
        found = Counter(pins.get(stop.id, []))
        if len(found) == 1 and stop.at not in found and found.total() > 1:
            old[stop.id] = next(iter(found))
    return old


def shape_place(shape: object) -> Place | None:
    """The line or area that a blob draws; None for anything else."""
    along = line_of(shape)
    if along:
        return Line(along)
    rings = rings_of(shape)
    return Area(rings[0]) if rings else None


def _drawn(
    cells: PlaceCells, pin: LonLat | None, shape: object, was: Place | None
) -> tuple[Place, bool]:
    found = shape_place(shape)
    assumed, accuracy = cells[1] == 1, _number(cells[2])
    if isinstance(found, Line):
        place: Line | Area = Line(found.along, assumed, accuracy)
        home = halfway(found.along)
    elif isinstance(found, Area):
        place = Area(found.outline, assumed, accuracy)
        home = inside(found.outline)
    else:
        return (NOT_YET if pin is None else _point(pin, cells)), True
    if pin == home:
        return place, (cells[0] == "line") != isinstance(place, Line)
    if pin is not None and was == place:
        return Point(pin, assumed, accuracy), True
    return place, True


def _point(pin: LonLat, cells: PlaceCells) -> Point:
    word = cells[3] if isinstance(cells[3], str) else ""
    return Point(pin, cells[1] == 1, _number(cells[2]), word)


def _number(cell: object) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None


__all__ = ["PlaceCells", "Placing", "moved_stops", "shape_place"]
