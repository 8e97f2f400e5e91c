"""Reads maps of lines and areas through GDAL: layer by layer, near the walk, within limits."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np

from walkshop.domain.geo import Bounds
from walkshop.i18n import msg
from walkshop.services.basemap import credits, tagging, troubles
from walkshop.services.basemap.data import Box, MapData, Reading
from walkshop.services.basemap.harvest import Harvest
from walkshop.services.basemap.layers import Columns, theme_of
from walkshop.services.basemap.shaping import Geometries
from walkshop.services.basemap.whereabouts import Whereabouts, box_in, near_box, whereabouts

SAMPLE = 100
"""Rows that are looked at to tell the CRS of a layer."""


class Format(NamedTuple):
    """What a kind of file fixes for all files of that kind.

    Args:
        crs: of all layers; empty where each layer has its own.
        layers: those that are read; none for all.
        credit: whose map it always is.
        points: condition (SQL) on the points that are read.
        about: whether GDAL tells what the file says about itself.
    """

    crs: str = ""
    layers: tuple[str, ...] = ()
    credit: str = ""
    points: str = ""
    about: bool = True


PLAIN = Format()
JSON = Format(about=False)
OSM = Format("EPSG:4326", ("lines", "multipolygons", "points"), credits.OSM, "name IS NOT NULL")
"""An OpenStreetMap extract; its relations are bus lines, which nobody walks."""

TILES = Format("EPSG:3857")


def read_vector(path: Path, near: Bounds | None, made: Format = PLAIN) -> Reading:
    """The map in a file that GDAL reads as lines and areas.

    Args:
        path: a file of the kind `made`.
        near: as for `read_map`.
        made: the kind of file.

    Raises:
        WalkshopError: it cannot be read, or there is nothing to draw in it.
    """
    with _quiet():
        layers = _layers(path, made)
        harvest = _gather(path, layers, near_box(near) if near else None, made)
        if not harvest.features and near is not None:
            harvest = _gather(path, layers, None, made)
            harvest.say(msg("This map lies outside your area."))
    # Half a street map is worse than none: the layers of an extract belong together.
    if harvest.unreadable and (made.layers or not harvest.features):
        raise troubles.unreadable(path, f"{harvest.unreadable} layers")
    if not harvest.features:
        raise troubles.nothing_there(path, f"{harvest.lost.broken} broken")
    attribution = made.credit or harvest.attribution
    remarks = tuple(harvest.remarks())
    if not attribution:
        remarks += (msg("The file does not say who made this map."),)
    said = {"": attribution} if attribution else {}
    return Reading(MapData(tuple(harvest.features), said), remarks)


@contextmanager
def _quiet() -> Iterator[None]:
    """GDAL's warnings are for engineers; what is lost is counted and said in our own words."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _layers(path: Path, made: Format) -> list[tuple[str, bool]]:
    """The names of the layers, with whether they have places; those of the format first to last.

    Raises:
        WalkshopError: no map can be read from the file.
    """
    import pyogrio

    try:
        found = [(str(name), kind is not None) for name, kind in pyogrio.list_layers(path)]
    except (RuntimeError, ValueError, OSError) as error:
        raise troubles.unreadable(path, type(error).__name__) from error
    if made.layers:
        there = dict(found)
        return [(name, there[name]) for name in made.layers if name in there]
    # When a map is too large the buildings are cut, never the streets.
    return sorted(found, key=lambda layer: theme_of(layer[0]) == "building")


def _gather(path: Path, layers: list[tuple[str, bool]], box: Box | None, made: Format) -> Harvest:
    harvest = Harvest()
    for layer, has_places in layers:
        if not has_places:
            harvest.say(msg("Layer “{layer}” has no places.", layer=layer))
            continue
        try:
            place = _look_at(harvest, path, layer, made)
            limits = _Limits(box, made.points if layer == "points" else "", harvest.room + 1)
            rows = _read(path, layer, place, limits) if place else None
        except (RuntimeError, ValueError, OSError):  # what GDAL raises; our own work is below
            harvest.unreadable += 1
            harvest.say(msg("Layer “{layer}” cannot be read.", layer=layer))
            continue
        if place is not None and rows is not None:
            harvest.add(layer, *rows, place, box)
    if made.layers:
        harvest.points = 0  # of so many lamps and bus stops nobody asks where they are
    return harvest


def _look_at(harvest: Harvest, path: Path, layer: str, made: Format) -> Whereabouts | None:
    """The CRS of a layer, with what is to be said about it; None where nobody can tell."""
    import shapely
    from pyogrio.raw import read

    if made.crs:
        fields, place = [], whereabouts(made.crs, np.empty((0, 2)))
    else:
        meta, _, wkb, _ = read(path, layer=layer, max_features=SAMPLE, force_2d=True)
        fields = list(meta["fields"])
        sample = shapely.get_coordinates(shapely.from_wkb(wkb, on_invalid="ignore"))
        place = whereabouts(meta["crs"], sample)
    if not (made.credit or harvest.attribution):
        harvest.attribution = _credit(path, layer, made) or credits.from_columns(fields)
    if place.remark is not None:
        harvest.say(place.remark)
    if place.crs is not None:
        return place
    harvest.say(msg("Layer “{layer}” does not say where it lies.", layer=layer))
    return None


def _credit(path: Path, layer: str, made: Format) -> str:
    """Whose map it is, as the file says itself."""
    import pyogrio

    if not made.about:
        return credits.from_json(path)
    info = pyogrio.read_info(path, layer=layer)
    return credits.from_metadata((info.get("layer_metadata"), info.get("dataset_metadata")))


class _Limits(NamedTuple):
    """Which rows are read: a box (EPSG:3857), a condition (SQL), and how many at most."""

    box: Box | None
    where: str
    most: int


def _read(
    path: Path, layer: str, place: Whereabouts, limits: _Limits
) -> tuple[Geometries, Columns]:
    """The shapes (WKB) and the columns that matter of the rows within the limits."""
    import pyogrio
    from pyogrio.raw import read

    fields = pyogrio.read_info(path, layer=layer)["fields"]
    crs, box = place.crs, limits.box
    meta, _, wkb, values = read(
        path,
        layer=layer,
        columns=[name for name in fields if name.lower() in tagging.COLUMNS],
        where=limits.where or None,
        bbox=box_in(crs, box) if box is not None and crs is not None else None,
        max_features=limits.most,
        force_2d=True,
    )
    named = zip(meta["fields"], values, strict=True)
    return wkb, {name.lower(): column.tolist() for name, column in named}
