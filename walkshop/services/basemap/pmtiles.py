"""Reads PMTiles, version 3: map pictures in one file, or hands its lines and areas on."""

from __future__ import annotations

import mmap
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import Bounds
from walkshop.i18n import msg
from walkshop.services.basemap import troubles
from walkshop.services.basemap.credits import plain
from walkshop.services.basemap.data import MapData, Reading
from walkshop.services.basemap.squares import MOST_ZOOM, side_px, usable
from walkshop.services.basemap.tilemath import TileId, overlap, tiles_over

_MVT, _MLT = 1, 6
_MOST_BYTES = 16_000_000
_ODD = (ValueError, KeyError, IndexError, TypeError, EOFError, OSError, OverflowError)
_BROKEN = (*_ODD, zlib.error, struct.error)
"""What the library raises for bytes that are no PMTiles."""

Bytes = Callable[[int, int], bytes]


class PictureArchive:
    """The pictures of a PMTiles file, which stays mapped in memory; any thread may read."""

    def __init__(self, read: Bytes, header: dict[str, Any]) -> None:  # Any: the library's header
        from pmtiles.reader import Reader

        self._reader = Reader(read)
        self.min_zoom = int(header["min_zoom"])
        self.max_zoom = min(MOST_ZOOM, int(header["max_zoom"]))
        self._bounds = Bounds(
            *(header[f"{side}_e7"] / 1e7 for side in ("min_lon", "min_lat", "max_lon", "max_lat"))
        )
        self.tile_px = self._side()

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The picture of a square (XYZ); None where there is none or it cannot be used."""
        if not (0 <= column < 2**zoom and 0 <= row < 2**zoom):
            return None
        try:
            return usable(self._reader.get(zoom, column, row))
        except _BROKEN:
            return None

    def ids(self, zoom: int, near: Bounds | None) -> Iterator[TileId]:
        """The squares of a zoom that may have a picture, within `near` (WGS84) or anywhere."""
        area = self._bounds if near is None else overlap(near, self._bounds)
        return iter(()) if area is None else tiles_over(area, zoom)

    def _side(self) -> int:
        """The side of a picture of the smallest zooms; 0 where there is none."""
        for zoom in range(self.min_zoom, self.max_zoom + 1):
            for count, at in enumerate(tiles_over(self._bounds, zoom)):
                content = self.tile(*at)
                if content is not None:
                    return side_px(content)
                if count > 1_000:
                    break
        return 0


def read_pmtiles(path: Path, near: Bounds | None = None) -> Reading:
    """The map in a PMTiles file; its pictures are read when they are asked for.

    Args:
        path: the file.
        near: used for lines and areas only: pictures are never read at once.

    Raises:
        WalkshopError: damaged, of another version, of tiles that we do not know, or empty.
    """
    from pmtiles.reader import Reader
    from pmtiles.tile import MagicNumberNotFound, SpecVersionUnsupported

    try:
        read = _mapped(path)
        reader = Reader(read)
        header = reader.header()
        kind = int(header["tile_type"].value)
        if kind == _MVT:
            from walkshop.services.basemap.vectortiles import read_vector_tiles

            return read_vector_tiles(path, near)
        if kind == _MLT:
            raise _other_kind(path, "MapLibre tiles")
        tiles = PictureArchive(read, header)
        about = reader.metadata()
    except SpecVersionUnsupported as reason:
        raise _other_kind(path, "version") from reason
    except (MagicNumberNotFound, *_BROKEN) as reason:
        raise troubles.unreadable(path, type(reason).__name__) from reason
    if not tiles.tile_px:
        raise troubles.nothing_there(path, "no pictures")
    words = plain(str(about.get("attribution", ""))) if isinstance(about, dict) else ""
    return Reading(MapData((), attribution={"": words} if words else {}, tiles=tiles))


def _mapped(path: Path) -> Bytes:
    """Reads pieces of a file that is mapped in memory as long as anybody reads."""
    with path.open("rb") as file:
        content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def read(offset: int, length: int) -> bytes:
        if length > _MOST_BYTES:
            raise ValueError(length)
        return content[offset : offset + length]

    return read


def _other_kind(path: Path, detail: str) -> WalkshopError:
    return WalkshopError(
        msg("This kind of PMTiles cannot be read yet."),
        msg("Save the map as PMTiles version 3 with pictures or vector tiles."),
        f"{path.name}: {detail}",
    )
