"""Finds the map that a walk names: on the web, beside the walk, kept, or among those that ship."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from walkshop.domain.records import BasemapLink
from walkshop.files import sample_map
from walkshop.services.basemap.data import MapData
from walkshop.services.basemap.keeping import kept_file, maps_folder, sha256_of
from walkshop.services.basemap.sketch import read_sketch

WEB = "web:"
"""Before the id of a web source in the name of a link."""

PICTURES = "pictures"
"""The layer of a map that is made of pictures."""


def find_map(
    link: BasemapLink | None,
    walk_file: Path | None,
    own_address: str = "",
    folder: Path | None = None,
) -> MapData | None:
    """The map under a walk; None where it names none, or where its file is not found.

    Args:
        own_address: the address that the person at this laptop set for a web map of their own.
        folder: where former maps are kept; the person's own folder by default.

    Raises:
        WalkshopError: the file is there and cannot be read.
    """
    if link is not None and link.name.startswith(WEB):
        return _on_the_web(link, own_address)
    path = map_path(link, walk_file, folder)
    if path is None:
        return None
    if path.suffix == ".geojson":
        return read_sketch(path)
    from walkshop.services.basemap.mapfile import read_map_file

    return read_map_file(path)


def weight_of(link: BasemapLink | None, walk_file: Path | None, folder: Path | None = None) -> int:
    """Bytes that finding a map may have to read: of every file that may be it."""
    if link is None or not link.name or link.name.startswith(WEB):
        return 0
    places = (place for place in _places(link, walk_file, folder) if place.is_file())
    return sum(place.stat().st_size for place in places)


def map_path(
    link: BasemapLink | None, walk_file: Path | None, folder: Path | None = None
) -> Path | None:
    """Where the file of a map lies. Only its bare name is used: a walk may come from strangers.

    A file of another content than the walk names is not its map: it is passed over.
    """
    if link is None or not link.name or link.name.startswith(WEB):
        return None
    places = (place for place in _places(link, walk_file, folder) if place.is_file())
    return next((place for place in places if _is_it(link, place)), None)


def layer_names(data: MapData | None) -> list[str]:
    """The layers that a map has, by name."""
    if data is None:
        return []
    pictures = {PICTURES} if data.tiles is not None or data.web is not None else set()
    return sorted({feature.layer for feature in data.features} | pictures)


def _places(link: BasemapLink, walk_file: Path | None, folder: Path | None) -> Iterator[Path]:
    name = Path(link.name).name
    if walk_file is not None:
        yield walk_file.parent / name
    if link.sha256.isalnum() and link.sha256.isascii():
        yield kept_file(link.sha256, folder or maps_folder())
    yield sample_map("sketch", name)


def _is_it(link: BasemapLink, place: Path) -> bool:
    return not link.sha256 or sha256_of(place) == link.sha256


def _on_the_web(link: BasemapLink, own_address: str) -> MapData | None:
    from walkshop.services.basemap.websources import source_of, web_map

    source = source_of(link.name.removeprefix(WEB), own_address, link.source)
    return web_map(source) if source else None
