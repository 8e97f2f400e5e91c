"""Lays a map under a walk: any source is turned once into the map file beside the walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from walkshop.domain.geo import Bounds, LonLat, bounds_of
from walkshop.domain.queries.notes import extent
from walkshop.domain.queries.shown import shown_bounds
from walkshop.domain.records import BasemapLink, Walk
from walkshop.i18n import Text, msg
from walkshop.services.basemap import troubles
from walkshop.services.basemap.boxes import boxes_of
from walkshop.services.basemap.data import Box, MapData, RasterTiles, Reading, said
from walkshop.services.basemap.finding import layer_names
from walkshop.services.basemap.keeping import keep, maps_folder, sha256_of
from walkshop.services.basemap.mapfile import Picture, map_file_of, write_map_file
from walkshop.services.basemap.squares import StoredTiles
from walkshop.services.basemap.tilemath import TileId
from walkshop.services.basemap.whereabouts import NEAR_M, near_box

Report = Callable[[int, int], None]
"""Called with the steps done and in all; what it raises stops the work, and nothing is laid."""

MOST_PICTURES = 20_000
MOST_BYTES = 250_000_000
"""What a map file of a person's own pictures may hold: more than any neighbourhood needs."""


OUTSIDE = msg("This map lies outside your area.")


class Laid(NamedTuple):
    """A map that lies beside the walk now.

    Args:
        link: what the walk is to name.
        remarks: what was left out or guessed.
        layers: what the map has, by name.
    """

    link: BasemapLink
    remarks: tuple[Text, ...]
    layers: tuple[str, ...]


def area_of_map(walk: Walk) -> Bounds | None:
    """What the map of a walk must reach over (WGS84): its area, pins and stops; None for none."""
    boxes = [box for box in (extent(walk), shown_bounds(walk)) if box is not None]
    corners = [LonLat(box.west, box.south) for box in boxes]
    return bounds_of([*corners, *(LonLat(box.east, box.north) for box in boxes)])


def lay_map_file(
    walk: Walk, walk_file: Path, source: Path, report: Report, folder: Path | None = None
) -> Laid:
    """Turn `source` into the map file beside the walk, clipped to its area and 1 km around it.

    Args:
        folder: where a former map of this walk is kept; the person's own folder by default.

    Raises:
        WalkshopError: it cannot be read, or there is no room or right to write.
    """
    from walkshop.services.basemap.reading import read_map

    report(0, 0)
    if source.resolve() == map_file_of(walk_file).resolve():
        raise troubles.laid_already(source)
    reading = read_map(source, area_of_map(walk))
    laying = Laying(walk, walk_file, folder or maps_folder())
    return laying.lay(reading, source.name, report)


def lay_data(
    walk: Walk, walk_file: Path, reading: Reading, source_name: str, report: Report
) -> Laid:
    """Write what was read as the map file beside the walk; see `lay_map_file`.

    Args:
        source_name: said as the source of a map that does not name its maker.
    """
    return Laying(walk, walk_file, maps_folder()).lay(reading, source_name, report)


@dataclass(frozen=True, slots=True)
class Laying:
    """One walk that gets a map.

    Args:
        folder: where a former map is kept, so that undo finds it.
    """

    walk: Walk
    walk_file: Path
    folder: Path

    def lay(self, reading: Reading, source_name: str, report: Report) -> Laid:
        """Write the map file, and say what the walk is to name."""
        near = area_of_map(self.walk)
        data, remarks = _credited(reading.data, source_name), list(reading.remarks)
        pictures: list[TileId] = []
        if data.tiles is not None:
            pictures, more = _chosen(data.tiles, near)
            remarks += more
        elif near is not None and not _touches(data, near_box(near)):
            remarks.append(OUTSIDE)
        target = map_file_of(self.walk_file)
        if not data.features and not pictures:
            raise troubles.nothing_there(target)
        if target.is_file():
            keep(target, self.folder)
        write_map_file(target, data, _copied(data, pictures, report))
        return Laid(self._link(target, data), tuple(dict.fromkeys(remarks)), _layers(data))

    def _link(self, target: Path, data: MapData) -> BasemapLink:
        language = self.walk.about.language
        return BasemapLink(
            target.name,
            sha256_of(target),
            said(data.attribution, language),
            data.licence,
            said(data.notice, language),
        )


def _layers(data: MapData) -> tuple[str, ...]:
    return tuple(layer_names(data))


def _credited(data: MapData, source_name: str) -> MapData:
    """The map with its source: at least where it came from, where it does not name its maker."""
    if any(data.attribution.values()):
        return data
    words = {"nl": f"Bron: {source_name}", "en": f"Source: {source_name}"}
    return replace(data, attribution=words)


def _touches(data: MapData, box: Box) -> bool:
    low, high = boxes_of(data)[:, :2], boxes_of(data)[:, 2:]
    return bool(((low <= box[2:]) & (high >= box[:2])).all(axis=1).any())


def _chosen(tiles: RasterTiles, near: Bounds | None) -> tuple[list[TileId], list[Text]]:
    """The squares to copy, from the coarsest zoom on, and what is said of those left out."""
    if not isinstance(tiles, StoredTiles):
        raise TypeError("pictures that cannot be listed cannot be copied")
    around = near.grown(NEAR_M) if near else None
    finest = range(tiles.min_zoom, tiles.max_zoom + 1)
    found: list[TileId] = []
    remarks: list[Text] = []
    for zoom in finest:
        more = list(islice(tiles.ids(zoom, around), MOST_PICTURES - len(found) + 1))
        if len(found) + len(more) > MOST_PICTURES:
            remarks.append(msg("The map is too large. Its finest detail was left out."))
            break
        found += more
    if any(tiles.tile(*at) for at in found):
        return found, remarks
    if around is None:
        return [], remarks
    everywhere, said_too = _chosen(tiles, None)
    return everywhere, [OUTSIDE, *said_too]


def _copied(data: MapData, chosen: list[TileId], report: Report) -> Iterator[Picture]:
    """The pictures of these squares, until they are too many bytes for one file."""
    total = 0
    for step, at in enumerate(chosen):
        report(step, len(chosen))
        content = data.tiles.tile(*at) if data.tiles else None
        if content is not None and total + len(content) <= MOST_BYTES:
            total += len(content)
            yield (*at, content)
    report(len(chosen), len(chosen))
