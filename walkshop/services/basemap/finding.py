"""Finds the map that a walk names: beside the walk, else among the maps that ship."""

from __future__ import annotations

from pathlib import Path

from walkshop.domain.records import BasemapLink
from walkshop.files import sample_map
from walkshop.services.basemap.data import MapData
from walkshop.services.basemap.sketch import read_sketch


def find_map(link: BasemapLink | None, walk_file: Path | None) -> MapData | None:
    """The map under a walk; None where it names none, or where its file is not found.

    Raises:
        WalkshopError: the file is there and cannot be read.
    """
    path = map_path(link, walk_file)
    return read_sketch(path) if path else None


def map_path(link: BasemapLink | None, walk_file: Path | None) -> Path | None:
    """Where the file of a map lies. Only its bare name is used: a walk may come from strangers."""
    if link is None or not link.name:
        return None
    name = Path(link.name).name
    places = [sample_map("sketch", name)]
    if walk_file is not None:
        places.insert(0, walk_file.parent / name)
    return next((place for place in places if place.is_file()), None)


def layer_names(data: MapData | None) -> list[str]:
    """The layers that a map has, by name."""
    return sorted({feature.layer for feature in data.features}) if data else []
