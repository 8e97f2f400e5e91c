"""Pictures of a map on the internet: fetched while one looks, politely, and kept for later.

Requests are Qt's, asynchronous on the window's own thread, so nothing here waits. What came before
is shown at once, even when it is old; then a new one is asked for behind it.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from walkshop.domain.geo import Mercator, from_mercator
from walkshop.i18n import msg
from walkshop.services.basemap.data import Box, WebSource
from walkshop.services.basemap.pictures import MOST_BYTES, is_picture
from walkshop.services.basemap.tilemath import TileId
from walkshop.services.basemap.websources import USER_AGENT, address_of
from walkshop.ui.map.tilestore import disk_cache, keep_longer, kept

AT_ONCE = 4
TIMEOUT_MS = 15_000
REST_MS = (5_000, 10_000, 30_000)
"""How long nothing is asked after one failure, after two, and after more."""

_MEMORY_BYTES = 24_000_000
_MOST_ABSENT = 5_000
_LAST_OF_THE_WAY = 200
_TOO_LARGE = "too_large"
_TRIES = 3
"""A picture that a server refuses so often is left, until people look elsewhere."""

_GONE = frozenset({204, 404, 410})


class WebTiles(QObject):
    """The pictures of one source, as RasterTiles.

    Signals:
        arrived: a picture came: zoom, column, row.
        quiet: a sentence (Text) about why pictures do not come; None when they come again.

    Args:
        folder: where the stores of web maps lie.
        rests: see REST_MS.
        timeout_ms: for one picture.
    """

    arrived = Signal(int, int, int)
    quiet = Signal(object)

    def __init__(
        self,
        source: WebSource,
        folder: Path,
        parent: QObject | None = None,
        rests: tuple[int, ...] = REST_MS,
        timeout_ms: int = TIMEOUT_MS,
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._rests = rests
        self._timeout = timeout_ms
        self._net = QNetworkAccessManager(self)
        self._cache = disk_cache(source, folder)
        self._net.setCache(self._cache)
        self._memory = _Memory()
        self._wanted: OrderedDict[TileId, int] = OrderedDict()
        self._turn = 0
        self._running: dict[TileId, QNetworkReply] = {}
        self._absent: set[TileId] = set()
        self._refused: Counter[TileId] = Counter()
        self._zoom = -1
        self._failures = 0
        self._closed = False
        self._go = QTimer(self, singleShot=True, interval=0)
        self._go.timeout.connect(self._send)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._send)

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

    @property
    def idle(self) -> bool:
        """Whether nothing is wanted any more."""
        return not self._wanted and not self._running

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The picture where it is here; None where it is not, then it is wanted from now on."""
        tile = TileId(zoom, column, row)
        content = self._memory.get(tile)
        if (
            content is not None
            or self._closed
            or tile in self._absent
            or not _has(self._source, tile)
        ):
            return content
        found = kept(self._cache, self._url(tile))
        if found is not None:
            self._memory.put(tile, found.content)
        if found is None or not found.fresh:
            self._want(tile)
        return found.content if found else None

    def look_at(self, box: Box) -> None:
        """What people see now (EPSG:3857): what is a square outside it is not wanted any more.

        What is wanted from now on comes before what was wanted until now.
        """
        self._turn += 1
        self._refused.clear()
        self._drop(lambda tile: not _near(tile, box))
        if self._wanted:
            self._go.start()

    def close(self) -> None:
        """Ask for nothing any more; what is under way is broken off."""
        self._closed = True
        self._go.stop()
        self._rest.stop()
        self._drop(lambda _: True)

    def _drop(self, unwanted: Callable[[TileId], bool]) -> None:
        """Forget wishes, and break off what is under way for them."""
        for tile in filter(unwanted, [*self._wanted, *self._running]):
            self._wanted.pop(tile, None)
            reply = self._running.pop(tile, None)
            if reply is not None:
                reply.abort()

    def _want(self, tile: TileId) -> None:
        if tile.zoom != self._zoom:  # only one zoom is seen at a time
            self._zoom = tile.zoom
            self._drop(lambda other: other.zoom != tile.zoom)
        if tile not in self._running and self._refused[tile] < _TRIES:
            self._wanted[tile] = self._turn
            self._go.start()

    def _url(self, tile: TileId) -> QUrl:
        return QUrl(address_of(self._source, *tile))

    def _send(self) -> None:
        """Ask for as many as may be under way, the newest wish first."""
        while self._wanted and len(self._running) < AT_ONCE and not self._rest.isActive():
            tile = max(self._wanted, key=lambda wish: self._wanted[wish])
            del self._wanted[tile]
            reply = self._net.get(self._request(tile))
            self._running[tile] = reply
            reply.downloadProgress.connect(lambda got, _, reply=reply: _limit(reply, got))
            reply.finished.connect(lambda tile=tile, reply=reply: self._finished(tile, reply))
            if self._failures:
                break  # one tries the way for the others

    def _request(self, tile: TileId) -> QNetworkRequest:
        request = QNetworkRequest(self._url(tile))
        request.setHeader(QNetworkRequest.KnownHeaders.UserAgentHeader, USER_AGENT)
        request.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute,
            QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy,
        )
        # Freshness was looked at before: what is asked for is new, or has to be renewed.
        request.setAttribute(
            QNetworkRequest.Attribute.CacheLoadControlAttribute,
            QNetworkRequest.CacheLoadControl.PreferNetwork,
        )
        request.setMaximumRedirectsAllowed(3)
        request.setTransferTimeout(self._timeout)
        return request

    def _finished(self, tile: TileId, reply: QNetworkReply) -> None:
        reply.deleteLater()
        if self._running.get(tile) is not reply:
            return  # broken off: nobody looks at it any more
        del self._running[tile]
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        content = bytes(reply.readAll().data()) if reply.isOpen() else b""
        if reply.error() == QNetworkReply.NetworkError.NoError and is_picture(content):
            self._came(tile, content)
        elif status in _GONE:
            self._cache.remove(self._url(tile))
            self._gone(tile)
        else:
            self._failed(tile, _answered(reply))
        self._send()

    def _came(self, tile: TileId, content: bytes) -> None:
        keep_longer(self._cache, self._url(tile))
        self._memory.put(tile, content)
        self._speaks_again()
        self.arrived.emit(*tile)

    def _gone(self, tile: TileId) -> None:
        """The server works and has no such picture."""
        if len(self._absent) >= _MOST_ABSENT:
            self._absent.clear()
        self._absent.add(tile)
        self._speaks_again()

    def _speaks_again(self) -> None:
        if self._failures:
            self._failures = 0
            self.quiet.emit(None)

    def _failed(self, tile: TileId, answered: bool) -> None:
        """Rest, then try again; the store does not keep the page of a hotel."""
        if answered:
            self._cache.remove(self._url(tile))
        self._refused[tile] += answered
        if self._refused[tile] < _TRIES:
            self._wanted[tile] = self._turn
        if self._rest.isActive():
            return  # it was asked for together with another that failed
        self._rest.start(self._rests[min(self._failures, len(self._rests) - 1)])
        self._failures += 1
        if self._failures == 1:
            self.quiet.emit(_SILENT if answered else _NO_INTERNET)


