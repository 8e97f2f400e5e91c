"""Where a record stands in the file: the place of a note as geometry and cells, and its pin."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    Area,
    AtStop,
    Line,
    Neighbourhood,
    Node,
    Place,
    Point,
    Record,
    Route,
    Stop,
    Walk,
)
from walkshop.domain.records.places import halfway, inside
from walkshop.services.gpkg.columns import PLACES, Cell
from walkshop.services.gpkg.geometry import (
    pack_area,
    pack_areas,
    pack_line,
    pack_point,
)

_WORDS = {kind: word for word, kind in PLACES.items()}


@dataclass(frozen=True, slots=True)
class Drawn:
    """The geometry of a record: its blob, and the blob of its line or area where it has one."""

    blob: bytes | None = None
    shape: bytes | None = None


def place_of(record: Record) -> Place | None:
    """The place of a record that has one."""
    place = getattr(record, "place", None)  # of a round it is a word, and no place on the map
    return place if isinstance(place, Place) else None


def place_cells(place: Place) -> dict[str, Cell]:
    """The cells that stand beside the geometry of a place."""
    assumed = getattr(place, "assumed", None)
    return {
        "place_kind": _WORDS[type(place)],
        "assumed": None if assumed is None else int(assumed),
        "accuracy_m": getattr(place, "accuracy_m", None),
        "place_word": place.word if isinstance(place, Point) else None,
        "place_stop": place.stop if isinstance(place, AtStop) else None,
    }


def pin(place: Place, walk: Walk) -> LonLat | None:
    """Where the pin of a place stands; None for the whole area and for no place yet."""
    if isinstance(place, Point):
        return place.at
    if isinstance(place, Line):
        return halfway(place.along) if place.along else None
    if isinstance(place, Area):
        return inside(place.outline) if place.outline else None
    if isinstance(place, AtStop):
        stop = walk.stops.get(place.stop)
        return stop.at if stop else None
    return None


def drawn(record: Record, walk: Walk) -> Drawn:
    """The geometry of `record`, with the stops of `walk`."""
    if isinstance(record, Stop | Node):
        return Drawn(pack_point(record.at) if record.at else None)
    if isinstance(record, Route):
        return Drawn(pack_line(record.along) if record.along else None)
    if isinstance(record, Neighbourhood):
        return Drawn(pack_areas(record.outlines) if any(record.outlines) else None)
    place = place_of(record)
    if place is None:
        return Drawn()
    at = pin(place, walk)
    return Drawn(pack_point(at) if at else None, _shape(place))


def _shape(place: Place) -> bytes | None:
    if isinstance(place, Line) and place.along:
        return pack_line(place.along)
    if isinstance(place, Area) and place.outline:
        return pack_area(place.outline)
    return None


__all__ = ["Drawn", "drawn", "pin", "place_cells", "place_of"]
