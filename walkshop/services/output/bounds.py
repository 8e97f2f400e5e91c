"""How much of the earth a picture of a given shape shows, so that nothing is stretched."""

from __future__ import annotations

from walkshop.domain.geo import Bounds, Mercator, from_mercator, to_mercator

_LEAST_M = 200.0


def fitted(bounds: Bounds, width: float, height: float) -> Bounds:
    """`bounds` grown on two sides until it has the shape of `width` by `height` in EPSG:3857."""
    low = to_mercator(bounds.centre._replace(lon=bounds.west, lat=bounds.south))
    high = to_mercator(bounds.centre._replace(lon=bounds.east, lat=bounds.north))
    across, up = max(high.x - low.x, _LEAST_M), max(high.y - low.y, _LEAST_M)
    across, up = max(across, up * width / height), max(up, across * height / width)
    middle = Mercator((low.x + high.x) / 2, (low.y + high.y) / 2)
    south_west = from_mercator(Mercator(middle.x - across / 2, middle.y - up / 2))
    north_east = from_mercator(Mercator(middle.x + across / 2, middle.y + up / 2))
    return Bounds(south_west.lon, south_west.lat, north_east.lon, north_east.lat)
