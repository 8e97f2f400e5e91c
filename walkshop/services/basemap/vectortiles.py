"""Reads MBTiles and PMTiles whose tiles hold lines and areas (Mapbox Vector Tiles)."""

from __future__ import annotations

from pathlib import Path

from walkshop.domain.geo import Bounds
from walkshop.services.basemap.data import Reading
from walkshop.services.basemap.vector import TILES, read_vector


def read_vector_tiles(path: Path, near: Bounds | None = None) -> Reading:
    """The tiles of the largest zoom as one map; what a border of tiles cuts stays in pieces.

    Args:
        path: MBTiles or PMTiles with vector tiles.
        near: as for `read_map`.

    Raises:
        WalkshopError: it cannot be read, its tiles are of another kind (MLT), or it is empty.
    """
    return read_vector(path, near, TILES)
