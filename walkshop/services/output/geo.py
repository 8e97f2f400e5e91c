"""The notes as GeoJSON, for every program that draws maps."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise

from walkshop.domain.geo import LonLat
from walkshop.domain.queries.notes import pin_at
from walkshop.domain.records import Area, Line, Place, Walk
from walkshop.services.output.edition import Edition
from walkshop.services.output.rows import DIGITS, columns, note_rows

Json = Mapping[str, object]


def notes_geojson(edition: Edition) -> bytes:
    """A FeatureCollection (RFC 7946, WGS84) with a feature per note, geometry null without one."""
    names = columns(edition)
    features = [
        {
            "type": "Feature",
            "id": row["nr"],
            "geometry": geometry(edition.walk, note.place),
            "properties": {name: row.get(name) for name in names},
        }
        for note, row in zip(edition.notes, note_rows(edition), strict=True)
    ]
    about = {
        "type": "FeatureCollection",
        "title": edition.of(edition.walk.about, "title"),
        "notice": edition.of(edition.walk.about, "notice"),
        "features": features,
    }
    return json.dumps(about, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def geometry(walk: Walk, place: Place) -> Json | None:
    """A place as GeoJSON geometry: a line, an area as a ring turning left, else its pin."""
    if isinstance(place, Line):
        return {"type": "LineString", "coordinates": [_pair(at) for at in place.along]}
    if isinstance(place, Area):
        return {"type": "Polygon", "coordinates": [[_pair(at) for at in ring(place.outline)]]}
    at = pin_at(walk, place)
    return {"type": "Point", "coordinates": _pair(at)} if at else None


def ring(outline: tuple[LonLat, ...]) -> list[LonLat]:
    """A closed ring that turns left, as RFC 7946 asks of an outer one."""
    corners = [*outline, outline[0]] if outline[0] != outline[-1] else list(outline)
    turning = sum((b.lon - a.lon) * (b.lat + a.lat) for a, b in pairwise(corners))
    return corners[::-1] if turning > 0 else corners


def _pair(at: LonLat) -> list[float]:
    return [round(at.lon, DIGITS), round(at.lat, DIGITS)]
