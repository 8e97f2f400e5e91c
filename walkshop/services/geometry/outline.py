"""Reads the outline of an area from a boundary file of any common kind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat, is_on_earth
from walkshop.domain.records import Neighbourhood
from walkshop.i18n import msg
from walkshop.services.geometry.crs import RD_NEW, WGS84, is_rd

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

NAME_COLUMNS = ("statnaam", "buurtnaam", "wijknaam", "naam", "name")
"""Columns that hold the name of an area, in the order in which they are believed."""

AREAS_AT_MOST = 50
"""A walk is a few neighbourhoods; a country's file is a mistake."""

CHOOSE_AT_MOST = 800
"""Where people choose by name, a file of a whole town will do (Rotterdam: 92, Amsterdam: 517)."""


def read_outline(path: Path, area: Neighbourhood, most: int = AREAS_AT_MOST) -> Neighbourhood:
    """`area` with the outlines (WGS84) and names of the polygons in a boundary file.

    Args:
        most: how many areas the file may hold.

    Raises:
        WalkshopError: the file is missing or unreadable, or holds no areas or too many.
    """
    frame = _polygons(path)
    if not 0 < len(frame) <= most:
        raise WalkshopError(
            msg("{file} holds {n} areas.", file=path.name, n=len(frame)),
            msg("Choose a file with the one or few areas of this walk."),
        )
    names = _names(frame)
    rings, ring_names = [], []
    for geometry, name in zip(frame.geometry, names, strict=True):
        for polygon in getattr(geometry, "geoms", [geometry]):
            corners = [LonLat(float(x), float(y)) for x, y, *_ in polygon.exterior.coords[:-1]]
            if corners and all(map(is_on_earth, corners)):
                rings.append(tuple(corners))
                ring_names.append(name)
    if not rings:
        raise WalkshopError(
            msg("The areas in {file} do not lie on the earth.", file=path.name),
            msg("Save it in WGS84 or RD New."),
        )
    return replace(
        area,
        name=area.name or ", ".join(dict.fromkeys(name for name in names if name)),
        outlines=tuple(rings),
        outline_names=tuple(ring_names),
        outline_source=path.name,
    )


def _polygons(path: Path) -> GeoDataFrame:
    from pyogrio import read_dataframe
    from pyogrio.errors import DataSourceError

    if not path.is_file():
        raise WalkshopError(
            msg("There is no file {file}.", file=str(path)), msg("Look at its name and folder.")
        )
    try:
        frame = read_dataframe(path, on_invalid="ignore")
    except (DataSourceError, ValueError) as reason:
        raise WalkshopError(
            msg("{file} is no map file that can be read.", file=path.name),
            msg("GeoPackage, GeoJSON, Shapefile and FlatGeobuf can."),
            str(reason),
        ) from reason
    if not hasattr(frame, "geometry"):
        return frame.iloc[0:0]
    frame = frame[frame.geometry.notna() & frame.geom_type.isin(["Polygon", "MultiPolygon"])]
    if frame.crs is None and len(frame) and is_rd(*frame.total_bounds[:2]):
        frame = frame.set_crs(RD_NEW)
    return frame.to_crs(WGS84) if frame.crs is not None else frame


def _names(frame: GeoDataFrame) -> list[str]:
    by_lower = {str(column).lower(): column for column in frame.columns}
    for wanted in NAME_COLUMNS:
        if wanted in by_lower:
            return [str(name).strip() for name in frame[by_lower[wanted]].fillna("")]
    return [""] * len(frame)