_NO_INTERNET = msg("No internet. The map shows what was seen before.")
_SILENT = msg("The map does not come. You see what was seen before.")


class _Memory:
    """The pictures used last, within a number of bytes."""

    def __init__(self) -> None:
        self._kept: OrderedDict[TileId, bytes] = OrderedDict()
        self._bytes = 0

    def get(self, tile: TileId) -> bytes | None:
        if tile in self._kept:
            self._kept.move_to_end(tile)
        return self._kept.get(tile)

    def put(self, tile: TileId, content: bytes) -> None:
        self._bytes += len(content) - len(self._kept.pop(tile, b""))
        self._kept[tile] = content
        while self._bytes > _MEMORY_BYTES and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= len(old)


def _near(tile: TileId, box: Box) -> bool:
    """Whether a square lies in a box or is the next one to it."""
    west, south, east, north = tile.box
    side = east - west
    across = west - side < box[2] and box[0] < east + side
    return across and south - side < box[3] and box[1] < north + side


def _limit(reply: QNetworkReply, got: int) -> None:
    if got > MOST_BYTES:
        reply.setProperty(_TOO_LARGE, True)
        reply.abort()


def _answered(reply: QNetworkReply) -> bool:
    """Whether a server spoke; errors up to 200 are those of the way to it."""
    error = reply.error().value
    return error == 0 or error > _LAST_OF_THE_WAY or bool(reply.property(_TOO_LARGE))


def _has(source: WebSource, tile: TileId) -> bool:
    """Whether the source may have a picture."""
    most = 2**tile.zoom
    if not source.min_zoom <= tile.zoom <= source.max_zoom:
        return False
    if not (0 <= tile.column < most and 0 <= tile.row < most):
        return False
    if source.bounds is None:
        return True
    west, south, east, north = tile.box
    low, high = from_mercator(Mercator(west, south)), from_mercator(Mercator(east, north))
    inside = source.bounds
    across = low.lon < inside.east and high.lon > inside.west
    return across and low.lat < inside.north and high.lat > inside.south
