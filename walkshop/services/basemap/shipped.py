"""The sketch maps that ship with the program, and the one that was drawn for a walk's area."""

from __future__ import annotations

from functools import cache

from walkshop.domain.geo import Bounds, LonLat, Mercator, from_mercator
from walkshop.domain.records import BasemapLink, Walk
from walkshop.files import sample_map
from walkshop.services.basemap.data import MapData, said
from walkshop.services.basemap.laying import area_of_map
from walkshop.services.basemap.sketch import read_sketch


def sketch_for(walk: Walk) -> BasemapLink | None:
    """The sketch that the middle of the walk lies on, as the walk names it; None for none."""
    area = area_of_map(walk)
    if area is None:
        return None
    code = walk.about.language
    for name, bounds, data in _sketches():
        if _within(area.centre, bounds):
            return BasemapLink(
                name, source=said(data.attribution, code), notice=said(data.notice, code)
            )
    return None


@cache
def _sketches() -> tuple[tuple[str, Bounds, MapData], ...]:
    """Name, bounds (WGS84) and what it says of itself; its features are let go of."""
    return tuple(
        (path.name, _bounds(data), MapData((), data.attribution, data.notice))
        for path in sorted(sample_map("sketch").glob("*.geojson"))
        if (data := read_sketch(path)).features
    )


def _bounds(data: MapData) -> Bounds:
    boxes = [feature.box for feature in data.features]
    low = from_mercator(Mercator(min(b[0] for b in boxes), min(b[1] for b in boxes)))
    high = from_mercator(Mercator(max(b[2] for b in boxes), max(b[3] for b in boxes)))
    return Bounds(low.lon, low.lat, high.lon, high.lat)


def _within(at: LonLat, bounds: Bounds) -> bool:
    return bounds.west <= at.lon <= bounds.east and bounds.south <= at.lat <= bounds.north
