"""Pictures of web maps that were seen before, on this machine: one folder for each address."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDateTime, QObject, QUrl
from PySide6.QtNetwork import QNetworkCacheMetaData, QNetworkDiskCache

from walkshop.services.basemap.data import MapData, WebSource
from walkshop.services.basemap.pictures import is_picture
from walkshop.services.basemap.websources import address_of

KEPT_BYTES = 200_000_000
LEAST_DAYS = 7
"""How long a picture is good where its server says nothing (the tile policy of OpenStreetMap)."""


class Kept(NamedTuple):
    """A picture from the store, and whether it is still good by what its server said."""

    content: bytes
    fresh: bool


def disk_cache(source: WebSource, folder: Path, parent: QObject | None = None) -> QNetworkDiskCache:
    """The store of one source below `folder`."""
    cache = QNetworkDiskCache(parent)
    cache.setCacheDirectory(str(folder / sha256(source.address.encode()).hexdigest()[:24]))
    cache.setMaximumCacheSize(KEPT_BYTES)
    return cache


def kept(cache: QNetworkDiskCache, url: QUrl) -> Kept | None:
    """What the store has for an address."""
    about = cache.metaData(url)
    device = cache.data(url) if about.isValid() else None
    if device is None:
        return None
    content = bytes(device.readAll().data())
    device.close()
    device.deleteLater()
    if not is_picture(content):
        return None
    until = about.expirationDate()
    return Kept(content, until.isValid() and until > QDateTime.currentDateTime())


def keep_longer(cache: QNetworkDiskCache, url: QUrl) -> None:
    """Give a picture that came without any word on how long it is good its week."""
    about = cache.metaData(url)
    if about.isValid() and not about.expirationDate().isValid() and not _restricted(about):
        about.setExpirationDate(QDateTime.currentDateTime().addDays(LEAST_DAYS))
        cache.updateMetaData(about)


def _restricted(about: QNetworkCacheMetaData) -> bool:
    """Whether the server said something about keeping that is no date."""
    said = {bytes(name.data()).lower(): bytes(value.data()) for name, value in about.rawHeaders()}
    control = said.get(b"cache-control", b"").lower()
    return b"no-" in control or b"revalidate" in control or b"expires" in said or b"pragma" in said


class CachedTiles:
    """The pictures of a source that were seen before, old ones too; nothing is fetched.

    Args:
        folder: where the stores of web maps lie.
    """

    def __init__(self, source: WebSource, folder: Path) -> None:
        self._source = source
        self._cache = disk_cache(source, folder)

    @property
    def min_zoom(self) -> int:
        """The smallest zoom of the source."""
        return self._source.min_zoom

    @property
    def max_zoom(self) -> int:
        """The largest zoom of the source."""
        return self._source.max_zoom

    @property
    def tile_px(self) -> int:
        """Side of a picture in px."""
        return self._source.tile_px

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The picture, where it was seen before."""
        found = kept(self._cache, QUrl(address_of(self._source, zoom, column, row)))
        return found.content if found else None


def for_paper(data: MapData | None, folder: Path) -> MapData | None:
    """The map as documents may show it: of a web map what was seen, if its licence says so."""
    if data is None or data.web is None or not data.web.print:
        return data
    return replace(data, tiles=CachedTiles(data.web, folder))
