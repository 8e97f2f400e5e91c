"""Takes a piece of a web map along as a file, for places without internet: few, slow, and asked.

Runs beside the window; needs no Qt. Only sources whose licence lets pictures be kept.
"""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from urllib import error, request

from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import Bounds
from walkshop.i18n import msg
from walkshop.services.basemap.data import WebSource
from walkshop.services.basemap.pictures import MOST_BYTES, is_picture
from walkshop.services.basemap.tilemath import TileId, overlap, tiles_over, zooms_within
from walkshop.services.basemap.websources import USER_AGENT, address_of

MOST_TILES = 2_000
MOST_TOTAL_BYTES = 250_000_000
FINEST_ZOOM = 17
AROUND_M = 1_000.0

Report = Callable[[int, int], None]
Pictures = dict[TileId, bytes]


@dataclass(frozen=True, slots=True)
class Pace:
    """How servers are spared: requests at once, the pause after each, the wait for an answer."""

    at_once: int = 2
    pause_s: float = 0.1
    timeout_s: float = 20.0
    tries: int = 3


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken along: its file, how many pictures, and of which zooms."""

    path: Path
    tiles: int
    zooms: range


def wanted_zooms(source: WebSource, bounds: Bounds) -> tuple[Bounds, range]:
    """The piece that is taken for `bounds` (WGS84), and the zooms that fit.

    Raises:
        WalkshopError: the source may not be taken along, has no map there, or it is too large.
    """
    if not source.take_along:
        raise WalkshopError(
            msg("This map may not be taken along."),
            msg("Choose another map, or open a map file."),
            source.id,
        )
    area = overlap(bounds.grown(AROUND_M), source.bounds)
    if area is None:
        raise WalkshopError(
            msg("This map does not reach that area."), msg("Choose another map."), source.id
        )
    zooms = zooms_within(area, source.min_zoom, min(source.max_zoom, FINEST_ZOOM), MOST_TILES)
    if not zooms:
        raise WalkshopError(
            msg("This area is too large to take along."), msg("Draw a smaller area.")
        )
    return area, zooms


def take_along(
    source: WebSource, bounds: Bounds, into: Path, report: Report, pace: Pace | None = None
) -> Taken:
    """Write the map of `bounds` (WGS84) and 1 km around it to the file `into`.

    Args:
        report: called with pictures done and in all; what it raises stops the work, and then
            nothing is written.

    Raises:
        WalkshopError: see `wanted_zooms`; or the server does not give what it should.
    """
    area, zooms = wanted_zooms(source, bounds)
    wanted = [tile for zoom in zooms for tile in tiles_over(area, zoom)]
    pictures = _fetched(source, wanted, report, pace or Pace())
    if not pictures:
        raise _not_fetched("no pictures")
    from walkshop.services.basemap.mapfile import write_tiles

    write_tiles(into, source, _flat(pictures))
    return Taken(into, len(pictures), zooms)


def _flat(pictures: Pictures) -> Iterator[tuple[int, int, int, bytes]]:
    return ((*tile, pictures[tile]) for tile in sorted(pictures))


def _fetched(source: WebSource, wanted: list[TileId], report: Report, pace: Pace) -> Pictures:
    """All pictures that there are; those that the server does not have are left out."""
    fetch = _Fetch(source, pace)
    pictures: Pictures = {}
    total = step = 0
    report(0, len(wanted))
    to_come = iter(wanted)
    under_way: dict[Future[bytes | None], TileId] = {}
    with ThreadPoolExecutor(pace.at_once) as pool:
        try:
            while True:
                # Few are handed out at a time: who stops is not waited for by a whole town.
                for tile in islice(to_come, 2 * pace.at_once - len(under_way)):
                    under_way[pool.submit(fetch.picture, tile)] = tile
                if not under_way:
                    return pictures
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for one in done:
                    tile, content = under_way.pop(one), one.result()
                    if content is not None:
                        pictures[tile] = content
                        total += len(content)
                    if total > MOST_TOTAL_BYTES:
                        raise _not_fetched(f"more than {MOST_TOTAL_BYTES} bytes")
                    step += 1
                    report(step, len(wanted))
        finally:
            fetch.stopped.set()
            pool.shutdown(wait=True, cancel_futures=True)


class _Fetch:
    """Asks one server, again after failures, until it is stopped."""

    def __init__(self, source: WebSource, pace: Pace) -> None:
        self._source = source
        self._pace = pace
        self.stopped = threading.Event()
        self._opener = request.build_opener(_SafeRedirects())

    def picture(self, tile: TileId) -> bytes | None:
        """One picture; None where the server has none there, or the work was stopped."""
        why = ""
        for attempt in range(self._pace.tries):
            if self.stopped.wait(self._pace.pause_s * (1 + 10 * attempt)):
                return None
            try:
                content = self._answer(tile)
            except error.HTTPError as refusal:
                with refusal:
                    if refusal.code in {404, 410}:
                        return None
                why = f"HTTP {refusal.code}"
            except (OSError, http.client.HTTPException, ValueError) as trouble:
                why = f"{type(trouble).__name__}: {trouble}"
            else:
                if content is None or is_picture(content):
                    return content
                why = "no picture"
        raise _not_fetched(f"{why} at {tile.zoom}/{tile.column}/{tile.row}")

    def _answer(self, tile: TileId) -> bytes | None:
        asked = request.Request(  # noqa: S310 - sources are http and https only
            address_of(self._source, *tile), headers={"User-Agent": USER_AGENT}
        )
        with self._opener.open(asked, timeout=self._pace.timeout_s) as answer:
            content: bytes = answer.read(MOST_BYTES + 1)
            return None if answer.status == http.HTTPStatus.NO_CONTENT else content


class _SafeRedirects(request.HTTPRedirectHandler):
    """Follows to another address, never from a safe way to an open one."""

    max_redirections = 3

    def redirect_request(self, *args: Any) -> request.Request | None:  # Any: urllib's untyped six
        """The request that follows a redirect; None refuses it."""
        req, newurl = args[0], str(args[5])
        open_way = not newurl.startswith("https:")
        if open_way and (req.type == "https" or not newurl.startswith("http:")):
            return None
        return super().redirect_request(*args)


def _not_fetched(detail: str) -> WalkshopError:
    return WalkshopError(
        msg("The map could not be taken along."),
        msg("Check the internet, then try again."),
        detail,
    )
