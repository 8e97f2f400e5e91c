"""The one door for map files: finds out what a file is and has it read."""

from __future__ import annotations

from pathlib import Path

from walkshop.domain.geo import Bounds
from walkshop.services.basemap import troubles
from walkshop.services.basemap.data import Reading
from walkshop.services.basemap.kinds import FileKind, kind_of

LARGEST_MB = {FileKind.GEOJSON: 100, FileKind.OSM_PBF: 100, FileKind.OSM_XML: 300}
"""Kinds without an index are read from end to end: at most about a minute on a small laptop."""

_MB = 1_000_000
_VECTOR = {
    FileKind.GEOPACKAGE,
    FileKind.GEOJSON,
    FileKind.FLATGEOBUF,
    FileKind.SHAPEFILE,
    FileKind.OSM_PBF,
    FileKind.OSM_XML,
}


def read_map(path: Path, near: Bounds | None = None) -> Reading:
    """The map in a file of any kind, with remarks on what was left out or guessed.

    Args:
        path: the file; what is in it counts, not what it is called.
        near: the area of the walk (WGS84): only what lies within a kilometre of it is read. A map
            with nothing there is read whole.

    Raises:
        WalkshopError: the file is missing, damaged, empty, too large, or no map.
    """
    if not path.is_file():
        raise troubles.missing(path)
    try:
        kind = kind_of(path)
        megabytes = path.stat().st_size / _MB
    except OSError as error:
        raise troubles.unreadable(path, type(error).__name__) from error
    if megabytes > LARGEST_MB.get(kind, megabytes):
        raise troubles.too_large(path, LARGEST_MB[kind])
    if kind is FileKind.DAMAGED:
        raise troubles.unreadable(path)
    if kind is FileKind.GEOPACKAGE:
        from walkshop.services.basemap.mapfile import is_map_file, read_map_file

        if is_map_file(path):  # of another walk
            return Reading(read_map_file(path))
    if kind in _VECTOR:
        from walkshop.services.basemap.vector import JSON, OSM, PLAIN, read_vector

        extract = kind in {FileKind.OSM_PBF, FileKind.OSM_XML}
        made = OSM if extract else JSON if kind is FileKind.GEOJSON else PLAIN
        return read_vector(path, near, made)
    return _read_other(path, near, kind)


def _read_other(path: Path, near: Bounds | None, kind: FileKind) -> Reading:
    """The kinds that have a module of their own."""
    if kind is FileKind.SKETCH:
        from walkshop.services.basemap.sketch import read_sketch

        return Reading(read_sketch(path))
    if kind is FileKind.MBTILES:
        from walkshop.services.basemap.mbtiles import read_mbtiles

        return read_mbtiles(path, near)
    if kind is FileKind.PMTILES:
        from walkshop.services.basemap.pmtiles import read_pmtiles

        return read_pmtiles(path, near)
    raise troubles.no_map(path, kind)
