"""Reads a sketch map: a GeoJSON drawn for Walkshop, with a layer, a grade and a name per thing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat, to_mercator
from walkshop.i18n import msg
from walkshop.services.basemap.data import Feature, MapData, Ring, Shape

_SHAPES = {
    "Polygon": Shape.AREA,
    "MultiPolygon": Shape.AREA,
    "LineString": Shape.LINE,
    "MultiLineString": Shape.LINE,
    "Point": Shape.POINT,
}


def read_sketch(path: Path) -> MapData:
    """The map in a sketch file (WGS84 degrees, longitude first).

    Raises:
        WalkshopError: the file cannot be read, or is no sketch map.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        features = tuple(part for item in raw["features"] for part in _features(item))
    except (OSError, ValueError, KeyError, TypeError, IndexError) as reason:
        raise WalkshopError(
            msg("This map cannot be read. Nothing was changed."),
            msg("Choose another map, or go on without one."),
            f"{path.name}: {type(reason).__name__}",
        ) from reason
    return MapData(features, raw.get("attribution", {}), raw.get("notice", {}))


def _features(item: dict[str, Any]) -> Iterator[Feature]:  # Any: parsed JSON
    """One feature of the file; a MultiPolygon gives one per polygon."""
    about, geometry = item["properties"], item["geometry"]
    shape = _SHAPES[geometry["type"]]
    for parts in _parts(geometry):
        yield Feature(
            layer=about["layer"],
            shape=shape,
            parts=parts,
            name=about.get("name") or "",
            grade=about.get("class") or "",
            level=int(about.get("level") or 0),
        )


def _parts(geometry: dict[str, Any]) -> Iterator[tuple[Ring, ...]]:  # Any: parsed JSON
    kind, at = geometry["type"], geometry["coordinates"]
    if kind == "MultiPolygon":
        yield from (tuple(_ring(ring) for ring in polygon) for polygon in at)
    elif kind in {"Polygon", "MultiLineString"}:
        yield tuple(_ring(ring) for ring in at)
    elif kind == "LineString":
        yield (_ring(at),)
    else:
        yield (_ring([at]),)


def _ring(places: list[list[float]]) -> Ring:
    return tuple(to_mercator(LonLat(at[0], at[1])) for at in places)
