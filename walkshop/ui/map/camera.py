"""Where the map looks: a Web Mercator camera in plain Python, tested without a window."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import NamedTuple

from walkshop.domain.geo import (
    MERCATOR_RADIUS_M,
    Bounds,
    LonLat,
    Mercator,
    from_mercator,
    to_mercator,
)

TILE_PX = 256
"""Side of a tile in logical px; the world is one tile wide at zoom 0."""

MIN_ZOOM, MAX_ZOOM = 2.0, 21.0
WORLD_M = 2 * math.pi * MERCATOR_RADIUS_M


class ScreenPoint(NamedTuple):
    """A place in the viewport in logical px, x right and y down from its top left corner."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Camera:
    """What part of the world stands in a viewport.

    Args:
        centre: the middle of the viewport in EPSG:3857 metres.
        zoom: level, fractional; one more is twice as large.
        width, height: the viewport in logical px.
    """

    centre: Mercator
    zoom: float
    width: float
    height: float

    @classmethod
    def over(cls, at: LonLat, zoom: float, width: float, height: float) -> Camera:
        """A camera with `at` (WGS84) in its middle."""
        return cls(to_mercator(at), _level(zoom), width, height)

    @classmethod
    def fitting(cls, bounds: Bounds, width: float, height: float, padding: float = 0.0) -> Camera:
        """The closest camera that shows all of `bounds` with `padding` px around it.

        A box without size is shown at zoom 17, some 1.5 m to the pixel.
        """
        low = to_mercator(LonLat(bounds.west, bounds.south))
        high = to_mercator(LonLat(bounds.east, bounds.north))
        middle = Mercator((low.x + high.x) / 2, (low.y + high.y) / 2)
        room_x, room_y = max(width - 2 * padding, 1.0), max(height - 2 * padding, 1.0)
        needed = max((high.x - low.x) / room_x, (high.y - low.y) / room_y)
        zoom = math.log2(WORLD_M / TILE_PX / needed) if needed > 0 else 17.0
        return cls(middle, _level(zoom), width, height)

    @property
    def resolution(self) -> float:
        """EPSG:3857 metres per logical px; larger than true metres away from the equator."""
        return resolution(self.zoom)

    @property
    def metres_per_px(self) -> float:
        """True metres on the ground per logical px, at the centre's latitude."""
        lat = math.radians(from_mercator(self.centre).lat)
        return self.resolution * math.cos(lat)

    @property
    def at(self) -> LonLat:
        """The middle of the viewport in WGS84."""
        return from_mercator(self.centre)

    @property
    def bounds(self) -> Bounds:
        """What is in view, in WGS84."""
        low = self.to_lonlat(0, self.height)
        high = self.to_lonlat(self.width, 0)
        return Bounds(low.lon, low.lat, high.lon, high.lat)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """What is in view, as min x, min y, max x, max y in EPSG:3857 metres."""
        half_x, half_y = self.width / 2 * self.resolution, self.height / 2 * self.resolution
        x, y = self.centre
        return (x - half_x, y - half_y, x + half_x, y + half_y)

    def project(self, at: Mercator) -> ScreenPoint:
        """Where a place in EPSG:3857 stands in the viewport."""
        scale = 1 / self.resolution
        return ScreenPoint(
            self.width / 2 + (at.x - self.centre.x) * scale,
            self.height / 2 - (at.y - self.centre.y) * scale,
        )

    def unproject(self, x: float, y: float) -> Mercator:
        """The place in EPSG:3857 under a point of the viewport."""
        return Mercator(
            self.centre.x + (x - self.width / 2) * self.resolution,
            self.centre.y - (y - self.height / 2) * self.resolution,
        )

    def to_screen(self, at: LonLat) -> ScreenPoint:
        """Where a place in WGS84 stands in the viewport."""
        return self.project(to_mercator(at))

    def to_lonlat(self, x: float, y: float) -> LonLat:
        """The place in WGS84 under a point of the viewport."""
        return from_mercator(self.unproject(x, y))

    def resized(self, width: float, height: float) -> Camera:
        """The same middle and zoom in a viewport of another size."""
        return replace(self, width=width, height=height)

    def panned(self, dx: float, dy: float) -> Camera:
        """The camera after the map was pulled by `dx`, `dy` px, as a hand pulls paper."""
        x, y = self.centre
        return replace(self, centre=_within(x - dx * self.resolution, y + dy * self.resolution))

    def zoomed_to(self, zoom: float, about: ScreenPoint | None = None) -> Camera:
        """The camera at `zoom`, with the place under `about` (default the middle) where it was."""
        x, y = about or (self.width / 2, self.height / 2)
        held = self.unproject(x, y)
        turned = replace(self, zoom=_level(zoom))
        there = turned.project(held)
        return turned.panned(x - there.x, y - there.y)

    def grown(self, px: float) -> Camera:
        """The same map in a viewport that is `px` wider on every side."""
        return replace(self, width=self.width + 2 * px, height=self.height + 2 * px)

    def between(self, goal: Camera, part: float) -> Camera:
        """The camera `part` (0 to 1) of the way to `goal`; the zoom's anchor stays at rest.

        Centres are blended by what a linear change of scale would show, so that a zoom about the
        pointer looks like one movement.
        """
        if part >= 1:
            return goal
        zoom = self.zoom + (goal.zoom - self.zoom) * part
        start, end, now = self.resolution, goal.resolution, resolution(zoom)
        share = part if abs(end - start) < 1e-9 * start else (now - start) / (end - start)
        x = self.centre.x + (goal.centre.x - self.centre.x) * share
        y = self.centre.y + (goal.centre.y - self.centre.y) * share
        return replace(self, centre=Mercator(x, y), zoom=zoom)


def resolution(zoom: float) -> float:
    """EPSG:3857 metres per logical px at a zoom level."""
    return float(WORLD_M / TILE_PX / 2**zoom)


def _level(zoom: float) -> float:
    return max(MIN_ZOOM, min(MAX_ZOOM, zoom))


def _within(x: float, y: float) -> Mercator:
    half = WORLD_M / 2
    return Mercator(max(-half, min(half, x)), max(-half, min(half, y)))
